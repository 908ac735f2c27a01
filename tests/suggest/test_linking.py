"""Word links: the statistic by hand, one to one, bounded."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.suggest.linking import MOST, content, link, log_likelihood
from translate.suggest.singular import singular_en, singular_fr


def test_the_ratio_by_hand() -> None:
    """Two events that always come together, in 2 of 4 trials: 2 * 4 * ln 2."""
    assert log_likelihood(2, 2, 2, 4) == pytest.approx(8 * math.log(2))


def test_independent_events_tell_nothing() -> None:
    """The ratio of independent events is 0."""
    assert log_likelihood(2, 4, 4, 8) == pytest.approx(0)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_ratio_is_symmetric_and_never_negative(a: int, b: int, c: int, d: int) -> None:
    """Which event comes first does not matter."""
    if (total := a + b + c + d) and min(a + b, a + c) > 0:
        one = log_likelihood(a, a + b, a + c, total)
        assert one == pytest.approx(log_likelihood(a, a + c, a + b, total))
        assert one >= -1e-9


def test_links_are_one_to_one() -> None:
    """No English word is taken twice; unknown words are linked by co-occurrence over the rows."""
    rows = [
        ("Le zorbal ouvre.", "The grindle opens."),
        ("Un zorbal ferme.", "A grindle closes."),
        ("Le zorbal brûle.", "The grindle burns."),
        ("Le zorbal tombe.", "The grindle falls."),
        ("Une maison brûle.", "A house burns."),
        ("La maison tombe.", "The house falls."),
        ("Une école ferme.", "A school closes."),
        ("Une école ouvre.", "A school opens."),
    ]
    linked = link(rows)
    for one in linked:
        assert len(set(one.links.values())) == len(one.links)
    first = linked[0]
    names = {first.french[a].fold: first.english[b].fold for a, b in first.links.items()}
    assert names["zorbal"] == "grindle"


def test_a_sentence_has_a_most() -> None:
    """The work for one row is bounded."""
    assert len(content("mot " * 10_000, french=True)) == MOST


@pytest.mark.parametrize(
    ("term", "base"),
    [
        ("précurseurs chimiques", "précurseur chimique"),
        ("quotas de pompage", "quota de pompage"),
        ("droits de douane", "droit de douane"),
        ("journaux", "journal"),
        ("prix", "prix"),
        ("repas", "repas"),
    ],
)
def test_french_base_forms(term: str, base: str) -> None:
    """Words before the first preposition go into the singular, where that is sure."""
    assert singular_fr(term) == base


@pytest.mark.parametrize(
    ("term", "base"),
    [
        ("chemical precursors", "chemical precursor"),
        ("pumping quotas", "pumping quota"),
        ("authorities", "authority"),
        ("series", "series"),
        ("glass", "glass"),
    ],
)
def test_english_base_forms(term: str, base: str) -> None:
    """The last word goes into the singular, where its plural is that very word."""
    assert singular_en(term) == base
