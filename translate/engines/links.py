"""Attention to word links."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines.base import Link
from translate.values import Span


def strongest(
    attention: Sequence[Sequence[float]], source: Sequence[Span], target: Sequence[Span]
) -> tuple[Link, ...]:
    """Link each target token to the source token it attends to most.

    Args:
        attention: one row per target token, one weight per source token (an end token may follow).
        source, target: the spans of the tokens, in code points.
    """
    links = []
    for row, here in zip(attention, target, strict=False):
        weights = list(row)[: len(source)]
        if not weights:
            continue
        best = max(range(len(weights)), key=weights.__getitem__)
        links.append(Link(source=source[best], target=here))
    return tuple(links)
