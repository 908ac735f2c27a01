"""Changes of a glossary file: pure functions that touch only the lines of their entries."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from typing import TypeAlias

from glossary.editing.cells import quote, rewrite
from glossary.editing.sheet import Row, Sheet
from glossary.errors import GlossaryError, Problem
from glossary.folding import key, tokenize
from glossary.rows import COLUMNS, RowReader, clean, derive_id, to_row
from glossary.values import Case, Entry, EntryStatus, Kind

#: What a column says when it is missing.
_DEFAULTS = {"kind": Kind.TERM, "case": Case.SMART, "status": EntryStatus.APPROVED}


@dataclass(frozen=True, slots=True)
class Add:
    """Put in a new entry."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Edit:
    """Change columns of the entry `id`; several values of one cell are separated by ``;``."""

    id: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out the entry `id`."""

    id: str


Change: TypeAlias = Add | Edit | Remove
#: Folded French, its words, id, kind.
_Order: TypeAlias = tuple[str, str, str, str]


def apply(sheet: Sheet, changes: Iterable[Change]) -> Sheet:
    """Return the sheet with the changes made, in order.

    An edited line stays in its place and keeps its other cells as written. A new line goes to its
    sorted place if the file is sorted by `fr` (alone or within each kind) or `id`, else after the
    last row. Columns that a new
    entry needs and the file lacks are put at the end of the header.

    Raises:
        GlossaryError: with every problem, when the result would be unsound: an id that is not
            there or there already, a value that no entry may have, a letter that the file's
            encoding lacks. Faults that the file had before are left to be mended.
    """
    draft = _Draft(sheet)
    for change in changes:
        draft.make(change)
    draft.refuse()
    return draft.sheet()


@dataclass(slots=True)
class _Line:
    """An entry's line while changes are made; `before` is the row it was, None for a new one."""

    id: str
    raw: str
    order: _Order
    before: Row | None
    touched: bool = False
    gone: bool = False


