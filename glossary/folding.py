"""Tokens of a French text and the folded keys under which they are compared.

A token is a run of letters and digits, or an acronym written with dots (``O.N.U.``). Apostrophes,
hyphens and blanks separate tokens, so that an elided article never hides the word after it and
nothing is ever found inside a longer word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.){2,}|\w[\w\u0300-\u036f]*")
#: Characters that do not decompose but are commonly written with their base letter.
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "ð": "d", "þ": "th"}
)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
APOSTROPHES = "'\u2019\u2018\u02bc\u2032`\u00b4"
_SEPARATORS = str.maketrans({**dict.fromkeys(HYPHENS, " "), **dict.fromkeys(APOSTROPHES, "'")})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text`: spans and folded keys, index by index."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def raw(self, index: int) -> str:
        """Return token `index` as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """Return what stands between token `index` and the one before it."""
        before = self.ends[index - 1] if index else 0
        return self.text[before : self.starts[index]]


@lru_cache(maxsize=1 << 16)
def key(token: str) -> str:
    """Return the key of a token: lower case, no accents, no dots, ligatures opened."""
    if token.isascii():
        return token.lower().replace(".", "")
    bare = unicodedata.normalize("NFD", token.lower().translate(_PLAIN))
    return "".join(char for char in bare if not unicodedata.combining(char) and char != ".")


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in time linear in its length."""
    spans = [found.span() for found in TOKEN.finditer(text)]
    return Tokens(
        text=text,
        starts=[start for start, _ in spans],
        ends=[end for _, end in spans],
        keys=[key(text[start:end]) for start, end in spans],
    )


@lru_cache(maxsize=1 << 16)
def composed(token: str) -> str:
    """Return a token with accents composed and ligatures opened, case kept, dots dropped."""
    token = token.replace(".", "")
    if token.isascii():
        return token
    return unicodedata.normalize("NFC", token).translate(_LIGATURES)


def fold_gap(gap: str) -> str:
    """Fold what stands between two tokens: hyphens and blanks of any kind are one blank.

    Blanks around an apostrophe are dropped. Two line ends (a new paragraph) stay as they are, so
    that no term reaches across them.
    """
    if gap in {" ", "'"}:
        return gap
    if gap.count("\n") > 1:
        return "\n\n"
    folded = " ".join(gap.translate(_SEPARATORS).split())
    return folded or " "
