"""Which items tell of the same event, and which are copies of one another."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarize.briefing.values import Item
from summarize.selection import SUMMARY_KINDS
from summarize.vectors import content_stems

#: Words of the title count so many times in the whole of an item.
_TITLE_WEIGHT = 3
#: Imagined further items: keep the weights of words steady where there are few items.
_PRIOR_ITEMS = 20
#: A copy has this share of the shorter item's shingles of so many words.
_COPY = 0.7
_SHINGLE = 5
#: A word brings an item together with so many earlier ones that hold it, a shingle is remembered
#: for so many items: the work stays near linear.
_MOST_HOLDERS = 40

Vector = Mapping[str, float]


def whole(item: Item) -> Counter[str]:
    """Return the content stems of an item, its title's more than once."""
    bag: Counter[str] = Counter()
    for sentence in item.sentences:
        for stem in content_stems(sentence.text):
            bag[stem] += _TITLE_WEIGHT if sentence.kind == "title" else 1
    return bag


def gist(item: Item, chosen: Sequence[int]) -> Counter[str]:
    """Return the content stems of an item's title and of the sentences chosen for its summary."""
    return Counter(
        stem
        for index, sentence in enumerate(item.sentences)
        if sentence.kind == "title" or index in chosen
        for stem in content_stems(sentence.text)
    )


def vectors(bags: Sequence[Counter[str]]) -> list[Vector]:
    """Return a tf-idf vector of unit length for every bag of stems."""
    frequency = Counter(word for bag in bags for word in bag)
    size = len(bags) + _PRIOR_ITEMS
    out: list[Vector] = []
    for bag in bags:
        weights = {
            word: (1 + math.log(count)) * math.log1p(size / frequency[word])
            for word, count in bag.items()
        }
        norm = math.sqrt(math.fsum(weight**2 for weight in weights.values())) or 1.0
        out.append({word: weight / norm for word, weight in weights.items()})
    return out


def added(vectors_: Sequence[Vector]) -> Vector:
    """Return the sum of vectors."""
    total: Counter[str] = Counter()
    for vector in vectors_:
        total.update(vector)
    return total


def average_link(
    vectors_: Sequence[Vector], sizes: Sequence[int], threshold: float
) -> list[list[int]]:
    """Return groups of indices by average-link clustering on the cosine.

    The mean cosine between two groups is the dot product of their summed vectors over the number
    of pairs, so no table of all pairs is kept.

    Args:
        vectors_: unit vectors, or sums of as many unit vectors as `sizes` says.
        threshold: groups are joined down to this mean cosine.
    """
    sums = {index: Counter(vector) for index, vector in enumerate(vectors_)}
    counts = dict(enumerate(sizes))
    groups = {index: [index] for index in sums}
    near = _neighbours(sums)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(left: int, right: int) -> None:
        left, right = sorted((left, right))
        mean = _dot(sums[left], sums[right]) / (counts[left] * counts[right])
        if mean >= threshold:
            heapq.heappush(heap, (-mean, left, right, counts[left], counts[right]))

    for left, others in near.items():
        for right in others:
            if left < right:
                offer(left, right)
    while heap:
        _, left, right, *then = heapq.heappop(heap)
        if [counts.get(left), counts.get(right)] != then:
            continue
        groups[left] += groups.pop(right)
        counts[left] += counts.pop(right)
        sums[left].update(sums.pop(right))
        near[left] = (near[left] | near.pop(right)) - {left, right}
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
            found[index] = min(originals, key=lambda i: (-len(shingles[i]), i))
            continue
        for shingle in shingles[index]:
            if len(holders[shingle]) < _MOST_HOLDERS:
                holders[shingle].append(index)
    return found


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
