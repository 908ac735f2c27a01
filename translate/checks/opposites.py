"""Tables of opposites: French and English beginnings of a sense, and those of its opposite."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from translate.checks.tables import listed, rows

_WHOLE = 4  # letters: shorter entries of a table are whole words
_FRENCH_FORMS = r"(?:es?|ees?|er|ent|ait|aient|a|era|ant|s)?\b"
_ENGLISH_FORMS = r"(?:s|es|d|ed|ing)?\b"


_BEGINNING = re.compile(r"\b\w")
_LETTERS = 3  # of a word's beginning by which rows of no interest are passed over


@lru_cache(maxsize=8)
def _beginnings_of(text: str) -> frozenset[str]:
    starts = [match.start() for match in _BEGINNING.finditer(text)]
    return frozenset(text[at : at + size] for at in starts for size in range(1, _LETTERS + 1))


@cache
def _indexed(table: str) -> tuple[tuple[frozenset[str], tuple[re.Pattern[str], ...]], ...]:
    begun = [
        frozenset(entry[:_LETTERS] for field in (row[0], row[2]) for entry in listed(field))
        for row in rows(table)
    ]
    return tuple(zip(begun, opposites(table), strict=True))


def of_text(table: str, french: str) -> list[tuple[re.Pattern[str], ...]]:
    """Return the rows of which a word may stand in the folded French."""
    there = _beginnings_of(french)
    return [row for begun, row in _indexed(table) if not there.isdisjoint(begun)]


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
