"""Put a term in place of the English words that render its French, in three ways.

`respell` finds the term misspelt (a model copies "Swis section" for "Swiss section"); `place` finds
the words that are aligned with the French. Both replace words and mend what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from glossary import article_for
from translate.engines.base import Alignment
from translate.terms.spelling import fold
from translate.terms.wants import Want
from translate.values import Span

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*", re.UNICODE)
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
#: A name that brings its article needs no other ("the center of Les Essarts").
_OWN_ARTICLE = ("The ", "Le ", "La ", "Les ", "L'")
#: Similarity (0 to 100) above which words are the term misspelt, by letters without blanks.
_MISSPELT = 84
#: Shares of a word's attention that must lie on the French term for the word to render it.
_ALIGNED = (0.3, 0.5, 0.7)
#: Words between two aligned words that may belong to the same phrase ("group of work").
_MAX_GAP = 2
#: More English words than this for one more French word are no translation of it.
_MAX_GROWTH = 3
#: Function words are not replaced at the edges: their alignment is the least certain.
_EDGE = frozenset(
    """the a an of to in on at for and or by with from as that which who is was be his her its
    their our this these those both said""".split()  # noqa: SIM905 - words are read as words
)


def respell(text: str, english: str) -> str | None:
    """Return `text` with the words most like `english` replaced by it; None if none are near."""
    span = nearest(text, english)
    return _put(text, english, span) if span else None


def nearest(text: str, english: str) -> Span | None:
    """Return the words of `text` that are most like `english` misspelt, None if none are."""
    words = _words(text)
    size = len(_WORD.findall(english)) or 1
    wanted = _letters(english)
    best, found = float(_MISSPELT), None
    for count in range(max(1, size - 1), size + 2):
        for first in range(len(words) - count + 1):
            span = Span(start=words[first].start, end=words[first + count - 1].end)
            ratio = fuzz.ratio(_letters(span.of(text)), wanted, score_cutoff=best)
            if ratio > best:
                best, found = ratio, span
    return found


def place(text: str, want: Want, alignment: Alignment) -> Iterator[str]:
    """Yield `text` with the want's English in place of the aligned words, the widest choice first.

    The article before it is mended ("a" or "an"), words of the term that stand beside it are
    taken in, and at the start of the sentence its first letter is made a capital.
    """
    words = _words(text)
    there = Span(start=want.start, end=want.end)
    masses = [alignment.mass(word, there) for word in words]
    most = len(want.match.surface.split()) + _MAX_GROWTH
    for share in _ALIGNED:
        aligned = [index for index, mass in enumerate(masses) if mass >= share]
        cluster = _without_edges(_heaviest(aligned, masses), words, text)
        if cluster and cluster[-1] - cluster[0] < most:
            span = Span(start=words[cluster[0]].start, end=words[cluster[-1]].end)
            yield _put(text, want.english, span)


def _without_edges(cluster: list[int], words: Sequence[Span], text: str) -> list[int]:
    """Return `cluster` without function words at its ends."""
    while cluster and words[cluster[0]].of(text).lower() in _EDGE:
        cluster = cluster[1:]
    while cluster and words[cluster[-1]].of(text).lower() in _EDGE:
        cluster = cluster[:-1]
    return cluster


def _words(text: str) -> list[Span]:
    return [Span(start=hit.start(), end=hit.end()) for hit in _WORD.finditer(text)]


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _heaviest(indices: Sequence[int], masses: Sequence[float]) -> list[int]:
    """Return the run with the most attention; in a run, at most `_MAX_GAP` words lie between."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index - runs[-1][-1] <= _MAX_GAP:
            runs[-1].append(index)
        else:
            runs.append([index])
    return max(runs, key=lambda run: sum(masses[index] for index in run), default=[])


def _put(text: str, english: str, span: Span) -> str:
    """Return `text` with `english` at `span`, and its surroundings in order."""
    span = _take_in(text, english, span)
    before, after = text[: span.start], text[span.end :]
    article = _ARTICLE.search(before)
    if article:
        proper = article_for(english)
        proper = proper.capitalize() if article[1][0].isupper() else proper
        before = f"{before[: article.start(1)]}{proper}{before[article.end(1) :]}"
    if english.startswith(_OWN_ARTICLE) and before.endswith(("the ", "The ")):
        before = before[:-4]
    if not before.strip(" \"'(“‘"):
        english = english[:1].upper() + english[1:]
    return f"{before}{english}{after}"


def _take_in(text: str, english: str, span: Span) -> Span:
    """Widen `span` over words beside it that the term brings with it ("measures measures")."""
    own = [_root(word) for word in _WORD.findall(english)]
    words = _words(text)
    after = [word for word in words if word.start >= span.end][: len(own)]
    for count in range(len(after), 0, -1):
        if [_root(word.of(text)) for word in after[:count]] == own[-count:]:
            span = Span(start=span.start, end=after[count - 1].end)
            break
    before = [word for word in words if word.end <= span.start][-len(own) :]
    for count in range(len(before), 0, -1):
        if [_root(word.of(text)) for word in before[-count:]] == own[:count]:
            return Span(start=before[-count].start, end=span.end)
    return span


def _root(word: str) -> str:
    """Return a word without the s of a plural, as far as doubling needs it."""
    folded = fold(word)
    return folded[:-1] if folded.endswith("s") and len(folded) > 3 else folded
