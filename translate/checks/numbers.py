"""Figures: every quantity of the French must be in the English, and no other.

Quantities are compared by value, across ways of writing ("quatre-vingt-dix" is "90", "huit
milliards" is "8 billion", "trois quarts" is "75 percent", "20 h 30" is "8:30 p.m.").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from translate.checks import shares
from translate.checks.quantities import parse
from translate.checks.quantity import Quantity
from translate.checks.tables import listed, rows
from translate.checks.text import flat, fold, plain
from translate.checks.units import currencies, numeric_dates, sizes_of
from translate.values import Finding, Level

_OPTIONAL = frozenset({"scale", "weak", "one"})
_DETERMINERS = ("les ", "des ", "ces ", "leurs ", "ses ", "aux ", "nos ", "vos ", "mes ", "tous ",
                "toutes ", "l'un des ", "entre les ")  # fmt: skip
_CONVERSION = Fraction(8, 100)  # a rounded conversion to other units may differ so much
# "05/03/2022" given with the month's name: the rule for dates judges day and month.
_MONTH_MARKS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIMES_LESS = re.compile(r" fois (?:moins|plus petit)")
_SMALL = frozenset({2, 3})  # ordinals too common to be wanted for themselves
_MOST = 300  # quantities of either side that are compared: a sentence has no more
_WORD_FLOOR = 3  # English words "one" and "two" are too common to call invented


@dataclass(frozen=True, slots=True)
class Comparison:
    """Outcome for one pair: quantities the English lacks, and those it has from nowhere."""

    missing: tuple[Quantity, ...]
    alien: tuple[Quantity, ...]
    matched: tuple[tuple[Quantity, Quantity], ...] = ()


def values(text: str, lang: str) -> Counter[Fraction]:
    """Return the multiset of the quantities of `text`; `lang` is "fr" or "en".

    Words that only imply a number ("both", "une") are left out. Times are minutes after midnight.
    """
    found = parse(text, french=lang == "fr")
    return Counter(quantity.value for quantity in found if quantity.kind not in _OPTIONAL)


def is_year(quantity: Quantity) -> bool:
    """Whether it is a figure that reads as a year of the calendar."""
    return (
        quantity.kind == "cardinal" and quantity.digits and not quantity.unit
        and 1000 <= quantity.value <= 2100 and quantity.surface.isdigit()
    )  # fmt: skip


def _same_time(source: Quantity, target: Quantity, source_text: str) -> bool:
    minutes = source.value
    if source.kind != "time":
        minutes = source.value * 60
        after = fold(source_text[source.end : source.end + 30])
        if re.match(r" heures? (?:du soir|de l'apres-midi)", after) and minutes < 720:
            minutes += 720
    elif re.match(r" (?:du soir|de l'apres-midi)", fold(source_text[source.end :][:20])):
        minutes += 720 if minutes < 720 else 0
    exact = "m" in target.surface.lower() or "noon" in target.surface
    if source.surface.endswith("quart") and "heure" in source.surface:
        exact = False  # "neuf heures et quart" may be in the evening
    if target.surface.isdigit() or exact:
        return minutes % 1440 == target.value % 1440
    return minutes % 720 == target.value % 720


def _same_span(source: Quantity, target: Quantity) -> bool:
    """Whether two quantities with units measure the same ("8 jours", "one week")."""
    sizes = sizes_of()
    if source.unit == target.unit or source.unit not in sizes or target.unit not in sizes:
        return False
    (dimension, size), (other, other_size) = sizes[source.unit], sizes[target.unit]
    if dimension != other:
        return False
    left, right = source.value * size, target.value * other_size
    return abs(left - right) <= _CONVERSION * max(left, right)


def _same_fraction(source: Quantity, target: Quantity) -> bool:
    if target.unit == "percent":
        return abs(source.value * 100 - target.value) <= Fraction(1, 2)
    return target.value == source.value


def equal(source: Quantity, target: Quantity, source_text: str) -> bool:
    """Whether the English quantity can stand for the French one."""
    kinds = {source.kind, target.kind}
    dotted = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", target.surface)
    if dotted and source.kind == "time":
        minutes = int(dotted[1]) * 60 + int(dotted[2])
        return source.value % 720 == minutes % 720
    if target.kind == "time":
        hours = source.kind == "time" or (source.unit in {"hour", ""} and source.value <= 24)
        return hours and _same_time(source, target, source_text)
    if source.kind == "time":
        if target.unit == "hour" and target.value > 0:
            return source.value // 60 == target.value // 1
        return source.value == target.value * 60 > 0 and not target.unit
    if "decade" in kinds:
        return _same_decade(source, target)
    if source.kind == "fraction":
        return _same_fraction(source, target)
    if target.kind == "fraction" and source.unit == "percent":
        return target.value * 100 == source.value
    if target.kind == "fraction" and _TIMES_LESS.match(source_text, source.end):
        return target.value * source.value == 1
    return _same_value(source, target)


def _same_decade(source: Quantity, target: Quantity) -> bool:
    if source.kind != "decade":
        return source.value == target.value
    return target.kind in {"decade", "weak"} and source.value % 100 == target.value % 100


def _same_value(source: Quantity, target: Quantity) -> bool:
    if source.kind == "about" and source.value == 10 and target.value == 12:
        return True
    readings = {source.value, source.other} - {None}
    if target.value in readings or target.other in readings:
        return True
    if target.unit == "metre" and target.value * 10**6 in readings:
        return True  # "7.5m voters"
    if source.value == Fraction(3, 2) and target.kind == "weak" and target.value == Fraction(1, 2):
        return True  # "un mètre et demi", "a meter and a half"
    short = target.digits and target.value < 100 and len(target.surface) == 2
    if is_year(source) and short:
        return source.value % 100 == target.value
    if is_year(target) and source.digits and source.value < 100:
        return target.value % 100 == source.value
    return _same_span(source, target)


def _demanded(quantity: Quantity, text: str) -> bool:
    if quantity.kind in _OPTIONAL:
        return False
    if quantity.kind == "ordinal" and not quantity.digits:
        return quantity.value >= 4
    after = fold(plain(text[quantity.end : quantity.end + 24]))
    if quantity.kind == "about" and not re.match(r" d(?:e |'|es )| en ", after):
        return False
    if (
        quantity.value == 9
        and fold(quantity.surface) == "neuf"
        and not re.match(r" (?:sur\b|\w+[sx]\b)", after)
    ):
        return False  # the adjective
    if quantity.value == 1 and quantity.kind == "ordinal" and _regnal(quantity, text):
        return False
    if quantity.value in {0, 1} and not quantity.digits:
        return False
    if quantity.value == 1 and quantity.kind != "ordinal":
        return bool(quantity.unit) or _in_score(quantity, text)
    if quantity.value == 2 and not quantity.digits:
        before = fold(text[max(0, quantity.start - 14) : quantity.start])
        return not before.endswith(_DETERMINERS)
    named = text[quantity.start].isupper() and text[quantity.end : quantity.end + 1] == "-"
    return not named


def _regnal(quantity: Quantity, text: str) -> bool:
    """Whether it counts a monarch ("François 1er")."""
    return bool(re.search(r"[A-ZÀ-Ý][\w-]+ $", plain(text[: quantity.start])[-24:]))


def _in_score(quantity: Quantity, text: str) -> bool:
    around = text[max(0, quantity.start - 2) : quantity.end + 2]
    return bool(re.search(r"\d[-–]\d", around))


def _explained(fr: str, en: str) -> list[tuple[int, int]]:
    """Return the spans of `fr` (folded) whose idiom has its counterpart in `en`."""
    spans = []
    for row in rows("number_idioms.tsv"):
        at = fr.find(row[0])
        if at >= 0 and any(phrase in en for phrase in listed(row[1])):
            spans.append((at, at + len(row[0])))
    return spans


@lru_cache(maxsize=4)  # several rules ask about one pair in turn
def compare(source: str, target: str) -> Comparison:
    """Match the quantities of `source` (French) with those of `target` (English)."""
    french = parse(source, french=True)[:_MOST]
    english = parse(target, french=False)[:_MOST]
    flat_source, flat_target = flat(source), flat(target)
    spans = _explained(flat_source, flat_target)
    if any(month in flat_target for month in _MONTH_MARKS):
        spans += [(start, end) for start, end, _, _ in numeric_dates(flat_source)]
    used: set[int] = set()
    matched: list[tuple[Quantity, Quantity]] = []
    missing: list[Quantity] = []
    for quantity in french:
        equals = [n for n, other in enumerate(english) if equal(quantity, other, source)]
        free = [n for n in equals if n not in used]
        if equals:
            best = min(free or equals, key=lambda n: _unlike(quantity, english[n]))
            used.add(best)
            matched.append((quantity, english[best]))
        elif _demanded(quantity, source) and not _inside(quantity, spans):
            missing.append(quantity)
    same = shares.reconcile(source, target, missing, matched, (french, english))
    missing = [quantity for quantity in missing if quantity not in same.french]
    used |= {n for n, quantity in enumerate(english) if quantity in same.english}
    known = {quantity.value for quantity in french} | {quantity.other for quantity in french}
    known |= {
        1 / quantity.value for quantity in french if quantity.kind == "ordinal" and quantity.value
    }
    alien = [
        other
        for n, other in enumerate(english)
        if n not in used
        and other.value not in known
        and not any(equal(quantity, other, source) for quantity in french)  # "(100 miles)"
        and not re.match(r"[- ]part(?:y|ies)\b", flat_target[other.end :])
        and _strange(other, spans, quarterly="trimestr" in flat_source)
        and not re.search(rf"\b{re.escape(fold(other.surface))}\b", flat_source)
    ]
    missing += _exchanged_ordinals(
        french, matched, [q for n, q in enumerate(english) if n not in used]
    )
    return Comparison(tuple(missing), tuple(alien), tuple(matched))


def _exchanged_ordinals(
    french: Sequence[Quantity],
    matched: Sequence[tuple[Quantity, Quantity]],
    free: Sequence[Quantity],
) -> list[Quantity]:
    """Return "deuxième" and "troisième" where the English has another such ordinal instead.

    Alone a small ordinal that is not there proves nothing ("for the second time": "again").
    """
    small = [q for q in french if q.kind == "ordinal" and not q.digits and q.value in _SMALL]
    there = {id(quantity) for quantity, other in matched if other.kind == "ordinal"}
    known = {quantity.value for quantity in french}
    instead = [q for q in free if q.kind == "ordinal" and q.value in _SMALL - known]
    return [q for q in small if id(q) not in there] if instead else []


def _unlike(source: Quantity, target: Quantity) -> int:
    """Distance by form, to choose among equal values."""
    return 2 * (source.unit != target.unit) + (source.digits != target.digits)


def _inside(quantity: Quantity, spans: Iterable[tuple[int, int]]) -> bool:
    return any(
        start <= quantity.start < end or quantity.start <= start < quantity.end
        for start, end in spans
    )


def _strange(quantity: Quantity, spans: list[tuple[int, int]], *, quarterly: bool) -> bool:
    if quantity.kind in _OPTIONAL:
        return False
    if quantity.kind in {"ordinal", "time"} and not quantity.digits:
        return False
    if quantity.kind == "fraction" and "quarter" in quantity.surface and quarterly:
        return False  # "en un trimestre": "in one quarter"
    if not quantity.digits and quantity.kind == "cardinal":
        return quantity.value >= _WORD_FLOOR and not spans
    return not spans


def rule_of(quantity: Quantity) -> str:
    """Return the rule a lost quantity falls under: "date" or "number"."""
    dated = quantity.kind in {"time", "decade", "century"} or quantity.day or is_year(quantity)
    return "date" if dated else "number"


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find figures lost, altered or invented."""
    outcome = compare(source, target)
    suggestion = repair(source, target) or ""
    found = ", ".join(quantity.surface for quantity in outcome.alien)
    hours = any(other.kind == "time" for other in outcome.alien)
    findings = [
        Finding(
            rule="date" if hours and quantity.unit == "hour" else rule_of(quantity),
            level=Level.ERROR, segment=segment, suggestion=suggestion,
            message=f'"{quantity.surface}" of the French is not in the English'
            + (f" (found: {found})" if found else ""),
        )
        for quantity in outcome.missing
    ]  # fmt: skip
    if not findings:
        findings = [
            Finding(
                rule=rule_of(quantity), level=Level.WARNING, segment=segment,
                message=f'"{quantity.surface}" of the English is not in the French',
            )
            for quantity in outcome.alien
        ]  # fmt: skip
    return findings


