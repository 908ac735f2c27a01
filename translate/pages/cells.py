"""Inline Markdown of our own pages back to the plain text it shows.

The inverse of `translate.rendering.escape` and of what the pages lay in: anchors, sentence numbers,
footnote marks, marks of doubt. Text that a person typed in between is taken as it stands.
"""

from __future__ import annotations

import html
import re

_ANCHOR = re.compile(r'<a id="(s\d+)"></a>')
_NUMBER = re.compile(r"<sub>(\d+)(?: ([a-z]+(?: [a-z]+)?))?</sub>\u00a0?")
_FOOTNOTE = re.compile(r"(?<!\\)\[\^n\d+\]")
_DOUBT = re.compile(r"[\u00a0 ]?\[[⚠ℹ]\]\(#[\w-]*\)")
_BULLET = re.compile(r"<b>[^<]*</b>\u00a0?")
_TAG = re.compile(r"<[^<>]*>")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[([^\[\]]*)\]\(#(s\d+)\)")
_BLANKS = re.compile(r"[ \t\n\r]+")

#: One sentence of a cell: its id, what its label says, its Markdown.
Piece = tuple[str, str, str]


def cells_of(row: str) -> list[str]:
    """Return the Markdown of the cells of one table row, without the blanks around them."""
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in _PIPE.split(inner)]


def plain(markdown: str) -> str:
    """Return the text that inline Markdown of ours shows, on one line."""
    text = _FOOTNOTE.sub("", _DOUBT.sub("", markdown))
    text = text.replace("<br>", " ")
    text = _BACKSLASH.sub(r"\1", _TAG.sub("", text))
    return _BLANKS.sub(" ", html.unescape(text)).strip(" ")


def has_doubt(markdown: str) -> bool:
    """Whether a sentence carries the warning sign."""
    return "[⚠](" in markdown


def without_bullet(markdown: str) -> str:
    """Return Markdown without the mark of a list item that opens it."""
    hit = _BULLET.match(markdown)
    return markdown[hit.end() :] if hit else markdown


def by_anchor(cell: str) -> list[Piece]:
    """Return the sentences of a French cell."""
    parts = _ANCHOR.split(cell)
    return [
        (parts[at], "", _NUMBER.sub("", parts[at + 1], count=1))
        for at in range(1, len(parts) - 1, 2)
    ]


def by_number(cell: str) -> list[Piece]:
    """Return the sentences of an English cell; what stands before the first goes with it."""
    lead, *parts = _NUMBER.split(cell)
    if parts and lead.strip():
        parts[2] = f"{lead} {parts[2]}"
    return [(f"s{parts[at]}", parts[at + 1] or "", parts[at + 2]) for at in range(0, len(parts), 3)]


def targets(cell: str) -> tuple[str, ...]:
    """Return the ids of the sentences a cell links to."""
    return tuple(hit[2] for hit in _LINK.finditer(cell))
