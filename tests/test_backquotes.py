"""Quotations of people who speak English are found; others are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.names import resolve
from glossary.values import Entry, Kind
from tests.growth import assert_growth
from translate.backquotes import RULE, quoted, speaker_of
from translate.checks import check_pair

PEOPLE = (
    Entry(id="marlow", fr="John Marlow", en="John Marlow", kind=Kind.PERSON, speaks="en"),
    Entry(id="varenkov", fr="Igor Varenkov", en="Igor Varenkov", kind=Kind.PERSON, speaks="ru"),
)
RETOLD = [
    "« Nous rouvrirons lundi », a déclaré John Marlow.",
    "John Marlow a assuré que le port était « prêt à rouvrir ».",
    'Selon John Marlow, "tout est prêt".',
    "« Nous rouvrirons lundi », a dit John Marlow à Igor Varenkov.",
    "« Tout est prêt », a répété John Marlow, « et nous rouvrirons ».",
]
OTHERS = [
    "Igor Varenkov avait déclaré au ministre britannique que « le port reste fermé ».",
    "« Nous rouvrirons lundi », a déclaré Igor Varenkov à John Marlow.",
    "John Marlow a assuré que le port était prêt.",
    "« John Marlow ne viendra pas », a déclaré Igor Varenkov.",
    "« Nous verrons », selon un diplomate proche de la délégation que conduisait John Marlow.",
    "Le port est « prêt », d'après la mairie.",
    "« Le travail avance » entre Igor Varenkov et John Marlow, a dit un témoin.",
]


def findings(text: str):
    speaker = speaker_of(text, resolve([text], PEOPLE).mentions)
    return check_pair(text, 'He said "so."', segment="s1", rules={RULE}, speaker=speaker)


@pytest.mark.parametrize("text", RETOLD)
def test_words_of_an_english_speaker_are_found(text: str) -> None:
    """The finding names the speaker and the segment."""
    (finding,) = findings(text)
    assert (finding.rule, finding.segment) == (RULE, "s1")
    assert "by John Marlow in English" in finding.message


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_are_left_alone(text: str) -> None:
    """Another speaker, no quotation, or somebody who is only spoken of."""
    assert findings(text) == ()


@given(text=st.text(alphabet='«»"“” ab', max_size=40))
def test_quotations_are_apart_and_in_order(text: str) -> None:
    """Whatever the marks, quotations do not overlap and stand in the text."""
    spans = quoted(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.of(text)[:1] in set('«“"') for span in spans)


def test_many_marks_take_linear_time() -> None:
    """Nearly a megabyte of quotation marks is no trap."""
    assert_growth(lambda size: quoted("« " * size + '"' * size), 62_500)