def _written(quantity: Quantity, source: str) -> str | None:
    """Write a French cardinal the English way: "8 milliards" becomes "8 billion"."""
    value, name = quantity.value, ""
    words = plain(source[quantity.start : quantity.end]).lower()
    scales = ((10**9, "billion", ("milliard", "md", "g")), (10**6, "million", ("million", "m")))
    for scale, english, marks in scales:
        tail = words.rsplit(" ", 1)[-1].lstrip("0123456789,.")
        if value >= scale and tail.startswith(marks):
            value, name = value / scale, f" {english}"
            break
    scaled = value * 10**4
    if scaled.denominator != 1:
        return None
    whole, rest = divmod(int(scaled), 10**4)
    plain_year = is_year(quantity)
    figure = str(whole) if plain_year else f"{whole:,}"
    decimals = f"{rest:04}".rstrip("0")
    shown = words.split(" ")[0]
    if "," in shown and shown.split(",")[-1].isdigit():
        decimals = decimals.ljust(len(shown.split(",")[-1]), "0")
    return figure + (f".{decimals}" if decimals else "") + name


def wanted(source: str, target: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, English) of the plain figures of `source` that `target` lacks.

    "4 317" is wanted as "4,317", "8 milliards" as "8 billion", "2,8 millions" as "2.8 million".
    Offsets are code points of `source`; times, ordinals, fractions and round words are left out.
    """
    return tuple(
        (quantity.start, quantity.end, figure)
        for quantity in compare(source, target).missing
        if quantity.kind == "cardinal" and (figure := _written(quantity, source))
    )


def repair(source: str, target: str) -> str | None:
    """Return `target` with its one wrong figure set right, None when that is not safe.

    Safe means: one French figure is missing, one English figure comes from nowhere, both are plain
    cardinals of the same unit, and afterwards every figure is there.
    """
    outcome = compare(source, target)
    if len(outcome.missing) != 1 or len(outcome.alien) != 1:
        return None
    wanted, wrong = outcome.missing[0], outcome.alien[0]
    alike = wanted.kind == wrong.kind == "cardinal" and wanted.day == wrong.day
    units = {wanted.unit, wrong.unit} - {""}
    if not alike or len(units) > 1 or not wrong.digits:
        return None
    figure = _written(wanted, source)
    if figure is None:
        return None
    mended = target[: wrong.start] + figure + target[wrong.end :]
    after = compare(source, mended)
    return mended if not after.missing and not after.alien else None


def is_money(quantity: Quantity) -> bool:
    """Whether its unit is a currency."""
    return quantity.unit in currencies()
