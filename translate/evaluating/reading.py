"""Test sets from files: tables, TMX, plain text line by line. What does not fit is an error.

Lines end with a line feed and nothing else, as for the ``sacrebleu`` command: an odd separator
inside a sentence must not shift all that follow.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from translate.errors import InputError
from translate.evaluating.drift import drift
from translate.evaluating.values import Corpus
from translate.reading.language import detect_language

#: Bytes after unpacking; the largest public test sets have a few million.
LARGEST = 50_000_000
#: Characters of a line; a longer one is no sentence, and TER takes minutes for it.
LONGEST = 5_000
#: So many faults of a file are listed.
_LISTED = 10
_SHOWN = 100
#: Lines that a language is told from.
_SAMPLE = 300
#: Column heads that a table may have, by what they mean.
_HEADS = {
    "source": ("source", "src", "fr", "french", "français"),
    "reference": ("reference", "ref", "target", "tgt", "en", "english", "anglais"),
    "hypothesis": ("hypothesis", "hyp", "mt", "translation", "system"),
}


def read_corpus(path: Path) -> Corpus:
    """Return the test set in `path`: TMX by its suffix, else a table, both perhaps gzipped.

    A table has a tabulator between source, reference and, if it has one, hypothesis; a first line
    that names these columns gives their order.

    Raises:
        InputError: the file cannot be read or is no such table; every fault is listed.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if ".tmx" in suffixes[-2:]:
        from translate.evaluating.tmx import read_tmx

        return read_tmx(path)
    return _not_swapped(_table(path, _lines(path)))


def read_lines(source: Path, references: Sequence[Path]) -> Corpus:
    """Return the test set of plain files that belong together line by line.

    Raises:
        InputError: a file cannot be read, has blank lines, or its count of lines differs.
    """
    sources = _lines(source)
    columns = [_lines(path) for path in references]
    for path, column in zip(references, columns, strict=True):
        check_same_length(str(source), sources, str(path), column)
    for path, column in zip((source, *references), (sources, *columns), strict=True):
        _refuse(str(path), _blanks(column))
    return _not_swapped(Corpus(name=source.name, sources=sources, references=tuple(columns)))


def _not_swapped(corpus: Corpus) -> Corpus:
    """Return `corpus` unless its English stands where the French should be.

    Raises:
        InputError: the source reads as English and the reference as French.
    """
    source, reference = (
        detect_language("\n".join(side[:_SAMPLE]))
        for side in (corpus.sources, corpus.references[0])
    )
    if (source, reference) == ("en", "fr"):
        raise InputError(
            f"{corpus.name}: the source looks English and the reference French; exchange them, or "
            "name the columns of a table in its first line"
        )
    return corpus


def read_hypotheses(path: Path, corpus: Corpus) -> tuple[str, ...]:
    """Return the lines of a system's output for `corpus`; blank ones are allowed.

    Raises:
        InputError: the file cannot be read, or its count of lines differs.
    """
    lines = _lines(path)
    check_same_length(corpus.name, corpus.references[0], str(path), lines)
    return lines


def check_same_length(name: str, one: Sequence[str], other_name: str, other: Sequence[str]) -> None:
    """Raise an error that says where two files run apart, unless they are equally long.

    Raises:
        InputError: they differ in length.
    """
    if len(one) == len(other):
        return
    message = f"{other_name} has {len(other):,} lines, {name} {len(one):,}"
    at = drift(one, other)
    if at is None:
        last = min(len(one), len(other))
        longer, rest = (other_name, other) if len(other) > last else (name, one)
        raise InputError(
            f"{message}; they seem to go together up to line {last:,}, what is too many stands at "
            f"the end of {longer}, from line {last + 1:,}: {shown(rest[last])}"
        )
    raise InputError(
        f"{message}; they seem to run apart about line {at + 1:,}:\n"
        f"  {name}:{at + 1}: {shown(one[at])}\n  {other_name}:{at + 1}: {shown(other[at])}"
    )


def printable(text: str) -> str:
    """Return `text` with a blank for every sign that could move a cursor or hide others."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def shown(line: str) -> str:
    """Return the beginning of a line as a message may show it."""
    return printable(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…")


def _lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file without their ends.

    Raises:
        InputError: it cannot be read, is not UTF-8, is empty or too large.
    """
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}") from error
    if len(data) > LARGEST:
        raise InputError(f"{path} has more than {LARGEST:,} bytes; give a test set, or cut it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}:{line}: not UTF-8 (byte 0x{data[error.start]:02x}); convert the file first"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(f"{path}:{line}: a null byte; this is no text")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    if not lines:
        raise InputError(f"{path} is empty")
    long = [f"{at}: a line of {len(line):,} characters" for at, line in _numbered(lines, LONGEST)]
    _refuse(str(path), long)
    return tuple(line.rstrip("\r") for line in lines)


def _numbered(lines: Sequence[str], longest: int) -> Iterable[tuple[int, str]]:
    return ((at, line) for at, line in enumerate(lines, 1) if len(line) > longest)


def _blanks(lines: Sequence[str]) -> list[str]:
    return [f"{at}: a blank line" for at, line in enumerate(lines, 1) if not line.strip()]


def _refuse(name: str, faults: Sequence[str]) -> None:
    """Raise all `faults` ("LINE: what") together, if there are any."""
    if not faults:
        return
    more = len(faults) - _LISTED
    listed = [f"{name}:{fault}" for fault in faults[:_LISTED]]
    rest = [f"and {more:,} more; mend the lines or take them out of all files"] if more > 0 else []
    raise InputError("\n".join([*listed, *rest]))


def _table(path: Path, lines: Sequence[str]) -> Corpus:
    rows = [line.split("\t") for line in lines]
    places = _places(path, rows[0])
    first = 0 if places is None else 1
    at = places or {"source": 0, "reference": 1, **({"hypothesis": 2} if len(rows[0]) > 2 else {})}
    width = len(rows[0])
    faults = []
    for number, row in enumerate(rows[first:], first + 1):
        if len(row) != width:
            many = "column" if len(row) == 1 else "columns"
            faults.append(f"{number}: {len(row)} {many}, the first line has {width}")
        else:
            faults += [
                f"{number}: no {what}"
                for what in ("source", "reference")
                if not row[at[what]].strip()
            ]
    if len(rows) == first:
        faults.append("1: column heads, but no rows")
    _refuse(str(path), faults)
    columns = {what: tuple(row[place] for row in rows[first:]) for what, place in at.items()}
    return Corpus(
        name=path.name,
        sources=columns["source"],
        references=(columns["reference"],),
        hypotheses=columns.get("hypothesis"),
    )


def _places(path: Path, row: Sequence[str]) -> dict[str, int] | None:
    """Return where the columns stand by their heads, None when the first line has none.

    Raises:
        InputError: one column only, or more than three without heads.
    """
    names = [cell.strip().casefold() for cell in row]
    found = {
        what: names.index(head)
        for what, heads in _HEADS.items()
        for head in reversed(heads)
        if head in names
    }
    if {"source", "reference"} <= set(found):
        return found
    if not 2 <= len(row) <= 3:
        raise InputError(
            f"{path}:1: {len(row)} column{'s' * (len(row) != 1)}; a table has two or three with a "
            "tabulator between them (source, reference, hypothesis), or names its columns in the "
            "first line; for plain text use --source and --reference"
        )
    return None
