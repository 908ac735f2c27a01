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
from translate.values import Finding

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
    """Return the findings for one French text and its English, in the order of the rules."""
    findings = [found for rule in RULES.values() for found in rule(source, target, segment)]
    return tuple(dict.fromkeys(findings))


def check_document(pairs: Iterable[tuple[str, str, str]]) -> tuple[Finding, ...]:
    """Return the findings for (segment, French, English) triples of one article."""
    listed = list(pairs)
    findings = [
        f for segment, source, target in listed for f in check_pair(source, target, segment=segment)
    ]
    return (*findings, *consistency.check_article(listed))