class _Draft:
    """A sheet on which changes are made."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        empty = sheet.header_at < 0 and not sheet.rows
        self._header = list(COLUMNS if empty else sheet.header)
        self._lines = [_line(row, sheet.records[row.at].raw) for row in sheet.rows]
        self._new: list[_Line] = []
        self._by_id: dict[str, list[_Line]] = {}
        for line in self._lines:
            self._by_id.setdefault(line.id, []).append(line)
        self._problems: list[Problem] = []

    def make(self, change: Change) -> None:
        """Make one change, or note why it cannot be made."""
        if isinstance(change, Add):
            self._add(change.entry)
            return
        line = self._one(change.id)
        if line is None:
            return
        if isinstance(change, Remove):
            line.gone = True
            self._by_id[change.id].remove(line)
        else:
            self._edit(line, change.values)

    def refuse(self) -> None:
        """Raise the problems noted, if any."""
        if self._problems:
            raise _refused(self._problems)

    def sheet(self) -> Sheet:
        """Write the lines, read them back, and return the sheet if it is sound."""
        raws, touched = self._written()
        text = "".join(raws)
        name = self._sheet.name
        try:
            data = self._sheet.bom + text.encode(self._sheet.encoding)
        except UnicodeEncodeError as error:
            message = (
                f"{error.object[error.start]!r} cannot be written in the file's encoding, "
                f"{self._sheet.encoding}; save the file as CSV in UTF-8 first"
            )
            raise _refused([_problem(name, message)]) from error
        result = Sheet.parse(data, name)
        if [record.raw for record in result.records] != raws or (
            result.encoding != self._sheet.encoding or list(result.header) != self._header
        ):
            message = "the file would not be read as it is meant; save it as CSV in UTF-8 first"
            raise _refused([_problem(name, message)])
        _check(result, touched)
        return result

    def _one(self, id_: str) -> _Line | None:
        lines = self._by_id.get(id_, [])
        if len(lines) == 1:
            return lines[0]
        if lines:
            places = " and ".join(str(line.before.line) for line in lines if line.before)
            self._note(f"id {id_!r} stands on lines {places}; give them different ids by hand")
        else:
            close = get_close_matches(id_, self._by_id, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            self._note(f"there is no entry {id_!r}{hint}")
        return None

    def _add(self, entry: Entry) -> None:
        there = self._by_id.get(entry.id)
        if there:
            message = f"id: {entry.id!r} is already used here; edit it, or give the new one an id"
            self._note(message, there[0].before.line if there[0].before else 0)
            return
        row = {column: value for column, value in to_row(entry).items() if value}
        defaults = {**_DEFAULTS, "id": derive_id(entry.fr, entry.kind)}
        self._header += [
            column
            for column, value in row.items()
            if column not in self._header and value != defaults.get(column)
        ]
        separator = self._sheet.separator
        cells = [quote(clean(row.get(column, "")), separator) for column in self._header]
        raw = separator.join(cells) + self._sheet.line_end
        order = _order(entry.fr, entry.id, entry.kind)
        line = _Line(id=entry.id, raw=raw, order=order, before=None, touched=True)
        self._new.append(line)
        self._by_id[entry.id] = [line]

    def _edit(self, line: _Line, values: Mapping[str, str]) -> None:
        place = line.before.line if line.before else 0
        for column in values:
            if column not in COLUMNS and column not in self._header:
                close = get_close_matches(column, [*COLUMNS, *self._header], 1)
                hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(COLUMNS)}"
                self._note(f"there is no column {column!r}; {hint}", place)
                return
        self._header += [column for column in values if column not in self._header]
        canonical = {column: _canonical(column, value) for column, value in values.items()}
        line.raw = rewrite(line.raw, self._sheet.separator, self._header, canonical)
        line.touched = True
        if "id" in values and canonical["id"] != line.id:
            self._by_id[line.id].remove(line)
            line.id = canonical["id"] or line.id
            self._by_id.setdefault(line.id, []).append(line)

    def _note(self, message: str, line: int = 0) -> None:
        self._problems.append(_problem(self._sheet.name, message, line))

    def _written(self) -> tuple[list[str], list[tuple[int, Row | None]]]:
        """Return the raw records of the result, and which of them are touched."""
        at_row = {line.before.at: line for line in self._lines if line.before}
        before = self._places()
        raws: list[str] = []
        touched: list[tuple[int, Row | None]] = []

        def put(raw: str) -> None:
            if raws and not raws[-1].endswith(("\n", "\r")):
                raws[-1] += self._sheet.line_end
            raws.append(raw)

        records = self._sheet.records
        for at in range(len(records) + 1):
            for line in before.get(at, ()):
                touched.append((len(raws), None))
                put(line.raw)
            if at == len(records):
                break
            own = at_row.get(at)
            if own is not None and own.gone:
                continue
            if own is not None and own.touched:
                touched.append((len(raws), own.before))
            put(own.raw if own is not None else records[at].raw)
        offset = self._write_header(raws)
        return raws, [(at + offset, row) for at, row in touched]

    def _write_header(self, raws: list[str]) -> int:
        """Write the new columns into the header; return how many records that adds before."""
        if tuple(self._header) == self._sheet.header:
            return 0
        separator, at = self._sheet.separator, self._sheet.header_at
        if at < 0:
            rows = self._sheet.rows
            at = rows[0].at if rows else len(self._sheet.records)
            if at and not raws[at - 1].endswith(("\n", "\r")):
                raws[at - 1] += self._sheet.line_end
            raws.insert(at, separator.join(self._header) + self._sheet.line_end)
            return 1
        added = {name: name for name in self._header[len(self._sheet.header) :]}
        raws[at] = rewrite(raws[at], separator, self._header, added)
        return 0

    def _places(self) -> dict[int, list[_Line]]:
        """Return the new lines by the index of the record before which they go."""
        new = [line for line in self._new if not line.gone]
        rows = [line for line in self._lines if line.before]
        if not rows:
            return {len(self._sheet.records): new}
        last = rows[-1].before
        end = last.at + 1 if last else 0
        by = _sorted_by([line.order for line in rows])
        if by is None:
            return {end: new}
        keys = [by(line.order) for line in rows]
        places: dict[int, list[_Line]] = {}
        for line in sorted(new, key=lambda line: by(line.order)):
            after = bisect_right(keys, by(line.order))
            neighbour = rows[max(after - 1, 0)].before
            at = (neighbour.at if neighbour else 0) + (1 if after else 0)
            places.setdefault(at, []).append(line)
        return places


def _line(row: Row, raw: str) -> _Line:
    order = _order(row.values.get("fr", ""), row.id, row.values.get("kind", "").lower())
    return _Line(id=row.id, raw=raw, order=order, before=row)


def _order(french: str, id_: str, kind: str) -> _Order:
    """Return what people and spreadsheets sort by."""
    return key(french), " ".join(tokenize(french).keys), id_, kind or Kind.TERM


def _sorted_by(orders: Sequence[_Order]) -> Callable[[_Order], tuple[int, str]] | None:
    """Return the key in whose order the rows stand, None if there is none.

    Tried are the French, its words, the id, and the French within each kind.
    """
    groups: dict[str, int] = {}
    for order in orders:
        groups.setdefault(order[3], len(groups))
    tries: tuple[Callable[[_Order], tuple[int, str]], ...] = (
        lambda order: (0, order[0]),
        lambda order: (0, order[1]),
        lambda order: (0, order[2]),
        lambda order: (groups.get(order[3], len(groups)), order[0]),
    )
    for by in tries:
        if all(one <= other for one, other in pairwise(map(by, orders))):
            return by
    return None


def _canonical(column: str, value: str) -> str:
    """Return a value as the canonical file writes it, if it is sound; else as it is given."""
    sound: Mapping[str, str] = {"fr": "mot", "en": "word", column: value}
    entry = RowReader(sound).entry() if column in COLUMNS else None
    return to_row(entry)[column] if entry is not None and clean(value) else clean(value)


def _check(sheet: Sheet, touched: Iterable[tuple[int, Row | None]]) -> None:
    """Raise when a touched record is no sound row, other than it was before."""
    rows = {row.at: row for row in sheet.rows}
    count = Counter(row.id for row in sheet.rows)
    places = {column: index for index, column in enumerate(sheet.header, 1)}
    problems: list[Problem] = []
    for at, before in touched:
        row = rows.get(at)
        line = sheet.records[at].line
        if row is None:
            problems.append(
                _problem(sheet.name, "would be read as a comment or a blank line", line)
            )
            continue
        old = before.faults if before else ()
        problems += [
            replace(_problem(sheet.name, f"{column}: {text}", line), column=places.get(column, 0))
            for column, text in row.faults
            if (column, text) not in old
        ]
        if count[row.id] > 1 and (before is None or before.id != row.id):
            other = next(one.line for one in sheet.rows if one.id == row.id and one.at != at)
            message = f"id: {row.id!r} is already used on line {other}; ids are unique"
            problems.append(
                replace(_problem(sheet.name, message, line), column=places.get("id", 0))
            )
    if problems:
        raise _refused(problems)


def _problem(name: str, message: str, line: int = 0) -> Problem:
    return Problem(path=name, line=line, column=0, message=message)


def _refused(problems: Sequence[Problem]) -> GlossaryError:
    return GlossaryError("the change is refused; the file is as it was", problems)
