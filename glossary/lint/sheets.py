"""Bytes of glossary files to located entries, and files laid over each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from glossary import tables
from glossary.errors import GlossaryError, Problem
from glossary.files import read_bytes
from glossary.lint.values import Located, Sheet
from glossary.rows import RowReader
from glossary.values import Kind


def read_sheet(path: Path) -> Sheet:
    """Read one file. What cannot be read is a fault of the sheet, never an exception."""
    try:
        return parse_sheet(read_bytes(path), str(path))
    except GlossaryError as error:
        return Sheet(path=str(path), faults=error.problems)


def parse_sheet(data: bytes, path: str) -> Sheet:
    """Return the sheet of the bytes of a file; `path` is how findings name it."""
    try:
        table = tables.read_table(tables.decode(data))
    except tables.TableError as error:
        fault = Problem(path=path, line=error.line, column=error.column, message=str(error))
        return Sheet(path=path, faults=(fault,))
    faults = [
        Problem(path=path, line=line, column=column, message=message)
        for line, column, message in table.faults
    ]
    places = {name: at for at, name in reversed(list(enumerate(table.header, 1)))}
    entries: list[Located] = []
    rows = tuple(
        (line, dict(zip(table.header, cells, strict=False)))
        for line, cells in table.rows
        if not tables.too_wide(cells, len(table.header))  # a fault of the table
    )
    for line, row in rows:
        found = _located(row, path, line, places)
        if isinstance(found, Located):
            entries.append(found)
        else:
            faults += found
    return Sheet(path=path, places=places, rows=rows, entries=tuple(entries), faults=tuple(faults))


def lay(sheets: Sequence[Sheet]) -> tuple[tuple[Located, ...], tuple[tuple[Located, Located], ...]]:
    """Lay later sheets over earlier ones as `glossary.load` does.

    Returns:
        The entries in force, and pairs of an entry that lost and the one in its place.
    """
    merged: dict[int, Located] = {}
    lost: list[tuple[Located, Located]] = []
    count = 0
    for sheet in sheets:
        by_id: dict[str, list[int]] = {}
        by_name: dict[tuple[str, Kind], list[int]] = {}
        for number, old in merged.items():
            by_id.setdefault(old.entry.id, []).append(number)
            by_name.setdefault((old.entry.fr, old.entry.kind), []).append(number)
        for new in sheet.entries:
            beaten = by_id.pop(new.entry.id, [])
            beaten += by_name.pop((new.entry.fr, new.entry.kind), [])
            lost += [(merged.pop(number), new) for number in beaten if number in merged]
            merged[count] = new
            count += 1
    return tuple(merged.values()), tuple(lost)


def _located(
    row: dict[str, str], path: str, line: int, places: Mapping[str, int]
) -> Located | list[Problem]:
    reader = RowReader(row)
    entry = reader.entry()
    if entry is None:
        return [
            Problem(path=path, line=line, column=places.get(column, 0), message=f"{column}: {text}")
            for column, text in reader.faults
        ]
    return Located(entry=entry, path=path, line=line, places=places, cells=row)
