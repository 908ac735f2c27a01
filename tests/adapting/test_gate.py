"""Which results are refused."""

from __future__ import annotations

import random

import pytest

import glossary
from tests.adapting import desk
from translate.adapting import measuring
from translate.adapting.values import Comparison, Pair
from translate.evaluating import evaluate, given

PAIRS = [Pair(*row) for row in desk.rows(40)]
GOOD = [pair.target for pair in PAIRS]


def _worse(share: float) -> list[str]:
    """Return the references, a share of their words exchanged by chance."""
    draw = random.Random(3)  # noqa: S311 - seeded on purpose
    return [
        " ".join("xyz" if draw.random() < share else word for word in text.split()) for text in GOOD
    ]


def _comparison(before: list[str], after: list[str]) -> Comparison:
    corpus = measuring.corpus_of("desk", PAIRS)
    found = evaluate(
        corpus,
        given("after", after),
        given("before", before),
        words=glossary.Glossary(),
        resamples=100,
    )
    return Comparison(evaluation=found, marked=None)


SAME = _worse(0.1)
SLIGHTLY = [text.removesuffix(".") for text in GOOD]  # less than 2 chrF, in every sentence


@pytest.mark.parametrize(
    ("held_out", "general", "reason"),
    [
        ((_worse(0.3), GOOD), (SAME, SAME), None),
        ((SAME, SAME), (SAME, SAME), "did not rise"),
        ((GOOD, _worse(0.3)), (SAME, SAME), "did not rise"),
        ((SAME, [GOOD[0], *SAME[1:]]), (SAME, SAME), "may be chance"),
        ((SLIGHTLY, GOOD), (SAME, SAME), "not worth"),
        ((_worse(0.3), GOOD), (SAME, _worse(0.3)), "it forgets"),
        ((_worse(0.3), GOOD), (SAME, [GOOD[0], *SAME[1:]]), None),
    ],
)
def test_a_worse_model_is_refused(
    held_out: tuple[list[str], list[str]], general: tuple[list[str], list[str]], reason: str | None
) -> None:
    """Held-out pairs must be surely better, general text no worse; the reason says which."""
    found = measuring.refusals(_comparison(*held_out), _comparison(*general))
    if reason is None:
        assert found == ()
    else:
        assert any(reason in one for one in found)


def test_a_small_fall_that_is_sure_is_refused() -> None:
    """Below the tolerance it is the paired bootstrap that decides."""
    general = _comparison(GOOD, SLIGHTLY)
    assert general.gain < 0
    assert any("it forgets" in one for one in measuring.refusals(_comparison(SAME, GOOD), general))
