"""English that contradicts its own figures ("rose from 58 to 41"), and courses turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.numbers import is_year
from translate.checks.quantities import parse
from translate.checks.quantity import Quantity
from translate.checks.text import flat
from translate.values import Finding, Level

_BETWEEN = 60  # characters from the verb to the first figure, and from figure to figure
_VERB = 20  # characters of the longest verb
_KINDS = frozenset({"cardinal", "about", "one"})
# Case counts: the "Fall" of a year or of a title is no verb.
_UP = re.compile(
    r"\b(?:rise|rises|rising|rose|risen|increas(?:e|es|ed|ing)|grew|grow|grows|grown|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed)?|soar(?:s|ed)?|surged?|doubled|tripled|went up|gone up|goes up)\b"
)
_DOWN = re.compile(
    r"\b(?:fall|falls|falling|fell|fallen|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|shrank|shrunk|shrinks|plunged?|slumped?|dipped|plummeted|halved"
    r"|(?:was|were|been|is|are) (?:cut|reduced|lowered)|went down|gone down|goes down)\b"
)
_FRENCH_UP = re.compile(
    r"\b(?:augment|hauss|progress|accr|bond|grimp|envol|relev|mont|croi|cru\b|doubl|tripl|gonfl)"
)
_FRENCH_DOWN = re.compile(
    r"\b(?:baiss|diminu|recul|chut|redui|declin|repli|plong|abaiss|tomb|retomb|rechut|fond|flech)"
)
_CLAUSE = re.compile(r"[;:!?«»\"“”()]|\.(?!\d)|, (?:and|but|while|whereas|after|with|which)\b")
_MINUS = re.compile(r"(?:[-\u2212\u2013]|\b(?:minus|moins) )$")
_ENVIRON = r"\W{0,2}(?:quelque |environ |pres de |plus de )?$"
_FRENCH_FROM = re.compile(rf"\b(?:de|d'|a partir de|depuis){_ENVIRON}")
_FRENCH_TO = re.compile(rf"\b(?:a|jusqu'a|pour atteindre){_ENVIRON}")
_ABOUT = (
    r"(?:about |around |some |just |only |nearly |almost |roughly |more than |over |under )?"
    r"\W{0,2}$"
)
_FROM = re.compile(rf"\bfrom (?:a |the )?{_ABOUT}")
_TO = re.compile(rf"\bto (?:a |the )?{_ABOUT}")


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find courses of a figure that the English turns round.

    Told by the English alone: a verb of rise or fall whose "from ... to ..." goes the other way.
    Told by both sides: "de 41 à 58" that reads "from 58 to 41". A French text that contradicts
    itself in the same way is not held against the English.
    """
    english = flat(target)
    if "from " not in english:
        return []
    found = []
    for first, last in _courses(english, target, french=False):
        verb = _verb_before(target, min(first.start, last.start))
        if verb and _wrong(verb, first, last) and not _same_in_french(source, verb):
            shown = f'"{verb.group()}" in the English, but from {first.surface} to {last.surface}'
            found.append(shown)
        elif _turned(source, first, last):
            found.append(
                f"from {first.surface} to {last.surface} is the other way round in the French"
            )
    return [
        Finding(rule="number", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]


def _courses(folded: str, text: str, *, french: bool) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield (from, to) of figures of one kind and unit, whichever of the two is named first."""
    start, end = (_FRENCH_FROM, _FRENCH_TO) if french else (_FROM, _TO)
    quantities = [
        one for one in parse(text, french=french)
        if one.kind in _KINDS and not one.day and not is_year(one)
        and not _MINUS.search(folded, max(0, one.start - 8), one.start)
    ]  # fmt: skip
    begun = [one for one in quantities if start.search(folded, max(0, one.start - 30), one.start)]
    ended = [one for one in quantities if end.search(folded, max(0, one.start - 30), one.start)]
    for first in begun:
        near = [one for one in ended if _near(first, one, folded) and first.value != one.value]
        if len(near) == 1:
            yield first, near[0]


def _near(first: Quantity, last: Quantity, folded: str) -> bool:
    """Whether both stand close together in one clause and are counted alike."""
    one, other = (first, last) if first.start < last.start else (last, first)
    if other.start - one.end > _BETWEEN:
        return False
    between = folded[one.end : other.start]
    units = {first.unit, last.unit} - {""}
    return not _CLAUSE.search(between) and len(units) <= 1


def _verb_before(target: str, at: int) -> re.Match[str] | None:
    """Return the last verb of rise or fall that ends shortly before `at` in the same clause."""
    clause = _CLAUSE.split(target[max(0, at - _BETWEEN - _VERB) : at])[-1]
    verbs = [match for pattern in (_UP, _DOWN) for match in pattern.finditer(clause)]
    last = max(verbs, key=lambda match: match.start(), default=None)
    return last if last and len(clause) - last.end() <= _BETWEEN else None


def _wrong(verb: re.Match[str], first: Quantity, last: Quantity) -> bool:
    """Whether the figures go the other way than the verb, whichever way they are read."""
    rises = bool(_UP.fullmatch(verb.group()))
    readings = {first.value, first.other or first.value}
    others = {last.value, last.other or last.value}
    return all((one > other) == rises for one in readings for other in others)


def _same_in_french(source: str, verb: re.Match[str]) -> bool:
    """Whether the French has a word of the same direction as the English verb."""
    same = _FRENCH_UP if _UP.fullmatch(verb.group()) else _FRENCH_DOWN
    return bool(same.search(flat(source)))


def _turned(source: str, first: Quantity, last: Quantity) -> bool:
    """Whether the French gives these two figures as a course, and only the other way round."""
    french = list(_courses(flat(source), source, french=True))
    turned = any(_same(one, last) and _same(other, first) for one, other in french)
    return turned and not any(_same(one, first) and _same(other, last) for one, other in french)


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are equal in one of their readings ("8" of "8 à 11 milliards")."""
    return bool({one.value, one.other} & {other.value, other.other} - {None})
