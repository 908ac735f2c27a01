"""Change a glossary file without losing anything in it: comments, order, columns, others' edits."""

from __future__ import annotations

from glossary.editing.changes import Add, Change, Edit, Remove, apply
from glossary.editing.layers import Place, lay, matching, rivals
from glossary.editing.sheet import Row, Sheet
from glossary.editing.store import STARTER, edit_file, read, read_starter

__all__ = [
    "STARTER",
    "Add",
    "Change",
    "Edit",
    "Place",
    "Remove",
    "Row",
    "Sheet",
    "apply",
    "edit_file",
    "lay",
    "matching",
    "read",
    "read_starter",
    "rivals",
]
