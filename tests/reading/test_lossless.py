"""Nothing is lost, whatever comes: articles add up, or a clear error is raised."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import assert_growth
from translate.errors import InputError
from translate.reading import read_bytes
from translate.reading.normal import normalize
from translate.values import Article

DATA = sorted((Path(__file__).parent / "data").iterdir())
PLAIN = [path for path in DATA if path.suffix == ".txt"]
PAGES = [path for path in DATA if path.suffix == ".html"]
_VOCABULARY = """
le la conseil Paris AFP (AFP) Par Jean Dupont Publié 12 mars 2024 à 18h05 - – — • 1. a) « » " ? ! .
… : ; © Photo Lire aussi Commentaires -- --- *** ### > | Menu 3 appro- visionnement De : À Objet
Question quatre-vingt- deux (suite page 4)
"""
WORDS = _VOCABULARY.split()
TEXTS = st.lists(
    st.one_of(st.sampled_from([*WORDS, "\n", "\n\n", "\t", "   ", "\f"]), st.text(max_size=8))
).map(" ".join)


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


def _read(data: bytes, name: str) -> tuple[Article, ...]:
    """Articles check themselves on construction; only an InputError may stand in their place."""
    try:
        return read_bytes(data, name=name, any_language=True)
    except InputError:
        return ()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("appro-\nvisionnement")
@example("a\n\n\f2\n\nb")
def test_every_letter_of_a_text_is_in_some_block(text: str) -> None:
    """The letters and figures of the blocks are those of the input."""
    articles = _read(text.encode("utf-8", "ignore"), "a.txt")
    if articles:
        clean = normalize(text.encode("utf-8", "ignore").decode())
        assert sum((_letters(a.text) for a in articles), Counter()) == _letters(clean)


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)
def test_every_letter_of_our_files(path: Path) -> None:
    """The same of our own files, in which all the rules are at work."""
    text = normalize(path.read_text(encoding="utf-8"))
    articles = read_bytes(path.read_bytes(), name=path.name)
    assert sum((_letters(a.text) for a in articles), Counter()) == _letters(text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_visible_letter_of_our_pages(path: Path) -> None:
    """Boilerplate and all: what shows on a page is in some block."""
    page = re.sub(r"(?is)<head>.*?</head>|<[^>]*>", " ", path.read_text(encoding="utf-8"))
    (article,) = read_bytes(path.read_bytes(), name=path.name)
    assert _letters(article.text) == _letters(normalize(html.unescape(page)))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DATA), st.randoms(use_true_random=False))
def test_damaged_files(path: Path, rng: random.Random) -> None:
    """Files with pieces cut out, doubled, moved or overwritten are read or refused."""
    data = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 6)):
        at, size = rng.randrange(len(data)), rng.randint(1, 200)
        piece = bytes(data[at : at + size])
        action = rng.randrange(4)
        if action == 0:
            del data[at : at + size]
        elif action == 1:
            data[at:at] = piece * 2
        elif action == 2:
            data[at : at + 3] = rng.randbytes(3)
        else:
            data[rng.randrange(len(data)) : 0] = piece
        data = data or bytearray(b"a")
    _read(bytes(data), path.name)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.jsonl"]))
def test_random_bytes(data: bytes, name: str) -> None:
    """Random bytes are read or refused, in every format."""
    _read(data, name)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</div>",
                "<li>",
                "<td>",
                "<tr>",
                "<h1>",
                "mot ",
                "<br>",
                "&amp;",
                "<script>",
                "<!--",
                "-->",
                "<a href='x'>",
                "</a>",
                "<nav>",
                "[a](b)",
                "**",
                "> ",
                "\n",
                "`",
                "# ",
            ]
        )
    ),
    st.sampled_from(["a.html", "a.md"]),
)
def test_broken_markup(parts: list[str], name: str) -> None:
    """Markup in any order is read or refused."""
    _read("".join(parts).encode(), name)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "« ",
        " ",
        "a ",
        "é.",
        "- ",
        "A-",
        "L'A",
        "(",
        "1",
        "©",
        "\u200f",
        "Wang, ",
        "par X ",
        "[",
        "**",
        "<b>",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_hostile_repetition_is_quick(unit: str, name: str) -> None:
    """One sign over and over, on one line and on many, takes no more than linear time."""
    assert_growth(lambda size: _read((unit * size).encode(), name), 2000)
    assert_growth(lambda size: _read(((unit * 40 + "\n") * size).encode(), name), 50)
