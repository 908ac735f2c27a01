"""Words and symbols of units, currencies and months, per language."""

from __future__ import annotations

from functools import cache

from translate.checks.tables import listed, rows
from translate.checks.text import fold


@cache
def unit_words(french: bool) -> dict[str, str]:
    """Return folded unit word → unit, currencies included, of one language."""
    column = 3 if french else 4
    table = {fold(w): row[0] for row in rows("units.tsv") for w in listed(row[column])}
    column = 1 if french else 2
    table.update({fold(w): row[0] for row in rows("currencies.tsv") for w in listed(row[column])})
    return table


@cache
def symbols() -> dict[str, str]:
    """Return currency symbol → currency."""
    return {row[3]: row[0] for row in rows("currencies.tsv") if len(row) > 3 and row[3]}


@cache
def currencies() -> frozenset[str]:
    """Return the names of all currencies of the table."""
    return frozenset(row[0] for row in rows("currencies.tsv"))


@cache
def months(french: bool) -> dict[str, int]:
    """Return folded month name (and abbreviation) → 1 to 12."""
    lang = "fr" if french else "en"
    return {
        fold(word): int(row[1])
        for row in rows("calendar.tsv")
        if row[0] == "month"
        for word in listed(row[2 if lang == "fr" else 3])
    }
