"""Pairs of French and English as text: columns apart by tabs or commas, or JSON Lines.

What an id, a blank cell or a further column means is the business of those who read pairs.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from translate.errors import InputError

#: Number of a line, and its texts by name: "fr", "en", "mt", "id", else the head in small letters.
Row = tuple[int, dict[str, str]]
Cells = tuple[int, Sequence[str]]
#: What the head of a column may be called; of two in one file the one named first here holds.
_HEADS = {
    "fr": ["fr", "fr-fr", "french", "français", "francais", "source", "src"],
    "en": ["en", "en-us", "en-gb", "english", "anglais", "target", "tgt", "reference", "ref"],
    "mt": ["mt", "hypothesis", "hyp", "translation", "system"],
    "id": ["id", "segment", "number"],
}
_SHOWN = 10
_CHUNK = 2**16
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: Bytes that are no UTF-8 (PEP 383), halves of characters in UTF-16.
_BROKEN = re.compile("[\ud800-\udfff]")


class Faults:
    """What is wrong with the lines of a file, told in one error: they are mended in one go."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._told: list[tuple[int, str]] = []
        self._count = 0

    def add(self, line: int, what: str) -> None:
        """Note a fault of a line."""
        self._count += 1
        if len(self._told) < _SHOWN:
            self._told.append((line, what))

    def refuse(self) -> None:
        """Raise an error that names the first faults, each on a line, if there are any.

        Raises:
            InputError: there are.
        """
        told = [f"{self.name}:{line}: {what}" for line, what in sorted(self._told)]
        if self._count > _SHOWN:
            told.append(f"and {self._count - _SHOWN:,} more; mend these lines, or take them out")
        if told:
            raise InputError("\n".join(told))


def lines_of(stream: BinaryIO, faults: Faults, *, longest: int) -> Iterator[str]:
    """Yield the lines of UTF-8, or of UTF-16 with its mark, without their ends.

    Lines end with a line feed only: an odd separator in a sentence shifts nothing. Those that are
    no text, or have more than `longest` characters, are faults, and blank here.
    """
    number = 0
    try:
        for number, text in enumerate(_texts(stream, longest + 2), start=1):
            line = text.removesuffix("\r")
            if what := _fault(line, longest):
                faults.add(number, what)
            yield "" if what else line
    except UnicodeDecodeError:
        faults.add(number + 1, "damaged UTF-16; save the file as UTF-8")


def _texts(stream: BinaryIO, most: int) -> Iterator[str]:
    """Yield the lines of a stream as they stand, but no more than `most` characters of one."""
    rest, chunk = "", stream.read(_CHUNK)
    coding = ("utf-16", "surrogatepass") if chunk[:2] in _WIDE else ("utf-8-sig", "surrogateescape")
    decoder = codecs.getincrementaldecoder(coding[0])(coding[1])
    while chunk:
        *whole, rest = (rest + decoder.decode(chunk)).split("\n")
        rest = rest[:most]
        yield from whole
        chunk = stream.read(_CHUNK)
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest


def _fault(line: str, longest: int) -> str:
    if len(line) > longest:
        return f"more than {longest:,} characters"
    if "\0" in line:
        return "a null byte; this is no text"
    hit = _BROKEN.search(line)
    return f"not UTF-8 (byte 0x{ord(hit[0]) & 0xFF:02x}); save the file as UTF-8" if hit else ""


def rows_of(
    lines: Iterable[str],
    faults: Faults,
    unnamed: Mapping[int, Sequence[str]],
    *,
    form: str = "",
    exact: bool = False,
    hint: str = "",
) -> Iterator[Row]:
    """Yield the rows of lines; blank ones are passed over, those that cannot be read are faults.

    A first line that names French and English gives the order of columns, others among them.

    Args:
        unnamed: what columns are without heads, by how many they are.
        form: the suffix that tells the form: ".csv" for commas, ".jsonl" for objects, else tabs.
        exact: cells stand as they are, and each line has as many as the first, blank ones too. Else
            the quoting of spreadsheets is undone, which they give to cells between tabs as well.
        hint: what an error says besides.

    Raises:
        InputError: there are no heads, and another number of columns than in `unnamed`.
    """
    if form == ".jsonl":
        yield from _objects(lines, faults)
        return
    found = _commas(lines, faults) if form == ".csv" else _tabs(lines)
    cells: Iterator[Cells] = (row for row in found if exact or any(map(str.strip, row[1])))
    at, heads = next(cells, (0, []))
    places = _places(heads)
    if places is None:
        if heads and len(heads) not in unnamed:
            what = "a line is French, a tab and English, or the first names the columns (fr, en)"
            faults.add(at, f"{_columns(heads)}; {what}{hint}")
            faults.refuse()
        places = {name: place for place, name in enumerate(unnamed.get(len(heads), ()))}
        cells = chain([(at, heads)] if heads else [], cells)
    # An export of ours, which has origins, never quotes.
    as_is = exact or form == ".csv" or "origin" in places
    for number, row in cells:
        if exact and len(row) != len(heads):
            faults.add(number, f"{_columns(row)}, the first line has {len(heads)}")
            continue
        there = {name: row[place] for name, place in places.items() if place < len(row)}
        yield number, there if as_is else {key: _unquoted(there[key]) for key in there}


def _columns(cells: Sequence[str]) -> str:
    return f"{len(cells)} column{'' if len(cells) == 1 else 's'}"


def _places(heads: Sequence[str]) -> dict[str, int] | None:
    """Return where the columns stand by name, None if `heads` name no French and English."""
    named = {head.strip().casefold(): place for place, head in reversed(list(enumerate(heads)))}
    for name, synonyms in _HEADS.items():
        if found := [named[head] for head in synonyms if head in named]:
            named[name] = found[0]
    return named if {"fr", "en"} <= named.keys() else None


def _objects(lines: Iterable[str], faults: Faults) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line) if line.strip() else {}
        except (ValueError, RecursionError) as error:
            faults.add(number, f"no JSON object ({getattr(error, 'msg', error)})")
            continue
        if not isinstance(row, dict):
            faults.add(number, "no JSON object")
        elif row:
            values = list(row.values())
            cells = {name: values[place] for name, place in (_places(list(row)) or {}).items()}
            if isinstance(cells.get("id"), int):
                cells["id"] = str(cells["id"])
            yield number, {key: text for key, text in cells.items() if isinstance(text, str)}


def _tabs(lines: Iterable[str]) -> Iterator[Cells]:
    return ((number, line.split("\t")) for number, line in enumerate(lines, start=1))


def _commas(lines: Iterable[str], faults: Faults) -> Iterator[Cells]:
    """Yield the cells of CSV; a quoted one may go over several lines."""
    # Strict: a quotation mark that is left open would swallow all that follows.
    reader, last = csv.reader((f"{line}\n" for line in lines), strict=True), 0
    try:
        for cells in reader:
            yield reader.line_num, cells
            last = reader.line_num
    except csv.Error as error:
        faults.add(last + 1, f"{error} in the row that begins here; see to its quotation marks")


def _unquoted(cell: str) -> str:
    wrapped = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    inner = cell[1:-1]
    if wrapped and '""' in inner and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"')
    return cell
