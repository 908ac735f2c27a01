"""Put a term in place of the English words that are aligned with its French."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary import article_for
from translate.engines.base import Link
from translate.terms.wants import Want
from translate.values import Span

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*\.?", re.UNICODE)
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
#: Words between two aligned words that may belong to the same phrase ("group of work").
_MAX_GAP = 2
#: More English words than this for one more French word are no translation of it.
_MAX_GROWTH = 3
#: Function words are not replaced at the edges: their links are the least certain.
_EDGE = frozenset(
    """the a an of to in on at for and or by with from as that which who is was be his her its
    their our this these those""".split()  # noqa: SIM905 - a list of words is read as words
)


def place(text: str, want: Want, links: Sequence[Link]) -> str | None:
    """Return `text` with the want's English in place of the aligned words; None if unclear.

    The article before it is mended ("a" or "an"); at the start of the sentence its first letter is
    made a capital.
    """
    words = [Span(start=hit.start(), end=hit.end()) for hit in _WORD.finditer(text)]
    aligned = _aligned(words, want, links)
    cluster = _largest(aligned)
    while cluster and words[cluster[0]].of(text).lower() in _EDGE:
        cluster = cluster[1:]
    while cluster and words[cluster[-1]].of(text).lower() in _EDGE:
        cluster = cluster[:-1]
    most = len(want.match.surface.split()) + _MAX_GROWTH
    if not cluster or cluster[-1] - cluster[0] + 1 > most:
        return None
    start, end = words[cluster[0]].start, words[cluster[-1]].end
    if text[end - 1] == "." and end == len(text):  # the full stop of the sentence stays
        end -= 1
    return _put(text, want.english, start, end)


def _aligned(words: Sequence[Span], want: Want, links: Sequence[Link]) -> list[int]:
    """Return the English words whose tokens attend mostly to the want's French, in order."""
    inside = [0] * len(words)
    outside = [0] * len(words)
    for link in links:
        for index, word in enumerate(words):
            if link.target.start < word.end and word.start < link.target.end:
                hit = link.source.start < want.end and want.start < link.source.end
                (inside if hit and link.source.end > link.source.start else outside)[index] += 1
    return [index for index in range(len(words)) if inside[index] > outside[index]]


def _largest(indices: Sequence[int]) -> list[int]:
    """Return the longest run of indices whose neighbours are at most `_MAX_GAP` words apart."""
    best: list[int] = []
    run: list[int] = []
    for index in indices:
        if run and index - run[-1] > _MAX_GAP:
            run = []
        run.append(index)
        if len(run) > len(best):
            best = list(run)
    return best


def _put(text: str, english: str, start: int, end: int) -> str:
    before = text[:start]
    article = _ARTICLE.search(before)
    if article:
        proper = article_for(english)
        proper = proper.capitalize() if article[1][0].isupper() else proper
        before = f"{before[: article.start(1)]}{proper}{before[article.end(1) :]}"
    if not before.strip(" \"'(“‘"):
        english = english[:1].upper() + english[1:]
    return f"{before}{english}{text[end:]}"
