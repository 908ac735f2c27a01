"""Two-column glossaries of translation services: DeepL, Google, Amazon.

DeepL takes pairs without header (or with two more columns of language codes); Google a header of
language codes, with an optional `pos` and `description`; Amazon a header of language codes, with as
many languages as one likes. All take commas or tabs, in UTF-8.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary import tables
from glossary.formats.cells import Row, lost, reading
from glossary.formats.tmx import primary
from glossary.formats.values import FormatError, Loss, Reading, Remark, Written
from glossary.values import Entry, EntryStatus

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}\Z")
_DESCRIPTION = "description"
_BESIDE = ("pos", _DESCRIPTION)
#: In the order of preference: terms hold commas and semicolons, but no tabs.
_SEPARATORS = ("\t", ",", ";", "|")
#: Names of columns that are no language codes though they look like it.
_OUR_OWN = frozenset({"id", "kind", "case", "note", "date", "cues"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What one service wants: the header, () for none."""

    header: tuple[str, ...] = ()


DEEPL = Dialect()
GOOGLE = Dialect(header=("fr", "en", _DESCRIPTION))
AMAZON = Dialect(header=("fr", "en"))


def write(entries: Sequence[Entry], dialect: Dialect, separator: str = ",") -> Written:
    """Return the pairs of the approved entries, each French term once.

    The services apply whatever they get, so entries that are not approved are left out, and of
    several entries for one French term the later ones: a loss of the column "entry".
    """
    described = _DESCRIPTION in dialect.header
    held = ("fr", "en", "status", *(("note",) if described else ()))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    if dialect.header:
        writer.writerow(dialect.header)
    losses: list[Loss] = []
    taken: set[str] = set()
    for entry in entries:
        if entry.status is not EntryStatus.APPROVED or entry.fr in taken:
            losses.append(Loss(entry=entry.id, column="entry"))
            continue
        taken.add(entry.fr)
        writer.writerow([entry.fr, entry.en, *([entry.note] if described else [])])
        losses += lost(entry, held)
    return Written(data=out.getvalue().encode("utf-8", "replace"), losses=tuple(losses))


def read(data: bytes, path: str) -> Reading:
    """Read pairs with or without header, of any of the services.

    Raises:
        FormatError: no text, no table, no French or no English column.
    """
    try:
        text = tables.decode(data)
    except tables.TableError as error:
        raise FormatError(str(error)) from error
    rows = _rows(text)
    if not rows:
        return Reading()
    remarks: list[Remark] = []
    header = header_of(rows[0][1])
    if not header:
        found, places = _headless(rows, remarks), {"fr": 0, "en": 1}
    else:
        places = _places(header, remarks)
        found = _headed(places, header, rows[1:], remarks)
    return reading(
        found, path, remarks=remarks, place=lambda _line, column: (places.get(column, -1) + 1, "")
    )


def header_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the languages (and `pos`, `description`) that a header names, () if it is none."""
    names = tuple(cell.strip() for cell in cells)
    languages = [name for name in names if name and name.lower() not in _BESIDE]
    if len(languages) < 2 or not all(_CODE.match(name) for name in languages):
        return ()
    if any(name.lower() in _OUR_OWN for name in languages):
        return ()
    if {"fr", "en"} <= {primary(name) for name in languages} or all(map(_surely, languages)):
        return names
    return ()


def ends_in_codes(cells: Sequence[str]) -> bool:
    """Whether a row is a pair with its two languages behind it, which DeepL takes too."""
    codes = [primary(cell) for cell in cells[2:]]
    return len(codes) == 2 and set(codes) == {"fr", "en"}


def column_name(cell: str) -> str:
    """Return the column that a heading of people's own means: "fr" for "Français" and "fr-CA"."""
    name = cell.strip().lower()
    name = tables.HEADER_ALIASES.get(name, name)
    return primary(name) if _CODE.match(name) and primary(name) in {"fr", "en"} else name


def _surely(name: str) -> bool:
    """Whether a name is a code rather than a short word: "de", "pt-BR", not "mer"."""
    return len(name) == 2 or "-" in name or "_" in name


def _rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(f"line {line}: cannot be read as CSV: {error}") from error
    return rows


def _separator(text: str) -> str:
    """The separator that cuts most of the first lines in two or more; a tab before a comma."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:50]
    return max(_SEPARATORS, key=lambda separator: _cut(lines, separator))


def _cut(lines: Sequence[str], separator: str) -> int:
    try:
        return sum(len(row) > 1 for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0


def _places(header: Sequence[str], remarks: list[Remark]) -> dict[str, int]:
    """Which of our columns stands where."""
    places: dict[str, int] = {}
    for index, name in enumerate(header):
        column = "note" if name.lower() == _DESCRIPTION else primary(name)
        if column in {"fr", "en", "note"} and column not in places:
            places[column] = index
        elif name:
            language = _CODE.match(name) and name.lower() not in _BESIDE
            remarks.append(Remark(line=1, what=f"{'language' if language else 'column'} {name}"))
    if not {"fr", "en"} <= set(places):
        raise FormatError(
            f"has the languages {', '.join(filter(None, header))}; French and English are needed"
        )
    if places["en"] < places["fr"]:
        remarks.append(Remark(line=1, what="direction en to fr, turned round"))
    return places


def _headed(
    places: Mapping[str, int],
    header: Sequence[str],
    rows: Sequence[tuple[int, tuple[str, ...]]],
    remarks: list[Remark],
) -> list[Row]:
    found: list[Row] = []
    # In a table of many languages a row may be of two others.
    many = sum(name.strip() != "" and name.lower() not in _BESIDE for name in header) > 2
    for line, cells in rows:
        row = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        lacking = [name for name in ("fr", "en") if not row[name].strip()]
        if many and lacking:
            remarks.append(Remark(line=line, what=f"row without {lacking[0]} term"))
        else:
            found.append((line, row))
        if any(cell.strip() for cell in cells[len(header) :]):
            remarks.append(Remark(line=line, what="cells beyond the header"))
    return found


def _headless(rows: Sequence[tuple[int, tuple[str, ...]]], remarks: list[Remark]) -> list[Row]:
    odd = [line for line, cells in rows if len(cells) not in {2, 4}]
    if len(odd) * 2 > len(rows):
        raise FormatError(
            f"is no table of pairs: {len(odd)} of {len(rows)} lines have not two cells, the first "
            f"is line {odd[0]}, and no header names French and English"
        )
    found: list[Row] = []
    for line, cells in rows:
        pair, beyond = cells[:2], cells[2:]
        if len(beyond) == 2 and all(_CODE.match(cell.strip()) for cell in beyond):
            source, target = map(primary, beyond)
            if {source, target} != {"fr", "en"}:
                remarks.append(Remark(line=line, what=f"languages {source} to {target}"))
                continue
            if source == "en":
                pair = pair[::-1]
                remarks.append(Remark(line=line, what="direction en to fr, turned round"))
        elif any(cell.strip() for cell in beyond):
            remarks.append(Remark(line=line, what="cells beyond the second"))
        found.append((line, dict(zip(("fr", "en"), (*pair, ""), strict=False))))
    return found
