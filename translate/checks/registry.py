"""The rules and the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from translate.checks import (
    backquote,
    brackets,
    consistency,
    currency,
    dates,
    direction,
    measures,
    mismatch,
    names,
    negation,
    numbers,
    omission,
    outlets,
    rates,
    repetition,
    titles,
    untranslated,
)
from translate.checks.pairs import Known, Pair, Speaker, mask
from translate.values import Finding, Level

#: Characters of a text that are read; a sentence that the model translates has far fewer.
LONGEST = 10_000
#: Mean log-probability per token (natural logarithm) below which a translation is suspect.
LOW_SCORE = -2.0

#: Rules that read what stands there: a quoted term is no title of a work because its stand-in is
#: written with a capital.
_UNMASKED = frozenset({"brackets"})

Rule = Callable[[str, str, str], list[Finding]]

RULES: Mapping[str, Rule] = {
    "number": numbers.check,
    "measure": measures.check,
    "rate": rates.check,
    "direction": direction.check,
    "date": dates.check,
    "currency": currency.check,
    "name": names.check,
    "outlet": outlets.check,
    "title": titles.check,
    "negation": negation.check,
    "untranslated": untranslated.check,
    "repetition": repetition.check,
    "brackets": brackets.check,
    "mismatch": mismatch.check,
    "omission": omission.check,
    "term": consistency.check,
    "backquote": backquote.check,
}


def check_pair(
    source: str,
    target: str,
    *,
    segment: str = "",
    score: float | None = None,
    known: Sequence[Known] = (),
    speaker: Speaker | None = None,
    rules: Collection[str] = RULES,
) -> tuple[Finding, ...]:
    """Return the findings for one French text and its English, in the order of the rules.

    `score` is the model's mean log-probability per token, if any: a very low one is reported.
    `known` are places (range of the French, range of the English) that somebody else has verified:
    nothing inside them is reported, quotation marks and back-translated quotations apart.
    `speaker` is who is quoted, where the article tells.
    `rules` are the names of those to run, all of them unless told.
    Rules read the first `LONGEST` characters of either side, so that time stays bounded.
    """
    masked = mask(source, target, known)
    hidden = masked.source[:LONGEST], masked.target[:LONGEST]
    bare = source[:LONGEST], target[:LONGEST]
    findings = [
        masked.unmask(found)
        for name, rule in RULES.items()
        if name in rules and name != "backquote"
        for found in rule(*(bare if name in _UNMASKED else hidden), segment)
    ]
    if "backquote" in rules:
        findings += backquote.check(*bare, segment, speaker)
    if max(len(source), len(target)) > LONGEST:
        message = f"only the first {LONGEST:,} characters were checked"
        findings.append(_note("omission", segment, message))
    if score is not None and score < LOW_SCORE and not findings:
        message = f"the model was guessing (score {score:.2f} per token)"
        findings.append(_note("mismatch", segment, message))
    return tuple(dict.fromkeys(findings))


def _note(rule: str, segment: str, message: str) -> Finding:
    return Finding(rule=rule, level=Level.INFO, segment=segment, message=message)


def check_document(pairs: Iterable[Pair]) -> tuple[Finding, ...]:
    """Return the findings for the pairs of one article, also those that look at all of it."""
    listed = list(pairs)
    findings = [
        found
        for pair in listed
        for found in check_pair(
            pair.source,
            pair.target,
            segment=pair.segment,
            score=pair.score,
            known=pair.known,
            speaker=pair.speaker,
        )
    ]
    masked = [(pair.segment, mask(pair.source, pair.target, pair.known)) for pair in listed]
    return (
        *findings,
        *consistency.check_article((name, one.source, one.target) for name, one in masked),
    )
