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
    """Tell for each sentence whether an earlier one says nearly the same.

    `sentences` are content stems. Pairs are looked for by the rarest words of each, as in
    Chaudhuri, Ganti & Kaushik (2006): sets with a Jaccard similarity of t or more share one of
    their first ``n - ceil(t n) + 1`` words in order of rarity.
    """
    bags = [frozenset(stems) for stems in sentences]
    frequency = Counter(word for bag in bags for word in bag)
    holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_POSTINGS))
    found = []
    for index, bag in enumerate(bags):
        ordered = sorted(bag, key=lambda word: (frequency[word], word))
        prefix = ordered[: len(ordered) - math.ceil(_THRESHOLD * len(ordered)) + 1]
        rivals = {rival for word in prefix for rival in holders[word]}
        found.append(any(_jaccard(bag, bags[rival]) >= _THRESHOLD for rival in rivals))
        for word in prefix:
            holders[word].append(index)
    return tuple(found)


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared)
