"""Calendar dates: how the briefing writes them, and full dates in French text."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = (
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
)
UNDATED = "undated"
_NUMBER = {french: number for number, (_, french) in enumerate(_MONTHS, start=1)}
_FULL = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er)?\s({'|'.join(_NUMBER)})\s(\d{{4}})(?!\d)", re.IGNORECASE
)


def written(date: dt.date | None) -> str:
    """Return "3 March 2025", or "undated"."""
    return f"{date.day} {_MONTHS[date.month - 1][0]} {date.year}" if date else UNDATED


def full_dates(french: str) -> list[dt.date]:
    """Return the dates of a French text that give day, month and year, in order.

    A weekday, or a day without its year, is no date.
    """
    found = []
    for day, month, year in _FULL.findall(french):
        try:
            found.append(dt.date(int(year), _NUMBER[month.lower()], int(day)))
        except ValueError:  # 31 June
            continue
    return found
