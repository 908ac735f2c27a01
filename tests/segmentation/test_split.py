"""What holds for every text: nothing lost, nothing slow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import assert_growth
from translate.segmentation import split
from translate.values import Span

#: Bits of text that the rules look at, so that random texts reach them.
PIECES = [
    *"abéÀBLM12 \n\u00a0\u200f\0.!?…,;:«»“”„‹›\"'’()[]{}*–-—¹<>°",
    "... ", ". ", "M. ", "J.-P. ", "Le ", "etc. ", "p. 3", "« ", " »", "« Non. ", " ? ", "[...]",
    "\n\n", "14 h. 30", "1. ", "www.a.fr", "DIT-IL", "iPhone ", ".Le ", "’’", "<<", ">>", "\u2029",
    "e\u0301",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


def lossless(text: str, spans: list[Span]) -> bool:
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    gaps = [text[first:last] for first, last in list(pairwise(edges))[::2]]
    bodies = [span.of(text) for span in spans]
    return (
        edges == sorted(edges)
        and not any(gap.strip() for gap in gaps)
        and all(body and body == body.strip() for body in bodies)
    )


@settings(max_examples=400)
@given(TEXTS)
def test_lossless(text: str) -> None:
    """Spans are in order and stripped, and only blanks lie between them."""
    assert lossless(text, split(text))


@given(TEXTS)
def test_sentences_have_content(text: str) -> None:
    """No sentence of a longer paragraph is made of marks alone."""
    spans = split(text.replace("\n", " ").replace("\u2029", " "))
    if len(spans) > 1:
        assert all(any(map(str.isalnum, span.of(text))) for span in spans)


@given(TEXTS, TEXTS)
def test_paragraphs_are_independent(first: str, second: str) -> None:
    """A blank line separates: what stands before it has no influence on what follows."""
    joint = "\n\n"
    text = first + joint + second
    offset = len(first + joint)
    after = [Span(start=s.start + offset, end=s.end + offset) for s in split(second)]
    assert split(text) == split(first) + after


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u2029 "])
def test_blank(text: str) -> None:
    """A blank text has no sentence."""
    assert split(text) == []


def test_one_mark_left_open_does_no_harm() -> None:
    """An opening bracket or quotation mark without partner does not hold the page together."""
    for mark in '([{«“"„‹':
        text = f"Le pont {mark}vieux ferme. " + "Le bac rouvre. " * 5
        assert len(split(text)) == 6, mark


@pytest.mark.parametrize(
    "unit",
    ['"', "« ", "» ", ".", ". ", "M. ", "(", ")", "(. ", "''", "… ", "A.", "1. ", "\n", " ", ".¹",
     "« A. ", ").", "a.A", "e.A", ". \n", ".\u200f", "[1]", "12. 34. ", "\0", "— ", "((.", "à… P"],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, on text made to be slow."""

    def run(size: int) -> None:
        text = unit * (size // len(unit))
        assert lossless(text, split(text))

    assert_growth(run, 10_000, 8)


def test_a_bracket_far_away_does_no_harm() -> None:
    """Two brackets with a page between them are no pair."""
    text = "Le pont (vieux ferme. " + "Le bac rouvre. " * 50 + "Le quai) aussi."
    assert len(split(text)) == 52


def test_a_long_quotation_is_cut() -> None:
    """Two sentences of a quotation inside a sentence are joined only while they are short."""
    first = "le pont " * 30
    text = f"Le maire juge « {first}ferme. Le bac rouvre » et part."
    assert len(split(text)) == 2
