"""Parts of a split source back into one hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines.base import Hypothesis

_END = ".!?…"


def join(sources: Sequence[str], parts: Sequence[Hypothesis]) -> Hypothesis:
    """Return one hypothesis from the `parts` decoded from `sources`; its score is the worst one's.

    A model takes each part for a sentence: the capital and the full stop it adds at a border
    are taken back, and a word that stands on both sides of it ("of the | the port") stays once.
    """
    if len(parts) == 1:
        return parts[0]
    text = ""
    previous = ""
    for source, part in zip(sources, parts, strict=True):
        text = _append(text, part.text, after=previous, source=source)
        previous = source
    failures = "; ".join(part.failed for part in parts if part.failed)
    return Hypothesis(
        text=text,
        score=min(part.score for part in parts),
        pieces=len(parts),
        truncated=any(part.truncated or part.failed for part in parts),
        failed=failures if all(part.failed for part in parts) else "",
    )


def _append(text: str, part: str, *, after: str, source: str) -> str:
    if not text or not part:
        return text or part
    if text[-1] == "." and not after.rstrip().endswith(tuple(_END)):
        text = text[:-1]
    words = part.split(" ")
    if source.lstrip()[:1].islower() and words[0].istitle() and words[0] not in {"I", "I'm"}:
        words[0] = words[0][0].lower() + words[0][1:]
    last = text.rsplit(" ", 1)[-1]
    if last.isalpha() and last.lower() == words[0].lower():
        words = words[1:]
    return " ".join([text, *words]) if words else text
