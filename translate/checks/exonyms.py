"""Places, institutions and other names that have an English form of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from translate.checks.tables import listed, rows
from translate.checks.text import Word, fold, plain

_LONGEST = 7  # words in the longest name of the table
_ANY = "*"
_ENDINGS = ("os", "as", "es", "a", "e", "o", "y")


def bare(text: str) -> str:
    """Return `text` without accents, capitals kept."""
    decomposed = unicodedata.normalize("NFD", plain(text))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def table() -> Mapping[str, tuple[str, ...]]:
    """Return French name without accents → English words that may stand for it."""
    return {bare(row[0]): listed(row[1]) for row in rows("exonyms.tsv")}


@cache
def _single_words() -> frozenset[str]:
    """Return the main English form of each name, where it is one word."""
    return frozenset(
        fold(alts[0])
        for alts in table().values()
        if alts and " " not in alts[0] and alts[0] != _ANY
    )


def _stem(alternative: str) -> str:
    """Return the part that a country and its people share: "Serbia", "Serbian" → "serbi"."""
    folded = fold(alternative)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return folded[: -len(ending)]
    return folded


def _rival(word: str, stem: str, whole: str) -> bool:
    """Whether `word` belongs to a longer name of the table: "Nigeria" is not Niger."""
    if word.startswith(whole) and len(word) < len(whole) + 2:
        return False
    return any(word[:size] in _single_words() for size in range(len(stem) + 2, len(word) + 1))


def present(alternatives: Iterable[str], target: str, target_words: Iterable[Word]) -> bool:
    """Whether one of the English names stands in the English text, also as an adjective."""
    low = fold(plain(target))
    names = [word for word in target_words if word.capital]
    for alternative in alternatives:
        if alternative == _ANY:
            return True
        stem = _stem(alternative)
        if " " in alternative or "." in alternative or "-" in alternative:
            at = low.find(stem)
            while at >= 0:
                if at == 0 or not low[at - 1].isalnum():
                    return True
                at = low.find(stem, at + 1)
        elif alternative[0].islower():
            if stem in low:
                return True
        elif any(
            part.startswith(stem) and not _rival(part, stem, fold(alternative))
            for word in names
            for part in word.fold.split("-")
        ):
            return True
    return False


#: Before a common noun; a town has no article.
_ARTICLE = re.compile(r"\b(?:le|du|au|un|ce|chaque|leur|notre) $")


@lru_cache(maxsize=4)  # several rules ask about one text in turn
def find(
    source: str, source_words: tuple[Word, ...]
) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return (first word, word after the last, English names) for each name of the table.

    Longest match first, from left to right, no overlap.
    """
    return tuple(_find(source, source_words))


def _find(
    source: str, source_words: tuple[Word, ...]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    straight = bare_same_length(source)
    names = table()
    at = 0
    while at < len(source_words):
        for size in range(min(_LONGEST, len(source_words) - at), 0, -1):
            start, end = source_words[at].start, source_words[at + size - 1].end
            if end - start > 60:
                continue
            found = names.get(straight[start:end])
            common = found and straight[start:end] in found  # English has it as a noun too
            if common and _ARTICLE.search(straight, max(0, start - 8), start):
                break  # "le Canton" of Swiss papers is no town in China
            if not found and size == 1 and "-" in straight[start:end]:
                # "Chine-Japon": two names in one word.
                both = [names.get(part) for part in straight[start:end].split("-")]
                yield from ((at, at + 1, part) for part in both if part and all(both))
            if found:
                yield at, at + size, found
                at += size - 1
                break
        at += 1


def bare_same_length(text: str) -> str:
    """Like `bare`, one character for each, so that offsets stay."""
    return "".join(map(_bare_char, text))


@lru_cache(maxsize=1024)
def _bare_char(char: str) -> str:
    return (bare(char) or char)[:1]
