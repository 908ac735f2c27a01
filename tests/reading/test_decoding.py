"""Encodings that French desks send."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from translate.reading import read_bytes

TEXT = "L’été dernier, « Gaël » a reçu 3 500 € à Nîmes… Où ça ? À l’hôtel, naïvement, déçu."
TEXT_LATIN = "L'été dernier, « Gaël » a reçu 3 500 F à Nîmes. Où ça ? À l'hôtel, naïvement, déçu."


def _read(data: bytes) -> tuple[str, tuple[str, ...]]:
    (article,) = read_bytes(data, name="a.txt")
    return article.text, article.notes


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 BOM", "utf-16 LE", "utf-16 BE", "cp1252"],
)
def test_certain(data: bytes) -> None:
    """These are read without a doubt, so without a note."""
    assert _read(data) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_guessed(encoding: str) -> None:
    """Rarer single-byte sets are recognised by how French they look, with a note."""
    source = TEXT if encoding == "mac_roman" else TEXT_LATIN
    text, notes = _read(source.encode(encoding))
    assert text == source
    assert any("encoding guessed" in note for note in notes)


def test_utf16_without_a_mark() -> None:
    """UTF-16 without a byte order mark is seen by its zero bytes, with a note."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text, notes = _read(TEXT.encode(encoding))
        assert text == TEXT
        assert "byte order mark" in notes[0]


def test_damaged_utf8() -> None:
    """One foreign byte does not turn a whole file into mojibake."""
    data = (TEXT + " ").encode() * 3 + b"caf\xe9."
    text, notes = _read(data)
    assert text.endswith("café.")
    assert text.startswith(TEXT)
    assert "1 bytes are not UTF-8" in notes[0]


def test_mojibake_is_repaired() -> None:
    """UTF-8 that was read as Windows-1252 and saved again comes out right, with a note."""
    text, notes = _read(TEXT_LATIN.encode().decode("latin-1").encode())
    assert text == TEXT_LATIN
    assert "garbled" in notes[0]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\x85"])
def test_line_ends(end: str) -> None:
    """All line ends make the same paragraphs."""
    text = end.join([TEXT, "", TEXT_LATIN, ""])
    (article,) = read_bytes(text.encode(), name="a.txt")
    assert [block.text for block in article.blocks] == [TEXT, TEXT_LATIN]


def test_accents_are_composed() -> None:
    """Decomposed accents, as macOS writes them, are composed."""
    assert _read(unicodedata.normalize("NFD", TEXT).encode())[0] == TEXT


def test_invisible_characters_go_and_no_break_spaces_stay() -> None:
    """Soft hyphens, zero-width and direction marks go; no-break spaces are the text's own."""
    dirty = "La mai\u00adrie\u200b a dit\u202f: «\u00a0oui\u00a0»\ufeff, \u200fhier\u200e, à tous."
    assert _read(dirty.encode())[0] == "La mairie a dit\u202f: «\u00a0oui\u00a0», hier, à tous."
