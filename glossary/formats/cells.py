"""Cells that readers found become entries, checked like the rows of our own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from glossary.errors import Problem
from glossary.formats.values import Found, Loss, Reading, Remark
from glossary.rows import COLUMNS, RowReader, to_row
from glossary.values import Entry

#: line, cells by column
Row = tuple[int, Mapping[str, str]]
#: (line, column name) -> (1-based column or 0, words for the place or "")
Place = Callable[[int, str], tuple[int, str]]
CHOICES = ("kind", "case", "status")
LISTS = ("forms_fr", "forms_en", "forbidden_en", "cues")
_DEFAULTS = to_row(Entry(id="", fr="", en=""))


def reading(
    rows: Iterable[Row],
    path: str,
    *,
    problems: Sequence[Problem] = (),
    remarks: Sequence[Remark] = (),
    place: Place | None = None,
    base: Mapping[str, str] | None = None,
) -> Reading:
    """Check rows: each is a sound entry or gives problems; ids are unique within the file."""
    found: list[Found] = []
    faults, notes = list(problems), list(remarks)
    seen: dict[str, Found] = {}
    for line, cells in rows:
        reader = RowReader(cells)
        entry = reader.entry()
        said = list(reader.faults)
        if entry is not None:
            one = Found(line=line, entry=entry, columns=_spoken(cells))
            first = seen.setdefault(entry.id, one)
            if first is one:
                found.append(one)
            elif first.entry == entry:
                notes.append(Remark(line=line, what="a row that is there twice"))
            else:
                said.append(_repeated(first, cells))
        for column, message in said:
            number, where = place(line, column) if place else (0, "")
            text = f"{where}{column}: {message}"
            faults.append(Problem(path=path, line=line, column=number, message=text))
    faults.sort(key=lambda problem: (problem.line, problem.column))
    return Reading(found=tuple(found), problems=tuple(faults), remarks=tuple(notes), base=base)


def _spoken(cells: Mapping[str, str]) -> frozenset[str]:
    """The columns that a row speaks of; where a choice is left empty, nothing is said."""
    return frozenset(name for name, cell in cells.items() if cell.strip() or name not in CHOICES)


def _repeated(first: Found, cells: Mapping[str, str]) -> tuple[str, str]:
    if cells.get("id", "").strip():
        return "id", f"{first.entry.id!r} is already used on line {first.line}; ids are unique"
    english = f"with the English {first.entry.en!r}"
    return "fr", f"{first.entry.fr!r} stands already on line {first.line}, {english}; keep one"


def joined(values: Iterable[str], line: int, remarks: list[Remark]) -> str:
    """Return the cell of a list; a value with a semicolon, the separator, is left out and said."""
    kept: list[str] = []
    for value in values:
        if ";" in value:
            remarks.append(Remark(line=line, what="a form with a semicolon"))
        else:
            kept.append(value)
    return ";".join(kept)


def complete(cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells for all columns, from a file that leaves out what has its default."""
    return {column: cells.get(column, _DEFAULTS[column]) for column in COLUMNS}


def said(entry: Entry) -> dict[str, str]:
    """Return the cells that differ from an entry's defaults, in the order of the columns."""
    return {column: cell for column, cell in to_row(entry).items() if cell != _DEFAULTS[column]}


def lost(entry: Entry, held: Iterable[str]) -> list[Loss]:
    """Return a loss for each column that says something and is not held; lists count values."""
    kept = {*held, "id"}
    return [
        Loss(entry=entry.id, column=column, count=_count(column, cell))
        for column, cell in said(entry).items()
        if column not in kept
    ]


def _count(column: str, cell: str) -> int:
    return cell.count(";") + 1 if column in LISTS else 1
