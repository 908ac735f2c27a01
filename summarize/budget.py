"""Filling a summary: best sentence first, within its limit, leaning ones with their support."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.values import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may be chosen.

    Attributes:
        index: its place among all sentences given to `select`.
        score: the higher, the sooner chosen; ties go to the earlier sentence.
        needs: index of the sentence it leans on, None if it stands alone, -1 if it leans on
            something that is never chosen.
    """

    index: int
    score: float
    words: int
    needs: int | None = None


def fill(candidates: Sequence[Candidate], limit: Limit) -> tuple[int, ...]:
    """Return the indices chosen, in reading order. ``n log n`` in the number of candidates.

    A sentence that leans is chosen only after the one it leans on. One that does not fit any more
    is passed over for the next best; the first always fits. If all lean, the best opens.
    """
    support = {c.needs for c in candidates} - {None, -1}
    waiting = {c.needs: c for c in candidates if c.needs in support}
    ready = [(-c.score, c.index, c) for c in candidates if c.needs is None]
    if not ready:
        ready = [(-c.score, c.index, c) for c in candidates]
        waiting = {}
    heapq.heapify(ready)
    most_sentences, most_words = _room(candidates, limit)
    chosen: list[int] = []
    words = 0
    while ready and len(chosen) < most_sentences:
        _, index, candidate = heapq.heappop(ready)
        if chosen and words + candidate.words > most_words:
            continue
        if limit.enough and words >= limit.enough:
            break
        chosen.append(index)
        words += candidate.words
        if index in waiting:
            following = waiting[index]
            heapq.heappush(ready, (-following.score, following.index, following))
    return tuple(sorted(chosen))


def _room(candidates: Sequence[Candidate], limit: Limit) -> tuple[float, float]:
    """Return how many sentences and how many words a summary may have."""
    if limit.sentences is not None:
        return limit.sentences, math.inf
    if limit.words is not None:
        return math.inf, limit.words
    return math.inf, (limit.share or 0) * sum(c.words for c in candidates)
