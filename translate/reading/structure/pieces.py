"""Labelled units to pieces: datelines, credits, glued metadata, bullets on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translate.reading.features import ends_sentence, words
from translate.reading.structure import labels as tags
from translate.reading.structure.credits import (
    bracket_start,
    closing_agency,
    credit_start,
    pair_start,
)
from translate.reading.structure.dateline import dateline_end
from translate.reading.structure.first_pass import list_marker
from translate.reading.units import Label, Piece, Unit, cut_unit
from translate.values import BlockKind

# Fields that an export glued to the first sentence: "date 2024-01 Les discussions …".
_FIELD = r"(?:date|id|url|lang|langue|source|outlet|journal|auteur|author|doc|published|created)"
_GLUED = re.compile(
    rf"(?:{_FIELD}\s*:\s*(?:(?!{_FIELD}\s*:).){{1,80}}?\s+){{0,8}}"
    rf"{_FIELD}\s*[:=]?\s+(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?|"
    r"https?://\S+|\d{2}[/.]\d{2}[/.]\d{4}|[a-z]{2}|\d{4,})\s+(?=[«“\"A-ZÀ-Ý])"
)
_LEADING_DATE = re.compile(
    r"(?:\[?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\]?\s*(?:[-–—:|]\s*)?)(?=[«“\"A-ZÀ-Ý])"
)
_SOURCE = re.compile(r"[»”\"]\s*[—–]\s+(?=[A-ZÀ-Ý])")
_QUOTE_SOURCE = re.compile(r"[.!?…»”\"]\s+[—–]\s+[^.!?]{3,90}$")
_INNER_BULLET = re.compile(r"\s+(?=[•▪■►‣◦]\s)")


def make_pieces(units: Sequence[Unit], labels: Sequence[Label]) -> list[Piece]:
    """Turn the units of one article into pieces."""
    pieces: list[Piece] = []
    texts = [i for i, label in enumerate(labels) if label.kind is BlockKind.PARAGRAPH]
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        first = bool(texts) and i == texts[0]
        pieces += _unit_pieces(unit, label, first=first, last=bool(texts) and i == texts[-1])
    return pieces


def _unit_pieces(unit: Unit, label: Label, *, first: bool, last: bool) -> Iterable[Piece]:
    if label.kind is BlockKind.PARAGRAPH or label.kind is BlockKind.STANDFIRST:
        return _paragraph_pieces(unit, label, first=first, last=last)
    if label.kind is BlockKind.QUOTE:
        match = _QUOTE_SOURCE.search(unit.text)
        return _labelled(unit, [match.start() + 1] if match else [], [label, tags.SIGNATURE])
    if label.kind is BlockKind.LIST_ITEM:
        cuts = [match.end() for match in _INNER_BULLET.finditer(unit.text)]
        return [_piece(part, label) for part in cut_unit(unit, cuts)]
    if label.kind is BlockKind.CAPTION or label.kind is BlockKind.TITLE:
        caption = label.kind is BlockKind.CAPTION
        at = _credit_at(unit.text) if caption else 0
        return _labelled(unit, [at] if at else [], [label, tags.CREDIT])
    return [_piece(unit, label)]


def _credit_at(text: str) -> int:
    return credit_start(text) or pair_start(text) or bracket_start(text)


def _paragraph_pieces(unit: Unit, label: Label, *, first: bool, last: bool) -> Iterable[Piece]:
    text = unit.text
    glued = _GLUED.match(text) if first else None
    if glued:
        head, *rest = cut_unit(unit, [glued.end()])
        yield _piece(head, Label(BlockKind.METADATA, "metadata glued to the text"))
        for part in rest:
            yield from _paragraph_pieces(part, label, first=True, last=last)
        return
    dated = _LEADING_DATE.match(text) if first else None
    if dated:
        yield from _labelled(unit, [dated.end()], [tags.DATE, label])
        return
    cuts, labels = [], [label]
    # A dateline stands before a sentence, not before "1er tour".
    sentence = ends_sentence(text) or len(text) > 100
    start = dateline_end(text, first=first) if sentence else 0
    if start:
        cuts, labels = [start], [tags.DATELINE, label]
    source = _quoted_source(text)
    agency = closing_agency(text) if last else 0
    if source > start:
        cuts.append(source)
        labels[-1] = tags.QUOTE if not start else label
        labels.append(tags.SIGNATURE)
    elif agency > start:
        cuts.append(agency)
        labels.append(tags.BYLINE)
    yield from _labelled(unit, cuts, labels)


def _quoted_source(text: str) -> int:
    """Offset of the dash before the name of who said a quotation that is all of a paragraph."""
    if not text.startswith(("«", "“", '"')) or len(text) > 400:
        return 0
    matches = list(_SOURCE.finditer(text))
    if not matches:
        return 0
    match = matches[-1]
    rest = text[match.end() :]
    return (
        match.start() + 1
        if len(rest) <= 90 and not ends_sentence(rest) and words(rest) <= 14
        else 0
    )


def _labelled(unit: Unit, cuts: Sequence[int], labels: Sequence[Label]) -> Iterable[Piece]:
    parts = cut_unit(unit, cuts)
    return [_piece(part, label) for part, label in zip(parts, labels[: len(parts)], strict=True)]


def _piece(unit: Unit, label: Label) -> Piece:
    marker = unit.marker
    if label.kind is BlockKind.LIST_ITEM and not marker:
        marker = list_marker(unit.text)
    level = (unit.level or 2) if label.kind is BlockKind.HEADING else 0
    level = (unit.level or 1) if label.kind is BlockKind.TITLE else level
    return Piece(
        label=label, text=unit.text, gap=unit.gap, level=level, marker=marker, inlines=unit.inlines
    )
