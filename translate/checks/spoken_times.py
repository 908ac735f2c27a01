"""Clock times told in words beside the hour: "midi et demi", "a quarter to ten"."""

from __future__ import annotations

from translate.checks.lexer import Token
from translate.checks.numerals import read

_NOON = {"midi": 720, "minuit": 0, "noon": 720, "midnight": 0}
_PAST: dict[tuple[str, ...], int] = {("et", "demi"): 30, ("et", "demie"): 30, ("et", "quart"): 15}
_ENGLISH: dict[tuple[str, ...], int] = {
    ("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "after"): 15,
    ("quarter", "to"): -15, ("quarter", "before"): -15,
}  # fmt: skip


def spoken(tokens: list[Token], at: int, *, french: bool) -> tuple[int, int] | None:
    """Return (end, minutes after midnight) of a spoken time that begins at token `at`.

    Without "noon" or "midnight" the half of the day is not told: minutes of the first half then.
    "Neuf heures et demie" may be a duration: it is read as hours and a half elsewhere; "une heure
    et quart" mostly is one.
    """
    return _french(tokens, at) if french else _english(tokens, at)


def _french(tokens: list[Token], at: int) -> tuple[int, int] | None:
    if tokens[at].fold in _NOON:
        hours, last, halves = _NOON[tokens[at].fold], at + 1, _PAST
    else:
        numeral = read(tokens, at, french=True)
        if numeral is None or not 2 <= numeral.value <= 24 or numeral.value.denominator != 1:
            return None
        if _folds(tokens, numeral.last, 1) not in {("h",), ("heure",), ("heures",)}:
            return None
        hours, last = int(numeral.value) * 60, numeral.last + 1
        halves = {("et", "quart"): 15}
    minutes = halves.get(_folds(tokens, last, 2))
    if minutes is not None:
        return last + 2, (hours + minutes) % 1440
    if _folds(tokens, last, 3) == ("moins", "le", "quart"):
        return last + 3, (hours - 15) % 1440
    return None


def _english(tokens: list[Token], at: int) -> tuple[int, int] | None:
    at += tokens[at].fold == "a"
    minutes = _ENGLISH.get(_folds(tokens, at, 2))
    if minutes is None or at + 2 >= len(tokens):
        return None
    if tokens[at + 2].fold in _NOON:
        return at + 3, (_NOON[tokens[at + 2].fold] + minutes) % 1440
    hour = read(tokens, at + 2, french=False)
    if hour is None or not 1 <= hour.value <= 12 or hour.value.denominator != 1:
        return None
    return hour.last, (int(hour.value) % 12 * 60 + minutes) % 720


def _folds(tokens: list[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.fold for token in tokens[at : at + count])
