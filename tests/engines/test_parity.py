"""The default engine gives what transformers gives on the same checkpoint."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.engines.base import Decoding, Request, Term
from translate.engines.ct2 import CT2Engine
from translate.values import Span

pytestmark = pytest.mark.torch

SENTENCES = (
    "Le conseil municipal de Saint-Brévenault a voté mardi un budget de 4,3 millions d'euros.",
    "« Nous attendrons », a répondu Mme Oyono, sans préciser jusqu'à quand.",
    "Les secouristes ont retrouvé deux randonneurs, sains et saufs, dans un refuge des Pyrénées.",
    "À l'issue de la réunion, aucun accord n'a été annoncé.",
    "La production d'acier a reculé de 12 % en un an.",
    "Un orage a privé d'électricité près de trois mille foyers pendant la nuit.",
)


def test_same_text_and_score_in_float32(embedded: Path) -> None:
    """Beam 4, float32, through CTranslate2 and through transformers: word for word the same."""
    from translate.engines.marian import MarianEngine

    requests = [Request(text=text) for text in SENTENCES]
    text = SENTENCES[0]
    start = text.index("budget")
    term = Term(span=Span(start=start, end=start + 6), en="spending plan")
    requests.append(Request(text=text, terms=(term,)))
    fast = CT2Engine(embedded, threads=1, quantization="float32")
    reference = MarianEngine(embedded, threads=1)
    ours = fast.translate(requests, decoding=Decoding())
    theirs = reference.translate(requests, decoding=Decoding())
    assert [one.text for one in ours] == [one.text for one in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one.score == pytest.approx(other.score, abs=0.01)


def test_same_alignment(embedded: Path) -> None:
    """Both read the mean of the heads of the last layer."""
    from translate.engines.marian import MarianEngine

    source, target = "Le port est fermé.", "The port is closed."
    fast = CT2Engine(embedded, threads=1, quantization="float32")
    ours, theirs = fast.align(source, target), MarianEngine(embedded).align(source, target)
    assert (ours.source, ours.target) == (theirs.source, theirs.target)
    for one, other in zip(ours.weights, theirs.weights, strict=True):
        assert one == pytest.approx(other, abs=0.01)


def test_greedy_scores(embedded: Path) -> None:
    """Beam 1 has a score too."""
    from translate.engines.marian import MarianEngine

    found = MarianEngine(embedded).translate(
        [Request(text=SENTENCES[4])], decoding=Decoding(beam=1)
    )[0]
    assert "12%" in found.text.replace(" %", "%").replace(" percent", "%")
    assert -3 < found.score < 0
