"""Values between a format reader and the structure: units in, pieces out, an article at the end.

A unit is what a format takes for one paragraph, with what it knows about it. A piece is a part
of a unit that got a kind. Both hold text on one line, without blanks at their ends.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from translate.values import Block, BlockKind, Inline, Span


class Role(StrEnum):
    """What the markup of the source says about a unit; plain text says nothing."""

    NONE = ""
    TITLE = "title"
    HEADING = "heading"
    STANDFIRST = "standfirst"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATE = "date"
    METADATA = "metadata"
    FURNITURE = "furniture"
    BOILERPLATE = "boilerplate"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph, line, cell row or heading of the source.

    Attributes:
        gap: blank lines before it.
        reason: why a role that is not translated was given, for the reader's eyes.
        strong: the whole text is set in bold or italics.
        linked: share of the characters that stand inside links, 0 to 1.
    """

    text: str
    gap: int = 0
    role: Role = Role.NONE
    reason: str = ""
    level: int = 0
    marker: str = ""
    strong: bool = False
    linked: float = 0.0
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """The kind of a unit and, where it is not translated, the reason."""

    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a unit with its kind; `gap` is -1 where it goes on in the line before."""

    label: Label
    text: str
    gap: int = 0
    level: int = 0
    marker: str = ""
    inlines: tuple[Inline, ...] = field(default=())


def slice_inlines(inlines: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return the inline markup within ``[start, end)``, counted from `start`."""
    kept = []
    for inline in inlines:
        low, high = max(inline.span.start, start), min(inline.span.end, end)
        if low < high:
            kept.append(replace(inline, span=Span(start=low - start, end=high - start)))
    return tuple(kept)


def cut_unit(unit: Unit, cuts: Iterable[int]) -> list[Unit]:
    """Cut a unit at offsets of its text; blanks at the new ends go, empty parts too."""
    parts: list[Unit] = []
    edges = [0, *sorted(set(cuts)), len(unit.text)]
    for low, high in itertools.pairwise(edges):
        raw = unit.text[low:high]
        text = raw.strip()
        if text:
            start = low + len(raw) - len(raw.lstrip())
            parts.append(
                replace(
                    unit,
                    text=text,
                    gap=-1 if parts else unit.gap,
                    marker="" if parts else unit.marker,
                    inlines=slice_inlines(unit.inlines, start, start + len(text)),
                )
            )
    return parts


def assemble(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...], tuple[Inline, ...]]:
    """Lay pieces out as a reading text with its blocks and inline markup."""
    parts: list[str] = []
    blocks: list[Block] = []
    inlines: list[Inline] = []
    at = 0
    for piece in pieces:
        if blocks:
            blank = " " if piece.gap < 0 else "\n" if piece.gap == 0 else "\n\n"
            parts.append(blank)
            at += len(blank)
        parts.append(piece.text)
        inlines += [
            replace(one, span=Span(start=one.span.start + at, end=one.span.end + at))
            for one in piece.inlines
        ]
        end = at + len(piece.text)
        blocks.append(
            Block(
                kind=piece.label.kind,
                text=piece.text,
                span=Span(start=at, end=end),
                level=piece.level,
                marker=piece.marker,
                reason=piece.label.reason,
            )
        )
        at = end
    return "".join(parts), tuple(blocks), tuple(inlines)
