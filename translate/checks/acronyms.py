"""Acronyms lost or altered, and words the decoder glued to a figure."""

from __future__ import annotations

import re
from functools import cache, partial

from rapidfuzz.distance import OSA

from translate.checks.numerals import classes
from translate.checks.quantity import roman
from translate.checks.tables import items, listed, rows
from translate.checks.text import Word, fold, plain, words

_LETTERS = re.compile(r"(?<![\w.])[A-Z]{2,6}(?!\w)")
_GLUED = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*([A-Za-z]{2,})(?!\w)")
_SUFFIXES = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "am",
        "pm",
        "bn",
        "mn",
        "tn",
        "km",
        "kg",
        "cm",
        "mm",
        "kw",
        "mw",
        "gw",
        "kwh",
        "mwh",
        "gwh",
        "twh",
        "gb",
        "mb",
        "tb",
        "mph",
        "kmh",
        "kph",
        "hz",
        "khz",
        "mhz",
        "ghz",
        "ml",
        "cl",
        "dl",
        "ha",
        "ft",
        "lb",
        "lbs",
        "oz",
        "yo",
        "yr",
        "hr",
        "hrs",
        "min",
        "sec",
        "ms",
        "pc",
        "pct",
        "px",
        "mp",
        "nm",
        "cc",
        "hp",
        "er",
        "ers",
        "something",
        "somethings",
        "fold",
        "eme",
        "ieme",
        "ppm",
        "db",
        "kt",
        "mt",
        "bpd",
        "tr",
        "gmt",
        "bc",
        "ad",
        "dpi",
        "fps",
        "gt",
    ]
)
_MOST = 50  # acronyms of either side that are compared: a sentence has no more
_FEWEST = 3  # capitals of a sentence that is not set in capitals throughout
# Titles, currencies and marks of bookkeeping and editing.
_NO_NAMES = frozenset(
    [
        "MM",
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "CAD",
        "FCFA",
        "CFA",
        "HT",
        "TTC",
        "NDLR",
        "TV",
        "PS",
        "NB",
        "DR",
        "PR",
    ]
)


@cache
def known() -> dict[str, tuple[str, ...]]:
    """Return French acronym → English acronyms or words that may stand for it."""
    return {row[0]: listed(row[1]) if len(row) > 1 else () for row in rows("acronyms.tsv")}


def _acronyms(text: str) -> list[str]:
    """Return the acronyms of `text` in order; none where most of it is in capitals."""
    long = [word for word in words(text) if len(word.surface) > 1]
    upper = sum(word.surface.isupper() for word in long)
    if 3 * upper > len(long) and upper >= _FEWEST:
        return []
    found = _LETTERS.findall(plain(text))
    kept = [one for one in dict.fromkeys(found) if not roman(one) and one not in _NO_NAMES]
    return kept[:_MOST]


def _spelled(acronym: str, english: tuple[Word, ...]) -> bool:
    """Whether a run of English words has the initials of `acronym`, small words aside."""
    letters = re.sub(r"[^a-z]", "", acronym.lower())
    initials = "".join(w.fold[0] for w in english if w.fold not in items("english_function.txt"))
    every = "".join(w.fold[0] for w in english)
    return letters in initials or letters in every or letters[::-1] in initials


def lost(source: str, target: str) -> tuple[str, ...]:
    """Return the acronyms of the French that the English has neither as they are nor in English.

    Stricter than `check`, also on acronyms in brackets: a person may give an organisation an
    English acronym, a machine must not make one up.
    """
    flat, found = plain(target), words(target)
    low = fold(flat)
    return tuple(
        one
        for one in _acronyms(source)
        if not re.search(rf"(?<!\w){re.escape(one)}(?!\w)", flat, re.IGNORECASE)
        and not any(fold(form) in low for form in known().get(one, ()))
        and not _spelled(one, found)
    )


def _altered(source: str, target: str) -> list[str]:
    """Return messages for acronyms the English lacks while it has another one from nowhere."""
    english = _acronyms(target)
    french = _acronyms(source)
    if not french or any(one.isupper() and len(one) > 6 for one in target.split()):
        return []
    low, found_words = fold(plain(target)), words(target)
    upper = {one.replace(".", "") for one in re.findall(r"[A-Z][A-Z.]+", target)}
    answers = {a for one in french for a in known().get(one, ())}
    strange = [
        one for one in english
        if one not in french and one not in answers and one.lower() not in fold(plain(source))
    ]  # fmt: skip
    found = []
    for one in french:
        if (
            f"({one})" in source
            or one in upper
            or one.lower() in low
            or one[::-1] in english
            or _spelled(one, found_words)
        ):
            continue
        answer = known().get(one, ())
        if any(fold(form) in low for form in answer):
            continue
        near = min(strange, key=partial(OSA.distance, one), default="")
        if near:
            found.append(f'the acronym "{one}" of the French reads "{near}" in the English')
        elif not answer:
            found.append(f'the acronym "{one}" of the French is not in the English')
    return found


def glued(source: str, target: str) -> list[str]:
    """Return the words of the English that are a figure and a word in one ("45them")."""
    numbers = classes(french=False)
    low = fold(plain(source))
    return [
        match.group()
        for match in _GLUED.finditer(target)
        if match[1].lower() not in _SUFFIXES
        and fold(match.group()) not in low
        and fold(match[1]) not in numbers
        and not match[1].isupper()
    ]


def check(source: str, target: str) -> list[str]:
    """Return messages for acronyms lost or altered."""
    return _altered(source, target)
