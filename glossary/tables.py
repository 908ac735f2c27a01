"""Text of a delimited file to records, each with its raw text: separator, header, comments."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from rapidfuzz.distance import OSA

from glossary import dates, encodings
from glossary.rows import COLUMNS

MAX_BYTES = 50_000_000
SEPARATORS = (",", ";", "\t", "|")
_AROUND = "".join(SEPARATORS) + '"'
HEADER_ALIASES = {"french": "fr", "français": "fr", "english": "en", "anglais": "en"}
_DATES = frozenset({"valid_from", "valid_to", "date"})
_MAX_CELL = 100_000
_TOO_LONG = f"a cell has more than {_MAX_CELL:,} characters; are its quotation marks closed?"
_CONFLICT = (
    "is a conflict mark of git: between the marks stand two versions of the same lines; "
    "keep the right one and delete the other and the marks"
)
_SAMPLE_LINES = 50
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\s*\Z", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_\d]+")
#: What git writes around two versions that it could not merge.
_CONFLICT_MARK = re.compile(r"(?:<{7}|>{7})(?: .*)?$|\|{7} [^|]*$|={7}$")
#: Up to how many letters of difference a name is a misspelt column, by the column's length.
_SHORT, _LONG = 4, 8


class TableError(ValueError):
    """The file is no table. `line` is 1-based, 0 for the whole file."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a file: its raw text with the line end, and the line on which it begins.

    `cells` is None for what is no row: a comment, a blank line, Excel's ``sep=;``, a record that
    cannot be read. Then `fault` says why it cannot be read, "" if nothing is wrong.
    """

    line: int
    raw: str
    cells: tuple[str, ...] | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Records in file order, whose raw texts together are the text.

    `header` has the column names as known here; `header_at` is the index of its record, -1 if the
    file has none.
    """

    header: tuple[str, ...]
    header_at: int
    separator: str
    records: tuple[Record, ...]

    @property
    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows below the header, each with its line; dates as 2024-01-31 where that is sure."""
        for at, cells in self.cells.items():
            yield self.records[at].line, cells

    @property
    def cells(self) -> dict[int, tuple[str, ...]]:
        """The same by the index of the record."""
        rows = {
            at: record.cells
            for at, record in enumerate(self.records)
            if record.cells is not None and at != self.header_at
        }
        columns = [at for at, name in enumerate(self.header) if name in _DATES]
        order = dates.day_first(
            cells[column] for cells in rows.values() for column in columns if column < len(cells)
        )
        return {at: _with_dates(cells, columns, order) for at, cells in rows.items()}

    @property
    def faults(self) -> Iterator[tuple[int, int, str]]:
        """What is wrong with the table, as (line, column, message), before any row is looked at."""
        if self.header_at >= 0:
            line = self.records[self.header_at].line
            for column, message in header_faults(self.header):
                yield line, column, message
        for record in self.records:
            if record.fault:
                yield record.line, 0, record.fault
        width = len(self.header)
        for line, cells in self.rows:
            if too_wide(cells, width):
                message = f"has {len(cells)} cells under {width} columns; put quotes around commas"
                yield line, width + 1, message


def _with_dates(
    cells: tuple[str, ...], columns: Sequence[int], day_first: bool | None
) -> tuple[str, ...]:
    return tuple(
        dates.iso(cell, day_first=day_first) if at in columns and cell else cell
        for at, cell in enumerate(cells)
    )


def decode(data: bytes) -> str:
    """Decode the bytes of a table; see `glossary.encodings`.

    Raises:
        TableError: when they are no text.
    """
    try:
        return encodings.decode(data)
    except encodings.EncodingError as error:
        raise TableError(str(error)) from error


def too_wide(cells: Sequence[str], width: int) -> bool:
    """Whether a row has something beyond the last column."""
    return any(cell.strip() for cell in cells[width:])


def read_table(text: str) -> Table:
    """Cut a text into records; a file of two columns may do without header.

    Raises:
        TableError: when no separator gives a header with `fr` and `en`, or quotation marks stay
            open to the end.
    """
    separator = _separator(text)
    records = tuple(_records(text, separator))
    rows = [index for index, record in enumerate(records) if record.cells is not None]
    if not rows:
        return Table(header=("fr", "en"), header_at=-1, separator=separator, records=records)
    header = _header(records[rows[0]].cells or ())
    if header:
        return Table(header=header, header_at=rows[0], separator=separator, records=records)
    if all(len(records[index].cells or ()) == 2 for index in rows):
        return Table(header=("fr", "en"), header_at=-1, separator=separator, records=records)
    raise TableError(
        "has no header with the columns fr and en; "
        "only a file of exactly two columns (French, English) may do without",
        records[rows[0]].line,
    )


def is_comment(cells: Sequence[str]) -> bool:
    """Whether a row is a comment: its first text is ``#`` alone or ``# `` and more."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    return first == "#" or (first.startswith("#") and first[1:2].isspace())


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    """The column names, or () if this row is no header."""
    names = [cell.strip().lower() for cell in cells]
    names = [HEADER_ALIASES.get(name, name) for name in names]
    return tuple(names) if {"fr", "en"} <= set(names) else ()


