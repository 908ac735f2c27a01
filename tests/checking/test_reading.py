"""Pairs from files of every form, and files that hold none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checking import read_text
from translate.errors import InputError, VisavisError

FR, EN = "Un « port » dort.", 'A "port" sleeps.'
TMX = f"""<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="fr" datatype="plaintext" segtype="sentence"
 adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>
<tu tuid="k7"><tuv xml:lang="fr"><seg>{FR}</seg></tuv><tuv xml:lang="en"><seg>{EN}</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(
    ("text", "id_", "line"),
    [
        (f"{FR}\t{EN}\n", "1", 1),
        (f"k7\t{FR}\t{EN}\n", "k7", 1),
        (f"\n{FR}\t{EN}", "2", 2),
        (f"ID\tEN\tnote\tFR\nk7\t{EN}\tx\t{FR}\n", "k7", 2),
        (f"fr\ten\n{FR}\t" + '"A ""port"" sleeps."\n', "2", 2),
        (json.dumps({"id": "k7", "fr": FR, "en": EN}), "k7", 1),
        (json.dumps({"type": "article"}) + "\n" + json.dumps({"source": FR, "target": EN}), "2", 2),
        (TMX, "k7", 4),
    ],
)
def test_every_form_gives_the_pair(text: str, id_: str, line: int) -> None:
    """With its id, or the number of its line, and its place; with byte order mark and CRLF too."""
    for data in (text.encode(), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()):
        [sentence] = read_text(data, "x").sentences
        assert (sentence.french, sentence.english) == (FR, EN)
        assert (sentence.id, sentence.line) == (id_, line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\0\1\2\0\0", "binary"),
        (b"Le port dort.\nIl pleut.\n", "x:1: 1 column; .* nor is it a page"),
        (b"a\tb\nc\n\nd\n", "x:2: no tab .*\nx:4: no tab"),
        (b'{"fr": 1}\n', "no pair"),
        (
            b'{"fr": \n{"fr": "a", "en": "b"}\n{2\n[]',
            "x:1: no JSON .*\nx:3: no JSON .*\nx:4: no JSON",
        ),
        (b"{" * 100_000, "x:1: no JSON object"),
        (b"<html><p>x</p></html>", "TMX"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><tmx>&b;</tmx>', "x"),
        (b"<tmx><body></body></tmx>", "no unit"),
        (b'---\ngenerator: "visavis 0.1.0"\n---\n', "no bilingual page"),
        (b'---\nsource: "a"\ngenerator: "visavis 0.1.0"\n---\nx\n', "no sentence"),
    ],
)
def test_what_holds_no_pairs_is_refused(data: bytes, said: str) -> None:
    """The error says why."""
    with pytest.raises(InputError, match=said):
        read_text(data, "x")


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_are_pairs_or_an_error(data: bytes) -> None:
    """Nothing but our own errors comes out."""
    try:
        found = read_text(data, "x")
    except VisavisError:
        return
    assert found.sentences
