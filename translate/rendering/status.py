"""How far a document has been looked at by a person, and where to look first."""

from __future__ import annotations

import heapq

from translate.values import BilingualDocument, Status


def draft_status(document: BilingualDocument) -> str:
    """Return "machine draft, unreviewed", how many sentences are reviewed, or "reviewed"."""
    total = len(document.translations)
    reviewed = sum(item.status is Status.REVIEWED for item in document.translations)
    if not reviewed:
        return "machine draft, unreviewed"
    if reviewed < total:
        return f"machine draft, {reviewed} of {total} sentences reviewed"
    return "reviewed"


def least_sure(document: BilingualDocument, count: int) -> list[str]:
    """Return the ids of the `count` lowest-scored sentences, lowest first."""
    scored = [item for item in document.translations if item.score is not None]
    open_ = [item for item in scored if item.status is Status.UNREVIEWED]
    lowest = heapq.nsmallest(count, open_, key=lambda item: item.score or 0.0)
    return [item.segment for item in lowest]
