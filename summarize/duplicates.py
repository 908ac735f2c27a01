"""Near-equal sentences: found by prefix filtering, close to linear in the number of words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

#: Two sentences say the same if they share this much of their words (Jaccard).
_THRESHOLD = 0.6
#: A word points at no more than so many of the sentences that hold it, the latest ones.
_MOST_POSTINGS = 16


def repeats(sentences: Sequence[Sequence[str]]) -> tuple[bool, ...]:
    """Tell for each sentence (its content stems) whether an earlier one says nearly the same."""
    return tuple(first is not None for first in _first_like(sentences))


def groups(sentences: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the groups of two and more sentences that nearly repeat the first of their group."""
    found: dict[int, list[int]] = {}
    opener: dict[int, int] = {}
    for index, first in enumerate(_first_like(sentences)):
        opener[index] = index if first is None else opener[first]
        found.setdefault(opener[index], []).append(index)
    return [group for group in found.values() if len(group) > 1]


def _first_like(sentences: Sequence[Sequence[str]]) -> list[int | None]:
    """Return for each sentence the first earlier one that says nearly the same.

    Pairs are looked for by the rarest words of each, as in Chaudhuri, Ganti & Kaushik (2006): sets
    with a Jaccard similarity of t or more share one of their first ``n - ceil(t n) + 1`` words in
    order of rarity.
    """
    bags = [frozenset(stems) for stems in sentences]
    frequency = Counter(word for bag in bags for word in bag)
    holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_POSTINGS))
    found: list[int | None] = []
    for index, bag in enumerate(bags):
        ordered = sorted(bag, key=lambda word: (frequency[word], word))
        prefix = ordered[: len(ordered) - math.ceil(_THRESHOLD * len(ordered)) + 1]
        rivals = {rival for word in prefix for rival in holders[word]}
        alike = [rival for rival in rivals if _jaccard(bag, bags[rival]) >= _THRESHOLD]
        found.append(min(alike, default=None))
        for word in prefix:
            holders[word].append(index)
    return found


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared)
