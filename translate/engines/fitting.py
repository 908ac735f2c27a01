"""Long sources: split at clause boundaries before decoding, rejoin after.

The embedded model has 256 positions and was trained on sentences; above about 120 tokens it
loses clauses, and above its positions an engine raises and takes the batch with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate.engines.base import Hypothesis, Request, Term
from translate.engines.joining import join
from translate.engines.marks import annotate, fold
from translate.segmentation import split_clauses
from translate.values import Span

#: Source tokens above which a segment is split.
SPLIT_ABOVE = 120

#: Share of a sentence's tokens that one part of a halved one may have, and tokens it always may.
_HALF, _LEAST = 0.62, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of a request, ready for the tokenizer (marks written in)."""

    request: int
    text: str
    fits: bool


def cut(
    requests: Sequence[Request],
    count: Callable[[str], int],
    *,
    limit: int,
    marks: bool,
    halved: bool = False,
) -> list[Part]:
    """Return the parts of all `requests`, each of at most `SPLIT_ABOVE` tokens if it can be.

    Args:
        count: source tokens of a text.
        limit: positions of the model; a part above it cannot be decoded whole.
        marks: whether the model reads inline terms.
        halved: whether a part may have little more than half of its sentence.
    """
    return [
        part
        for index, request in enumerate(requests)
        for part in _parts_of(index, request, count, limit=limit, marks=marks, halved=halved)
    ]


def gather(count: int, parts: Sequence[Part], decoded: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Return the hypotheses of `count` requests from those of their `parts`."""
    sources: list[list[str]] = [[] for _ in range(count)]
    found: list[list[Hypothesis]] = [[] for _ in range(count)]
    for part, hypothesis in zip(parts, decoded, strict=True):
        sources[part.request].append(part.text)
        found[part.request].append(hypothesis)
    return [join(texts, group) for texts, group in zip(sources, found, strict=True)]


def _parts_of(
    index: int,
    request: Request,
    count: Callable[[str], int],
    *,
    limit: int,
    marks: bool,
    halved: bool,
) -> list[Part]:
    terms = request.terms if marks else ()
    whole = annotate(request.text, terms)
    most = min(SPLIT_ABOVE, limit)
    if halved:
        most = min(most, max(_LEAST, int(count(fold(request.text)) * _HALF)))
    if count(whole) <= most:
        return [Part(request=index, text=whole, fits=True)]
    source = fold(request.text)
    spans = _keep_terms_whole(split_clauses(source, fits=lambda text: count(text) <= most), terms)
    parts = []
    for span in spans:
        text = annotate(span.of(source), _shift(terms, span))
        if count(text) > limit:
            text = span.of(source)  # the words matter more than the marks
        parts.append(Part(request=index, text=text, fits=count(text) <= limit))
    return parts


def _keep_terms_whole(spans: list[Span], terms: tuple[Term, ...]) -> list[Span]:
    """Join neighbours whose border cuts a term in two."""
    kept: list[Span] = []
    for span in spans:
        cut = kept and any(term.span.start < kept[-1].end < term.span.end for term in terms)
        if cut:
            kept[-1] = Span(start=kept[-1].start, end=span.end)
        else:
            kept.append(span)
    return kept


def _shift(terms: tuple[Term, ...], part: Span) -> list[Term]:
    return [
        Term(
            span=Span(start=term.span.start - part.start, end=term.span.end - part.start),
            en=term.en,
        )
        for term in terms
        if part.start <= term.span.start and term.span.end <= part.end
    ]
