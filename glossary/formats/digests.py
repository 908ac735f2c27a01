"""The digest of one entry, by which a later state of it is told from the one exported."""

from __future__ import annotations

import hashlib

from glossary.rows import to_row
from glossary.values import Entry

#: Columns that say who touched an entry and when, not what it is.
BOOKKEEPING = frozenset({"author", "date"})


def digest(entry: Entry) -> str:
    """Return 16 hexadecimal digits over what an entry says, whoever wrote it and when."""
    row = to_row(entry)
    cells = "\0".join(cell for column, cell in row.items() if column not in BOOKKEEPING)
    return hashlib.sha256(cells.encode("utf-8", "replace")).hexdigest()[:16]
