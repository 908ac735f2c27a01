"""Dates: months, weekdays, days told by words, direction of time (depuis, jusqu'à, d'ici à)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.checks import clock
from translate.checks.tables import listed, rows
from translate.checks.text import fold, plain
from translate.checks.units import numeric_dates
from translate.values import Finding, Level

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
#: Quarters and halves of the year, and which one they are.
_PERIOD_FRENCH = re.compile(
    r"\b(?:(premiere?|1ere?|1er|i)|(deuxieme|seconde?|2e|2eme|2nd|ii)|(troisieme|3e|3eme|iii)"
    r"|(quatrieme|4e|4eme|iv)) (trimestre|semestre)\b"
    r"|\b([ts])([1-4])\b"
)
_PERIOD_ENGLISH = re.compile(
    r"\b(?:(first|1st|opening)|(second|2nd)|(third|3rd)|(fourth|4th|final|last))[- ](?:\w+ )?"
    r"(?:(quarter)|half|semester)\b|\b([qh])([1-4])\b"
)
_SIX_MONTHS = re.compile(r"\b(?:(first|opening)|(second|last|final)) six months\b")
_EVE = re.compile(r"\bla veille(?! (?:de|du|des|d')\b)")
_EVE_ENGLISH = re.compile(r"\b(?:christmas|new year'?s?) eve\b")
_EVE_CAUSE = re.compile(r"\bnoel\b|\bsaint-sylvestre\b|\breveillon\b|\bnouvel an\b")


@cache
def _calendar(what: str, column: int) -> dict[str, int]:
    return {
        fold(word): int(row[1]) for row in rows("calendar.tsv") if row[0] == what
        for word in listed(row[column])
    }  # fmt: skip


def _named(text: str, what: str, column: int) -> set[int]:
    """Return the months or weekdays named in `text`, ambiguous words only beside a figure."""
    found = set()
    for match in re.finditer(r"[^\W\d_]+", text):
        number = _calendar(what, column).get(fold(match.group()))
        if number is None:
            continue
        word = match.group()
        if column == 3 and not word[0].isupper():
            continue
        if fold(word) in {"may", "march", "mar", "mars", "dec", "sat", "sun", "jan", "sept", "avr"}:
            around = text[max(0, match.start() - 8) : match.end() + 6]
            if not re.search(r"\d", around) and fold(word) not in {"march", "may", "mars"}:
                continue
        found.add(number)
    return found


def _months(source: str, target: str) -> list[str]:
    french, english = _named(source, "month", 2), _named(target, "month", 3)
    strange, lost = english - french, french - english
    numeric = {month for _, _, _, month in numeric_dates(source)}
    strange = {n for n in strange - numeric if _sure_month(n, target)}
    if lost and strange:
        return [(f"the month {_MONTH_NAMES[min(lost) - 1].capitalize()} of the French reads "
                f"{_MONTH_NAMES[min(strange) - 1].capitalize()} in the English")]  # fmt: skip
    return []


def _sure_month(number: int, target: str) -> bool:
    if number not in {3, 5}:
        return True
    name = _MONTH_NAMES[number - 1].capitalize()
    return bool(
        re.search(rf"\b{name} \d|\d {name}\b|\b(?:in|since|until|by|of|last|next) {name}\b", target)
    )


def _periods(source: str, target: str) -> list[str]:
    """Return messages for a quarter or half of the year that is another one in the English.

    Looked at only where each side names one of its kind.
    """
    found = []
    english = set(_english_periods(fold(plain(target))))
    for quarter in (True, False):
        mine = {
            (number, surface)
            for is_quarter, number, surface in _french_periods(fold(plain(source)))
            if is_quarter == quarter
        }
        theirs = {number for is_quarter, number in english if is_quarter == quarter}
        if len({number for number, _ in mine}) == 1 and len(theirs) == 1:
            number, surface = min(mine)
            if number not in theirs:
                found.append(f'"{surface}" of the French is another in the English')
    return found


def _french_periods(text: str) -> Iterator[tuple[bool, int, str]]:
    """Yield whether it is a quarter, its number, and its words."""
    for match in _PERIOD_FRENCH.finditer(text):
        if match[6]:
            yield match[6] == "t", int(match[7]), match[0].upper()
        else:
            yield match[5] == "trimestre", _which(match), match[0]


def _english_periods(text: str) -> Iterator[tuple[bool, int]]:
    for match in _PERIOD_ENGLISH.finditer(text):
        if match[6]:
            yield match[6] == "q", int(match[7])
        else:
            number = _which(match)
            yield bool(match[5]), number if match[5] else min(number, 2)
    for match in _SIX_MONTHS.finditer(text):
        yield False, 1 if match[1] else 2


def _which(match: re.Match[str]) -> int:
    """Return which of the first four groups matched, from 1."""
    return next(number for number in range(1, 5) if match[number])


def _weekdays(source: str, target: str) -> list[str]:
    french, english = _named(source, "weekday", 2), _named(target, "weekday", 3)
    if french - english and english - french:
        return ["the weekday of the French is another in the English"]
    return []


def _relative(source: str, target: str) -> list[str]:
    """Judge la veille, avant-hier, hier, demain."""
    french, english = fold(plain(source)), fold(plain(target))
    found = []
    if _EVE.search(french) and _EVE_ENGLISH.search(english) and not _EVE_CAUSE.search(french):
        found.append('"la veille" is the day before, no eve of a feast')
    before = re.search(r"\bday before yesterday\b|\btwo days (?:ago|earlier|before)\b", english)
    if "avant-hier" in french and "yesterday" in english and not before:
        found.append('"avant-hier" is the day before yesterday')
    after = re.search(r"\bday after tomorrow\b|\bin two days\b|\btwo days\b", english)
    if "apres-demain" in french and "tomorrow" in english and not after:
        found.append('"après-demain" is the day after tomorrow')
    words = set(re.findall(r"[a-z]+", re.sub(r"avant-hier|apres-demain", " ", french)))
    if (
        "hier" in words
        and "tomorrow" in english
        and "yesterday" not in english
        and "demain" not in words
    ):
        found.append('"hier" reads "tomorrow" in the English')
    if (
        "demain" in words
        and "yesterday" in english
        and "tomorrow" not in english
        and "hier" not in words
    ):
        found.append('"demain" reads "yesterday" in the English')
    if (
        "lendemain" in words
        and re.search(r"\bday before\b|\beve of\b", english)
        and "veille" not in words
    ):
        found.append('"le lendemain" is the day after')
    return found


@cache
def _marks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (relation, pattern of its French phrases)."""
    return tuple(
        (row[0], re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed(row[1])))})(?!\w)"))
        for row in rows("time_relations.tsv")
    )


