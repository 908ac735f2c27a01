"""Which words of a line stand in some of its spans; near-linear whatever the line is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from translate.checks.text import Word

Spans = list[tuple[int, int]]


def _union(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return starts and ends of the stretches that `spans` cover together."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def inside(found: Sequence[Word], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the indices of the words that stand wholly in spans."""
    starts, ends = _union(spans)
    return {
        at
        for at, word in enumerate(found)
        if (where := bisect_right(starts, word.start) - 1) >= 0 and word.end <= ends[where]
    }


def touched(found: Sequence[Word], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the indices of the words that share a letter with a span."""
    starts, ends = _union(spans)
    return {
        at
        for at, word in enumerate(found)
        if (where := bisect_left(starts, word.end) - 1) >= 0 and word.start < ends[where]
    }
