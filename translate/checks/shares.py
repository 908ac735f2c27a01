"""One share written in several ways: "un quart", "one in four", "25 %", "un sur quatre"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from translate.checks.quantity import Quantity
from translate.checks.text import flat

#: What stands between the two figures of a share: "un Suisse sur cinq", "one person in five".
_FRENCH = re.compile(r"(?: [\w'-]+){0,3} sur (?:les )?|/")
_ENGLISH = re.compile(
    r"(?:[- ][\w'-]+){0,2}?[- ](?:in|in every|out of|out of every|of every)[- ]|/"
)
_BASIS = re.compile(r" (?:points? de base|pb)\b")
_POINT = re.compile(r"[- ](?:of )?(?:an? |one )?(?:percentage[- ])?(?:points?\b|percent\b)|%")
_NEAR = Fraction(1, 200)  # half a percentage point
_WHOLE = frozenset({"cardinal", "one"})


@dataclass(frozen=True, slots=True)
class Share:
    """A share and the quantities of the text that tell it."""

    value: Fraction
    parts: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Quantities of both sides that tell one share in other words."""

    french: frozenset[Quantity]
    english: frozenset[Quantity]


def reconcile(
    source: str,
    target: str,
    missing: Sequence[Quantity],
    matched: Sequence[tuple[Quantity, Quantity]],
    quantities: tuple[Sequence[Quantity], Sequence[Quantity]],
) -> Same:
    """Return which of the `missing` are in the English after all, as a share put otherwise.

    Args:
        matched: pairs found equal; their English is not free for another figure.
        quantities: all of the French, all of the English.
    """
    if not missing:
        return Same(frozenset(), frozenset())
    taken = {english for _, english in matched if english.kind != "one"}
    there = [
        share for share in _shares(target, quantities[1], _ENGLISH)
        if not taken.issuperset(share.parts)
    ]  # fmt: skip
    french, english = set[Quantity](), set[Quantity]()
    for one, other in _points(source, target, missing, quantities[1]):
        french.add(one)
        english.add(other)
    for share in _shares(source, quantities[0], _FRENCH):
        if not set(share.parts) & set(missing):
            continue
        same = next((other for other in there if abs(other.value - share.value) <= _NEAR), None)
        if same:
            french.update(share.parts)
            english.update(same.parts)
    return Same(frozenset(french), frozenset(english))


def _points(
    source: str, target: str, missing: Sequence[Quantity], there: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield basis points of the French with the (parts of) points of the English they are."""
    french, english = flat(source), flat(target)
    for one in missing:
        if not _BASIS.match(french, one.end):
            continue
        for other in there:
            if other.value * 100 == one.value and _POINT.match(english, other.end):
                yield one, other
                break


def _shares(text: str, quantities: Sequence[Quantity], between: re.Pattern[str]) -> Iterator[Share]:
    """Yield the shares of a text: fractions, percentages, and "one in five"."""
    folded = flat(text)
    for one in quantities:
        if one.kind in {"fraction", "weak"}:
            yield Share(one.value, (one,))
        elif one.unit == "percent":
            yield Share(one.value / 100, (one,))
    for top, bottom in itertools.pairwise(quantities):
        counted = top.kind in _WHOLE and bottom.kind in _WHOLE and not bottom.unit
        part = counted and 0 < top.value < bottom.value
        if part and between.fullmatch(folded, top.end, bottom.start):
            yield Share(top.value / bottom.value, (top, bottom))
