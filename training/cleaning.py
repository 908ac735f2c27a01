"""What is no use to learn from: list marks on one side, other figures, odd lengths, copies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from training.corpora import Pair

#: "- ", "a) ", "(12) ", "3. " before a sentence.
_LIST_MARK = re.compile(r"\s*(?:[-–—•*]|\(?[a-zA-Z0-9]{1,3}\)|\d+\.)\s+")
_FIGURE = re.compile(r"\d+")
#: More figures than this on one side only: no translation of each other.
_STRAY_FIGURES = 3
#: Characters of French for one of English, for sides longer than a heading.
_RATIO = (0.55, 2.1)
_SHORT = 30
#: A sentence of fewer words is everybody's ("Merci beaucoup."): it gives no test set away.
_TELLING = 5


def clean(pair: Pair) -> Pair | None:
    """Return `pair` without a list mark that only one side has; None if it is no translation."""
    french, english = pair
    marks = _LIST_MARK.match(french), _LIST_MARK.match(english)
    if marks[0] and not marks[1]:
        french = french[marks[0].end() :]
    if marks[1] and not marks[0]:
        english = english[marks[1].end() :]
    if not french or not english:
        return None
    figures = set(_FIGURE.findall(french)) ^ set(_FIGURE.findall(english))
    ratio = len(french) / len(english)
    if len(figures) > _STRAY_FIGURES or (
        len(french) > _SHORT and not _RATIO[0] <= ratio <= _RATIO[1]
    ):
        return None
    return french, english


def cleaned(rows: Iterable[Pair], *, held_out: frozenset[bytes] = frozenset()) -> Iterator[Pair]:
    """Yield the clean pairs, each French sentence once, none that `held_out` knows.

    Args:
        held_out: `prints` of the evaluation sets; a sentence is known on either side.
    """
    seen: set[bytes] = set()
    for row in rows:
        pair = clean(row)
        if pair is None:
            continue
        mark = fingerprint(pair[0])
        if mark in seen:
            continue
        seen.add(mark)
        if len(pair[0].split()) >= _TELLING and {mark, fingerprint(pair[1])} & held_out:
            continue
        yield pair


def prints(rows: Iterable[Pair]) -> frozenset[bytes]:
    """Return the fingerprints of both sides of an evaluation set."""
    return frozenset(
        fingerprint(side) for row in rows for side in row if len(side.split()) >= _TELLING
    )


def fingerprint(text: str) -> bytes:
    """Return 8 bytes that are the same for texts that differ in case, blanks and marks only."""
    letters = re.sub(r"\W+", "", text.lower())
    return hashlib.blake2b(letters.encode(), digest_size=8).digest()
