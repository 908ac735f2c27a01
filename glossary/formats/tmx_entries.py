"""Glossary entries as TMX units: the pair is the unit, our columns are its properties.

The note is a `note`, author and date are `changeid` and `changedate`; every other column that says
something is a property ``x-visavis-COLUMN``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from glossary.formats import tmx
from glossary.formats.cells import Row, complete, reading, said
from glossary.formats.values import Loss, Reading, Remark, Written
from glossary.values import Entry

_PREFIX = "x-visavis-"
_ELSEWHERE = frozenset({"id", "fr", "en", "note", "author", "date"})
#: Always written, so that a unit of ours is known by it.
_MARK = "kind"


def write(entries: Sequence[Entry]) -> Written:
    """Return a TMX file with a unit for each entry that has English; others are a loss."""
    losses = [Loss(entry=entry.id, column="entry") for entry in entries if not entry.en]
    units = (_unit(entry) for entry in entries if entry.en)
    text = tmx.write(units, segtype="phrase", lose=losses.append)
    return Written(data=text.encode(), losses=tuple(losses))


def read(data: bytes, path: str) -> Reading:
    """Read the units that have a French and an English text.

    Raises:
        FormatError: no TMX, or refused (see `glossary.formats.xml.records`).
    """
    remarks: list[Remark] = []
    units = tmx.iter_units(data, tell=remarks.append)
    return reading(list(_rows(units, remarks)), path, remarks=remarks)


def _unit(entry: Entry) -> tmx.Unit:
    cells = {_MARK: str(entry.kind), **said(entry)}
    day = entry.date
    return tmx.Unit(
        id=entry.id,
        source=entry.fr,
        target=entry.en,
        changeid=entry.author,
        changedate=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else None,
        notes=(entry.note,) if entry.note else (),
        props=tuple(
            (_PREFIX + column, cell) for column, cell in cells.items() if column not in _ELSEWHERE
        ),
    )


def _rows(units: Iterable[tmx.Unit], remarks: list[Remark]) -> Iterable[Row]:
    for unit in units:
        when = unit.changedate or unit.creationdate
        cells = {
            "note": " / ".join(unit.notes),
            "author": unit.changeid or unit.creationid,
            "date": when.date().isoformat() if when else "",
        }
        cells = {column: cell for column, cell in cells.items() if cell}
        own = False
        for type_, text in unit.props:
            column = type_.removeprefix(_PREFIX)
            if column != type_ and column not in _ELSEWHERE:
                cells[column] = text
                own |= column == _MARK
            else:
                remarks.append(Remark(line=unit.line, what=f"property {type_}"))
        cells |= {"fr": unit.source, "en": unit.target}
        yield unit.line, complete({**cells, "id": unit.id}) if own else cells
