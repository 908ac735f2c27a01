"""Text to lines, and the width at which the text was wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from translate.reading.dates import is_date_line
from translate.reading.features import ends_sentence, starts_small

#: Lines longer than this were not wrapped by a mail program, a terminal or a page.
_WIDEST_WRAP = 130
_SHORTEST_BODY_LINE = 25
_QUOTED = re.compile(r"(?:>[ \t]?)+(?![<>«])")
_LIST_MARK = re.compile(r"(?:[•·▪■►‣◦*+→✓–—-]\s|\(?\d{1,3}[.)°]\s|\(?[a-z]\)\s|[IVX]{1,5}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, stripped.

    Attributes:
        gap: blank lines before it. indent: blanks at its start. page: a page break comes before.
    """

    text: str
    gap: int
    indent: int = 0
    page: bool = False


def split_lines(text: str) -> list[Line]:
    """Split normalised text into its non-blank lines."""
    lines: list[Line] = []
    gap, page = 0, False
    for raw, breaks in _raw_lines(text):
        page = page or breaks
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        lines.append(Line(stripped, gap if lines else 0, indent, page))
        gap, page = 0, False
    return lines


def _unquoted(raw_lines: list[str]) -> list[str]:
    """Take the marks of a quoted mail (">") off runs of two and more lines."""
    marked = [_QUOTED.match(raw) is not None for raw in raw_lines]
    return [
        _QUOTED.sub("", raw, count=1)
        if marked[i] and (marked[i - 1 : i] == [True] or marked[i + 1 : i + 2] == [True])
        else raw
        for i, raw in enumerate(raw_lines)
    ]


def _raw_lines(text: str) -> Iterator[tuple[str, bool]]:
    for raw in _unquoted(text.split("\n")):
        first, *others = raw.split("\f")
        yield first, False
        for other in others:
            yield other, True


def is_list_line(text: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter of a list."""
    return _LIST_MARK.match(text) is not None


def breaks_off(text: str) -> bool:
    """Whether a line stops in the middle of a sentence."""
    return not ends_sentence(text) and text[-1:] not in ":;|" and len(text) >= _SHORTEST_BODY_LINE


def _begins_anew(text: str) -> bool:
    """Whether small letters at the start say nothing: an address, "lun. 4 mars 2024"."""
    return text.startswith(("http", "www.")) or is_date_line(text)


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text was hard-wrapped, 0 when it was not.

    Every line that breaks off before a line that goes on in small letters votes for the widths
    at which its next word would not have fitted.
    """
    votes = [0] * (_WIDEST_WRAP + 3)
    pairs = broken = 0
    for line, after in pairwise(lines):
        if after.gap or len(line.text) < _SHORTEST_BODY_LINE:
            continue
        pairs += 1
        width = len(line.text) + line.indent
        if width > _WIDEST_WRAP or not breaks_off(line.text) or not starts_small(after.text):
            continue
        if is_list_line(after.text) or _begins_anew(after.text):
            continue
        broken += 1
        votes[width] += 1
        votes[min(width + 1 + len(after.text.split(maxsplit=1)[0]), _WIDEST_WRAP + 1)] -= 1
    if not broken or broken < 0.2 * pairs:
        return 0
    tally = list(accumulate(votes))
    best = max(tally)
    if best >= 0.5 * broken:
        return tally.index(best)
    # Ragged by hand: the widest line that breaks off is the measure.
    return max(
        len(line.text) + line.indent
        for line, after in pairwise(lines)
        if not after.gap and breaks_off(line.text) and len(line.text) <= _WIDEST_WRAP
    )