def header_faults(header: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (1-based column, message) for misspelt and repeated columns.

    A column that is not known and not like a known one that is missing is an editor's own.
    """
    for index, name in enumerate(header):
        if name and name in header[:index]:
            yield index + 1, f"column {name!r} stands twice"
        elif (meant := misspelt(name)) and meant not in header:
            yield index + 1, f"unknown column {name!r}; did you mean {meant!r}?"


def ambiguous(header: Sequence[str]) -> bool:
    """Whether French or English stands twice, so that nobody can tell which term is meant."""
    return max(map(header.count, ("fr", "en"))) > 1


def misspelt(name: str) -> str:
    """Return the known column that `name` is likely meant to be, "" if it is none or known.

    >>> misspelt("forbiden_en"), misspelt("forms fr"), misspelt("last update")
    ('forbidden_en', 'forms_fr', '')
    """
    if name in COLUMNS:
        return ""
    bare = _NO_LETTER.sub("", name)
    for column in COLUMNS:
        known = _NO_LETTER.sub("", column)
        reach = 0 if len(known) < _SHORT else 1 if len(known) < _LONG else 2
        if bare == known or OSA.distance(bare, known, score_cutoff=reach) <= reach:
            return column
        if len(bare) >= _SHORT and known.startswith(bare):
            return column
    close = get_close_matches(name, [one for one in COLUMNS if len(one) >= _LONG], 1, 0.8)
    return close[0] if close else ""


def _separator(text: str) -> str:
    """The separator that makes a header; else the one that cuts most lines in two."""
    lines: list[str] = []
    for found in _LINES.finditer(text):
        line = found[0].strip("\r\n")
        if not lines and (named := _SEPARATOR_LINE.match(line)):
            return named[1]
        skipped = _is_comment_line(line, _AROUND) or _CONFLICT_MARK.match(line)
        if line.strip() and not skipped:
            lines.append(line)
        if len(lines) == _SAMPLE_LINES:
            break
    if not lines:
        return ","
    for separator in SEPARATORS:
        if _header(next(csv.reader([lines[0]], delimiter=separator), [])):
            return separator
    return max(SEPARATORS, key=lambda separator: _cut_in_two(lines, separator))


def _cut_in_two(lines: Sequence[str], separator: str) -> int:
    try:
        return sum(len(row) == 2 for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0


def _is_comment_line(line: str, beside: str) -> bool:
    """Whether a line is a comment before it is cut at separators; `beside` may stand around."""
    text = line.lstrip(" \t\u00a0" + beside)
    return text.startswith("#") and (len(text) == 1 or text[1].isspace() or text[1] in beside)


class _Lines:
    """Physical lines for a csv reader, counted, with a look at the next one."""

    def __init__(self, text: str) -> None:
        self.lines = [found[0] for found in _LINES.finditer(text)]
        self.at = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at == len(self.lines):
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]


def _records(text: str, separator: str) -> Iterator[Record]:
    feed = _Lines(text)
    reader = csv.reader(feed, delimiter=separator, strict=True)
    while feed.at < len(feed.lines):
        start = feed.at
        line = feed.lines[start]
        if _no_row(line, start, separator):
            feed.at += 1
            yield Record(line=start + 1, raw=line)
            continue
        if _CONFLICT_MARK.match(line.rstrip("\r\n")):
            feed.at += 1
            yield Record(line=start + 1, raw=line, fault=_CONFLICT)
            continue
        try:
            cells = next(reader)
        except csv.Error as error:
            if feed.at == len(feed.lines) and "unexpected end" in str(error):
                raise TableError(
                    "cannot be read as CSV: quotation marks are opened here and never closed",
                    start + 1,
                ) from error
            # The reader has dropped what it had of the record and goes on with the next line.
            raw = "".join(feed.lines[start : feed.at])
            yield Record(line=start + 1, raw=raw, fault=_unreadable(error))
            reader = csv.reader(feed, delimiter=separator, strict=True)
            continue
        raw = "".join(feed.lines[start : feed.at])
        yield _record(start + 1, raw, cells)


def _unreadable(error: csv.Error) -> str:
    if "field larger" in str(error):
        return _TOO_LONG
    return f"cannot be read as CSV: {error}; put the cell in quotes and double those in it"


def _no_row(line: str, index: int, separator: str) -> bool:
    """Whether a line that opens a record is blank, a comment without quotes, or ``sep=;``."""
    named = index == 0 and _SEPARATOR_LINE.match(line) is not None
    return named or not line.strip() or _is_comment_line(line, separator)


def _record(line: int, raw: str, cells: list[str]) -> Record:
    if not any(cell.strip() for cell in cells) or is_comment(cells):
        return Record(line=line, raw=raw)
    if any(len(cell) > _MAX_CELL for cell in cells):
        return Record(line=line, raw=raw, fault=_TOO_LONG)
    return Record(line=line, raw=raw, cells=tuple(cells))
