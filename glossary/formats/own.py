"""Our own CSV (`glossary.tables`, `glossary.files`): holds every column."""

from __future__ import annotations

from collections.abc import Sequence

from glossary import files, tables
from glossary.errors import Problem
from glossary.formats.cells import reading
from glossary.formats.values import FormatError, Reading, Remark, Written
from glossary.rows import COLUMNS
from glossary.values import Entry, Glossary


def write(entries: Sequence[Entry]) -> Written:
    """Return the canonical CSV with a byte order mark, which spreadsheets need."""
    text = files.dump(Glossary(entries=tuple(entries)))
    return Written(data=text.encode("utf-8-sig", "replace"))


def read(data: bytes, path: str) -> Reading:
    """Read a CSV with our header, or of two columns; an editor's own columns are said.

    Raises:
        FormatError: no text or no table.
    """
    try:
        table = tables.read_table(tables.decode(data))
    except tables.TableError as error:
        where = f"line {error.line}: " if error.line else ""
        raise FormatError(f"{where}{error}") from error
    problems = [
        Problem(path=path, line=line, column=column, message=message)
        for line, column, message in table.faults
    ]
    known = [name in COLUMNS for name in table.header]
    remarks = [
        Remark(line=1, what=f"column {name}")
        for name, ours in zip(table.header, known, strict=True)
        if name and not ours
    ]
    width = len(table.header)
    rows = [
        (
            line,
            {
                name: cell
                for name, cell, ours in zip(table.header, cells, known, strict=False)
                if ours
            },
        )
        for line, cells in table.rows
        if not (tables.too_wide(cells, width) or tables.ambiguous(table.header))
    ]
    places = {name: index for index, name in reversed(list(enumerate(table.header, 1)))}
    return reading(
        rows,
        path,
        problems=problems,
        remarks=remarks,
        place=lambda _line, column: (places.get(column, 0), ""),
    )
