"""A glossary file as it is written: every byte kept, every entry found by its id."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from glossary import encodings, tables
from glossary.errors import GlossaryError, Problem
from glossary.folding import key
from glossary.rows import COLUMNS, RowReader, clean, identify
from glossary.tables import Record
from glossary.values import Entry

#: How a new file begins: with the mark without which spreadsheets take it for Windows-1252.
_NEW = "\ufeff" + ",".join(COLUMNS) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry's place in a file.

    Attributes:
        at: index of its record. line: 1-based, where it begins.
        cells: as written. values: cell by column name, blanks folded, dates as 2024-01-31.
        id: as written, or derived from the French and the kind where that cell is empty.
    """

    at: int
    line: int
    cells: tuple[str, ...]
    values: Mapping[str, str]
    id: str

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """What is wrong with the row, as (column name, message)."""
        reader = RowReader(self.values)
        reader.entry()
        return tuple(reader.faults)

    @property
    def version(self) -> str:
        """SHA-256 of what the entry says, hexadecimal; its line and the other rows do not count."""
        filled = sorted(f"{name}\0{value}\0" for name, value in self.values.items() if value)
        return hashlib.sha256("".join(filled).encode()).hexdigest()

    @property
    def entry(self) -> Entry | None:
        """The entry; None if the row has faults."""
        return RowReader(self.values).entry()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A glossary file, read: ``Sheet.parse(data).to_bytes() == data``.

    Attributes:
        name: how messages call the file.
        encoding: a Python codec. bom: the byte order mark, b"" if there is none.
        line_end: the one that most lines have.
        header: column names in the file's own order; `header_at` is the index of its record, -1
            for a file of two columns without header.
        records: every record with its raw text: rows, comments, blank lines.
        rows: the entries. version: SHA-256 of the bytes, hexadecimal.
    """

    name: str
    encoding: str
    bom: bytes
    separator: str
    line_end: str
    header: tuple[str, ...]
    header_at: int
    records: tuple[Record, ...]
    rows: tuple[Row, ...]
    version: str

    @classmethod
    def parse(cls, data: bytes, name: str = "glossary") -> Sheet:
        """Read the bytes of a file. Faults of single rows stay in it, to be mended.

        Raises:
            GlossaryError: when the bytes are no table, or the header is misspelt.
        """
        try:
            bom, encoding = encodings.detect(data)
            text = encodings.decode(data)
            table = tables.read_table(text)
        except encodings.EncodingError as error:
            raise _unusable(
                name, Problem(path=name, line=0, column=0, message=str(error))
            ) from error
        except tables.TableError as error:
            problem = Problem(path=name, line=error.line, column=error.column, message=str(error))
            raise _unusable(name, problem) from error
        line = table.records[table.header_at].line if table.header_at >= 0 else 0
        problems = [
            Problem(path=name, line=line, column=column, message=message)
            for column, message in tables.header_faults(table.header)
        ]
        if problems:
            raise _unusable(name, *problems)
        return cls(
            name=name,
            encoding=encoding,
            bom=bom,
            separator=table.separator,
            line_end=_line_end(table.records),
            header=table.header,
            header_at=table.header_at,
            records=table.records,
            rows=tuple(_rows(table)),
            version=hashlib.sha256(data).hexdigest(),
        )

    @classmethod
    def new(cls, name: str = "glossary") -> Sheet:
        """Return a file with all columns and no entry; UTF-8 with a byte order mark."""
        return cls.parse(_NEW.encode(), name)

    def to_bytes(self) -> bytes:
        """Return the file's bytes."""
        return self.bom + "".join(record.raw for record in self.records).encode(self.encoding)

    @property
    def comments(self) -> tuple[Record, ...]:
        """The comment lines."""
        return tuple(
            record
            for record in self.records
            if record.cells is None and not record.fault and "#" in record.raw
        )

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The columns that are the editors' own: kept, not read."""
        return tuple(name for name in self.header if name and name not in COLUMNS)

    def named(self, id_: str) -> tuple[Row, ...]:
        """Return the rows with an id: one, none, or in a faulty file several."""
        return self._by_id.get(id_, ())

    def find(self, text: str) -> tuple[Row, ...]:
        """Return the row with this id, else the rows with this French, else with it as a form.

        Accents, capitals and blanks are folded in the French.
        """
        wanted = clean(text)
        for rows in (self.named(wanted), *(group.get(key(wanted), ()) for group in self._by_form)):
            if rows:
                return rows
        return ()

    @cached_property
    def _by_id(self) -> dict[str, tuple[Row, ...]]:
        return _grouped((row.id, row) for row in self.rows)

    @cached_property
    def _by_form(self) -> tuple[dict[str, tuple[Row, ...]], dict[str, tuple[Row, ...]]]:
        return (
            _grouped((key(row.values.get("fr", "")), row) for row in self.rows),
            _grouped(
                (key(form.strip()), row)
                for row in self.rows
                for form in row.values.get("forms_fr", "").split(";")
                if form.strip()
            ),
        )


def _grouped(pairs: Iterator[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = {}
    for name, row in pairs:
        groups.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in groups.items()}


def _rows(table: tables.Table) -> Iterator[Row]:
    for at, cells in table.cells.items():
        record = table.records[at]
        values = {column: clean(cell) for column, cell in zip(table.header, cells, strict=False)}
        yield Row(
            at=at, line=record.line, cells=record.cells or (), values=values, id=identify(values)
        )


def _line_end(records: tuple[Record, ...]) -> str:
    ends = Counter(
        next((end for end in ("\r\n", "\n", "\r") if record.raw.endswith(end)), "\n")
        for record in records
    )
    return ends.most_common(1)[0][0] if ends else "\n"


def _unusable(name: str, *problems: Problem) -> GlossaryError:
    return GlossaryError(f"{name} cannot be used; nothing was changed", problems)
