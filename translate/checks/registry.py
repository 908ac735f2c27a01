"""The rules and the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from translate.checks import (
    backquote,
    brackets,
    consistency,
    currency,
    dates,
    measures,
    mismatch,
    names,
    negation,
    numbers,
    omission,
    repetition,
    titles,
    untranslated,
)
from translate.values import Finding, Level

#: Characters of a text that are read; a sentence that the model translates has far fewer.
LONGEST = 10_000
#: Mean log-probability per token (natural logarithm) below which a translation is suspect.
LOW_SCORE = -2.0

Rule = Callable[[str, str, str], list[Finding]]

RULES: Mapping[str, Rule] = {
    "number": numbers.check,
    "measure": measures.check,
    "date": dates.check,
    "currency": currency.check,
    "name": names.check,
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
    source: str, target: str, *, segment: str = "", score: float | None = None
) -> tuple[Finding, ...]:
    """Return the findings for one French text and its English, in the order of the rules.

    `score` is the model's mean log-probability per token, if any: a very low one is reported.
    Rules read the first `LONGEST` characters of either side, so that time stays bounded.
    """
    pair = source[:LONGEST], target[:LONGEST]
    findings = [found for rule in RULES.values() for found in rule(*pair, segment)]
    if max(len(source), len(target)) > LONGEST:
        message = f"only the first {LONGEST:,} characters were checked"
        findings.append(_note("omission", segment, message))
    if score is not None and score < LOW_SCORE and not findings:
        message = f"the model was guessing (score {score:.2f} per token)"
        findings.append(_note("mismatch", segment, message))
    return tuple(dict.fromkeys(findings))


def _note(rule: str, segment: str, message: str) -> Finding:
    return Finding(rule=rule, level=Level.INFO, segment=segment, message=message)


def check_document(pairs: Iterable[tuple[str, str, str]]) -> tuple[Finding, ...]:
    """Return the findings for (segment, French, English) triples of one article."""
    listed = list(pairs)
    findings = [
        f for segment, source, target in listed for f in check_pair(source, target, segment=segment)
    ]
    return (*findings, *consistency.check_article(listed))
