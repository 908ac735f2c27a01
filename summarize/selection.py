"""One function for all methods of choosing the sentences of a summary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from summarize.anchored import candidates
from summarize.budget import Candidate, fill
from summarize.centroid import centroid
from summarize.duplicates import repeats
from summarize.errors import SummarizeError
from summarize.graph import lexrank, textrank
from summarize.values import Limit, Sentence
from summarize.vectors import Floats, content_stems
from summarize.words import word_count

#: Kinds that a summary may choose from. Titles are used to judge; the rest is left out.
SUMMARY_KINDS = frozenset({"sentence", "paragraph", "standfirst", "quote", "list_item"})
_QUESTION = re.compile(r"\?[\s»”\"]*$")
_PHOTO_CREDIT = re.compile(r"\((?:photo|crédit|©)|©", re.IGNORECASE)

Stems = Sequence[Sequence[str]]


def _lead(stems: Stems) -> Floats:
    """The first sentences (LEAD-3 and so on): hard to beat on news."""
    return -np.arange(len(stems), dtype=np.float64)


#: Methods that score sentences by their content stems and place alone.
_SCORERS: Mapping[str, Callable[[Stems], Floats]] = {
    "lead": _lead,
    "lexrank": lexrank,
    "textrank": textrank,
    "centroid": centroid,
}
METHODS = ("default", *_SCORERS)


def select(
    sentences: Sequence[Sentence], *, method: str = "default", limit: Limit
) -> tuple[int, ...]:
    """Choose the sentences of an extractive summary; return their indices in reading order.

    Captions, questions, headings and the like are never chosen, nor a sentence that nearly
    repeats an earlier one. The default method also leaves out a sentence that leans on the one
    before it unless that one is chosen too. Empty when no sentence may be chosen.

    Args:
        sentences: a whole article in reading order, its title among them if it has one.
        method: one of ``METHODS``. "default" is `summarize.anchored`, the others are the methods
            of the literature: "lead", "lexrank" (Erkan & Radev 2004), "textrank" (Mihalcea &
            Tarau 2004), "centroid" (Radev et al. 2004, with MMR and a position prior).

    Raises:
        SummarizeError: when the method is unknown.
    """
    return fill(ranked(sentences, method=method), limit)


def ranked(sentences: Sequence[Sentence], *, method: str = "default") -> list[Candidate]:
    """Return what `select` chooses from, for summaries of several lengths of one article.

    Raises:
        SummarizeError: when the method is unknown.
    """
    if method not in METHODS:
        raise SummarizeError(f"no summary method {method!r}: choose one of {', '.join(METHODS)}")
    eligible = [i for i, sentence in enumerate(sentences) if _eligible(sentence)]
    stems = [content_stems(sentences[i].text) for i in eligible]
    kept = [
        (i, s) for i, s, again in zip(eligible, stems, repeats(stems), strict=True) if not again
    ]
    if method == "default":
        return candidates(sentences, [i for i, _ in kept])
    scores = _SCORERS[method]([s for _, s in kept])
    return [
        Candidate(index=i, score=float(score), words=word_count(sentences[i].text))
        for (i, _), score in zip(kept, scores, strict=True)
    ]


def _eligible(sentence: Sentence) -> bool:
    text = sentence.text
    return (
        sentence.kind in SUMMARY_KINDS
        and any(c.isalnum() for c in text)
        and not _QUESTION.search(text)
        and not _PHOTO_CREDIT.search(text)
    )
