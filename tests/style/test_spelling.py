"""American and British spelling: cases as data, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.style import Spelling
from translate.style.spelling import changed, respelt
from translate.style.tables import respellings

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("spelling.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
COUNTRIES = st.sampled_from([Spelling.US, Spelling.UK])
#: Words of both tables among what stands around them in news.
WORDS = st.sampled_from(
    [
        "color",
        "Colour",
        "centre",
        "program",
        "of",
        "the",
        "Defense",
        "10",
        "meters",
        '"',
        "-",
        "x@y",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))


@pytest.mark.parametrize(("to", "before", "after"), CASES)
def test_a_sentence_gets_the_spelling_of_the_desk(to: str, before: str, after: str) -> None:
    """Sure words change; names, addresses, other senses and French stay."""
    assert changed(before, respelt(before, Spelling(to))) == after


@given(TEXTS)
def test_without_a_choice_nothing_changes(text: str) -> None:
    """The default spelling leaves every text alone."""
    assert respelt(text, Spelling.AS_IS) == ()


@given(TEXTS, COUNTRIES)
def test_changes_are_in_order_and_say_what_they_replace(text: str, to: Spelling) -> None:
    """Each change stands after the one before, and `old` is what the text has there."""
    at = 0
    for change in respelt(text, to):
        assert at <= change.start < change.end
        assert text[change.start : change.end] == change.old
        assert change.old.lower() != change.new.lower()
        assert change.old[0].isupper() == change.new[0].isupper()
        at = change.end


@given(TEXTS, COUNTRIES)
def test_a_text_in_style_stays_as_it_is(text: str, to: Spelling) -> None:
    """Applied twice, the rule changes nothing more."""
    once = changed(text, respelt(text, to))
    assert respelt(once, to) == ()


def test_tables_lead_to_no_third_spelling() -> None:
    """No word of either table leads to one that the same table changes again."""
    for to in (Spelling.US, Spelling.UK):
        table = respellings(to)
        assert not set(table) & set(table.values())


@pytest.mark.parametrize(
    "word",
    ["prized", "whiskey", "gauge", "tonne", "glamour", "size", "premises", "exercise", "dialogue"],
)
def test_words_that_only_look_national_are_in_no_table(word: str) -> None:
    """What careless tables change is in neither of ours."""
    assert word not in respellings(Spelling.UK)
    assert word not in respellings(Spelling.US)
