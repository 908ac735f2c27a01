"""Requests cut into parts that fit."""

from __future__ import annotations

from translate.engines.base import Decoding, Request, Term
from translate.engines.fitting import cut
from translate.values import Span

LONG = (
    "Le syndicat des marins a annoncé lundi qu'il cesserait le travail dès l'aube, alors que la "
    "préfecture du Morbran assure que les bacs partiront à l'heure prévue."
)


def _count(text: str) -> int:
    return len(text.split())


def test_a_halved_sentence_is_cut_at_its_clause_and_loses_nothing() -> None:
    """Two parts of like length, which together are the sentence."""
    parts = cut([Request(text=LONG)], _count, limit=200, marks=False, halved=True)
    assert [part.text.split()[0] for part in parts] == ["Le", "alors"]
    assert " ".join(part.text for part in parts) == LONG
    assert len(cut([Request(text=LONG)], _count, limit=200, marks=False)) == 1


def test_a_short_sentence_is_not_halved() -> None:
    """Parts of a few words say nothing by themselves."""
    request = Request(text="Le bac part, la grève finit.")
    assert len(cut([request], _count, limit=200, marks=False, halved=True)) == 1


def test_no_term_is_cut_in_two() -> None:
    """A term over the border keeps both parts together."""
    at = LONG.index("l'aube")
    term = Term(span=Span(start=at, end=LONG.index("la préfecture")), en="x")
    request = Request(text=LONG, terms=(term,))
    parts = cut([request], _count, limit=200, marks=True, halved=True)
    assert len(parts) == 1


def test_the_signature_tells_that_sentences_were_halved() -> None:
    """A memory keeps such results apart."""
    assert str(Decoding(halved=True)) == "beam4-halved"
