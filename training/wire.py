"""American wire style for the English of training: spelling, courtesy titles, per cent, quotes."""

from __future__ import annotations

import re

from translate.style.spelling import respelt
from translate.style.values import Spelling

_SINGLE_QUOTES = re.compile(r"(?<![\w'])'([^']{2,90}?)'(?![\w'])")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|Messrs) (?=[A-Z])")
_PER_CENT = re.compile(r"(?<=\d) ?(?:per ?cent\b|%)")
_CURLY = str.maketrans("’‘", "''")


def wire_style(english: str) -> str:
    """Return `english` as an American news agency would set it."""
    english = english.translate(_CURLY)
    for change in reversed(respelt(english, Spelling.US)):
        english = english[: change.start] + change.new + english[change.end :]
    english = _PER_CENT.sub("%", _TITLE.sub(r"\1. ", english))
    return _SINGLE_QUOTES.sub(r'"\1"', english)
