"""The evidence in an editor's words: short, and at most three phrases."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.evidence import Reason

NOWHERE = "named in full nowhere in the article"
MOST = 3


def phrases(standing: Reason, others: Sequence[Reason]) -> tuple[str, ...]:
    """Return how a person stands and the strongest things that speak for them."""
    strong = sorted((r for r in others if r.weight > 0), key=lambda r: -r.weight)
    return tuple(dict.fromkeys([standing.text, *(r.text for r in strong)]))[:MOST]


def listed(name: str, standing: Reason, others: Sequence[Reason]) -> str:
    """Return what is said of one candidate of several: the name, the standing, the best sign."""
    return f"{name}: {', '.join(phrases(standing, others)[:2])}"
