"""Which items tell of the same event, and which are copies of one another."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarize.briefing.values import Item
from summarize.selection import SUMMARY_KINDS
from summarize.vectors import content_stems

#: Two groups are one event if their items are this similar on average (cosine).
_SAME_EVENT = 0.155
#: Words of the title and of the first sentences count so many times.
_TITLE_WEIGHT = 3
_LEAD_WEIGHT = 2
_LEAD_SENTENCES = 3
#: Imagined further items: keep the weights of words steady where there are few items.
_PRIOR_ITEMS = 20
#: A copy has this share of the shorter item's shingles of so many words.
_COPY = 0.7
_SHINGLE = 5
#: A word brings an item together with so many earlier ones that hold it, a shingle is remembered
#: for so many items: the work stays near linear.
_MOST_HOLDERS = 40

Vector = Mapping[str, float]


def vectors(items: Sequence[Item]) -> list[Vector]:
    """Return a tf-idf vector of unit length for every item."""
    bags = [_bag(item) for item in items]
    frequency = Counter(word for bag in bags for word in bag)
    size = len(items) + _PRIOR_ITEMS
    out: list[Vector] = []
    for bag in bags:
        weights = {
            word: (1 + math.log(count)) * math.log1p(size / frequency[word])
            for word, count in bag.items()
        }
        norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        out.append({word: weight / norm for word, weight in weights.items()})
    return out


def events(items: Sequence[Item]) -> list[list[int]]:
    """Return groups of indices, each one event: average-link clustering of the items.

    The mean cosine between two groups is the dot product of their summed vectors over the number
    of pairs, so no table of all pairs is kept.
    """
    sums = {index: dict(vector) for index, vector in enumerate(vectors(items))}
    groups = {index: [index] for index in sums}
    near = _neighbours(sums)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(left: int, right: int) -> None:
        left, right = sorted((left, right))
        sizes = len(groups[left]), len(groups[right])
        mean = _dot(sums[left], sums[right]) / (sizes[0] * sizes[1])
        if mean >= _SAME_EVENT:
            heapq.heappush(heap, (-mean, left, right, *sizes))

    for left, others in near.items():
        for right in others:
            if left < right:
                offer(left, right)
    while heap:
        _, left, right, *sizes = heapq.heappop(heap)
        if [len(groups.get(left, ())), len(groups.get(right, ()))] != sizes:
            continue
        groups[left] += groups.pop(right)
        for word, weight in sums.pop(right).items():
            sums[left][word] = sums[left].get(word, 0.0) + weight
        near[left] |= near.pop(right)
        near[left] -= {left, right}
        for other in near[left]:
            near[other] = near[other] - {right} | {left}
            offer(left, other)
    return [sorted(group) for _, group in sorted(groups.items())]


def copies(items: Sequence[Item]) -> dict[int, int]:
    """Return for each index that is a copy the index it copies: the longest, then the first."""
    shingles = [_shingles(item) for item in items]
    order = sorted(range(len(items)), key=lambda i: (-len(shingles[i]), i))
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for index in order:
        shared = Counter(holder for s in shingles[index] for holder in holders[s])
        enough = _COPY * len(shingles[index])
        originals = [original for original, count in shared.items() if count >= enough]
        if originals:
            found[index] = min(originals, key=order.index)
            continue
        for shingle in shingles[index]:
            if len(holders[shingle]) < _MOST_HOLDERS:
                holders[shingle].append(index)
    return found


def _bag(item: Item) -> Counter[str]:
    bag: Counter[str] = Counter()
    seen = 0
    for sentence in item.sentences:
        weight = 1
        if sentence.kind == "title":
            weight = _TITLE_WEIGHT
        elif sentence.kind in SUMMARY_KINDS:
            seen += 1
            weight = _LEAD_WEIGHT if seen <= _LEAD_SENTENCES else 1
        for stem in content_stems(sentence.text):
            bag[stem] += weight
    return bag


def _neighbours(vectors_: Mapping[int, Vector]) -> dict[int, set[int]]:
    """Return for every item those that share a word with it and stand near in that word's list."""
    holders: dict[str, list[int]] = defaultdict(list)
    near: dict[int, set[int]] = {index: set() for index in vectors_}
    for index, vector in vectors_.items():
        for word in vector:
            for other in holders[word][-_MOST_HOLDERS:]:
                near[index].add(other)
                near[other].add(index)
            holders[word].append(index)
    return near


def _dot(left: Vector, right: Vector) -> float:
    short, long = sorted((left, right), key=len)
    return math.fsum(weight * long[word] for word, weight in short.items() if word in long)


def _shingles(item: Item) -> set[tuple[str, ...]]:
    stems = [
        stem
        for sentence in item.sentences
        if sentence.kind in SUMMARY_KINDS
        for stem in content_stems(sentence.text)
    ]
    return {tuple(stems[at : at + _SHINGLE]) for at in range(max(len(stems) - _SHINGLE + 1, 0))}