@cache
def _dated(word: str, apart: int = 0) -> re.Pattern[str]:
    """Return the pattern of a preposition and a date, with up to `apart` words between them."""
    return re.compile(rf"\b{word}\b (?:\w+ ){{0,{apart}}}{_DATE}(?: of)?")


def _relations(source: str, target: str) -> list[str]:
    """Judge depuis, jusqu'à, d'ici à before a date, by the preposition before it in the English."""
    french, english = fold(plain(source)), fold(plain(target))
    found = []
    named = {name: mark.search(french) for name, mark in _marks()}
    for name, _, same, contrary in rows("time_relations.tsv"):
        mark = named[name]
        if not mark or any(other for key, other in named.items() if key != name):
            continue
        wrong = [w for w in listed(contrary) if _dated(w).search(english)]
        rest = english
        for word in wrong:
            rest = _dated(word).sub(" ", rest)
        right = any(_dated(w, apart=2).search(rest) for w in listed(same) if w not in wrong)
        if wrong and not right and not _licensed(wrong[0], french):
            found.append(f'"{mark.group()}" reads "{wrong[0]}" in the English')
    return found


_DATE = (
    r"(?:\d{4}\b|\d{1,2}\b(?![.,\d]* ?(?:%|percent|per cent|million|billion))|the (?:end"
    r"|beginning|start|middle|summer|winter|fall|spring|early)|(?:early|mid|late)|next|last|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|aug|sept|oct|nov|dec|then|today|"
    r"tomorrow|midnight|noon|dawn|now|summer|winter|spring|fall|christmas)"
)
_LICENCE = {
    "until": r"\bjusqu|\bavant\b|\bd'ici|\battendre|\bn(?:e |').*\bqu(?:e\b|')",
    "till": r"\bjusqu|\bavant\b",
    "from": r"\bde\b.*\bjusqu|\bdes\b|\bdu\b.*\bau\b|\bdepuis\b|\ba partir\b|\ba compter\b|\bd'",
    "since": r"\bdepuis\b|\bdes\b|\bil y a\b",
    "after": r"\bapres\b|\bdes\b|\bau bout\b|\bpasse\b",
    "ago": r"\bil y a\b|\bvoila\b",
}


def _licensed(word: str, french: str) -> bool:
    """Whether something else in the French calls for this preposition."""
    pattern = _LICENCE.get(word)
    if word == "from" and re.search(r"\bjusqu'(?:a|au|en)\b", french):
        pattern = r"\bdu\b.*\bjusqu|\bde(?:s|puis)\b.*\bjusqu|\ba partir\b|\ba compter\b"
    return bool(pattern and re.search(pattern, french))


def _numeric(source: str, target: str) -> list[str]:
    """Judge "03/04/2024": the day comes first in French."""
    found = []
    for start, end, day, month in numeric_dates(plain(source)):
        english = _named(target, "month", 3)
        if day != month and english and month not in english:
            found.append(f'"{source[start:end]}" is day {day} of month {month}')
    return found


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find dates that have moved."""
    found = (
        _months(source, target) + _periods(source, target) + _weekdays(source, target)
        + _relative(source, target) + _relations(source, target) + _numeric(source, target)
        + clock.check(fold(plain(source)), fold(plain(target)))
    )  # fmt: skip
    return [
        Finding(rule="date", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]
