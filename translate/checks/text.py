"""Words, folding and light stems shared by the rules.

The stems are truncated words without common endings: enough to say that "rejetée" and "rejeter"
are one word, which is all the rules ask of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "ᵉ": "e",
        "ʳ": "r",
        "‐": "-",
        "‑": "-",
    }
)
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", re.UNICODE)
_ELISION = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)'", re.IGNORECASE
)
_STEM_LENGTH = 8
_MIN_STEM = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end] == surface`` (code points), `fold` is its folded form."""

    surface: str
    start: int
    end: int
    fold: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.surface[:1].isupper()


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Return `text` with straight apostrophes and ordinary spaces, character for character."""
    return text.translate(APOSTROPHES)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents and ligatures."""
    if word.isascii():
        return word.lower()
    lowered = word.lower().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=1024)
def _flat_char(char: str) -> str:
    return (fold(char) or char)[:1]


@lru_cache(maxsize=8)
def flat(text: str) -> str:
    """Fold `text` character for character, so that offsets stay."""
    return "".join(map(_flat_char, plain(text)))


@lru_cache(maxsize=8)  # the rules ask about the two sides of one pair in turn
def words(text: str, *, french: bool = False) -> tuple[Word, ...]:
    """Return the words of `text` in order; French elisions (l', d', qu') are cut off."""
    found = []
    straight = plain(text)
    for match in _WORD.finditer(straight):
        start, surface = match.start(), match.group()
        if french and (elision := _ELISION.match(surface)):
            start += elision.end()
            surface = surface[elision.end() :]
        elif not french and surface.endswith(("'s", "'S")):
            surface = surface[:-2]
        found.append(Word(surface, start, start + len(surface), fold(surface)))
    return tuple(found)


@lru_cache(maxsize=16384)
def parts(word: str) -> tuple[str, ...]:
    """Return the folded parts of a hyphenated word: "Charles-de-Gaulle" gives three."""
    return tuple(part for part in fold(word).replace("'", "-").split("-") if part)


_FRENCH_ENDINGS = (
    "issements",
    "issement",
    "issaient",
    "issait",
    "issant",
    "ements",
    "ement",
    "ations",
    "ation",
    "ateurs",
    "ateur",
    "atrices",
    "atrice",
    "eraient",
    "erait",
    "eront",
    "erai",
    "era",
    "aient",
    "ait",
    "ais",
    "ant",
    "ants",
    "ante",
    "antes",
    "ees",
    "ee",
    "es",
    "e",
    "s",
    "er",
    "ir",
    "re",
    "ez",
    "ons",
    "ent",
    "euses",
    "euse",
    "eurs",
    "eur",
    "eux",
    "iques",
    "ique",
    "ismes",
    "isme",
    "istes",
    "iste",
    "ites",
    "ite",
    "aux",
    "al",
    "ale",
    "ales",
    "ives",
    "ive",
    "ifs",
    "if",
    "iers",
    "ier",
    "ieres",
    "iere",
    "ues",
    "ue",
    "us",
    "u",
    "is",
    "i",
    "it",
)
_ENGLISH_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "nesses",
    "ness",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ers",
    "er",
    "ors",
    "or",
    "ied",
    "ies",
    "ed",
    "es",
    "e",
    "s",
    "ly",
    "ists",
    "ist",
    "isms",
    "ism",
    "ives",
    "ive",
    "als",
    "al",
    "ities",
    "ity",
    "able",
    "ible",
    "y",
)


def _strip(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word[: -len(ending)][:_STEM_LENGTH]
    return word[:_STEM_LENGTH]


_FRENCH_BY_LENGTH = tuple(sorted(_FRENCH_ENDINGS, key=len, reverse=True))
_ENGLISH_BY_LENGTH = tuple(sorted(_ENGLISH_ENDINGS, key=len, reverse=True))


@lru_cache(maxsize=65536)
def french_stem(folded: str) -> str:
    """Return the light stem of a folded French word."""
    return _strip(folded, _FRENCH_BY_LENGTH)


@lru_cache(maxsize=65536)
def english_stem(folded: str) -> str:
    """Return the light stem of a folded English word."""
    return _strip(folded, _ENGLISH_BY_LENGTH)
