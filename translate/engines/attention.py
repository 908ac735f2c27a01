"""Cross-attention to alignment."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines.base import Alignment
from translate.values import Span


def alignment(
    attention: Sequence[Sequence[float]], source: Sequence[Span], target: Sequence[Span]
) -> Alignment:
    """Return the alignment that the rows of `attention` (target tokens) say.

    Args:
        attention: one row per target token, one weight per source token; the end token's may
            follow and is dropped.
        source, target: the spans of the tokens.
    """
    rows = [tuple(float(weight) for weight in row[: len(source)]) for row in attention]
    return Alignment(source=tuple(source), target=tuple(target), weights=tuple(rows[: len(target)]))
