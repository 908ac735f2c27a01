"""Long sources are split and rejoined without doubled words or stray capitals."""

from __future__ import annotations

import pytest

from translate.engines.base import Hypothesis, Request, Term
from translate.engines.fitting import cut, gather
from translate.engines.joining import join
from translate.values import Span


def _words(text: str) -> int:
    return len(text.split())


def _hypotheses(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text=text, score=-0.1 * (index + 1)) for index, text in enumerate(texts)]


def test_full_stop_and_capital_at_a_border_are_taken_back() -> None:
    """The model takes a part for a sentence; the rejoined one is no two sentences."""
    joined = join(
        ["Le préfet a parlé,", "puis il est parti."],
        _hypotheses("The prefect spoke.", "Then he left."),
    )
    assert joined.text == "The prefect spoke then he left."
    assert joined.pieces == 2
    assert joined.score == -0.2


@pytest.mark.parametrize(
    ("french", "part", "wanted"),
    [
        ("la France ayant promis", "France having promised", "France having promised"),
        ("des pêcheurs attendent", "Fishermen are waiting", "fishermen are waiting"),
        ("les ministres français sont", "French ministers are", "French ministers are"),
        ("mai étant chômé", "May being off", "May being off"),
        ("mardi, le port", "Tuesday, the port", "Tuesday, the port"),
        ("cependant, le port", "However, the port", "however, the port"),
    ],
)
def test_a_name_at_a_border_keeps_its_capital(french: str, part: str, wanted: str) -> None:
    """Only what is written small in the French and in English loses the capital of a sentence."""
    joined = join(["Il l'a dit,", french], _hypotheses("He said so,", part))
    assert joined.text == f"He said so, {wanted}"


def test_a_word_on_both_sides_of_a_border_stays_once() -> None:
    """ "of the | the port" is one "the"."""
    joined = join(["la sortie de", "le port"], _hypotheses("the exit of the", "the port"))
    assert joined.text == "the exit of the port"


def test_a_failed_part_marks_the_whole_as_truncated() -> None:
    """What was decoded is kept, and the reader is told that words are missing."""
    failed = Hypothesis(text="", score=float("-inf"), failed="boom")
    joined = join(["Un,", "deux."], [*_hypotheses("One,"), failed])
    assert joined.text == "One,"
    assert joined.truncated
    assert not joined.failed
    assert join(["a", "b"], [failed, failed]).failed == "boom; boom"


def test_cut_splits_only_what_is_too_long_and_loses_no_word() -> None:
    """Short requests stay whole; the parts of a long one spell it."""
    long = "; ".join(f"le port numéro {number} reste fermé" for number in range(40)) + "."
    parts = cut([Request(text="Bonjour."), Request(text=long)], _words, limit=255, marks=False)
    assert [part.text for part in parts if part.request == 0] == ["Bonjour."]
    own = [part.text for part in parts if part.request == 1]
    assert len(own) > 1
    assert "".join(" ".join(own).split()) == "".join(long.split())
    assert all(part.fits for part in parts)


def test_cut_keeps_a_term_whole() -> None:
    """A border that would cut a term in two is given up."""
    long = " ".join(["mot"] * 119 + ["groupe", "de", "travail"] + ["mot"] * 100)
    start = long.index("groupe")
    term = Term(span=Span(start=start, end=start + len("groupe de travail")), en="working group")
    parts = cut([Request(text=long, terms=(term,))], _words, limit=255, marks=True)
    assert sum("⟦groupe de travail‖working group⟧" in part.text for part in parts) == 1


def test_gather_gives_each_request_its_own_parts() -> None:
    """Parts come back to the request they were cut from."""
    parts = cut([Request(text="Un."), Request(text="Deux.")], _words, limit=255, marks=False)
    texts = [item.text for item in gather(2, parts, _hypotheses("One.", "Two."))]
    assert texts == ["One.", "Two."]
