"""French words as the scorers see them: folded tokens and content stems."""

from __future__ import annotations

import functools
import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
#: Longer words are cut here: "démission", "démissionner" and "démissionnaire" fall together.
_STEM_LETTERS = 7


def fold(text: str) -> str:
    """Return `text` in lower case without accents, ligatures spelled out."""
    spelled = text.lower().replace("œ", "oe").replace("æ", "ae")
    return _ACCENTS.sub("", unicodedata.normalize("NFD", spelled))


@functools.lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of `text`; an elided word stands alone ("l", "eau")."""
    return tuple(_TOKEN.findall(fold(text)))


def words_as_written(text: str) -> tuple[str, ...]:
    """Return the words and numbers of `text` with their accents and capitals."""
    return tuple(_TOKEN.findall(text))


def stem(token: str) -> str:
    """Return a crude stem: without plural mark, cut at seven letters."""
    if len(token) > 3 and token[-1] in "sx":
        token = token[:-1]
    return token[:_STEM_LETTERS]


def word_count(text: str) -> int:
    """Return the number of words as an editor counts them: parts between blanks with a letter."""
    return sum(any(c.isalnum() for c in part) for part in text.split())
