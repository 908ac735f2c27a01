"""Cut an over-long sentence at clause boundaries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from translate.segmentation import words
from translate.segmentation.marks import DASHES
from translate.segmentation.pairs import match
from translate.segmentation.rules import Rules, load
from translate.segmentation.splitter import spans_between
from translate.values import Span


class Rank(IntEnum):
    """How good a place for a cut is; lower is better."""

    SEMICOLON = 0
    COLON = 1
    QUOTATION = 2
    CLAUSE = 3
    COMMA = 4
    CONJUNCTION = 5
    BLANK = 6
    LEANING = 7
    HARD = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    at: int
    rank: Rank


_BLANKS = re.compile(r"\s+")
_AFTER = {
    ";": Rank.SEMICOLON,
    ":": Rank.COLON,
    "!": Rank.QUOTATION,
    "?": Rank.QUOTATION,
    "…": Rank.QUOTATION,
}


def split_clauses(text: str, *, fits: Callable[[str], bool]) -> list[Span]:
    """Cut one sentence into as few pieces as needed so that each of them fits.

    Pieces end, in order of preference, after a semicolon, a colon, a closing quotation mark with
    its comma or stop, before a conjunction or relative pronoun after a comma, after a comma. Where
    that does not do, a piece is cut at blanks, at last between two characters. Spans are lossless
    as those of `split`.

    Args:
        text: the sentence.
        fits: whether a piece is short enough; a part of what fits must fit too. A single
            character is never cut, whether it fits or not.
    """
    if not text.strip():
        return []
    if fits(text.strip()):
        return spans_between(text, ())
    cuts = _candidates(text, fits)
    return spans_between(text, _choose(text, cuts, fits))


def _candidates(text: str, fits: Callable[[str], bool]) -> list[_Cut]:
    """Return clause limits, and worse places only inside clauses that do not fit."""
    blanks = list(_ranked_blanks(text, load()))
    clauses = [cut for cut in blanks if cut.rank <= Rank.COMMA]
    edges = [0, *(cut.at for cut in clauses), len(text)]
    cuts = list(clauses)
    at = 0
    for start, end in pairwise(edges):
        while at < len(blanks) and blanks[at].at <= start:
            at += 1
        first = at
        while at < len(blanks) and blanks[at].at < end:
            at += 1
        if not fits(text[start:end].strip()):
            cuts += _inside(text, start, end, blanks[first:at], fits)
    return sorted(cuts, key=lambda cut: cut.at)


def _inside(
    text: str, start: int, end: int, blanks: list[_Cut], fits: Callable[[str], bool]
) -> Iterator[_Cut]:
    """Yield the blanks of an over-long clause, and every character of an over-long word."""
    yield from blanks
    edges = [start, *(cut.at for cut in blanks), end]
    for first, last in pairwise(edges):
        yield from _through_word(text, first, last, fits)


def _through_word(text: str, first: int, last: int, fits: Callable[[str], bool]) -> Iterator[_Cut]:
    """Yield cuts through one word, as far apart as fits."""
    if fits(text[first:last].strip()):
        return
    places = range(first, last + 1)
    start = 0
    while (end := _reach(text, places, start, fits)) < len(places) - 1:
        at = end
        while at > start and unicodedata.combining(text[places[at]]):
            at -= 1
        # A letter with more accents than fit is cut all the same.
        start = at if at > start else end
        yield _Cut(at=places[start], rank=Rank.HARD)


def _ranked_blanks(text: str, rules: Rules) -> Iterator[_Cut]:
    brackets = [pair for pair in match(text).pairs if not pair.quote]
    at = closed = 0
    for found in _BLANKS.finditer(text):
        start, end = found.span()
        while at < len(brackets) and brackets[at].start < start:
            closed = max(closed, brackets[at].end)
            at += 1
        if start > 0 and end < len(text):
            rank = _rank(text, start, end, rules)
            # A clause inside brackets is no clause of the sentence.
            yield _Cut(at=end, rank=max(rank, Rank.CONJUNCTION) if start < closed else rank)


def _rank(text: str, start: int, end: int, rules: Rules) -> Rank:
    """Rank a cut at the blank ``[start, end)`` of `text`."""
    last = text[start - 1]
    opener = words.after(text, end).lower() in rules.clause_openers
    if text[end] in ";:!?»" or last in "«“([{":
        # French sets a blank before the first and after the guillemet: no place for a cut.
        return Rank.HARD
    if last in _AFTER:
        return _AFTER[last]
    if last in ",.":
        quoted = text[max(0, start - 3) : start - 1].rstrip().endswith(("»", "”", '"'))
        if quoted:
            return Rank.QUOTATION
        return Rank.CLAUSE if last == "," and opener else Rank.COMMA
    if text[end] in DASHES and text[end + 1 : end + 2].isspace():
        return Rank.COMMA
    word = words.before(text, start).lower()
    if word in rules.open_words or word in rules.leaning:
        return Rank.LEANING
    return Rank.CONJUNCTION if opener or last in "»”" else Rank.BLANK


def _choose(text: str, cuts: list[_Cut], fits: Callable[[str], bool]) -> list[int]:
    """Choose the fewest cuts, and among those the best ranks and the most even pieces.

    `floors` are the earliest places from which 1, 2, ... pieces reach the end: a cut between
    such a place and the farthest one that a piece reaches costs no further piece.
    """
    places = [0, *(cut.at for cut in cuts), len(text)]
    floors = _floors(text, places, fits)
    chosen: list[int] = []
    start = 0
    for left in range(len(floors), 0, -1):
        reach = min(_reach(text, places, start, fits), len(cuts))
        low = min(max(floors[left - 1], start + 1), reach)
        even = places[start] + (len(text) - places[start]) // (left + 1)
        start = min(
            range(low, reach + 1),
            key=lambda index: (cuts[index - 1].rank, abs(places[index] - even)),
        )
        chosen.append(places[start])
    return chosen


def _floors(text: str, places: Sequence[int], fits: Callable[[str], bool]) -> list[int]:
    """Return, from the end back, the indices of the earliest starts of pieces that fit."""
    floors: list[int] = []
    start = _back(text, places, len(places) - 1, fits)
    while start > 0:
        floors.append(start)
        start = _back(text, places, start, fits)
    return floors


def _back(text: str, places: Sequence[int], end: int, fits: Callable[[str], bool]) -> int:
    """Return the index of the earliest place from which one piece reaches ``places[end]``."""
    return end - _gallop(lambda step: fits(text[places[end - step] : places[end]].strip()), end)


def _reach(text: str, places: Sequence[int], start: int, fits: Callable[[str], bool]) -> int:
    """Return the index of the farthest place that one piece from ``places[start]`` reaches."""
    most = len(places) - 1 - start
    return start + _gallop(
        lambda step: fits(text[places[start] : places[start + step]].strip()), most
    )


def _gallop(holds: Callable[[int], bool], most: int) -> int:
    """Return the largest step in ``[1, most]`` for which `holds`; 1 if it holds for none.

    Doubles, then halves, so that only about twice the answer is ever looked at.
    """
    step = 1
    while step < most and holds(min(2 * step, most)):
        step = min(2 * step, most)
    high = min(2 * step, most + 1)
    while high - step > 1:
        middle = (step + high) // 2
        step, high = (middle, high) if holds(middle) else (step, middle)
    return step
