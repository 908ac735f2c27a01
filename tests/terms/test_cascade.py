"""Plain decode, marks, spelling, placement, flag: a way is taken when the one before fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import glossary
from tests.terms.scripted import ScriptedEngine
from translate import terms
from translate.engines.base import Decoding, Request
from translate.terms import cascade as ways
from translate.terms.cascade import Outcome
from translate.typography import english

WORDS = glossary.from_rows(
    [
        {"fr": "précurseur", "en": "precursor", "kind": "term", "forbidden_en": "forerunner"},
        {"fr": "garde-côte", "en": "coast guard vessel", "kind": "term"},
        {"fr": "saisie", "en": "seizure", "kind": "term"},
    ]
)
SOURCE = "Le garde-côte a saisi des précurseurs."


def _apply(
    source: str,
    plain: str,
    marked: Mapping[tuple[str, ...], str] | None = None,
    links: Sequence[tuple[str, str]] = (),
) -> tuple[Outcome, ScriptedEngine]:
    engine = ScriptedEngine({source: plain}, marked, links)
    wants = [terms.wants_of(source, glossary.Matcher(WORDS).find(source), [])]
    decoded = engine.translate([Request(text=source)], decoding=Decoding())
    engine.requests.clear()
    [outcome] = terms.apply(engine, [source], wants, decoded, decoding=Decoding(), polish=english)
    return outcome, engine


def test_a_right_sentence_is_left_alone() -> None:
    """Every term is in the plain English: nothing is decoded again."""
    outcome, engine = _apply(SOURCE, "The coast guard vessel seized precursors.", {})
    assert outcome.how == ways.PLAIN
    assert outcome.final is outcome.first
    assert engine.requests == []


def test_marks_are_put_on_what_is_missing_only() -> None:
    """The term that the plain English has is not marked."""
    outcome, engine = _apply(
        SOURCE,
        "The coast guard vessel seized forerunners.",
        {("precursors",): "The coast guard vessel seized precursors."},
    )
    assert outcome.final.text == "The coast guard vessel seized precursors."
    assert outcome.how == ways.AGAIN
    assert [term.en for term in engine.requests[0].terms] == ["precursors"]


def test_all_terms_are_marked_when_marking_one_does_not_do() -> None:
    """The second try marks every term of the sentence."""
    outcome, _ = _apply(
        SOURCE,
        "The coast guard vessel seized forerunners.",
        {
            ("precursors",): "The vessel seized.",
            ("coast guard vessel", "precursors"): "A coast guard vessel seized precursors.",
        },
    )
    assert outcome.final.text == "A coast guard vessel seized precursors."


def test_a_misspelt_copy_is_put_right() -> None:
    """A small model copies letters wrongly; what is near the term becomes the term."""
    outcome, _ = _apply(
        SOURCE,
        "The ship seized precursors.",
        {("coast guard vessel",): "The coast gard vesel seized precursors."},
    )
    assert outcome.final.text == "The coast guard vessel seized precursors."
    assert outcome.how == ways.AGAIN


def test_the_aligned_words_are_replaced_when_marks_are_not_read() -> None:
    """Any Marian model gets its terms by alignment, with the article and the capital mended."""
    outcome, _ = _apply("Une saisie a eu lieu.", "A catch took place.", links=[("saisie", "catch")])
    assert outcome.final.text == "A seizure took place."
    assert outcome.how == ways.PLACED


def test_what_cannot_be_placed_stays_missing() -> None:
    """No guess: the sentence is as it was, and the want is reported."""
    outcome, _ = _apply("Une saisie a eu lieu.", "It took place.")
    assert outcome.final.text == "It took place."
    assert outcome.final.missing == (0,)


def test_a_candidate_that_loses_a_figure_is_rolled_back() -> None:
    """The term is in, but 4,317 is gone: the old sentence stays."""
    source = "Une saisie de 4 317 kilos a eu lieu."
    outcome, _ = _apply(
        source,
        "A catch of 4,317 kilograms took place.",
        {("seizure",): "A seizure took place."},
    )
    assert "4,317" in outcome.final.text


def test_a_candidate_that_says_a_word_twice_is_rolled_back() -> None:
    """ "seizure seizure" verifies the term and is still no English."""
    outcome, _ = _apply(
        "Une saisie a eu lieu.",
        "A catch took place.",
        {("seizure",): "A seizure seizure took place."},
    )
    assert outcome.final.doubled == 0


def test_a_candidate_that_falls_apart_is_rolled_back() -> None:
    """Half of the sentence is gone: no term is worth that."""
    source = (
        "Une saisie a eu lieu au port, où les douaniers attendaient un cargo depuis trois jours."
    )
    outcome, _ = _apply(
        source,
        "A catch took place at the port, where customs officers had waited three days for a ship.",
        {("seizure",): "A seizure."},
    )
    assert outcome.final.text.startswith("A catch")


@pytest.mark.parametrize("plain", ["", "..."])
def test_an_empty_translation_is_no_crash(plain: str) -> None:
    """An engine that gives nothing leaves its terms missing."""
    outcome, _ = _apply(SOURCE, plain, {})
    assert len(outcome.final.missing) == 2
