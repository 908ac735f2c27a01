"""Find the places where a sentence may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.segmentation.marks import (
    APOSTROPHES,
    BRACKETS,
    CALLS,
    INVISIBLES,
    TERMINATORS,
)
from translate.segmentation.pairs import Pairs

_STOP = re.compile("[" + re.escape("".join(sorted(TERMINATORS))) + "]+")
#: A reference call such as "[12]"; longer brackets are text.
_BRACKET_CALL = re.compile(r"\[\d{1,3}\]")
_DIGIT_CALL = re.compile(r"\d{1,2}(?=\s+[^\W\d_a-zà-ÿ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A run of end marks with what closes after it.

    Attributes:
        start: first end mark. end: after the last closing mark; a sentence would end here.
        mark: the end marks, blanks and closing marks left out.
        closed: whether a quotation mark or bracket closes after the (first) end mark.
        next: the first visible character that follows; the length of the text if none does.
    """

    start: int
    end: int
    mark: str
    closed: bool
    next: int


def find(text: str, pairs: Pairs) -> Iterator[Site]:
    """Yield the sites of a paragraph in order; they do not overlap."""
    at = 0
    while found := _STOP.search(text, at):
        site = _read(text, found.start(), found.end(), pairs)
        yield site
        at = site.end


def skip(text: str, at: int) -> int:
    """Return the first index from `at` on that holds neither a blank nor an invisible mark."""
    while at < len(text) and (text[at].isspace() or text[at] in INVISIBLES):
        at += 1
    return at


def _read(text: str, start: int, stop: int, pairs: Pairs) -> Site:
    mark, end = text[start:stop], stop
    closed = False
    while True:
        after = skip(text, end)
        length = _closing_length(text, end, after, pairs)
        if length:
            end, closed = after + length, True
        elif run := _run_on(text, after, end):
            mark, end = mark + run, after + len(run)
        else:
            break
    end = _calls(text, end)
    return Site(start=start, end=end, mark=mark, closed=closed, next=skip(text, end))


def _run_on(text: str, after: int, end: int) -> str:
    """Return the end marks at `after` if they belong to the run that stops at `end` ("? !")."""
    run = _STOP.match(text, after)
    if run is None:
        return ""
    if after == end or run[0][0] not in ".…‥":
        return run[0]
    # " ...Et" opens the next sentence; " ... Et" closes this one.
    return "" if text[run.end() : run.end() + 1].isalnum() else run[0]


def _closing_length(text: str, end: int, after: int, pairs: Pairs) -> int:
    """Return the length of the closing mark at `after`, 0 if there is none."""
    if after >= len(text):
        return 0
    char = text[after]
    if after in pairs.closing:
        return pairs.closing[after]
    if char in BRACKETS:
        return 1
    if char in APOSTROPHES and after == end:
        return 0 if text[after + 1 : after + 2].isalnum() else 1
    return 0


def _calls(text: str, end: int) -> int:
    """Return the end after footnote calls and invisible marks that stick to the stop."""
    while end < len(text) and (text[end] in CALLS or text[end] in INVISIBLES):
        end += 1
    after = skip(text, end)
    while found := _BRACKET_CALL.match(text, after):
        end = found.end()
        after = skip(text, end)
    if text[end - 1 : end] == "." and text[max(0, end - 4) : end - 1].isalpha():
        found = _DIGIT_CALL.match(text, end)
        end = found.end() if found else end
    return end
