"""Markdown to units: structure and inline markup as data, never marks inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translate.reading.dates import is_date_line
from translate.reading.inline import InlineText
from translate.reading.metadata import split_head
from translate.reading.plain.text import read_plain, stands_alone
from translate.reading.source import Source
from translate.reading.text import decoded_text
from translate.reading.units import Role, Unit
from translate.values import InlineKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FOOTNOTE = re.compile(r"^ {0,3}\[\^([\w-]{1,40})\]:[ \t]*", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^[\w-]{1,40}\]")
_TAG = re.compile(r"<!--(?:(?!-->).)*-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_BREAK_TAG = re.compile(
    r"<(?:br|hr)\b[^<>]*>|</(?:p|div|li|tr|h[1-6]|figcaption|figure|td|section)\s*>", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"<(script|style|template|svg)\b[^<>]*>(?:(?!</\1).)*</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TASK = re.compile(r"\[[ xX]\]\s+")
#: The parser drops what is nested deeper than it follows; such a text is read as plain lines.
_TOO_DEEP = re.compile(
    r"^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>])){15}|^[ \t]{60}\S", re.MULTILINE
)
_MOST_NESTING = 60
_INLINE = {"em": InlineKind.EMPHASIS, "strong": InlineKind.STRONG, "link": InlineKind.LINK}


def read(data: bytes, name: str) -> list[Source]:
    """Read a Markdown file (CommonMark with tables, footnotes and a YAML head).

    Raises:
        InputError: as `decoded_text`.
    """
    text, notes = decoded_text(data, name)
    meta, head, rest = split_head(text, name)
    if _TOO_DEEP.search(rest):
        note = "nested too deeply for Markdown; read as plain text"
        return [Source(units=[*head, *read_plain(rest)], meta=meta, notes=(*notes, note))]
    return [Source(units=[*head, *markdown_units(rest)], meta=meta, notes=notes)]


def markdown_units(text: str) -> list[Unit]:
    """Turn Markdown into units."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable(
        ["table", "strikethrough"]
    )
    return _parse(parser, _prepared(text), nested=False)


def _prepared(text: str) -> str:
    """Footnote definitions become paragraphs, references to them go, page breaks are line ends."""
    text = _FOOTNOTE.sub("\n", text.replace("\f", "\n\n"))
    # Pandoc writes a no-break space as a backslash before a blank.
    text = text.replace("\\ ", "\u00a0")
    return _REFERENCE.sub("", text)


@dataclass(slots=True)
class _State:
    units: list[Unit] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    quotes: int = 0
    lists: int = 0
    level: int = 0
    row: list[InlineText] | None = None


def _parse(parser: MarkdownIt, text: str, *, nested: bool) -> list[Unit]:
    state = _State()
    for token in parser.parse(text):
        _block(parser, state, token, nested=nested)
    return state.units


def _block(parser: MarkdownIt, state: _State, token: Token, *, nested: bool) -> None:
    kind = token.type
    if kind == "heading_open":
        state.level = int(token.tag[1:])
    elif kind == "heading_close":
        state.level = 0
    elif kind in {"blockquote_open", "blockquote_close"}:
        state.quotes += token.nesting
    elif kind in {
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
    }:
        state.lists += token.nesting
    elif kind == "list_item_open":
        state.markers.append(f"{token.info}{token.markup}" if token.info else token.markup)
    elif kind == "list_item_close":
        state.markers.clear()
    elif kind == "tr_open":
        state.row = []
    elif kind == "tr_close":
        _close_row(state)
    elif kind in {"fence", "code_block"}:
        lines = [line for line in token.content.split("\n") if line.strip()]
        state.units += [Unit(text=line.strip(), gap=int(not n)) for n, line in enumerate(lines)]
    elif kind == "html_block":
        state.units += _html_block(parser, token.content, nested=nested)
    elif kind == "inline":
        _inline(state, token)


def _close_row(state: _State) -> None:
    cells = state.row or []
    state.row = None
    joined = InlineText()
    for cell in cells:
        if joined.text:
            joined.add("\t")
        joined.extend(cell)
    unit = joined.unit(role=Role.TABLE_ROW, gap=0)
    if unit is not None:
        state.units.append(unit)


def _html_block(parser: MarkdownIt, content: str, *, nested: bool) -> list[Unit]:
    """Drop the tags; what stands between them is Markdown again, once."""
    text = _TAG.sub("", _BREAK_TAG.sub("\n\n", _UNSEEN.sub("", content)))
    if nested:
        return read_plain(text)
    return _parse(parser, text, nested=True)


def _inline(state: _State, token: Token) -> None:
    lines = _lines(token.children or [])
    if state.row is not None:
        cell = InlineText()
        for line, _ in lines:
            if cell.text:
                cell.add(" ")
            cell.extend(line)
        state.row.append(cell)
        return
    role, marker = _role(state)
    for number, (line, image) in enumerate(lines):
        gap = int(number == 0 and not state.lists)
        unit = line.unit(role=Role.CAPTION if image else role, gap=gap)
        if unit is None:
            continue
        if role is Role.LIST_ITEM and number == 0 and not image:
            task = _TASK.match(unit.text)
            if task:
                line.drop(task.end())
                unit = line.unit(role=role, gap=gap) or unit
        state.units.append(replace(unit, level=state.level, marker=marker if number == 0 else ""))


def _role(state: _State) -> tuple[Role, str]:
    if state.level:
        return Role.HEADING, ""
    if state.lists and state.markers:
        return Role.LIST_ITEM, state.markers.pop()
    if state.quotes:
        return Role.QUOTE, ""
    return Role.NONE, ""


def _lines(children: Sequence[Token]) -> list[tuple[InlineText, bool]]:
    """Cut inline content at hard line breaks and images."""
    lines: list[tuple[InlineText, bool]] = []
    current = InlineText()
    for child in children:
        kind = child.type
        if kind == "text":
            current.add(child.content)
        elif kind == "softbreak" and _is_line(current.text.strip()):
            current = _next_line(lines, current)
        elif kind == "softbreak":
            current.add(" ")
        elif kind == "code_inline":
            current.open(InlineKind.CODE)
            current.add(child.content)
            current.close(InlineKind.CODE)
        elif kind == "hardbreak" or (kind == "html_inline" and _BREAK_TAG.match(child.content)):
            current = _next_line(lines, current)
        elif kind == "image":
            alt = InlineText()
            alt.add(_alt(child))
            alt.linked = current.is_open(InlineKind.LINK)
            current = _next_line(lines, current)
            lines.append((alt, True))
        elif kind != "html_inline":
            _mark(current, child)
    lines.append((current, False))
    return lines


def _is_line(text: str) -> bool:
    """Whether a line break in the source ends a byline, a date or a button, not a line of text."""
    return is_date_line(text) or stands_alone(text)


def _next_line(lines: list[tuple[InlineText, bool]], current: InlineText) -> InlineText:
    lines.append((current, False))
    return current.continued()


def _mark(current: InlineText, child: Token) -> None:
    name = child.type.removesuffix("_open").removesuffix("_close")
    if name in _INLINE:
        if child.nesting > 0:
            current.open(_INLINE[name], str(child.attrGet("href") or ""))
        else:
            current.close(_INLINE[name])


def _alt(image: Token) -> str:
    parts: Iterable[Token] = image.children or []
    return "".join(
        " " if part.type in {"softbreak", "hardbreak"} else part.content for part in parts
    )
