"""Parts of a split source back into one hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines.base import Hypothesis


def join(parts: Sequence[Hypothesis]) -> Hypothesis:
    """Return one hypothesis from the parts of a split source; the score is that of the worst."""
    failed = "; ".join(part.failed for part in parts if part.failed)
    return Hypothesis(
        text=" ".join(part.text for part in parts if part.text),
        score=min(part.score for part in parts),
        pieces=len(parts),
        truncated=any(part.truncated or part.failed for part in parts),
        failed=failed if all(part.failed for part in parts) else "",
    )
