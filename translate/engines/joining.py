"""Parts of a split source back into one hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks.lexicon import is_english, is_nationality
from translate.checks.text import words as words_of
from translate.checks.units import months
from translate.engines.base import Hypothesis

_END = ".!?…"
_OPENING = 2  # words of a French part that tell a name: "la France"
_NEAR = 6  # words of a French part among which an adjective may come first in the English


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
    if words[0].istitle() and _is_common(words[0].rstrip(",;:").lower(), source.lstrip()):
        words[0] = words[0][0].lower() + words[0][1:]
    last = text.rsplit(" ", 1)[-1]
    if last.isalpha() and last.lower() == words[0].lower():
        words = words[1:]
    return " ".join([text, *words]) if words else text


def _is_common(word: str, source: str) -> bool:
    """Whether the first English `word` of a part has its capital only because a sentence begins.

    Not where the French opens with a name ("la France"), nor for what English writes large.
    """
    french = words_of(source, french=True)[:_NEAR]
    named = any(one.capital for one in french[:_OPENING]) or not source[:1].islower()
    large = word in months(french=False) or any(is_nationality(one.fold) for one in french)
    return not named and not large and word not in {"i", "i'm"} and is_english(word)
