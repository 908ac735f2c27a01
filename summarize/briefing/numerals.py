"""French numbers in running text: digits, words and both ("1,7 million", "quatre-vingt-un")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarize.words import fold

_SMALL: Mapping[str, int] = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
    # Plural and alone they are vague: tens, hundreds, thousands.
    "dizaines": 10,
    "centaines": 100,
    "milliers": 1000,
}
_HUNDRED = frozenset({"cent", "cents"})
_LARGE: Mapping[str, int] = {
    "mille": 1_000,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
}
_WORDS = frozenset({*_SMALL, *_HUNDRED, *_LARGE})
_TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f'’]\d{3}(?!\d))+|\d+(?:,\d+)?|[^\W\d_]+")
#: "un" and "une" are articles more often than numbers.
_ARTICLES = frozenset({"un", "une"})
_SPACES = str.maketrans("", "", " \u00a0\u202f'’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of a text: ``text[start:end]`` is how it is written."""

    start: int
    end: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    start: int
    end: int
    word: str


def numbers(text: str) -> list[Number]:
    """Return the numbers of a French text in order; "un" and "une" alone are none."""
    out = []
    for run in _runs(text):
        words = [token.word for token in run]
        if len(words) > 1 or words[0] not in _ARTICLES:
            value = _value(words)
            out.append(Number(start=run[0].start, end=run[-1].end, value=value))
    return out


def is_number_word(word: str) -> bool:
    """Whether a folded word is part of numbers ("vingt", "milliers")."""
    return word in _WORDS


def _runs(text: str) -> Iterator[list[_Token]]:
    """Yield the tokens of each number: neighbours joined by a blank, a hyphen or "et"."""
    run: list[_Token] = []
    joint: _Token | None = None
    for match in _TOKEN.finditer(text):
        token = _Token(start=match.start(), end=match.end(), word=fold(match.group()))
        digits = token.word[0].isdigit()
        last = joint or (run[-1] if run else None)
        touching = last is not None and text[last.end : token.start] in {
            " ",
            "-",
            "\u00a0",
            "\u202f",
        }
        if run and touching and token.word in _WORDS and _goes_on(run[-1].word, token.word, joint):
            run.append(token)
            joint = None
        elif run and touching and token.word == "et" and joint is None:
            joint = token
        else:
            if run:
                yield run
            run = [token] if digits or token.word in _WORDS else []
            joint = None
    if run:
        yield run


def _goes_on(before: str, word: str, joint: _Token | None) -> bool:
    """Whether `word` can belong to the number that `before` ends: no "dix trois", no "12 dix"."""
    if word in _LARGE or word in _HUNDRED:
        return joint is None
    if joint is not None:
        return word in {"un", "une", "onze"} and _SMALL.get(before, 0) >= 20
    if before in _LARGE or before in _HUNDRED:
        return True
    tens, unit = _SMALL.get(before, 0), _SMALL.get(word, 0)
    return (
        (tens >= 20 and unit < 20)
        or (before == "quatre" and unit == 20)
        or (before == "dix" and 7 <= unit <= 9)
    )


def _value(words: list[str]) -> float:
    total, current = 0.0, 0.0
    for word in words:
        if word[0].isdigit():
            current = float(word.translate(_SPACES).replace(",", "."))
        elif word in _LARGE:
            total += (current or 1) * _LARGE[word]
            current = 0
        elif word in _HUNDRED:
            current = (current or 1) * 100
        elif _SMALL.get(word) == 20 and current % 10 == 4:
            current += 76
        else:
            current += _SMALL[word]
    return total + current
