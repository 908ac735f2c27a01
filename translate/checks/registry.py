"""The rules and the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from translate.checks import brackets, names, numbers, repetition, untranslated
from translate.values import Finding

Rule = Callable[[str, str, str], list[Finding]]

RULES: Mapping[str, Rule] = {
    "numbers": numbers.check,
    "names": names.check,
    "untranslated": untranslated.check,
    "repetition": repetition.check,
    "brackets": brackets.check,
}


def check_pair(
    source: str, target: str, *, segment: str = "", score: float | None = None
) -> tuple[Finding, ...]:
    """Return the findings for one French sentence and its English, most serious kinds first."""
    findings = [found for rule in RULES.values() for found in rule(source, target, segment)]
    return tuple(dict.fromkeys(findings))


def check_document(pairs: Iterable[tuple[str, str, str]]) -> tuple[Finding, ...]:
    """Return the findings for (segment, French, English) triples of one article."""
    return tuple(
        finding
        for segment, source, target in pairs
        for finding in check_pair(source, target, segment=segment)
    )
