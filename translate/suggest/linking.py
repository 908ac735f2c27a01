"""Which English word stands for which French one, from the rows of all pages together.

Competitive linking (Melamed 2000, "Models of translational equivalence among words"): in each row
the best pair of words is linked first and both are then taken. A pair is judged by the log-
likelihood ratio of its co-occurrence over the rows (Dunning 1993), by the bilingual lexicon, and
by spelling; among equals, by position. No engine is needed. Work is bounded for each row.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from translate.checks.lexicon import translations
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, french_stem, parts, words

#: Content words of one side of a row that are looked at: a sentence has no more.
MOST = 60
_SAME, _LEXICON, _COGNATE = 10.0, 6.0, 3.0  # clear signs, in the unit of _LLR_UNIT
_LLR_UNIT = 5.0
_LLR_MOST = 4.0
_LEAST = 2.0  # a link needs a log-likelihood ratio of 10 (p < 0.002) or a clear sign
_ALIKE = 75.0  # rapidfuzz ratio of cognates
_SHORTEST = 3  # letters of a word that is linked
_FEWEST = 3  # rows with both words from which their co-occurrence counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A row: its content words and `links` from French to English, by index.

    `beside` has English words that no French word took, next to the word of a French one that they
    go with too ("city hall" for one word): from English to French.
    """

    french: tuple[Word, ...]
    english: tuple[Word, ...]
    links: dict[int, int]
    beside: dict[int, int]


def content(text: str, *, french: bool) -> tuple[Word, ...]:
    """Return the words that carry content, at most `MOST`."""
    listed = items("french_function.txt" if french else "english_function.txt")
    found = [
        word
        for word in words(text, french=french)
        if len(word.fold) >= _SHORTEST and word.fold not in listed
    ]
    return tuple(found[:MOST])


def link(rows: Sequence[tuple[str, str]]) -> list[Linked]:
    """Link the words of each (French, English) row."""
    sides = [(content(fr, french=True), content(en, french=False)) for fr, en in rows]
    table = _Table(sides)
    return [table.linked(french, english) for french, english in sides]


class _Table:
    """In how many rows stems stand, alone and together."""

    def __init__(self, sides: Sequence[tuple[tuple[Word, ...], tuple[Word, ...]]]) -> None:
        self._rows = len(sides)
        self._french: Counter[str] = Counter()
        self._english: Counter[str] = Counter()
        self._both: Counter[tuple[str, str]] = Counter()
        for french, english in sides:
            left = {french_stem(word.fold) for word in french}
            right = {english_stem(word.fold) for word in english}
            self._french.update(left)
            self._english.update(right)
            self._both.update((one, other) for one in left for other in right)

    def linked(self, french: tuple[Word, ...], english: tuple[Word, ...]) -> Linked:
        """Link the words of one row, best pair first; what is left alone on both sides too."""
        scores = dict(self._scores(french, english))
        wide, long = max(len(french), 1), max(len(english), 1)
        ranked = sorted(
            (abs(at / wide - to / long) - score, at, to) for (at, to), score in scores.items()
        )
        links: dict[int, int] = {}
        taken: set[int] = set()
        for _, at, to in ranked:
            if at not in links and to not in taken:
                links[at] = to
                taken.add(to)
        left = [at for at in range(len(french)) if at not in links]
        right = [to for to in range(len(english)) if to not in taken]
        if len(left) == len(right) == 1:
            links[left[0]] = right[0]
            right = []
        beside = {
            to: at
            for at, its in links.items()
            for to in (its - 1, its + 1)
            if to in right and (at, to) in scores
        }
        return Linked(french=french, english=english, links=links, beside=beside)

    def _scores(
        self, french: Sequence[Word], english: Sequence[Word]
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Yield the pairs for which enough speaks."""
        stems = [english_stem(other.fold) for other in english]
        for at, one in enumerate(french):
            stem, known = french_stem(one.fold), _translations(one)
            for to, other in enumerate(english):
                if one.fold == other.fold:
                    score = _SAME
                else:
                    score = self._association(stem, stems[to])
                    if stems[to] in known:
                        score += _LEXICON
                    elif one.capital == other.capital and _alike(one.fold, other.fold):
                        score += _COGNATE
                if score >= _LEAST:
                    yield (at, to), score

    def _association(self, one: str, other: str) -> float:
        """Return Dunning's ratio in units, 0 for stems that avoid each other or are too rare."""
        both = self._both[one, other]
        if both < _FEWEST:
            return 0.0
        left, right = self._french[one], self._english[other]
        if both * self._rows <= left * right:
            return 0.0
        ratio = log_likelihood(both, left, right, self._rows)
        return min(ratio / _LLR_UNIT, _LLR_MOST)


def _alike(one: str, other: str) -> bool:
    """Whether two words are cognates; most pairs are told apart by their first letters."""
    return one[:2] == other[:2] and fuzz.ratio(one, other) >= _ALIKE


def _translations(word: Word) -> frozenset[str]:
    return frozenset().union(*(translations(part) for part in (word.fold, *parts(word.surface))))


def log_likelihood(both: int, left: int, right: int, total: int) -> float:
    """Return Dunning's log-likelihood ratio of two events in `total` trials.

    Args:
        both, left, right: trials with both events, with the first, with the second.
    """
    cells = (both, left - both, right - both, total - left - right + both)
    sums = (
        (left, right),
        (left, total - right),
        (total - left, right),
        (total - left, total - right),
    )
    return 2 * sum(
        cell * math.log(cell * total / (row * column))
        for cell, (row, column) in zip(cells, sums, strict=True)
        if cell > 0
    )
