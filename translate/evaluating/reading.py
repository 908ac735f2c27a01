"""Test sets from files: tables, TMX, plain text line by line. What does not fit is an error.

Lines end with a line feed and nothing else, as for the ``sacrebleu`` command: an odd separator
inside a sentence must not shift all that follow.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Sequence
from pathlib import Path

from translate.errors import InputError
from translate.evaluating.drift import drift
from translate.evaluating.values import Corpus
from translate.pairs import Faults, lines_of, rows_of
from translate.reading.language import detect_language

#: Bytes after unpacking; the largest public test sets have a few million.
LARGEST = 50_000_000
#: Characters of a line; a longer one is no sentence, and TER takes minutes for it.
LONGEST = 5_000
_SHOWN = 100
#: Lines that a language is told from.
_SAMPLE = 300
_MEANINGS = {"fr": "source", "en": "reference", "mt": "hypothesis"}


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
        faults = Faults(str(path))
        for at, line in enumerate(column, 1):
            if not line.strip():
                faults.add(at, "a blank line")
        faults.refuse()
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
    faults = Faults(str(path))
    lines = tuple(lines_of(io.BytesIO(data), faults, longest=LONGEST))
    faults.refuse()
    if not lines:
        raise InputError(f"{path} is empty")
    return lines


def _table(path: Path, lines: Sequence[str]) -> Corpus:
    faults = Faults(str(path))
    form = (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()
    unnamed = {2: ("fr", "en"), 3: ("fr", "en", "mt")}
    hint = "; for plain text use --source and --reference"
    rows = list(rows_of(lines, faults, unnamed, form=form, exact=True, hint=hint))
    meant = [name for name in _MEANINGS if name != "mt" or any("mt" in row for _, row in rows)]
    for line, row in rows:
        for name in meant:
            if name not in row or not (name == "mt" or row[name].strip()):
                faults.add(line, f"no {_MEANINGS[name]}")
    if not rows:
        faults.add(1, "column heads, but no rows")
    faults.refuse()
    columns = {name: tuple(row[name] for _, row in rows) for name in meant}
    return Corpus(
        name=path.name,
        sources=columns["fr"],
        references=(columns["en"],),
        hypotheses=columns.get("mt"),
    )
