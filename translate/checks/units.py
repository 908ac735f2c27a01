"""Words and symbols of units, currencies and months, per language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from translate.checks.tables import listed, rows
from translate.checks.text import fold

#: "03/04/2024"; without a year only in two digits each after an article ("avant le 05/09").
_NUMERIC_DATE = re.compile(
    r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d{2})(?![\d/])"
    r"|(?:(?<=\ble )|(?<=\bdu )|(?<=\bau ))(\d{2})/(\d{2})(?![\d/])"
)


def numeric_dates(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end, day, month) of the dates in figures of a French text, day first."""
    for match in _NUMERIC_DATE.finditer(text):
        day, month = (match[1], match[2]) if match[1] else (match[3], match[4])
        if 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
            start, end = match.start(1 if match[1] else 3), match.end(2 if match[1] else 4)
            yield start, end, int(day), int(month)


@cache
def sizes_of() -> dict[str, tuple[str, Fraction]]:
    """Return unit → what it measures ("time", "length") and its size in the base unit of that."""
    return {row[0]: (row[1], Fraction(row[2])) for row in rows("units.tsv")}


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
