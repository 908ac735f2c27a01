"""Pseudo-translation: the French back, wanted terms put in. No model, no waiting.

Pseudo-localisation is an old habit of the trade: it shows layout, notes and checks at once, and it
is deterministic. The command-line tests run on it; so can you (``--engine pseudo``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from translate.engines.base import Alignment, Decoding, EngineInfo, Hypothesis, Progress, Request
from translate.values import Span


class PseudoEngine:
    """Returns the source with its terms in English."""

    reads_marks = True

    def __init__(self, model: Path, *, threads: int = 0) -> None:
        del model, threads  # taken by every engine, needed by none of this one's work
        self.info = EngineInfo(
            engine="pseudo", model="none", digest=hashlib.sha256(b"pseudo-1").hexdigest()
        )

    def translate(
        self, requests: Sequence[Request], *, decoding: Decoding, progress: Progress | None = None
    ) -> list[Hypothesis]:
        """Return each source with the wanted English in place of its terms."""
        del decoding
        hypotheses = []
        for request in requests:
            text = request.text
            for term in reversed(request.terms):
                text = text[: term.span.start] + term.en + text[term.span.end :]
            hypotheses.append(Hypothesis(text=text, score=-0.1))
            if progress:
                progress(len(request.text.split()))
        return hypotheses

    def align(self, source: str, target: str) -> Alignment:
        """Align the n-th word with the n-th word."""
        there, here = _words(source), _words(target)
        weights = tuple(
            tuple(float(row == column) for column in range(len(there))) for row in range(len(here))
        )
        return Alignment(source=tuple(there), target=tuple(here), weights=weights)


def _words(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start=start, end=at))
    return spans
