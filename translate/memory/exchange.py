"""Memories in and out: TMX 1.4b, tables of French and English with tabs or commas, JSON Lines.

Everything is streamed. What cannot be a sentence (empty, far too long) is left out and told.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary.formats import tmx
from glossary.formats.values import FormatError, Remark
from translate.errors import InputError
from translate.memory.store import stamp
from translate.memory.values import Entry, Kind
from translate.pairs import Faults, lines_of, rows_of

#: Bytes of a file that is read; TMX is streamed, so that is not held in memory.
MAX_BYTES = 2_000_000_000
#: Characters of a sentence; longer ones are paragraphs or accidents.
MAX_LENGTH = 5000
#: Characters of one line of a table or of JSON Lines.
_MAX_LINE = 200_000
_PROP = "x-visavis-"
_COLUMNS = ("fr", "en", "origin", "author", "date", "article", "digest", "row")
_TABLES = frozenset({".tsv", ".tab", ".txt", ".csv", ".jsonl"})
#: Hears line and reason.
Tell = Callable[[int, str], None]
#: What the reader of TMX says of units that give no pair; else texts are only simplified.
_NO_PAIR = "unit without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is noted with imported sentences.

    Attributes:
        kind: who stands for them; None for what the file itself says, "import" where it does not.
        file: name of the file, noted where the file names no article. author: likewise.
        now: the date of what has none.
    """

    kind: Kind | None
    file: str
    now: dt.datetime
    author: str = ""


def read(path: Path, marks: Marks, tell: Tell, note: Tell | None = None) -> Iterator[Entry]:
    """Yield the pairs of a file.

    Args:
        tell: hears of what is left out. note: of what is taken, but not as it stands there.

    Raises:
        InputError: the file is of no known format, not to be read, or refused as unsafe; all lines
            that cannot be read are told, after the last pair.
    """
    suffix = path.suffix.lower()
    if suffix == ".tmx":
        rows = _read_tmx(path, tell, note)
    elif suffix in _TABLES:
        rows = _read_rows(path)
    else:
        raise InputError(f"{path}: name a file that ends in .tmx, .tsv, .csv or .jsonl")
    for line, row in rows:
        source, target = clean(row.get("fr", "")), clean(row.get("en", ""))
        if not source or not target:
            tell(line, "no French" if not source else "no English")
        elif max(len(source), len(target)) > MAX_LENGTH:
            tell(line, f"more than {MAX_LENGTH:,} characters")
        else:
            yield _entry(row, source, target, marks)


def write_tmx(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a TMX 1.4b document, unit by unit."""
    yield from tmx.stream(map(_unit, entries))


def write_tsv(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield lines of columns apart by tabs, the first with their names."""
    yield "\t".join(_COLUMNS) + "\n"
    for entry in entries:
        cells = (entry.source, entry.target, entry.kind, entry.author, stamp(entry.made))
        yield "\t".join(map(clean, (*cells, entry.article, entry.digest, entry.row))) + "\n"


def clean(text: str) -> str:
    """Return `text` on one line: controls, which could steer a terminal, and runs of blanks go."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text)
    return " ".join(text.split())


def _entry(row: dict[str, str], source: str, target: str, marks: Marks) -> Entry:
    said = row.get("origin", "")
    kind = marks.kind or (Kind(said) if said in set(Kind) else Kind.IMPORT)
    return Entry(
        source=source,
        target=target,
        kind=kind,
        made=min(_date(row.get("date", "")) or marks.now, marks.now),
        author=clean(row.get("author", "")) or marks.author,
        article=clean(row.get("article", "")) or marks.file,
        digest=clean(row.get("digest", "")),
        row=clean(row.get("row", "")),
    )


def _date(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _read_tmx(path: Path, tell: Tell, note: Tell | None) -> Iterator[tuple[int, dict[str, str]]]:
    def hear(remark: Remark) -> None:
        if remark.what.startswith(_NO_PAIR):
            tell(remark.line, remark.what)
        elif note:
            note(remark.line, remark.what)

    try:
        for unit in tmx.iter_units(path, max_bytes=MAX_BYTES, tell=hear):
            made = unit.changedate or unit.creationdate
            own = {
                name.removeprefix(_PROP): text
                for name, text in unit.props
                if name.startswith(_PROP)
            }
            pair = {
                "fr": unit.source,
                "en": unit.target,
                "author": unit.changeid or unit.creationid,
                "date": made.isoformat() if made else "",
            }
            yield unit.line, {**own, **pair}
    except FormatError as error:
        raise InputError(f"{path} {error}") from error


def _unit(entry: Entry) -> tmx.Unit:
    props = {
        "origin": entry.kind,
        "article": entry.article,
        "digest": entry.digest,
        "row": entry.row,
    }
    return tmx.Unit(
        source=entry.source,
        target=entry.target,
        creationid=entry.author,
        creationdate=entry.made,
        changeid=entry.author,
        changedate=entry.made,
        props=tuple((f"{_PROP}{name}", str(value)) for name, value in props.items() if value),
    )


def _read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    faults = Faults(str(path))
    try:
        with path.open("rb") as stream:
            lines = lines_of(stream, faults, longest=_MAX_LINE)
            # Of three columns without names the first may be an id: never to be learned as French.
            yield from rows_of(lines, faults, {2: ("fr", "en")}, form=path.suffix.lower())
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    faults.refuse()
