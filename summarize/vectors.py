"""Sentences as sparse word vectors; everything is linear in the number of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize import lexicon
from summarize.words import stem, tokens

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


def summed(at: Ints, values: Floats, size: int) -> Floats:
    """Return `size` sums: ``sum of values[i] where at[i] == k`` for every k."""
    return np.bincount(at, weights=values, minlength=size).astype(np.float64)


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of `text` that are no function words, in order."""
    stop = lexicon.words("stopwords")
    return tuple(stem(token) for token in tokens(text) if token not in stop and len(token) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A sparse matrix, one row a sentence and one column a stem, as coordinate triples."""

    rows: Ints
    cols: Ints
    values: Floats
    height: int
    width: int

    def times(self, vector: Floats) -> Floats:
        """Return matrix x vector."""
        products = self.values * vector[self.cols]
        return summed(self.rows, products, self.height)

    def transposed_times(self, vector: Floats) -> Floats:
        """Return transposed matrix x vector."""
        products = self.values * vector[self.rows]
        return summed(self.cols, products, self.width)

    def row(self, index: int) -> Floats:
        """Return one row as a dense vector."""
        dense = np.zeros(self.width)
        start, end = np.searchsorted(self.rows, [index, index + 1])
        dense[self.cols[start:end]] = self.values[start:end]
        return dense


def counts(sentences: Sequence[Sequence[str]]) -> Matrix:
    """Return how often each stem stands in each sentence, given the stems of every sentence."""
    column: dict[str, int] = {}
    rows, cols, values = [], [], []
    for row, stems in enumerate(sentences):
        for word, count in Counter(stems).items():
            rows.append(row)
            cols.append(column.setdefault(word, len(column)))
            values.append(count)
    return Matrix(
        rows=np.array(rows, dtype=np.intp),
        cols=np.array(cols, dtype=np.intp),
        values=np.array(values, dtype=np.float64),
        height=len(sentences),
        width=len(column),
    )


def tf_idf(sentences: Sequence[Sequence[str]]) -> Matrix:
    """Return rows of unit length, tf x log(1 + n/df): dot products of rows are cosines."""
    raw = counts(sentences)
    frequency = np.bincount(raw.cols, minlength=raw.width)
    weights = raw.values * np.log1p(raw.height / np.maximum(frequency, 1))[raw.cols]
    norms = np.sqrt(summed(raw.rows, weights**2, raw.height))
    values = weights / np.maximum(norms, 1e-12)[raw.rows]
    return Matrix(rows=raw.rows, cols=raw.cols, values=values, height=raw.height, width=raw.width)
