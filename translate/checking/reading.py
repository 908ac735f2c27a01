"""Bytes to pairs: our own pages, TMX, JSON Lines and columns, told by content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from glossary.formats import tmx
from glossary.formats.values import FormatError
from translate.checking.values import Sentence, Text
from translate.errors import InputError
from translate.pages import Page, read_page
from translate.pairs import Faults, rows_of
from translate.reading.decoding import decode
from translate.rendering import read_provenance

MAX_BYTES = 64 * 2**20
_UNNAMED = {2: ("fr", "en"), 3: ("id", "fr", "en")}


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
    form = ".jsonl" if head.startswith(b"{") else PurePath(name).suffix.lower()
    sentences = tuple(_of_rows(text.replace("\r\n", "\n"), form, name))
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


def _of_rows(text: str, form: str, name: str) -> Iterator[Sentence]:
    """Yield the pairs of columns, or of the objects that have both texts."""
    faults = Faults(name)
    hint = "; nor is it a page of visavis, TMX or JSON Lines"
    for line, row in rows_of(text.split("\n"), faults, _UNNAMED, form=form, hint=hint):
        if {"fr", "en"} <= row.keys():
            id_ = row.get("id") or str(line)
            yield Sentence(id=id_, french=row["fr"], english=row["en"], line=line)
        elif form != ".jsonl":
            faults.add(line, "no tab between French and English")
    faults.refuse()
