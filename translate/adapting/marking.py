"""Terms as inline marks in what is trained on, so that a model does not forget to read them."""

from __future__ import annotations

from collections.abc import Sequence

import glossary
from glossary.values import Match, Outcome
from translate.adapting.values import Pair
from translate.engines.base import Request, Term
from translate.engines.marks import annotate, fold
from translate.evaluating.terms import term_matches
from translate.memory.keys import key
from translate.terms.wants import wants_of
from translate.values import Span


def marked(pairs: Sequence[Pair], words: glossary.Glossary) -> tuple[list[Pair], int]:
    """Return `pairs`, about half of those with a term having it in marks; and how many have.

    Only what the French has and the English renders as the glossary says is marked, with the words
    that stand in the English. Which half is decided by a digest of the French.
    """
    made, count = [], 0
    for pair, matches in zip(pairs, term_matches(words, [p.source for p in pairs]), strict=True):
        terms = _kept_terms(pair, matches) if key(pair.source)[-1] % 2 else []
        count += bool(terms)
        made.append(Pair(annotate(pair.source, terms), pair.target))
    return made, count


def asking(sources: Sequence[str], words: glossary.Glossary) -> list[Request]:
    """Return requests that ask for every glossary term of `sources` by marks."""
    return [
        Request(
            text=source,
            terms=tuple(
                Term(span=Span(start=want.start, end=want.end), en=want.english)
                for want in wants_of(source, matches, ())
            ),
        )
        for source, matches in zip(sources, term_matches(words, sources), strict=True)
    ]


def text_of(request: Request, *, marks: bool) -> str:
    """Return the source as the model reads it."""
    return annotate(request.text, request.terms if marks else ())


def _kept_terms(pair: Pair, matches: Sequence[Match]) -> list[Term]:
    verdicts = glossary.verify(list(matches), pair.target)
    return [
        Term(
            span=Span(start=one.match.start, end=one.match.end),
            en=fold(pair.target[one.start : one.end]),
        )
        for one in verdicts
        if one.outcome is Outcome.USED
    ]
