"""Where two files that should run line by line stop doing so.

A lost line shifts all that follow. Lines that belong together share beginnings of words (cognates,
after Simard, Foster and Isabelle 1992), figures and names, and are of like length (Gale and
Church 1993). For each shift the gain of the shifted pairing over the straight one is summed up,
never below zero (the cumulative sum of Page 1954); the sum that gets high first began to rise
where the lines were lost.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

#: Shifts tried at each place; files that lost more at once show it by their first lines.
SHIFTS = 5
#: A sum that is evidence; a line that goes with its shifted partner gains about a quarter.
ALARM = 1.0
#: What is enough at the end, where few lines are left to gain.
ALARM_AT_END = 0.35
_WORD = re.compile(r"\d+|[^\W\d_]{4,}")
_BEGINNING = 5


def drift(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Return the index of the first line from which `one` and `other` run apart.

    None when no such place shows: what is too many then stands at the end.
    """
    here, there = [_traits(line) for line in one], [_traits(line) for line in other]
    sums = {shift: 0.0 for shift in range(-SHIFTS, SHIFTS + 1) if shift}
    rises = dict.fromkeys(sums, 0)
    for at in range(min(len(here), len(there))):
        straight = _alike(here, there, at, 0)
        for shift, before in sums.items():
            if not before:
                rises[shift] = at
            sums[shift] = max(0.0, before + _alike(here, there, at, shift) - straight)
        best = max(sums, key=lambda shift: sums[shift])
        if sums[best] > ALARM:
            return rises[best]
    best = max(sums, key=lambda shift: sums[shift])
    return rises[best] if sums[best] > ALARM_AT_END else None


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
