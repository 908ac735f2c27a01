"""Folding and cutting French text into words, with offsets kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = "'’ʼ‘"
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-", "œ": "oe", "æ": "ae"})
_WORD = re.compile(rf"[\w\u0300-\u036f]+(?:[-‐‑{_APOSTROPHES}][\w\u0300-\u036f]+)*")
_ELISION = re.compile(
    rf"(?:[ldnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu)[{_APOSTROPHES}](?=[aeiouyhœàâéèêëîïôùûAEIOUYHŒÀÂÉÈÊËÎÏÔÙÛ])",
    re.IGNORECASE,
)
_SPELT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s", "þ": "t"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in small letters, without accents, with plain apostrophes and hyphens."""
    low = text.lower().translate(_PLAIN).translate(_SPELT)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence: ``sentence[start:end] == text``.

    Attributes:
        fold: the folded word, without an Arabic article ("al-Assad" is "assad").
        gap: the characters between the word before (or the start) and this one.
        cap: whether it is written as a name is: a capital, or "al-" and a capital.
    """

    start: int
    end: int
    text: str
    fold: str
    gap: str
    cap: bool

    @property
    def joined(self) -> bool:
        """Whether nothing but blanks stands before it."""
        return not self.gap.strip() and bool(self.gap)


_PREFIXED = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|ben|ould|abd)[-‐‑]\w", re.IGNORECASE)
_ARTICLE = re.compile(r"\A(?:al|el|as|ash|ad|an|ar|at|az)-(?=\w{3})")


def _is_cap(text: str) -> bool:
    if text[0].isupper():
        return True
    found = _PREFIXED.match(text)
    return bool(found) and text[found.end() - 1].isupper() if found else False


def _parts(text: str) -> list[tuple[int, int]]:
    """Cut the elided words off a word ("l’île" → "l’", "île"); "O'Brien" stays whole."""
    spans, at = [], 0
    while (found := _ELISION.match(text, at)) and fold(text[at:]) != "aujourd'hui":
        spans.append((at, found.end()))
        at = found.end()
    spans.append((at, len(text)))
    return spans


def tokenize(sentence: str) -> tuple[Token, ...]:
    """Cut a sentence into words, in linear time.

    An elided word is a word of its own, without its apostrophe in `fold`.
    """
    tokens: list[Token] = []
    last = 0
    for found in _WORD.finditer(sentence):
        for left, right in _parts(found.group()):
            start, end = left + found.start(), right + found.start()
            text = sentence[start:end]
            bare = text.rstrip(_APOSTROPHES)
            gap = sentence[last:start]
            elided = bool(tokens) and tokens[-1].end == start and start > 0
            tokens.append(
                Token(
                    start,
                    end,
                    text,
                    _ARTICLE.sub("", fold(bare), count=1),
                    " " if elided and not gap else gap,
                    _is_cap(text),
                )
            )
            last = end
    return tuple(tokens)
