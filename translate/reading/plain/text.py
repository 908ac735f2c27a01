"""Plain text to units: hard-wrapped lines joined, page furniture put after its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.reading.features import ends_sentence, ends_with_stop, starts_small
from translate.reading.plain.furniture import NOTE, interruption, page_number, running_lines
from translate.reading.plain.hyphens import ends_with_hyphen, joins_without_hyphen
from translate.reading.plain.lines import Line, breaks_off, is_list_line, split_lines, wrap_width
from translate.reading.structure.matching import byline_label, credit_label, is_line, line_label
from translate.reading.units import Role, Unit

_RULE = re.compile(r"[\s*=_~•·.+–—-]{3,}|[*•–—_=~]+")
# Notices of several lines, whose first line is recognised already.
_WRAPPED_REASONS = {"legal notice", "cookie notice", "subscription offer"}
_SENTENCE_END = re.compile(
    r"[.!?…][»”\")\]]*[\s\u00a0\u202f]*[»”\")]*\s+(?=[«“\"(–—]*[\s\u00a0\u202f]*[A-ZÀ-Ý0-9])"
)


@dataclass(slots=True)
class _Paragraph:
    """Lines joined so far, and the furniture that interrupted them, by offset."""

    text: str
    gap: int
    guests: list[tuple[int, list[Line]]] = field(default_factory=list)


def read_plain(text: str) -> list[Unit]:
    """Split normalised plain text into paragraphs, lines and page furniture."""
    lines = split_lines(text)
    width = wrap_width(lines)
    running = running_lines(lines)
    units: list[Unit] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if at in running or _RULE.fullmatch(line.text):
            units.append(_furniture(line))
            at += 1
            continue
        paragraph, at = _paragraph(lines, at, running, width)
        units += _laid_out(paragraph)
    return units


def _furniture(line: Line) -> Unit:
    if _RULE.fullmatch(line.text):
        return Unit(text=line.text, gap=line.gap, role=Role.METADATA, reason="separator")
    if NOTE.match(line.text) and not page_number(line.text):
        return Unit(text=line.text, gap=line.gap, role=Role.PARAGRAPH)
    label = line_label(line.text)
    reason = "page number" if page_number(line.text) else label.reason if label else "running head"
    return Unit(text=line.text, gap=line.gap, role=Role.FURNITURE, reason=reason)


def _paragraph(
    lines: Sequence[Line], start: int, running: frozenset[int], width: int
) -> tuple[_Paragraph, int]:
    """Join the lines of one paragraph; return it and the index of the line after it."""
    parts = [lines[start].text]
    length = len(parts[0])
    result = _Paragraph("", lines[start].gap)
    at = start
    while at + 1 < len(lines):
        if at + 1 not in running and _goes_on_next(lines[at], lines[at + 1], width):
            follower = at + 1
        else:
            follower = interruption(lines, at, running, width)
            if not follower:
                break
        if follower > at + 1:
            result.guests.append((length, list(lines[at + 1 : follower])))
        if ends_with_hyphen(parts[-1]):
            if joins_without_hyphen(parts[-1], lines[follower].text):
                parts[-1] = parts[-1][:-1]
                length -= 1
        else:
            parts.append(" ")
            length += 1
        parts.append(lines[follower].text)
        length += len(lines[follower].text)
        at = follower
    result.text = "".join(parts)
    return result, at + 1


def _goes_on_next(line: Line, after: Line, width: int) -> bool:
    """Whether the line after, without a blank line between, belongs to the same paragraph."""
    if not width or after.gap or after.page or _RULE.fullmatch(after.text):
        return False
    size = len(line.text) + line.indent
    if is_list_line(after.text) and not (breaks_off(line.text) and after.text[0].isdigit()):
        return False
    first = after.text.split(maxsplit=1)[0]
    full = width - 2 <= size + len(first) and size <= width * 1.25
    if ends_with_hyphen(line.text) and after.text[0].isalpha():
        return True
    if ends_sentence(line.text) and after.indent > line.indent + 1:
        return False
    if not full:
        loose = breaks_off(line.text) and starts_small(after.text) and size > 0.4 * width
        return loose and not stands_alone(after.text)
    # The last words of a paragraph may be those of a button: "... de nos commentaires."
    if breaks_off(line.text) and (starts_small(after.text) or ends_with_stop(after.text)):
        return True
    return not (stands_alone(line.text) or stands_alone(after.text))


def stands_alone(text: str) -> bool:
    """Whether a line is complete in itself: a byline, a credit, a button."""
    if len(text) > 100:
        return False
    label = line_label(text) or byline_label(text) or credit_label(text)
    if label is not None:
        return label.reason not in _WRAPPED_REASONS
    return is_line(text, "mail_header")


def _laid_out(paragraph: _Paragraph) -> list[Unit]:
    """Cut a paragraph behind each sentence that furniture interrupted, and put it there."""
    units: list[Unit] = []
    text, done = paragraph.text, 0
    for offset, guests in paragraph.guests:
        end = _SENTENCE_END.search(text, max(offset - 1, done))
        cut = end.end() if end else len(text)
        if text[done:cut].strip():
            gap = paragraph.gap if not units else 0
            units.append(Unit(text=text[done:cut].strip(), gap=gap))
        units += [_furniture(guest) for guest in guests]
        done = cut
    if text[done:].strip():
        units.append(Unit(text=text[done:].strip(), gap=0 if units else paragraph.gap))
    return units
