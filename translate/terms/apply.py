"""Plain decode, verify; decode again with marks; else place by alignment; else leave and flag.

Annotate-and-back-off: marks are used only where the plain English lacks a term (OPUS-CAT at
WMT23, Nieminen 2023), so that a sentence that is right already is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translate.engines.base import Decoding, Engine, Hypothesis, Request, Term
from translate.terms.judge import Judged, better, judge
from translate.terms.place import place, respell
from translate.terms.wants import Want
from translate.values import Span

PLAIN = "in the plain translation"
AGAIN = "decoded again with the term in the source"
SPELT = "misspelt by the model, put right"
PLACED = "put in place of the aligned words"


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
    if engine.reads_marks:
        for everything in (False, True):
            _again(engine, sources, wants, outcomes, decoding, polish, everything=everything)
    for index, outcome in enumerate(outcomes):
        if outcome.final.missing and outcome.final.text:
            outcomes[index] = _repaired(engine, sources[index], wants[index], outcome)
    return outcomes


def _again(
    engine: Engine,
    sources: Sequence[str],
    wants: Sequence[tuple[Want, ...]],
    outcomes: list[Outcome],
    decoding: Decoding,
    polish: Callable[[str], str],
    *,
    everything: bool,
) -> None:
    """Decode with marks what still lacks a want; with marks on every want when `everything`."""
    todo = [index for index, outcome in enumerate(outcomes) if outcome.final.missing]
    if everything:  # where each want was marked already, there is nothing new to try
        todo = [index for index in todo if len(outcomes[index].first.missing) < len(wants[index])]
    requests = []
    for index in todo:
        lacking = set(outcomes[index].final.missing)
        marked = [
            want for position, want in enumerate(wants[index]) if everything or position in lacking
        ]
        requests.append(Request(text=sources[index], terms=tuple(map(_term, marked))))
    hypotheses = engine.translate(requests, decoding=decoding) if requests else []
    for index, hypothesis in zip(todo, hypotheses, strict=True):
        outcome = outcomes[index]
        candidate = judge(sources[index], wants[index], polish(hypothesis.text), hypothesis.score)
        if not hypothesis.failed and better(candidate, outcome.final):
            outcomes[index] = replace(outcome, final=candidate, how=AGAIN)


def _term(want: Want) -> Term:
    return Term(span=Span(start=want.start, end=want.end), en=want.english)


def _repaired(engine: Engine, source: str, wants: tuple[Want, ...], outcome: Outcome) -> Outcome:
    """Put what is still missing into the English: into the best one, else into the plain one."""
    final, how = _put_in(engine, source, wants, outcome.final)
    if final.missing and outcome.how != PLAIN:
        plain, plain_how = _put_in(engine, source, wants, outcome.first)
        if better(plain, final):
            final, how = plain, plain_how
    return outcome if final is outcome.final else replace(outcome, final=final, how=how)


def _put_in(
    engine: Engine, source: str, wants: tuple[Want, ...], judged: Judged
) -> tuple[Judged, str]:
    """Return `judged` with each missing want put in where that verifies, and the last way used."""
    how = PLAIN
    for position in judged.missing:
        want = wants[position]
        for way in (SPELT, PLACED):
            if position not in judged.missing:
                break
            if way is SPELT:
                text = respell(judged.text, want.english)
            else:
                text = place(judged.text, want, engine.align(source, judged.text))
            if text is None:
                continue
            candidate = judge(source, wants, text, judged.score)
            if position not in candidate.missing and better(candidate, judged):
                judged, how = candidate, way
    return judged, how
