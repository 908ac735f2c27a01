"""Second copies: the same article pasted twice, or a paragraph that comes again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from translate.reading.features import fold, is_body
from translate.reading.units import Unit, cut_unit

#: A paragraph this long does not recur by chance.
_LONG = 80
#: A second copy is at least two such paragraphs, or this many characters.
_COPY = 160
#: Words in a row that are compared, and the share of them that makes a near copy.
_SHINGLE = 3
_NEARLY = 0.6
_SENTENCE_END = re.compile(
    r"[.!?…][»”\")\]]*[\s\u00a0\u202f]*[»”\")]*\s+(?=[«“\"(–—]*[\s\u00a0\u202f]*[A-ZÀ-Ý0-9])"
)


def _key(text: str) -> str:
    """What is compared: letters and figures, whatever the quotes, dashes, accents and blanks."""
    return "".join(c for c in fold(text) if c.isalnum())


def cut_copies(units: Sequence[Unit]) -> tuple[list[Unit], set[int]]:
    """Find what stood before; return the units, cut where old and new meet, and the copies.

    A paragraph is a copy when the same stood before. Where a second copy of the article is
    recognised, its short lines count too, and its paragraphs are compared sentence by sentence,
    so that what is new in it stays.
    """
    seen: set[str] = set()
    sentences: set[str] = set()
    first: list[bool] = []
    for unit in units:
        key = _key(unit.text)
        first.append(bool(key) and key not in seen)
        seen.add(key)
    again = [i for i, unit in enumerate(units) if not first[i] and len(unit.text) >= _LONG]
    repeated = set(again)
    nearly = _near_copies(units, first)
    if not again and not nearly:
        return list(units), set()
    start, end = _copy_range(units, first, sorted(repeated | nearly))
    result: list[Unit] = []
    copies: set[int] = set()
    for i, unit in enumerate(units):
        inside = start <= i <= end
        if not inside:
            if i in repeated:
                copies.add(len(result))
            result.append(unit)
            sentences.update(_key(part.text) for part in cut_unit(unit, _ends(unit.text)))
            continue
        for part, old in _parts(unit, first[i], sentences):
            if old:
                copies.add(len(result))
            result.append(part)
    return result, copies


def _near_copies(units: Sequence[Unit], first: Sequence[bool]) -> set[int]:
    """Paragraphs that repeat an earlier one but for a few words: a corrected figure, a name."""
    owner: dict[tuple[str, ...], int] = {}
    found: set[int] = set()
    for i, unit in enumerate(units):
        if len(unit.text) < _LONG:
            continue
        tokens = fold(unit.text).split()
        shingles = [tuple(tokens[k : k + _SHINGLE]) for k in range(len(tokens) - _SHINGLE + 1)]
        shared = Counter(owner[s] for s in shingles if s in owner)
        if first[i] and shared and max(shared.values()) >= _NEARLY * len(shingles):
            found.add(i)
        for shingle in shingles:
            owner.setdefault(shingle, i)
    return found


def _copy_range(units: Sequence[Unit], first: list[bool], again: list[int]) -> tuple[int, int]:
    """Range of units that the second copy covers; empty when there is none."""
    total = sum(len(units[i].text) for i in again)
    if len(again) < 2 or total < _COPY:
        return 1, 0
    start, end = again[0], again[-1]
    while start > 0 and (not first[start - 1] or _is_new_head(units, first, start - 1)):
        start -= 1
    while end + 1 < len(units) and not first[end + 1]:
        end += 1
    return start, end


def _is_new_head(units: Sequence[Unit], first: list[bool], at: int) -> bool:
    """A new short line between two old ones belongs to the copy's head all the same."""
    return (
        at > 0
        and not first[at - 1]
        and len(_key(units[at - 1].text)) > 20
        and not is_body(units[at].text)
    )


def _parts(unit: Unit, new: bool, sentences: set[str]) -> list[tuple[Unit, bool]]:
    """Cut a unit of a second copy into runs of old and new sentences."""
    if not new:
        return [(unit, True)]
    ends = _ends(unit.text)
    pieces = cut_unit(unit, ends)
    old = [_key(piece.text) in sentences for piece in pieces]
    if not any(old) or sum(len(p.text) for p, o in zip(pieces, old, strict=True) if o) < 40:
        return [(unit, False)]
    changes = [
        end
        for end, was, now in zip(_kept_ends(unit.text, ends), old, old[1:], strict=False)
        if was != now
    ]
    parts = cut_unit(unit, changes)
    flags = [old[0]]
    for _ in parts[1:]:
        flags.append(not flags[-1])
    return list(zip(parts, flags, strict=True))


def _kept_ends(text: str, ends: list[int]) -> list[int]:
    return [end for end in ends if text[:end].strip() and text[end:].strip()]


def _ends(text: str) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(text)]
