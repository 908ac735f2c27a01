"""Plain decode, verify; decode again with marks; else place by alignment; else leave and flag.

Annotate-and-back-off: marks are used only where the plain English lacks a term (OPUS-CAT at
WMT23, Nieminen 2023), so that a sentence that is right already is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translate.engines.base import Decoding, Engine, Hypothesis, Request, Term
from translate.terms.judge import Judged, better, judge
from translate.terms.place import place, respell
from translate.terms.slips import one_plural, ungarbled
from translate.terms.wants import Origin, Want
from translate.values import Span

PLAIN = "in the plain translation"
AGAIN = "decoded again with the term in the source"
SPELT = "misspelt by the model, put right"
PLACED = "put in place of the aligned words"
RETRIED = "decoded again with other options"
REMEMBERED = "in the remembered translation"
#: Other searches for sentences that lost a figure, a name or a mark, or say a word twice; each
#: mends some that the others do not (bench/terms.py --retries).
RETRIES = (
    Decoding(beam=4, repetition_penalty=1.2),
    Decoding(beam=1),
    Decoding(beam=8, repetition_penalty=1.1),
    Decoding(beam=4, halved=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The English of one segment after all ways were tried.

    Attributes:
        first: the plain decode, judged. final: what is kept.
        how: by which way the final one came about.
    """

    first: Judged
    final: Judged
    how: str = PLAIN


def remembered(source: str, wants: Sequence[Want], text: str) -> Outcome:
    """Return the outcome of a segment whose English a memory gives: verified, never altered."""
    judged = judge(source, wants, text, 0.0)
    return Outcome(first=judged, final=judged, how=REMEMBERED)


def apply(
    engine: Engine,
    sources: Sequence[str],
    wants: Sequence[tuple[Want, ...]],
    decoded: Sequence[Hypothesis],
    *,
    decoding: Decoding,
    polish: Callable[[str], str],
) -> list[Outcome]:
    """Return the outcome of each segment.

    Args:
        engine: decodes again, and aligns.
        sources: the French segments. wants: what each one's English must hold.
        decoded: their plain hypotheses.
        polish: typography, applied to every candidate before it is judged.
    """
    outcomes = []
    for source, want, hypothesis in zip(sources, wants, decoded, strict=True):
        first = judge(source, want, polish(hypothesis.text), hypothesis.score)
        outcomes.append(Outcome(first=first, final=first))
    again = partial(_again, engine, sources, wants, outcomes, polish)
    if engine.reads_marks:
        lacking = [index for index, outcome in enumerate(outcomes) if outcome.final.missing]
        again(lacking, decoding, how=AGAIN)
        # Where each want was marked already, there is nothing new in marking all.
        partly = [i for i in lacking if len(outcomes[i].first.missing) < len(wants[i])]
        again([i for i in partly if outcomes[i].final.missing], decoding, how=AGAIN, mark_all=True)
    for retry in RETRIES:
        harmed = [index for index, outcome in enumerate(outcomes) if any(outcome.final.harm)]
        again(harmed, retry, how=RETRIED)
    for index, outcome in enumerate(outcomes):
        if outcome.final.missing and outcome.final.text:
            outcomes[index] = _repaired(engine, sources[index], wants[index], outcome)
        outcomes[index] = _in_one_plural(sources[index], wants[index], outcomes[index])
    return outcomes


def _again(
    engine: Engine,
    sources: Sequence[str],
    wants: Sequence[tuple[Want, ...]],
    outcomes: list[Outcome],
    polish: Callable[[str], str],
    todo: Sequence[int],
    decoding: Decoding,
    *,
    how: str,
    mark_all: bool = False,
) -> None:
    """Decode `todo` again, with marks on what the plain English lacked; keep what is better."""
    requests = []
    for index in todo:
        lacking = outcomes[index].first.missing
        terms = [
            Term(span=Span(start=want.start, end=want.end), en=want.english)
            for position, want in enumerate(wants[index])
            if mark_all or position in lacking
        ]
        requests.append(Request(text=sources[index], terms=tuple(terms)))
    hypotheses = engine.translate(requests, decoding=decoding) if requests else []
    for index, hypothesis in zip(todo, hypotheses, strict=True):
        outcome = outcomes[index]
        candidate = judge(sources[index], wants[index], polish(hypothesis.text), hypothesis.score)
        # A small model copies the letters of a rare term wrongly: they are put right here.
        candidate, _ = _put_in(engine, sources[index], wants[index], candidate, ways=(SPELT,))
        if not hypothesis.failed and better(candidate, outcome.final):
            outcomes[index] = replace(outcome, final=candidate, how=how)


def _repaired(engine: Engine, source: str, wants: tuple[Want, ...], outcome: Outcome) -> Outcome:
    """Put what is still missing into the English: into the best one, else into the plain one."""
    final, how = _put_in(engine, source, wants, outcome.final)
    if final.missing and outcome.how != PLAIN:
        plain, plain_how = _put_in(engine, source, wants, outcome.first)
        if better(plain, final):
            final, how = plain, plain_how
    return outcome if final is outcome.final else replace(outcome, final=final, how=how)


def _in_one_plural(source: str, wants: tuple[Want, ...], outcome: Outcome) -> Outcome:
    """Take plurals off words of a term that the entry has in the singular, the noun aside."""
    final = outcome.final
    for position, want in enumerate(wants):
        if position in final.missing or want.origin is not Origin.TERM:
            continue
        text = one_plural(final.text, want, final.verdicts[position])
        candidate = final if text == final.text else judge(source, wants, text, final.score)
        spoils = any(new > old for new, old in zip(candidate.harm, final.harm, strict=True))
        if not spoils and candidate.missing == final.missing:
            final = candidate
    return outcome if final is outcome.final else replace(outcome, final=final, how=SPELT)


def _put_in(
    engine: Engine,
    source: str,
    wants: tuple[Want, ...],
    judged: Judged,
    ways: tuple[str, ...] = (SPELT, PLACED),
) -> tuple[Judged, str]:
    """Return `judged` with each missing want put in where that verifies, and the last way used."""
    how = PLAIN
    for position in judged.missing:
        want = wants[position]
        for way in ways:
            for text in _candidates(way, engine, source, judged.text, want):
                candidate = judge(source, wants, text, judged.score)
                if position not in candidate.missing and better(candidate, judged):
                    judged, how = candidate, way
                    break
            if position not in judged.missing:
                break
    return judged, how


def _candidates(way: str, engine: Engine, source: str, text: str, want: Want) -> Iterator[str]:
    if way is SPELT:
        spelt = (respell(text, want.english), ungarbled(text, source, want.english))
        yield from filter(None, spelt)
    else:
        yield from place(text, want, engine.align(source, text))
