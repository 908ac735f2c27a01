"""Centroid method with maximal marginal relevance and a position prior."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.vectors import Floats, tf_idf

#: Weight of relevance against novelty (Carbonell & Goldstein 1998 call it lambda).
_RELEVANCE = 0.7
#: Share of the position prior in relevance.
_POSITION = 0.3
#: Novelty is weighed for so many picks; what follows keeps the order of relevance. It bounds the
#: work, and a longer summary is a list where repetition no longer shows side by side.
_MOST_PICKS = 50


def centroid(sentences: Sequence[Sequence[str]]) -> Floats:
    """Return scores in the order of choice: cosine to the centroid (Radev et al. 2004), MMR.

    Relevance is ``(1 - p) cosine + p / sqrt(1 + position)``. `sentences` are content stems.
    """
    matrix = tf_idf(sentences)
    size = matrix.height
    mean = matrix.transposed_times(np.ones(size))
    cosine = matrix.times(mean) / max(float(np.linalg.norm(mean)), 1e-12)
    prior = 1 / np.sqrt(1 + np.arange(size))
    relevance = (1 - _POSITION) * cosine + _POSITION * prior
    nearest = np.zeros(size)
    open_ = np.ones(size, dtype=bool)
    scores = relevance - 10
    for turn in range(min(size, _MOST_PICKS)):
        gain = _RELEVANCE * relevance - (1 - _RELEVANCE) * nearest
        pick = int(np.argmax(np.where(open_, gain, -np.inf)))
        open_[pick] = False
        scores[pick] = -turn / _MOST_PICKS
        nearest = np.maximum(nearest, matrix.times(matrix.row(pick)))
    return scores
