"""Cutting one over-long sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import assert_growth
from translate.segmentation import split_clauses
from translate.values import Span

PIECES = [
    *'ab,;:«»"()[]!?…–\u00a0\u200f\0', "e\u0301", "e\u0301\u0302\u0303", "le ", "pont, ", "qui ",
    ", dont ", " ; ", " : ", " », ", " ", "  ", "\n", ", mais ", "interminablement", " – ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def within(limit: int):  # type: ignore[no-untyped-def]
    return lambda text: len(text) <= limit


def cut(text: str, limit: int) -> list[str]:
    return [span.of(text) for span in split_clauses(text, fits=within(limit))]


@settings(max_examples=400)
@given(TEXTS, st.integers(min_value=4, max_value=60))
def test_lossless_and_short(text: str, limit: int) -> None:
    """Every piece fits, pieces are stripped and in order, and only blanks lie between them."""
    spans = split_clauses(text, fits=within(limit))
    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert 0 < span.end - span.start <= limit
        assert span.of(text) == span.of(text).strip()
        at = span.end
    assert not text[at:].strip()


@given(TEXTS)
def test_what_fits_stays_whole(text: str) -> None:
    """A sentence that fits is one piece."""
    body = text.strip()
    start = text.index(body)
    expected = [Span(start=start, end=start + len(body))] if body else []
    assert split_clauses(text, fits=lambda _: True) == expected


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        (
            "Le pont ferme, dit le maire ; le bac, lui, rouvre lundi.",
            40,
            ["Le pont ferme, dit le maire ;", "le bac, lui, rouvre lundi."],
        ),
        (
            "Le maire, élu en mai, a prévenu : le pont, vétuste, fermera.",
            40,
            ["Le maire, élu en mai, a prévenu :", "le pont, vétuste, fermera."],
        ),
        (
            "« Le pont, vétuste, fermera », dit le maire, élu en mai.",
            40,
            ["« Le pont, vétuste, fermera »,", "dit le maire, élu en mai."],
        ),
        (
            "Le pont, le bac, la digue ont fermé, mais le quai, rouvert, tient.",
            40,
            ["Le pont, le bac, la digue ont fermé,", "mais le quai, rouvert, tient."],
        ),
        (
            "Le vieux pont de pierre, le bac et la digue ont fermé hier.",
            40,
            ["Le vieux pont de pierre,", "le bac et la digue ont fermé hier."],
        ),
        (
            "Le pont de pierre ferme demain et le bac rouvre lundi matin.",
            40,
            ["Le pont de pierre ferme demain", "et le bac rouvre lundi matin."],
        ),
        ("Le pont coûte 12,5 M€ : 3,2 de trop.", 35, ["Le pont coûte 12,5 M€ :", "3,2 de trop."]),
        (
            "Le pont (le vieux, pas le neuf), dit le maire, est fermé ce soir.",
            46,
            ["Le pont (le vieux, pas le neuf),", "dit le maire, est fermé ce soir."],
        ),
        (
            "Le pont ferme jusqu'à ce que la ville paie.",
            29,
            ["Le pont ferme", "jusqu'à ce que la ville paie."],
        ),
        ("Le pont est-il sûr ? demande Roux.", 25, ["Le pont est-il sûr ?", "demande Roux."]),
    ],
)  # fmt: skip
def test_best_place(text: str, limit: int, pieces: list[str]) -> None:
    """Semicolon, colon, closing quotation, conjunction after a comma, comma, in this order."""
    assert cut(text, limit) == pieces


def test_hard_cut_keeps_accents() -> None:
    """A word without end is cut between characters, never before a combining accent."""
    pieces = cut("e\u0301" * 30, 7)
    assert all(not piece.startswith("\u0301") for piece in pieces)
    assert len(pieces) == 10


def test_only_the_long_word_is_cut() -> None:
    """The rest of the sentence keeps its words whole."""
    pieces = cut("Le pont ferme, voir " + "x" * 30 + " demain.", 20)
    assert pieces[0] == "Le pont ferme, voir"
    assert pieces[-1].endswith("demain.")


def test_as_few_as_needed() -> None:
    """Sixty clauses of ten characters make two pieces of at most 300."""
    text = "un pont, " * 60
    pieces = cut(text, 300)
    assert len(pieces) == 2
    assert abs(len(pieces[0]) - len(pieces[1])) < 20


def test_nothing_fits() -> None:
    """When not even a character fits, the cutting still ends and loses nothing."""
    text = "le pont"
    assert "".join(span.of(text) for span in split_clauses(text, fits=lambda _: False)) == "lepont"


@pytest.mark.parametrize("unit", ["a", "a ", "a, ", "« a », ", " ,", "e\u0301"])
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long."""
    assert_growth(
        lambda size: split_clauses(unit * (size // len(unit)), fits=within(400)), 10_000, 8
    )
