"""Where two files that should run line by line stop doing so.

A lost line shifts all that follow. Lines that belong together share beginnings of words (cognates,
after Simard, Foster and Isabelle 1992), figures and names, and are of like length (Gale and
Church 1993); the place is where a shifted pairing begins to look better than the straight one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

#: Lines looked at together: one pair says little, a dozen say enough.
WINDOW = 12
#: Shifts tried at each place; files that lost more at once show it in their first lines.
SHIFTS = 5
#: By how much a window must look better shifted than straight, per line.
MARGIN = 0.08
_WORD = re.compile(r"\d+|[^\W\d_]{4,}")
_BEGINNING = 5


def drift(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Return the index of the first line from which `one` and `other` run apart.

    None when no such place shows: what is too many then stands at the end.
    """
    here, there = [_traits(line) for line in one], [_traits(line) for line in other]
    shorter = min(len(here), len(there))
    shifts = [shift for shift in range(-SHIFTS, SHIFTS + 1) if shift]
    for start in range(0, shorter, WINDOW):
        window = range(start, min(start + WINDOW, shorter))
        straight = sum(_alike(here, there, at, 0) for at in window)
        best = max(shifts, key=lambda shift: sum(_alike(here, there, at, shift) for at in window))
        gain = sum(_alike(here, there, at, best) for at in window) - straight
        if gain > MARGIN * len(window):
            return _turn(here, there, range(max(0, start - WINDOW), window.stop), best)
    return None


_Traits = tuple[frozenset[str], int]


def _traits(line: str) -> _Traits:
    """Return the beginnings of the words of a line, folded, and its length."""
    plain = unicodedata.normalize("NFKD", line[:2000])
    folded = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(folded)), len(line)


def _alike(here: Sequence[_Traits], there: Sequence[_Traits], at: int, shift: int) -> float:
    """Return how well line `at` goes with line `at` + `shift` of the other file, 0 to 1."""
    if not 0 <= at + shift < len(there):
        return 0.0
    (words, length), (others, long) = here[at], there[at + shift]
    shared = len(words & others) / math.sqrt(max(1, len(words)) * max(1, len(others)))
    return 0.8 * shared + 0.2 * math.exp(-abs(math.log((length + 1) / (long + 1))))


def _turn(here: Sequence[_Traits], there: Sequence[_Traits], window: range, shift: int) -> int:
    """Return the line of `window` where going over to `shift` gains most."""
    gains = [_alike(here, there, at, shift) - _alike(here, there, at, 0) for at in window]
    best, total, place = -math.inf, 0.0, window.start
    for at, gain in reversed(list(zip(window, gains, strict=True))):
        total += gain
        if total > best:
            best, place = total, at
    return place
