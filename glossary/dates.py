"""Dates that a spreadsheet rewrote in its own way when it saved a file as text.

Excel shows 2024-01-31 as 31/01/2024 or 1/31/2024, by the settings of the machine, and saves what it
shows. One file comes from one machine: a day above 12 anywhere tells the order of all its dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00)?\Z")
_DAY_OR_MONTH_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\Z")
_MONTHS = 12


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the dates of a file have the day before the month; None if nothing tells."""
    orders: set[bool] = set()
    for cell in cells:
        found = _DAY_OR_MONTH_FIRST.match(_bare(cell))
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if (first > _MONTHS) != (second > _MONTHS):
                orders.add(first > _MONTHS)
    return orders.pop() if len(orders) == 1 else None


def iso(cell: str, *, day_first: bool | None) -> str:
    """Return a date as 2024-01-31; what is none, or could be two, as it is.

    >>> iso("31.1.2024", day_first=None), iso("1/31/2024 0:00", day_first=None)
    ('2024-01-31', '2024-01-31')
    >>> iso("5/6/2024", day_first=None), iso("5/6/2024", day_first=True)
    ('5/6/2024', '2024-06-05')
    """
    bare = _bare(cell)
    if found := _YEAR_FIRST.match(bare):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_OR_MONTH_FIRST.match(bare):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] != ".":
            if day <= _MONTHS and month <= _MONTHS and day != month and day_first is None:
                return cell
            if month > _MONTHS or (day <= _MONTHS and day_first is False):
                day, month = month, day
    else:
        return cell
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return cell


def _bare(cell: str) -> str:
    return _MIDNIGHT.sub("", cell.strip())
