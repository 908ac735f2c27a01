"""Replacing words: what stands around them stays in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.values import Entry, Match
from tests.terms.scripted import ScriptedEngine
from translate.terms.place import place, respell
from translate.terms.wants import Origin, Want


def _want(source: str, surface: str, english: str) -> Want:
    start = source.index(surface)
    entry = Entry(id="e", fr=surface, en=english)
    match = Match(entry=entry, start=start, end=start + len(surface), surface=surface)
    return Want(match=match, english=english, origin=Origin.TERM)


CASES = (
    ("an honest catch", "catch", "seizure", "an honest seizure"),
    ("He saw an order.", "order", "warrant", "He saw a warrant."),
    ("He saw a warrant.", "warrant", "order", "He saw an order."),
    ("Catch of drugs.", "Catch", "seizure", "Seizure of drugs."),
    ('"Catch," he said.', "Catch", "seizure", '"Seizure," he said.'),
    (
        "the rebuke measures failed",
        "rebuke",
        "tit-for-tat measures",
        "the tit-for-tat measures failed",
    ),
    ("the supreme court judge", "judge", "court judge", "the supreme court judge"),
    ("It was a catch.", "catch", "seizure", "It was a seizure."),
)


@pytest.mark.parametrize(("text", "aligned", "english", "wanted"), CASES)
def test_place(text: str, aligned: str, english: str, wanted: str) -> None:
    """Article, capital, full stop and doubled words are mended."""
    source = "mot"
    engine = ScriptedEngine({}, links=[("mot", aligned)])
    placed = place(text, _want(source, "mot", english), engine.align(source, text))
    assert next(placed) == wanted


def test_place_without_alignment_is_none() -> None:
    """Nothing aligned, nothing replaced; nor is a lone function word."""
    want = _want("mot", "mot", "term")
    assert not [*place("Some words here.", want, ScriptedEngine({}).align("mot", "Some"))]
    engine = ScriptedEngine({}, links=[("mot", "of")])
    text = "Some of it."
    assert not [*place(text, want, engine.align("mot", text))]


def test_respell_takes_the_nearest_words_only() -> None:
    """Words of another meaning are no misspelling."""
    assert respell("the Swis interests section", "Swiss interests section") == (
        "the Swiss interests section"
    )
    assert respell("the swift interest payments", "Swiss interests section") is None
    assert respell("", "term") is None


@given(
    st.lists(st.sampled_from("the a an port catch of Order, seized. 4,317".split()), max_size=12),  # noqa: SIM905
    st.sampled_from(["seizure", "order", "coast guard vessel"]),
    st.integers(0, 11),
)
def test_only_aligned_words_go(words: list[str], english: str, index: int) -> None:
    """Whatever is replaced, figures elsewhere stay."""
    text = " ".join(words)
    if index >= len(words):
        return
    aligned = words[index].strip(",.")
    engine = ScriptedEngine({}, links=[("mot", aligned)])
    for out in place(text, _want("mot", "mot", english), engine.align("mot", text)):
        if aligned == "4,317":
            continue
        assert out.count("4,317") == text.count("4,317")
        assert english.lower() in out.lower()
