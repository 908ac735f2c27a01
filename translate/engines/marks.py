"""Inline terms: ``⟦source span‖wanted English⟧`` around a span of the French.

The embedded model was trained on these marks (inline annotation after Dinu et al. 2019, with
counterfactual targets). They never leave this package: input that holds one of the three
characters has it folded away first, and output is cleaned of any that a model leaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines.base import Term

OPEN, MIDDLE, CLOSE = "⟦", "‖", "⟧"
_FOLD = str.maketrans({OPEN: "[", MIDDLE: "|", CLOSE: "]"})
_STRIP = str.maketrans({OPEN: "", MIDDLE: "", CLOSE: ""})


def fold(text: str) -> str:
    """Return `text` without mark characters; same length, so offsets stay."""
    return text.translate(_FOLD)


def strip(text: str) -> str:
    """Return decoded English without any mark that leaked, and without doubled blanks."""
    clean = text.translate(_STRIP)
    return clean if clean == text else " ".join(clean.split())


def annotate(text: str, terms: Sequence[Term]) -> str:
    """Return `text`, folded, with `terms` written in.

    Raises:
        ValueError: when spans overlap, are out of order or out of range.
    """
    text = fold(text)
    parts: list[str] = []
    at = 0
    for term in terms:
        if term.span.start < at or term.span.end > len(text):
            raise ValueError(f"term {term.en!r} overlaps or lies outside the segment")
        parts += [text[at : term.span.start], OPEN, term.span.of(text), MIDDLE, fold(term.en)]
        parts.append(CLOSE)
        at = term.span.end
    return "".join([*parts, text[at:]])
