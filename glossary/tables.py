"""Bytes of a delimited text file to rows of cells: encoding, separator, header."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from glossary.rows import COLUMNS

MAX_BYTES = 50_000_000
_SEPARATORS = (",", ";", "\t")
_HEADER_ALIASES = {"french": "fr", "français": "fr", "english": "en", "anglais": "en"}
_MAX_CELL = 100_000
_SAMPLE_LINES = 50


class TableError(ValueError):
    """The file is no table. `line` is 1-based, 0 for the whole file."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Table:
    """Header and rows; each row with the line on which it begins."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16 (with or without mark) or, when neither fits, Windows-1252.

    Raises:
        TableError: when the bytes are no text in any of them.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    sample = data[:4000]
    if b"\0" in sample:
        odd, even = sample[1::2].count(0), sample[::2].count(0)
        return _strictly(data, "utf-16-le" if odd > even else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _strictly(data, "cp1252")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError(f"is not text ({encoding}: {error.reason}); save it as UTF-8") from error
    if "\0" in text:
        raise TableError("is not text: it holds NUL characters; save it as CSV in UTF-8")
    return text


def read_table(text: str) -> Table:
    """Cut a text into header and rows; a file of two columns may do without header.

    Raises:
        TableError: when no separator gives a header with `fr` and `en`, or a cell is too long.
    """
    rows = _records(text, _separator(text))
    if not rows:
        return Table(("fr", "en"), ())
    header = _header(rows[0][1])
    if header:
        return Table(header, tuple(rows[1:]))
    if all(len(cells) == 2 for _, cells in rows):
        return Table(("fr", "en"), tuple(rows))
    raise TableError(
        "has no header with the columns fr and en; "
        "only a file of exactly two columns (French, English) may do without",
        rows[0][0],
    )


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    """The column names, or () if this row is no header."""
    names = [cell.strip().lower() for cell in cells]
    names = [_HEADER_ALIASES.get(name, name) for name in names]
    return tuple(names) if {"fr", "en"} <= set(names) else ()


def header_faults(header: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (1-based column, message) for unknown and repeated columns."""
    for index, name in enumerate(header):
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(COLUMNS)}"
            yield index + 1, f"unknown column {name!r}; {hint}"
        elif name in header[:index]:
            yield index + 1, f"column {name!r} stands twice"


def _separator(text: str) -> str:
    """The separator that makes a header; else the one that cuts most lines in two."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    if not lines:
        return ","
    for separator in _SEPARATORS:
        if _header(next(csv.reader([lines[0]], delimiter=separator), [])):
            return separator
    return max(
        _SEPARATORS, key=lambda sep: sum(len(row) == 2 for row in csv.reader(lines, delimiter=sep))
    )


def _records(text: str, separator: str) -> list[tuple[int, tuple[str, ...]]]:
    """Rows that are not blank, each with its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for cells in reader:
            if any(len(cell) > _MAX_CELL for cell in cells):
                raise TableError(f"a cell has more than {_MAX_CELL} characters", line)
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"cannot be read as CSV: {error}", line) from error
    return rows
