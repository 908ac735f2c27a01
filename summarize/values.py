"""Frozen values of the summarize package: sentences in, a limit on how many come out."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.errors import SummarizeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One unit of an article in reading order.

    Attributes:
        kind: "sentence", "standfirst", "title", "caption", "question" and so on; kinds that are
            not in ``summarize.SUMMARY_KINDS`` inform the choice but are never chosen.
        paragraph: number of its paragraph or block, growing in reading order.
    """

    text: str
    kind: str = "sentence"
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Length of a summary: exactly one of the three is given.

    Attributes:
        sentences: at most so many sentences.
        words: at most so many words, counted between blanks. One sentence is always chosen,
            even if it is longer.
        enough: with `words`: no further sentence once so many words are chosen, 0 for no such end.
        share: at most this share (0 to 1) of the words that could be chosen, one sentence at least.

    Raises:
        SummarizeError: when none or several are given, or the one given is out of range.
    """

    sentences: int | None = None
    words: int | None = None
    share: float | None = None
    enough: int = 0

    def __post_init__(self) -> None:
        given = [x for x in (self.sentences, self.words, self.share) if x is not None]
        if len(given) != 1:
            raise SummarizeError("give the length of a summary by sentences, words or share: one")
        if not given[0] > 0 or (self.share is not None and self.share > 1):
            raise SummarizeError(
                f"{given[0]} is no length for a summary: sentences and words start at 1,"
                " a share lies above 0 and up to 1"
            )
