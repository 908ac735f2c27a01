"""Match brackets and quotation marks of one paragraph, in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.segmentation.marks import APOSTROPHES, BRACKETS, OPENERS

#: Longest stretch (code points) over which a bracket or a quotation is believed to be one.
#: A mark left open by mistake must not hold the rest of a page together.
BRACKET_REACH = 500
QUOTE_REACH = 3000

_MARK = re.compile(r"[()\[\]{}«»“”„‹›\"]|<<|>>|''|’’")
_QUOTE_CLOSERS = {"»": "«", "›": "‹", ">>": "<<"}
_TOGGLES = frozenset({'"', "''", "’’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An opening mark at `start` and its closing mark, which ends at `end`."""

    start: int
    end: int
    quote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs in order of their opening marks, and the start of every closing quotation mark.

    `closing` also has closing marks whose opening mark is missing; the value is their length.
    """

    pairs: tuple[Pair, ...]
    closing: dict[int, int]


def match(text: str) -> Pairs:
    """Match brackets and quotation marks by kind; marks without partner are left alone.

    Each kind has its own stack, so that a stray mark of one kind does no harm to another.
    """
    open_at: dict[str, list[int]] = {}
    pairs: list[Pair] = []
    closing: dict[int, int] = {}
    stray: list[int] = []
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        opener = _opener_of(text, mark, at, open_at)
        if opener is None:
            open_at.setdefault(mark, []).append(at)
            continue
        quote = mark not in BRACKETS
        if quote:
            closing[at] = len(mark)
        stack = open_at.get(opener)
        if not stack and mark == "»":
            stack = open_at.get("“")
        if stack:
            start = stack.pop()
            if at - start <= (QUOTE_REACH if quote else BRACKET_REACH):
                pairs.append(Pair(start=start, end=found.end(), quote=quote))
        elif mark == "»":
            stray.append(at)
    for at in stray[:-1]:
        # A long quotation repeats its mark at every paragraph; only the last one closes it.
        del closing[at]
    pairs.sort(key=lambda pair: pair.start)
    return Pairs(pairs=tuple(pairs), closing=closing)


def _opener_of(text: str, mark: str, at: int, open_at: dict[str, list[int]]) -> str | None:
    """Return the opening mark that `mark` would close, or None when it opens itself."""
    if mark in BRACKETS:
        return BRACKETS[mark]
    if mark in _QUOTE_CLOSERS:
        # A guillemet at the head of a line repeats the opening one, after old custom.
        return None if at and text[at - 1] == "\n" else _QUOTE_CLOSERS[mark]
    if mark == "”":
        return "„" if not open_at.get("“") and open_at.get("„") else "“"
    if mark == "“":
        return "„" if open_at.get("„") else None
    if mark in _TOGGLES:
        return _toggle(text, mark, at, bool(open_at.get(mark)))
    return None


def _toggle(text: str, mark: str, at: int, is_open: bool) -> str | None:
    """Judge a straight quotation mark by its neighbours, by parity where they do not tell."""
    before = text[at - 1 : at]
    after = text[at + len(mark) : at + len(mark) + 1]
    free_before = not before or before.isspace() or before in OPENERS or before in APOSTROPHES
    free_after = not after or not (after.isalnum() or after in OPENERS)
    if free_before and not free_after:
        return None
    if free_after and not free_before:
        return mark
    return mark if is_open else None
