"""The scorers against plain, slow versions of the published formulas."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.centroid import centroid
from summarize.duplicates import repeats
from summarize.graph import lexrank, textrank
from summarize.vectors import Floats, content_stems, tf_idf

stems = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=8), min_size=1, max_size=8)


def page_rank(weights: Floats) -> Floats:
    np.fill_diagonal(weights, 0)
    size = len(weights)
    degree = weights.sum(axis=1)
    rows = [
        w / d if d > 1e-9 else np.full(size, 1 / size) for w, d in zip(weights, degree, strict=True)
    ]
    rank = np.full(size, 1 / size)
    for _ in range(60):
        rank = 0.15 / size + 0.85 * (np.array(rows).T @ rank)
    return rank


@given(bags=stems)
def test_lexrank_is_page_rank_over_cosines(bags: list[list[str]]) -> None:
    """The sparse products give what the dense similarity matrix gives."""
    matrix = tf_idf(bags)
    dense = np.array([matrix.row(i) for i in range(len(bags))]).reshape(len(bags), -1)
    assert lexrank(bags) == pytest.approx(page_rank(dense @ dense.T), abs=1e-6)


@given(bags=stems)
def test_textrank_is_page_rank_over_shared_words(bags: list[list[str]]) -> None:
    """Shared words over the sum of the logarithms of one plus the lengths."""
    sets = [set(bag) for bag in bags]
    logs = [math.log(max(len(bag), 1) + 1) for bag in sets]
    dense = np.array(
        [
            [len(a & b) / (la + lb) for b, lb in zip(sets, logs, strict=True)]
            for a, la in zip(sets, logs, strict=True)
        ]
    )
    assert textrank(bags) == pytest.approx(page_rank(dense), abs=1e-6)


@pytest.mark.parametrize("scorer", [lexrank, textrank, centroid])
def test_no_sentences_give_no_scores(scorer: object) -> None:
    """An empty article is no error."""
    assert callable(scorer)
    assert len(scorer([])) == 0


def test_central_sentence_ranks_first() -> None:
    """The sentence that shares words with all others wins in both graphs."""
    bags = [["port", "grue"], ["port", "grue", "eau", "sel"], ["eau", "sel"], ["lune"]]
    assert int(np.argmax(lexrank(bags))) == 1
    assert int(np.argmax(textrank(bags))) == 1


def test_centroid_prefers_the_new_to_the_nearly_said() -> None:
    """After the first pick, a sentence that repeats it comes last."""
    bags = [["port", "grue", "eau"], ["port", "grue", "eau"], ["port", "dock", "sel"]]
    scores = centroid(bags)
    assert scores[0] > scores[2] > scores[1]


@given(bags=st.lists(st.lists(st.sampled_from("abcdef"), max_size=7), max_size=15))
def test_repeats_are_found_exactly(bags: list[list[str]]) -> None:
    """Prefix filtering misses no pair with three fifths of the words in common."""
    sets = [frozenset(bag) for bag in bags]
    expected = [
        any(bag and len(bag & other) >= 0.6 * len(bag | other) for other in sets[:i])
        for i, bag in enumerate(sets)
    ]
    assert list(repeats(bags)) == expected


def test_stems_drop_function_words_and_plural_marks() -> None:
    """Elision, accents and number do not hide that two words are one."""
    assert content_stems("Les éboulements de l'Étang") == content_stems("éboulement, etang")
