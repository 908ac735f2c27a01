"""Bytes to pairs: our own pages, TMX, JSON Lines, and columns parted by tabs, told by content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from glossary.formats import tmx
from glossary.formats.values import FormatError
from translate.checking.values import Sentence, Text
from translate.errors import InputError
from translate.pages import Page, read_page
from translate.reading.decoding import decode
from translate.rendering import read_provenance

MAX_BYTES = 64 * 2**20
_FRENCH = frozenset({"fr", "french", "français", "francais", "source"})
_ENGLISH = frozenset({"en", "english", "anglais", "target"})
_IDS = frozenset({"id", "segment", "number"})
#: Lines named in an error.
_SHOWN = 5


def read_text(data: bytes, name: str) -> Text:
    """Return the pairs of one file.

    Raises:
        InputError: too large, empty, no text, or of no form that holds pairs.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: {len(data) // 2**20} MB is more than 64 MB; split the file")
    if not data.strip():
        raise InputError(f"{name}: empty; there is nothing to check")
    head = data[:512].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").replace(b"\0", b"")
    if head.startswith(b"<"):
        return Text(source=name, sentences=_of_tmx(data, name))
    text = decode(data, name).text
    if read_provenance(text) is not None:
        return _of_page(read_page(text, name=name), name)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    sentences = tuple(_of_json(lines, name) if head.startswith(b"{") else _of_tabs(lines, name))
    if not sentences:
        raise InputError(f"{name}: no pair of French and English in it")
    return Text(source=name, sentences=sentences)


def _of_page(page: Page, name: str) -> Text:
    if not page.rows:
        raise InputError(f"{name}: this page has no sentence left that can be read")
    return Text(
        source=name,
        on=page.date,
        page=page,
        sentences=tuple(
            Sentence(
                id=row.id,
                french=row.french,
                english=row.english,
                line=row.line,
                joined=row.joined,
                numbers=row.numbers,
                french_changed=row.french_changed,
                changed=row.changed if page.tracked else None,
            )
            for row in page.rows
        ),
    )


def _of_tmx(data: bytes, name: str) -> tuple[Sentence, ...]:
    try:
        units = tmx.read(data)
    except FormatError as error:
        raise InputError(f"{name}: {error}") from error
    if not units:
        raise InputError(f"{name}: no unit with French and English in it")
    return tuple(
        Sentence(id=unit.id or str(number), french=unit.source, english=unit.target, line=unit.line)
        for number, unit in enumerate(units, start=1)
    )


def _of_json(lines: Sequence[str], name: str) -> Iterator[Sentence]:
    """Yield the objects that hold both texts, as `fr` and `en` or `source` and `target`."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}: line {number} is no JSON object ({error})") from error
        if not isinstance(row, dict):
            raise InputError(f"{name}: line {number} is no JSON object")
        french, english = row.get("fr", row.get("source")), row.get("en", row.get("target"))
        if isinstance(french, str) and isinstance(english, str):
            id_ = row.get("id", number)
            yield Sentence(id=str(id_), french=french, english=english, line=number)


def _of_tabs(lines: Sequence[str], name: str) -> Iterator[Sentence]:
    """Yield French and English of two columns, or of three with an id before them.

    A first line that names the columns may put them in any order, others among them.
    """
    columns: tuple[int, int, int] | None = None
    bad = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        cells = [unquoted(cell) for cell in line.split("\t")]
        if columns is None:
            named = _named(cells)
            columns = named or ((0, 1, -1) if len(cells) < 3 else (1, 2, 0))
            if named:
                continue
        french, english, id_ = columns
        if len(cells) <= max(columns):
            bad.append(number)
            continue
        yield Sentence(
            id=(cells[id_] if id_ >= 0 else "") or str(number),
            french=cells[french],
            english=cells[english],
            line=number,
        )
    if bad:
        where = ", ".join(map(str, bad[:_SHOWN])) + (", ..." if len(bad) > _SHOWN else "")
        raise InputError(
            f"{name}: no page of visavis, TMX or JSON Lines, and no tab between French and English "
            f"in line {where}"
        )


def _named(cells: Sequence[str]) -> tuple[int, int, int] | None:
    """Return the columns of French, English and id (-1 for none) where `cells` name them."""
    names = [cell.strip().casefold() for cell in cells]
    french = next((at for at, name in enumerate(names) if name in _FRENCH), -1)
    english = next((at for at, name in enumerate(names) if name in _ENGLISH), -1)
    if french < 0 or english < 0:
        return None
    return french, english, next((at for at, name in enumerate(names) if name in _IDS), -1)


def unquoted(cell: str) -> str:
    """Return a cell without the quoting that a spreadsheet gives one with quotation marks in it."""
    wrapped = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    inner = cell[1:-1]
    if wrapped and '""' in inner and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"')
    return cell
