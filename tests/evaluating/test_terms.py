"""Terms, consistency and findings: by hand on a few sentences."""

from __future__ import annotations

import pytest

import glossary
from tests.evaluating.sets import news, worn
from translate.evaluating import Corpus, evaluate, given
from translate.evaluating.terms import count_terms, term_matches

WORDS = glossary.from_rows(
    [
        {
            "fr": "digue",
            "en": "dike",
            "kind": "term",
            "forms_en": "dyke",
            "forbidden_en": "seawall",
        },
        {"fr": "halle", "en": "market hall", "kind": "place"},
    ]
)
FRENCH = (
    "La digue a cédé.",
    "Une digue, deux digues.",
    "La halle a brûlé.",
    "Rien ne bouge.",
)


def _counts(english: tuple[str, ...]):  # type: ignore[no-untyped-def]
    matches = term_matches(WORDS, FRENCH)
    verdicts = [glossary.verify(own, text) for own, text in zip(matches, english, strict=True)]
    return count_terms(matches, verdicts)


def test_each_occurrence_counts() -> None:
    """Used, missing and forbidden, each place of the French for itself."""
    counts = _counts(("The dike broke.", "A seawall, two dikes.", "The hall burned.", ""))
    assert (counts.found, counts.used, counts.forbidden, counts.missing) == (4, 2, 1, 1)
    assert counts.success == 0.5
    assert counts.by_kind == {"place": (0, 1), "term": (2, 3)}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The dike broke.", "A dike, two dikes.", 1.0),
        # Two alike, one otherwise: 2 right, 1 wrong and lost -> 4 / 6.
        ("The dike broke.", "A seawall, two dikes.", 4 / 6),
        # One not found: 2 right, 1 lost -> 4 / 5.
        ("The dike broke.", "A dam, two dikes.", 4 / 5),
        # The first one counts, right or not: three seawalls are consistent.
        ("The seawall broke.", "A seawall, two seawalls.", 1.0),
        ("It broke.", "Nothing.", 0.0),
    ],
)
def test_consistency_is_f1_against_the_first_rendering(
    first: str, second: str, expected: float
) -> None:
    """As WMT 2023 takes it: the first rendering is the pseudo-reference."""
    counts = _counts((first, second, "", ""))
    assert counts.repeated == 1
    assert counts.consistency == pytest.approx(expected)


def test_without_terms_there_is_no_share() -> None:
    """No division by zero, and no 0 % that would read as a failure."""
    counts = count_terms([()], [()])
    assert counts.success is None
    assert counts.consistency is None


def test_the_reference_is_the_control() -> None:
    """What the references satisfy is measured by the same means as the systems."""
    corpus = Corpus(
        name="x",
        sources=FRENCH,
        references=(("The dyke broke.", "A dike, two dams.", "It.", "No."),),
    )
    system = given("system", ("The dike broke.", "A dike, two dikes.", "The market hall.", "No."))
    found = evaluate(corpus, system, words=WORDS, resamples=10)
    assert (found.control.used, found.control.found) == (2, 4)
    assert found.systems[0].terms.used == 4
    assert found.baseline is None


def test_the_first_system_is_compared_with_the_second() -> None:
    """p-values stand with the system, the baseline has none; order is kept."""
    corpus = news()
    weak, strong = (given(f"w{step}", worn(corpus.references[0], step)) for step in (3, 9))
    found = evaluate(corpus, strong, weak, words=WORDS, resamples=50)
    assert [measured.system.name for measured in found.systems] == ["w9", "w3"]
    own, other = (measured.scores[0] for measured in found.systems)
    assert own.value > other.value
    assert own.p_value is not None
    assert other.p_value is None


def test_findings_are_counted_by_rule() -> None:
    """A changed figure is found in the system and not in the reference."""
    corpus = Corpus(
        name="x",
        sources=("Quelque 4 317 tonnes de sel attendent.",),
        references=(("Some 4,317 metric tons of salt are waiting.",),),
    )
    wrong = given("wrong", ("Some 4,371 metric tons of salt are waiting.",))
    found = evaluate(corpus, wrong, words=WORDS, resamples=2)
    assert found.systems[0].findings == {"number": 1}
    assert found.control_findings == {}
