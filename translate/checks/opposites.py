"""Tables of opposites: French and English beginnings of a sense, and those of its opposite."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.tables import listed, rows

_WHOLE = 4  # letters: shorter entries of a table are whole words
_FRENCH_FORMS = r"(?:es?|ees?|er|ent|ait|aient|a|era|ant|s)?\b"
_ENGLISH_FORMS = r"(?:s|es|d|ed|ing)?\b"


@cache
def opposites(table: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return the rows of `table`: French and English of a sense, French and English opposite."""
    return tuple(
        tuple(_beginnings(field, french=column % 2 == 0) for column, field in enumerate(row))
        for row in rows(table)
    )


def _beginnings(field: str, *, french: bool) -> re.Pattern[str]:
    """Return a pattern for words that begin so; of short ones only their own forms."""
    ending = _FRENCH_FORMS if french else _ENGLISH_FORMS
    parts = [re.escape(p) + (ending if len(p) <= _WHOLE else "") for p in listed(field)]
    return re.compile(rf"\b(?:{'|'.join(parts)})")
