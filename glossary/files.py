"""Glossaries from files and rows, and back to files.

The canonical form is a CSV that opens in a spreadsheet; see `glossary.rows.COLUMNS`.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

from glossary import tables
from glossary.atomic import write_bytes
from glossary.errors import GlossaryError, Problem, faulty
from glossary.rows import COLUMNS, RowReader, identify, to_row
from glossary.values import Entry, Glossary, Kind

_STARTER = "news.csv"


def load(paths: Sequence[Path]) -> Glossary:
    """Read one or more glossary files; a later file wins on the same id or the same fr and kind.

    Columns: see `glossary.rows.COLUMNS`; only `fr` and `en` are required, columns of an editor's
    own are passed over, as are comment lines (``# ...``). Separator (``, ; tab |``) and encoding
    (UTF-8, UTF-16, Windows-1252, Latin-9, MacRoman) are detected.

    Raises:
        GlossaryError: with every problem of every file, by line and column (cell number).
    """
    problems: list[Problem] = []
    layers = [_read(Path(path), problems) or [] for path in paths]
    if problems:
        raise faulty(problems)
    return _glossary(layers)


def load_lenient(paths: Sequence[Path]) -> tuple[Glossary, tuple[Problem, ...]]:
    """Read files as `load` does, but leave out faulty entries; return their problems beside it.

    Raises:
        GlossaryError: when a file as a whole cannot be used: missing, too large, no table.
    """
    problems: list[Problem] = []
    unusable: list[Problem] = []
    layers: list[list[Entry]] = []
    for path in paths:
        found: list[Problem] = []
        layer = _read(Path(path), found)
        (unusable if layer is None else problems).extend(found)
        layers.append(layer or [])
    if unusable:
        raise faulty(unusable)
    return _glossary(layers), tuple(problems)


def starter() -> Glossary:
    """Return the glossary of news terms that comes with the package.

    Raises:
        GlossaryError: when the installed file is missing or damaged.
    """
    problems: list[Problem] = []
    entries = _parse(starter_bytes(), _STARTER, problems)
    if problems:
        raise faulty(problems)
    return _glossary([entries or []])


def starter_bytes() -> bytes:
    """Return the starter glossary's file.

    Raises:
        GlossaryError: when it is missing.
    """
    try:
        return resources.files("glossary").joinpath("data", _STARTER).read_bytes()
    except OSError as error:
        raise GlossaryError(f"the starter glossary is missing ({error}); reinstall") from error


def from_rows(rows: Iterable[Mapping[str, str]]) -> Glossary:
    """Make a glossary of mappings from column name to cell, checked like the rows of a file.

    Raises:
        GlossaryError: with every problem; `line` counts the rows from 1.
    """
    problems: list[Problem] = []
    numbered = [(number, dict(row)) for number, row in enumerate(rows, 1)]
    for number, row in numbered:
        unknown = sorted(set(row) - set(COLUMNS))
        problems += [
            Problem(path="rows", line=number, column=0, message=f"unknown column {name!r}")
            for name in unknown
        ]
    entries = _entries(numbered, COLUMNS, "rows", problems)
    if problems:
        raise faulty(problems)
    return _glossary([entries])


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """Lay glossaries over each other as `load` does with files: later ones win."""
    return _glossary([glossary.entries for glossary in glossaries])


def dump(glossary: Glossary) -> str:
    """Return the canonical CSV: all columns, entries in order, one line end, no byte mark."""
    return _csv(glossary.entries)


def save(glossary: Glossary, path: Path) -> None:
    """Write the canonical CSV atomically; what is saved twice is the same byte for byte.

    The file begins with a byte order mark, without which spreadsheets take it for Windows-1252.

    Raises:
        GlossaryError: when the file cannot be written.
    """
    write_bytes(Path(path), dump(glossary).encode("utf-8-sig"))


def _read(path: Path, problems: list[Problem]) -> list[Entry] | None:
    """The sound entries of a file, None if it cannot be used at all; faults go to `problems`."""
    try:
        data = read_bytes(path)
    except GlossaryError as error:
        problems += error.problems
        return None
    return _parse(data, str(path), problems)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a glossary file; a file that is too large is not read.

    Raises:
        GlossaryError: with one problem without line.
    """
    limit = f"a glossary has at most {tables.MAX_BYTES // 1_000_000} MB"
    try:
        size = path.stat().st_size
        message = f"has {size:,} bytes; {limit}, so it was not read"
        if size <= tables.MAX_BYTES:
            with path.open("rb") as stream:
                data = stream.read(tables.MAX_BYTES + 1)  # a device has no size
            if len(data) <= tables.MAX_BYTES:
                return data
            message = f"does not end; {limit}"
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
    problems = [Problem(path=str(path), line=0, column=0, message=message)]
    raise faulty(problems)


def _parse(data: bytes, path: str, problems: list[Problem]) -> list[Entry] | None:
    try:
        table = tables.read_table(tables.decode(data))
    except tables.TableError as error:
        problems.append(
            Problem(path=path, line=error.line, column=error.column, message=str(error))
        )
        return None
    found = [
        Problem(path=path, line=line, column=column, message=message)
        for line, column, message in table.faults
    ]
    width = len(table.header)
    rows = [
        (line, dict(zip(table.header, cells, strict=False)))
        for line, cells in table.rows
        if not tables.too_wide(cells, width)
    ]
    entries = _entries(rows, table.header, path, found)
    problems += sorted(found, key=lambda problem: (problem.line, problem.column))
    return None if tables.ambiguous(table.header) else entries


def _entries(
    rows: Iterable[tuple[int, dict[str, str]]],
    header: Sequence[str],
    path: str,
    problems: list[Problem],
) -> list[Entry]:
    """The sound entries; faults go to `problems`."""
    places = {name: index for index, name in reversed(list(enumerate(header, 1)))}
    entries: list[Entry] = []
    lines: dict[str, int] = {}
    for line, row in rows:
        reader = RowReader(row)
        entry = reader.entry()
        problems += [
            Problem(path=path, line=line, column=places.get(column, 0), message=f"{column}: {text}")
            for column, text in reader.faults
        ]
        if not (row.get("id", "").strip() or row.get("fr", "").strip()):
            continue
        id_ = identify(row)
        if lines.setdefault(id_, line) != line:
            message = f"id: {id_!r} is already used on line {lines[id_]}; ids are unique"
            problems.append(
                Problem(path=path, line=line, column=places.get("id", 0), message=message)
            )
        elif entry is not None:
            entries.append(entry)
    return entries


def _glossary(layers: Iterable[Iterable[Entry]]) -> Glossary:
    """Lay later files over earlier ones; the same id keeps its place."""
    merged: dict[str, Entry] = {}
    for layer in map(tuple, layers):
        own = {entry.id for entry in layer}
        named: dict[tuple[str, Kind], list[str]] = {}
        for id_, old in merged.items():
            named.setdefault((old.fr, old.kind), []).append(id_)
        for entry in layer:
            for id_ in named.pop((entry.fr, entry.kind), []):
                if id_ not in own:
                    merged.pop(id_, None)
            merged[entry.id] = entry
    entries = tuple(merged.values())
    return Glossary(entries=entries, digest=hashlib.sha256(_csv(entries).encode()).hexdigest())


def _csv(entries: Iterable[Entry]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(to_row(entry) for entry in entries)
    return out.getvalue()
