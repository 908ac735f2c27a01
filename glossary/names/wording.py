"""The evidence in an editor's words: short, and at most three phrases."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.evidence import GENDER, Reason

NOWHERE = "named in full nowhere in the article"
SHARED = "a full name that several people have"
MOST = 3


def phrases(standing: Reason, others: Sequence[Reason], *, alone: bool) -> tuple[str, ...]:
    """Return how a person stands and the strongest things that speak for them.

    When nobody else could be meant (`alone`), an agreeing gender tells nothing.
    """
    if alone:
        others = [r for r in others if r.text != GENDER]
    strong = sorted((r for r in others if r.weight > 0), key=lambda r: -r.weight)
    return tuple(dict.fromkeys([standing.text, *(r.text for r in strong)]))[:MOST]


def listed(name: str, standing: Reason, others: Sequence[Reason]) -> str:
    """Return what is said of one candidate of several: the name, the standing, the best sign."""
    return f"{name}: {', '.join(phrases(standing, others, alone=False)[:2])}"
