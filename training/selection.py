"""Which part of a large corpus is nearest to news: log-odds of tokens and pairs of tokens.

After Moore & Lewis 2010 ("Intelligent selection of language model training data"), with
smoothed unigram and hashed bigram odds in place of two language models.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_BUCKETS = 1 << 20
_MULTIPLIER = 12_289  # a prime: neighbouring ids do not share buckets
#: Odds of one token are clipped: a rare word must not decide alone.
_CLIP = 3.0

Floats = npt.NDArray[np.float64]


def nearest(
    sentences: Sequence[Sequence[int]],
    domain: Sequence[Sequence[int]],
    *,
    keep: float,
    vocabulary: int,
) -> list[int]:
    """Return the indices of the share `keep` of `sentences` that is most like `domain`, in order.

    Args:
        sentences, domain: token ids below `vocabulary`.
    """
    scores = scored(sentences, domain, vocabulary=vocabulary)
    best = np.argsort(-scores, kind="stable")[: round(keep * len(sentences))]
    return sorted(int(index) for index in best)


def scored(
    sentences: Sequence[Sequence[int]], domain: Sequence[Sequence[int]], *, vocabulary: int
) -> Floats:
    """Return the mean log-odds per feature of each sentence, `domain` against all `sentences`."""
    size = vocabulary + _BUCKETS
    inside, outside = _counts(domain, vocabulary, size), _counts(sentences, vocabulary, size)
    odds = np.log((inside + 1) / (inside.sum() + size) * (outside.sum() + size) / (outside + 5))
    odds = np.clip(odds, -_CLIP, _CLIP)
    return np.array(
        [
            odds[_features(sentence, vocabulary)].mean() if len(sentence) > 1 else -_CLIP
            for sentence in sentences
        ]
    )


def _counts(sentences: Sequence[Sequence[int]], vocabulary: int, size: int) -> Floats:
    counts = np.zeros(size)
    for sentence in sentences:
        np.add.at(counts, _features(sentence, vocabulary), 1)
    return counts


def _features(sentence: Sequence[int], vocabulary: int) -> npt.NDArray[np.int64]:
    ids = np.asarray(sentence, np.int64)
    return np.concatenate([ids, vocabulary + (ids[:-1] * _MULTIPLIER + ids[1:]) % _BUCKETS])
