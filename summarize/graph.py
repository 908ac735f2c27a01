"""Graph methods: a sentence counts for as much as the sentences that resemble it.

Both are power iterations over the full similarity graph, which is never built: a product with it
is two sparse products, so a step costs as much as there are words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from summarize.vectors import Floats, counts, summed, tf_idf

_DAMPING = 0.85
_STEPS = 60
_TOLERANCE = 1e-9
#: Longer sentences count as this long in TextRank's normalisation, which bounds the work.
_LONGEST = 64


def lexrank(sentences: Sequence[Sequence[str]]) -> Floats:
    """Return continuous LexRank (Erkan & Radev 2004): PageRank over tf-idf cosines.

    Scores are 0 or more and add up to 1. `sentences` are content stems.
    """
    matrix = tf_idf(sentences)
    own = (np.bincount(matrix.rows, minlength=matrix.height) > 0).astype(np.float64)

    def similar(vector: Floats) -> Floats:
        return matrix.times(matrix.transposed_times(vector)) - own * vector

    return _page_rank(similar, matrix.height)


def textrank(sentences: Sequence[Sequence[str]]) -> Floats:
    """Return TextRank (Mihalcea & Tarau 2004): shared words over the sum of log lengths.

    Scores are 0 or more and add up to 1. `sentences` are content stems.
    """
    matrix = counts([sorted(set(stems)) for stems in sentences])
    lengths = np.clip([len(set(stems)) for stems in sentences], 1, _LONGEST)
    classes, of = np.unique(lengths, return_inverse=True)
    logs = np.log(classes + 1.0)
    weights = 1 / (logs[:, None] + logs[None, :])
    own = np.bincount(matrix.rows, minlength=matrix.height) * weights[of, of]
    cells = of[matrix.rows] * matrix.width + matrix.cols

    def similar(vector: Floats) -> Floats:
        sums = summed(cells, vector[matrix.rows], len(classes) * matrix.width)
        sums = sums.reshape(len(classes), matrix.width)
        products = (weights @ sums)[of[matrix.rows], matrix.cols]
        return summed(matrix.rows, products, matrix.height) - own * vector

    return _page_rank(similar, matrix.height)


def _page_rank(similar: Callable[[Floats], Floats], size: int) -> Floats:
    """Power iteration; a sentence without neighbours passes its weight on to all alike."""
    if not size:
        return np.zeros(0)
    degree = np.maximum(similar(np.ones(size)), 0)
    linked = degree > _TOLERANCE
    safe = np.where(linked, degree, 1.0)
    rank = np.full(size, 1 / size)
    for _ in range(_STEPS):
        spread = similar(np.where(linked, rank / safe, 0.0)) + rank[~linked].sum() / size
        new = (1 - _DAMPING) / size + _DAMPING * np.maximum(spread, 0)
        new /= new.sum()
        if np.abs(new - rank).sum() < _TOLERANCE:
            break
        rank = new
    return rank
