"""Round words, bounds, signs and weights: "une douzaine" is not "dozens"."""

from __future__ import annotations

import re

from translate.checks.numbers import compare
from translate.checks.quantities import parse
from translate.checks.quantity import before
from translate.checks.text import fold, plain

_LEAST = re.compile(
    r"\b(?:au moins|au minimum|au bas mot|pas moins d(?:e |')|minimum)(?: \w+)?\W*$"
)
_MOST = re.compile(r"\b(?:au plus|au maximum|au mieux|pas plus d(?:e |')|maximum)(?: \w+)?\W*$")
_LEAST_ENGLISH = re.compile(
    r"\b(?:at least|no fewer than|no less than|(?<!\bno )(?<!\bnot )more than|a minimum of"
    r"|upwards of)\W*$"
)
_MOST_ENGLISH = re.compile(
    r"\b(?:no more than|at most|up to|a maximum of|not more than"
    r"|(?<!\bno )(?<!\bnot )(?:less|fewer) than)\W*$"
)
_MINUS_FRENCH = re.compile(r"(?:(?:^|[\s(])[-−–]|\bmoins )$")
_MINUS_ENGLISH = re.compile(r"[-−–]\W?$|\b(?:minus|negative) $")
_BELOW = re.compile(r"\b(?:below|sub-?zero|under zero|of frost)\b")
# Powers of round words, longest first: the French and the English phrases (folded) of one size.
_ROUND = (
    ("hundreds of thousands", r"centaines de milliers", r"hundreds of thousands"),
    ("tens of millions", r"dizaines de millions", r"(?:tens|dozens) of millions"),
    ("hundreds of millions", r"centaines de millions", r"hundreds of millions"),
    ("tens of billions", r"dizaines de milliards", r"(?:tens|dozens) of billions"),
    ("hundreds of billions", r"centaines de milliards", r"hundreds of billions"),
    ("tens of thousands", r"dizaines de milliers", r"tens of thousands|dozens of thousands"),
    ("dozens", r"(?<!une )dizaines|(?:deux|trois|quelques|plusieurs|des) douzaines",
     r"dozens|scores|tens"),
    ("a dozen", r"une douzaine|une dizaine", r"(?:a|one|about a|half a|nearly a) dozen"),
    ("hundreds", r"centaines", r"hundreds"),
    ("thousands", r"milliers", r"thousands"),
    ("millions", r"(?:des|de|les|ces|plusieurs|quelques) millions", r"(?<!\d )(?<!of )millions"),
    ("billions", r"(?:des|de|les|ces|plusieurs|quelques) milliards", r"(?<!\d )(?<!of )billions"),
)  # fmt: skip
_FRENCH_ROUND = tuple((name, re.compile(rf"\b(?:{fr})\b")) for name, fr, _ in _ROUND)
_ENGLISH_ROUND = tuple((name, re.compile(rf"\b(?:{en})\b")) for name, _, en in _ROUND)
# "hundreds" and "dozens" for "plusieurs dizaines de milliers" are judged as one phrase.
_SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d,]| \d)")
_MASS = frozenset({"tonne", "kilogram", "gram"})


def _round_words(text: str, table: tuple[tuple[str, re.Pattern[str]], ...]) -> list[str]:
    """Return the sizes named in `text`; a longer phrase hides the shorter ones inside it."""
    found = []
    for name, pattern in table:
        found += [name for _ in pattern.findall(text)]
        text = pattern.sub(" ", text)
    return found


def _rounds(source: str, target: str) -> list[str]:
    wanted = _round_words(fold(plain(source)), _FRENCH_ROUND)
    got = _round_words(fold(plain(target)), _ENGLISH_ROUND)
    if len(wanted) == 1 == len(got) and wanted != got and {*wanted, *got} != {"tens", "dozens"}:
        return [f'"{got[0]}" of the English is "{wanted[0]}" in the French']
    return []


def _bounds(source: str, target: str) -> list[str]:
    found = []
    for wanted, got in compare(source, target).matched:
        french, english = before(source, wanted), before(target, got)
        if _LEAST.search(french) and _MOST_ENGLISH.search(english):
            found.append(f'"au moins {wanted.surface}" is an upper bound in the English')
        if _MOST.search(french) and _LEAST_ENGLISH.search(english):
            found.append(f'"au plus {wanted.surface}" is a lower bound in the English')
    return found


def _signs(source: str, target: str) -> list[str]:
    """Return findings for degrees below zero that are above it in the English."""
    english = fold(plain(target))
    return [
        f'the minus sign of "-{wanted.surface}" is lost in the English'
        for wanted, got in compare(source, target).matched
        if wanted.unit == "degree"
        and _MINUS_FRENCH.search(before(source, wanted))
        and not _MINUS_ENGLISH.search(before(target, got))
        and not _BELOW.search(english)
    ]


def _weights(source: str, target: str) -> list[str]:
    """Return findings for metric weights that became as many pounds."""
    spelled = {q.value for q in parse(target, french=False) if q.unit in _MASS}
    return [
        f'"{wanted.surface}" {wanted.unit}s are pounds in the English'
        for wanted, got in compare(source, target).matched
        if wanted.unit in _MASS
        and got.unit in {"pound", "pound-weight"}
        and wanted.value == got.value
        and wanted.value not in spelled
    ]


def _spacing(target: str) -> list[str]:
    found = _SPACED.search(plain(target))
    return [f'"{found.group()}" of the English has French spacing'] if found else []


def check(source: str, target: str) -> list[str]:
    """Return messages for magnitudes that have changed or are not written the English way."""
    return [
        *_spacing(target),
        *_rounds(source, target),
        *_bounds(source, target),
        *_signs(source, target),
        *_weights(source, target),
    ]
