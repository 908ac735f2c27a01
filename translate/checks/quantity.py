"""The value the parser of quantities gives, and what it says of its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from translate.checks.text import fold, plain

_ROMAN = re.compile(r"^(?P<number>[IVX]{1,5})(?:e|er|eme|ème)?$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity of a text.

    Attributes:
        kind: cardinal, about, ordinal, fraction, decade, century, time (value in minutes after
            midnight), scale (a bare "millions"), one ("un", "one"), weak (implied by a word),
            code ("F-16").
        unit: unit or currency of the tables, "percent", or "".
        other: second reading of an ambiguous figure.
        day: a figure beside a month name.
    """

    value: Fraction
    kind: str
    start: int
    end: int
    surface: str
    digits: bool = False
    unit: str = ""
    other: Fraction | None = None
    day: bool = False


_NEAR = 24  # code points before a figure where its bound stands


def before(text: str, quantity: Quantity) -> str:
    """Return what stands right before a figure, folded."""
    return fold(plain(text[max(0, quantity.start - _NEAR) : quantity.start]))


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral up to 49 ("XXIe" included), None if it is none."""
    match = _ROMAN.match(text)
    if not match:
        return None
    total = last = 0
    for char in reversed(match["number"]):
        value = _ROMAN_VALUES[char]
        total += value if value >= last else -value
        last = max(last, value)
    return total


_RANGE = re.compile(r"(?: (?:à|a|et|ou|and|or|to) \D{0,2}|-| to \D{0,2})")


def shared(found: list[Quantity], text: str) -> list[Quantity]:
    """Give "8" of "8 à 11 milliards" its second reading, 8 billion, and its unit.

    In "28, 35 et 51 ans" all have the unit of the last.
    """
    listed = False
    for at in reversed(range(len(found) - 1)):
        first, second = found[at], found[at + 1]
        between = text[first.end : second.start]
        in_list = listed and between == ", " and not 1000 <= first.value <= 2100  # "2019, 35 et 51"
        listed = in_list or (len(between) <= 6 and bool(_RANGE.fullmatch(between)))
        if (
            not listed
            or first.kind != "cardinal"
            or first.other is not None
            or first.unit not in {"", second.unit}
        ):
            continue
        scale = 1
        for power in (10**9, 10**6, 10**3):
            if second.kind == "cardinal" and second.value >= power and first.value < 1000:
                if not second.surface.replace(",", "").replace(" ", "").isdigit():
                    scale = power
                break
        found[at] = replace(
            first, other=first.value * scale if scale > 1 else None, unit=second.unit
        )
    return found
