"""Cuts text into figures and letter runs, with the gaps between, for the parser of quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from translate.checks.text import fold, plain

# Thin spaces are spaces here (see `plain`). A group of three digits after a space or a dot is a
# French thousand; after a comma an English one.
_FRENCH = re.compile(
    r"(?P<num>\d{1,3}(?:(?: \d{3})+|(?:\.\d{3})+|(?:,\d{3}){2,})(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+)"
)
_ENGLISH = re.compile(
    r"(?P<num>\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+)"
)
_LONGEST_FIGURE = 24  # longer digit runs are identifiers, and slow as integers


@dataclass(frozen=True, slots=True)
class Token:
    """A figure or a letter run; `gap` is the text between it and the token before.

    Attributes:
        value: of a figure, None for a word. other: second reading of an ambiguous figure
            ("1.500" is 1,500 or 1.5).
    """

    text: str
    fold: str
    start: int
    end: int
    gap: str
    value: Fraction | None = None
    other: Fraction | None = None


def _french_value(figure: str) -> tuple[Fraction, Fraction | None]:
    bare = figure.replace(" ", "")
    if bare.count(",") > 1:
        return Fraction(bare.replace(",", "")), None
    whole, _, decimals = bare.partition(",")
    if "." in whole and not decimals:
        head, _, tail = whole.rpartition(".")
        if len(tail) == 3:
            grouped = Fraction(whole.replace(".", ""))
            return grouped, Fraction(whole) if whole.count(".") == 1 else None
        return Fraction(f"{head.replace('.', '') or '0'}.{tail}"), None
    whole = whole.replace(".", "")
    value = Fraction(f"{whole}.{decimals}") if decimals else Fraction(whole)
    return value, Fraction(whole + decimals) if len(decimals) == 3 else None


def _english_value(figure: str) -> tuple[Fraction, Fraction | None]:
    return Fraction(figure.replace(",", "").replace(" ", "")), None


def tokens(text: str, *, french: bool) -> list[Token]:
    """Return the tokens of `text` in order, and an empty one at the end."""
    straight = plain(text)
    pattern, value_of = (_FRENCH, _french_value) if french else (_ENGLISH, _english_value)
    found: list[Token] = []
    last = 0
    for match in pattern.finditer(straight):
        surface = match.group()
        value = other = None
        if match.lastgroup == "num":
            if len(surface) > _LONGEST_FIGURE or not surface.isascii():
                last = match.end()
                continue
            value, other = value_of(surface)
        gap = straight[last : match.start()]
        found.append(Token(surface, fold(surface), match.start(), match.end(), gap, value, other))
        last = match.end()
    # A last token without text keeps the gap after the last word.
    found.append(Token("", "", len(straight), len(straight), straight[last:]))
    return found
