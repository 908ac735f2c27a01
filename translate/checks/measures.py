"""What stands around figures: units, shares ("un sur dix"), bounds, multiples."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from functools import cache

from translate.checks import magnitudes
from translate.checks.lexicon import translations
from translate.checks.numbers import compare, is_money
from translate.checks.quantities import parse
from translate.checks.quantity import Quantity, before
from translate.checks.tables import items, listed, rows
from translate.checks.text import english_stem, fold, plain, words
from translate.checks.units import sizes_of
from translate.values import Finding, Level

_DURATION = re.compile(r"\b(?:dur\w+|pendant|durant|apres|en|de|plus de|moins de|quelque"
                       r"|pres de|environ|soit)"
                       r"(?: pres de| plus de| environ| quelque)? ?(?:d')?$")  # fmt: skip
_RELATIVE = re.compile(r"\b(?:dans|il y a|depuis|d'ici|voila|sous|apres)(?: \w+)? ?$")
_SHARE_FRENCH = re.compile(r"\bsur (?:les )?$")
_SHARE_ENGLISH = re.compile(r"^(?:[- ]in[- ]|[- ]out[- ]of[- ](?:every )?| of (?:every |the )?"
                            r"| for every "
                            r"| in every |/)$")  # fmt: skip
_SHARE_LINK = re.compile(r"\b(?:in|of|every|from|over|on)\b|/|-")
_LINK = 40  # code points between the two figures of a share
_LESS = re.compile(r"\b(?:moins d(?:e |')|inferieure?s? a )(?:\w+ ){0,1}$")
_MORE = re.compile(r"\b(?:plus d(?:e |')|superieure?s? a )(?:\w+ ){0,1}$")
_LESS_ENGLISH = re.compile(
    r"\b(?:less than|fewer than|under|below|not even)(?: a| the| about)? \W?$"
)
_MORE_ENGLISH = re.compile(
    r"\b(?:more than|over|above|upwards of|in excess of)(?: a| the| about)? \W?$"
)
_NOUN_FRENCH = re.compile(r"(?: (?:d'|de |des )?| )?([^\W\d_]{3,})")
_NOUN = re.compile(r"[ -]([^\W\d_]{3,})")
_COUNTED = re.compile(
    r"[ -](?:(?:people|persons|others|more|were|was|are|have|had|been|left) ){0,3}([^\W\d_]{3,})"
)
_AGAINST = re.compile(r"(?: voix)? contre |-| a ")
_AGAINST_ENGLISH = re.compile(r"-| to | against |(?: votes)? to | votes against ")
_TIME_AFTER = (
    "a de ", "jusqu'a ", "partir de ", "apres ", "alentours de ", "environs de ", "autour de ",
    "compter de ", "approche de ", "coup de ",
)  # fmt: skip

_PERCENT_LIST = re.compile(
    r"\W{0,2}(?:(?:to|and|or|-|–|,)\W{1,2}[\d.,]+\W{0,2})+(?:%|percent|per cent|point)"
)
_PERCENT_TAIL = re.compile(r"\W{0,2}(?:percentage|percent|per cent|-?point|%|in the)")


#: Kinds of units that do not go without saying, and what stands before an age.
_MEASURED = frozenset({"time", "length", "area", "mass", "volume", "power"})
_AGED = re.compile(
    r"\b(?:aged?|ages|over|under|than|between|between \S+ and|at|by|turn\w*|of|to)(?: the)? \W?$"
)
_PERSONS = frozenset({"man", "woman", "people"})  # in the list of words with little content

_Matched = tuple[tuple[Quantity, Quantity], ...]


@cache
def _factors_of(lang: str) -> tuple[tuple[Fraction, re.Pattern[str]], ...]:
    """Return (multiple, pattern) of one language, for folded text."""
    return tuple((Fraction(r[1]), re.compile(r[2])) for r in rows("factors.tsv") if r[0] == lang)


def _units(
    source: str, target: str, matched: tuple[tuple[Quantity, Quantity], ...]
) -> list[tuple[str, str]]:
    """Return (rule, message) for figures that kept their value and changed their unit."""
    sizes = sizes_of()
    english = {(q.value, q.unit) for _, q in matched} | {
        (q.value, q.unit) for q in parse(target, french=False)
    }
    found = []
    for wanted, got in matched:
        if wanted.unit == "percent":
            if got.value == wanted.value and not _percent_near(target, got, english):
                found.append(
                    ("number", f'the percent sign of "{wanted.surface} %" is lost in the English')
                )
            continue
        if wanted.unit not in sizes or wanted.value != got.value:
            continue
        if (wanted.value, wanted.unit) in english or (wanted.value, "") in english:
            continue
        if got.unit in sizes and got.unit != wanted.unit and not _alike(wanted.unit, got.unit):
            rule = "number"
            if sizes[wanted.unit][0] == "time" and _RELATIVE.search(before(source, wanted)):
                rule = "date"
            found.append(
                (
                    rule,
                    f'"{wanted.surface}" {wanted.unit}s are {got.unit}s in the English',
                )
            )
    return found


def _lost_units(target: str, matched: _Matched) -> list[tuple[str, str]]:
    """Return findings for "28 ans" given as "28 men": the figure counts what follows it now.

    Nothing is said where the English has the unit, or another of its kind, anywhere ("28, 35 and
    51 years old"), nor where no noun follows ("a man, 51,", "between 9 and 13", "over 50").
    """
    found = []
    for wanted, got in matched:
        sort = sizes_of().get(wanted.unit, ("",))[0]
        if sort not in _MEASURED or got.unit or wanted.value == 1 or wanted.kind != "cardinal":
            continue
        noun = _noun_after(plain(target), got, french=False)
        counts = noun and (noun in _PERSONS or noun not in items("english_function.txt"))
        counts = counts and not _AGED.search(before(target, got))
        if counts and not _words_of(sort).intersection(word.fold for word in words(target)):
            message = f'"{wanted.surface}" is of the unit {wanted.unit}, but counts "{noun}"'
            found.append(("number", f"{message} in the English"))
    return found


@cache
def _words_of(sort: str) -> frozenset[str]:
    """Return the English words of all units that measure the same, and "decade" and the like."""
    return frozenset(
        fold(form) for row in rows("units.tsv") if row[1] == sort for form in listed(row[4])
    )


def _percent_near(target: str, got: Quantity, english: set[tuple[Fraction, str]]) -> bool:
    """Whether the figure is a percentage, or shares the sign of the next one ("12 to 18%")."""
    if (
        got.unit == "point"
        or got.kind in {"fraction", "weak", "decade"}
        or (got.value, "percent") in english
    ):
        return True
    tail = target[got.end : got.end + 32]
    return bool(_PERCENT_LIST.match(tail) or _PERCENT_TAIL.match(tail))


def _alike(unit: str, other: str) -> bool:
    return {unit, other} <= {"tonne", "pound-weight"} or {unit, other} <= {"mile", "nautical"}


def _durations(
    source: str, matched: tuple[tuple[Quantity, Quantity], ...]
) -> list[tuple[str, str]]:
    """Return findings for "a duré douze heures" given as "12 p.m."."""
    found = []
    for wanted, got in matched:
        preceding = before(source, wanted)
        after = fold(plain(source[wanted.end : wanted.end + 12]))
        timed = wanted.unit == "hour" and got.kind == "time" and _DURATION.search(preceding)
        # "de 6 heures à midi", "6 heures du matin"
        opening = re.match(r"(?: ?h(?:eures?)?)? (?:a|du matin|du soir|de l'apres-midi)\b", after)
        if timed and not opening and not preceding.endswith(_TIME_AFTER):
            found.append(("date", f'the duration "{wanted.surface} heures" reads as a time of day'))
    return found


def _decades(source: str, target: str) -> list[tuple[str, str]]:
    english = parse(target, french=False)
    found = []
    for quantity in parse(source, french=True):
        if quantity.kind != "decade":
            continue
        if any(q.kind == "decade" and q.value % 100 == quantity.value % 100 for q in english):
            continue
        if any(q.kind == "cardinal" and q.value == quantity.value for q in english):
            found.append(("date", f'the decade "années {quantity.surface}" reads as one year'))
    return found


def _shares(source: str, target: str) -> list[tuple[str, str]]:
    """Return findings where "un sur dix" is no share in the English."""
    french, english = parse(source, french=True), parse(target, french=False)
    found = []
    for top, bottom in itertools.pairwise(french):
        between = fold(plain(source[top.end : bottom.start]))
        words = len(between.split())
        if not (_SHARE_FRENCH.search(between) and words <= 4) or bottom.unit or top.unit:
            continue
        if top.kind == "one" and (words > 2 or _plural_after(source, bottom)):
            continue  # "un essai mené sur 16 malades"
        if not 0 < top.value <= bottom.value or bottom.kind != "cardinal" or "," in between:
            continue
        if not _share_kept(top, bottom, english, target):
            found.append(
                (
                    "number",
                    f'the share "{source[top.start : bottom.end]}" is no share in the English',
                )
            )
    return found


def _plural_after(source: str, quantity: Quantity) -> bool:
    """Whether a plural noun follows the figure: then it counts that noun and is no base."""
    follow = re.match(r"[^\W\d_]+", source[quantity.end :].lstrip())
    return bool(
        follow and follow.group()[-1] in "sx" and follow.group() not in {"dans", "dès", "sous"}
    )


def _share_kept(
    top: Quantity, bottom: Quantity, english: tuple[Quantity, ...], target: str
) -> bool:
    ratio = top.value / bottom.value
    text = plain(target)
    for first, second in itertools.pairwise(english):
        near = " ".join(fold(text[first.end : second.start]).split())
        same = first.value == top.value and second.value == bottom.value and len(near) < _LINK
        if same and (_SHARE_ENGLISH.match(f" {near} ") or _SHARE_LINK.search(near)):
            return True
    if any(q.value == ratio or (q.unit == "percent" and q.value == ratio * 100) for q in english):
        return True
    low = fold(text)
    if top.value == bottom.value:
        return True
    return bool(re.search(r"\b(?:every|each|single|half)\b", low)) or (
        not any(q.value == bottom.value for q in english) and bool(re.search(r"\bout of\b", low))
    )


def _bounds(
    source: str, target: str, matched: tuple[tuple[Quantity, Quantity], ...]
) -> list[tuple[str, str]]:
    found = []
    for wanted, got in matched:
        french, english = before(source, wanted), before(target, got)
        less, more = _LESS.search(french), _MORE.search(french)
        negated = re.search(r"\b(?:no|not) (?:more|less|fewer) than", english)
        if less and not more and _MORE_ENGLISH.search(english) and not negated:
            found.append(
                ("number", f'"moins de {wanted.surface}" reads "more than" in the English')
            )
        if more and not less and _LESS_ENGLISH.search(english) and not negated:
            found.append(("number", f'"plus de {wanted.surface}" reads "less than" in the English'))
    return found


def _factors(source: str, target: str) -> list[tuple[str, str]]:
    french, english = fold(plain(source)), fold(plain(target))
    wanted = {factor for factor, pattern in _factors_of("fr") if pattern.search(french)}
    got = {factor for factor, pattern in _factors_of("en") if pattern.search(english)}
    if len(wanted) == 1 and got and not wanted & got:
        return [("number", "the multiple of the French is another in the English")]
    return []


def _noun_after(text: str, quantity: Quantity, *, french: bool) -> str:
    """Return the folded word after a figure, articles aside, "" if there is none."""
    match = _NOUN_FRENCH.match(text, quantity.end) if french else _NOUN.match(text, quantity.end)
    return fold(match.group(1)) if match else ""


def _counted(text: str, quantity: Quantity) -> str:
    """Return the folded English word that tells what is counted: "dead" of "64 people dead"."""
    match = _COUNTED.match(text, quantity.end)
    return fold(match.group(1)) if match else ""


def _swapped(source: str, target: str, matched: _Matched) -> list[tuple[str, str]]:
    """Return findings for "47 hommes et 38 femmes" given as "38 men and 47 women"."""
    french, english = plain(source), plain(target)
    found = []
    for (first, got), (second, other) in itertools.pairwise(matched):
        if first.value == second.value or {first.unit, second.unit} != {""}:
            continue
        message = f'"{first.surface}" and "{second.surface}" have changed places'
        between = fold(french[first.end : second.start])
        back = english[other.end : got.start] if other.end <= got.start else ""
        if _AGAINST.fullmatch(between) and _AGAINST_ENGLISH.fullmatch(back):
            found.append(("number", message))
            continue
        nouns = [_noun_after(french, q, french=True) for q in (first, second)]
        theirs = [english_stem(_counted(english, q)) for q in (got, other)]
        one, two = (translations(noun) for noun in nouns)
        crossed = theirs[1] in one and theirs[0] in two
        if crossed and theirs[0] not in one and theirs[1] not in two:
            found.append(("number", message))
    return found


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find figures that are right and mean something else."""
    matched = compare(source, target).matched
    plain_matched = tuple(pair for pair in matched if not is_money(pair[0]))
    found = (
        _units(source, target, plain_matched) + _lost_units(target, plain_matched)
        + _durations(source, matched)
        + _decades(source, target)
        + _shares(source, target) + _bounds(source, target, matched) + _factors(source, target)
        + _swapped(source, target, matched)
        + [("number", message) for message in magnitudes.check(source, target)]
    )  # fmt: skip
    return [
        Finding(rule=rule, level=Level.ERROR, segment=segment, message=message)
        for rule, message in dict.fromkeys(found)
    ]
