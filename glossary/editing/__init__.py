"""Change a glossary file without losing anything in it: comments, order, columns, others' edits."""

from __future__ import annotations

from glossary.editing.changes import Add, Change, Edit, Remove, apply
from glossary.editing.sheet import Row, Sheet
from glossary.editing.store import edit_file, read

__all__ = ["Add", "Change", "Edit", "Remove", "Row", "Sheet", "apply", "edit_file", "read"]
