"""The HTML tree walked once: visible text, zones, roles. Linear, whatever the nesting."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from translate.reading.features import is_body
from translate.reading.html_roles import Trust, word_set, zone_of
from translate.reading.inline import InlineText
from translate.reading.tables import load
from translate.reading.units import Role, Unit
from translate.values import Inline, InlineKind, Span

_MARKS = {
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
    "a": InlineKind.LINK,
    "code": InlineKind.CODE,
}
_INVISIBLE_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOXES = frozenset(["span", "time", "a", "button", "label"])
_TEXT_META = frozenset(["meta", "link"])


@dataclass(slots=True)
class Page:
    """What a page holds."""

    units: list[Unit] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    has_main: bool = False


@dataclass(slots=True)
class _Open:
    tag: str
    hidden: bool
    role: Role
    reason: str
    #: Whether the element itself, not one around it, gave the role.
    own: bool = False
    level: int = 0


class _Reader(HTMLParser):
    """Collects units while the parser walks the page."""

    def __init__(self, trust: Trust) -> None:
        super().__init__(convert_charrefs=True)
        self.trust = trust
        self.page = Page()
        self.stack: list[_Open] = [_Open("", hidden=False, role=Role.NONE, reason="")]
        self.open_tags: Counter[str] = Counter()
        self.line = InlineText()
        self.fresh = True
        self.goes_on = False
        #: Rows that are open, outermost first; a row is cells, a cell is units.
        self.rows: list[list[list[Unit]]] = []
        self.script = ""
        #: Whether an inline box has ended right before what comes.
        self.beside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _TEXT_META:
            self._meta(tag, values)
        if tag in word_set("void"):
            self._void(tag)
            return
        self._close_implied(tag)
        above = self.stack[-1]
        hidden = (
            above.hidden
            or tag in word_set("hidden")
            or "hidden" in values
            or _INVISIBLE_STYLE.search(values.get("style", "")) is not None
        )
        role, reason, level = zone_of(tag, values, above.role, self.trust)
        own = bool(role) and (role, reason) != (above.role, above.reason)
        if tag not in word_set("inline"):
            self._flush()
        elif own or tag == "time":
            self._flush(same_line=True)
        opened = _Open(
            tag,
            hidden,
            role or above.role,
            reason if role else above.reason,
            own=own,
            level=level or above.level,
        )
        self.stack.append(opened)
        self.open_tags[tag] += 1
        if tag in {"main", "article"}:
            self.page.has_main = True
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append([])
        if tag in _MARKS and not hidden:
            self.line.open(_MARKS[tag], values.get("href", ""))
        self.script = "ld" if tag == "script" and "ld+json" in values.get("type", "") else ""

    def _void(self, tag: str) -> None:
        if tag in {"br", "hr"}:
            self._flush(fresh=tag == "hr")

    def _meta(self, tag: str, values: dict[str, str]) -> None:
        key = values.get("property") or values.get("name") or values.get("itemprop") or ""
        if tag == "meta" and key and values.get("content"):
            self.page.metas.setdefault(key.lower(), values["content"])
        elif tag == "link" and values.get("rel") == "canonical":
            self.page.metas.setdefault("canonical", values.get("href", ""))

    def _close_implied(self, tag: str) -> None:
        top = self.stack[-1].tag
        closed_by = load("html")["closed_by"]
        while top in closed_by and tag in closed_by[top].split():
            self.handle_endtag(top)
            top = self.stack[-1].tag

    def handle_endtag(self, tag: str) -> None:
        self.beside = tag in _BOXES
        if tag in word_set("void") or not self.open_tags[tag]:
            return
        while len(self.stack) > 1:
            closed = self.stack[-1]
            self._leave(closed)
            self.stack.pop()
            self.open_tags[closed.tag] -= 1
            if closed.tag == tag:
                return

    def _leave(self, closed: _Open) -> None:
        tag = closed.tag
        if tag in _MARKS:
            self.line.close(_MARKS[tag])
        if tag == "tr":
            self._flush()
            for unit in _row_units(self.rows.pop()):
                self._emit(unit)
        elif tag not in word_set("inline"):
            self._flush()
        elif closed.own or tag == "time":
            self._flush(same_line=True)

    def _emit(self, unit: Unit) -> None:
        """Add a unit to the innermost open cell, or to the page."""
        if not self.rows:
            self.page.units.append(unit)
            return
        if not self.rows[-1]:
            self.rows[-1].append([])
        self.rows[-1][-1].append(unit)

    def handle_data(self, data: str) -> None:
        top = self.stack[-1]
        if top.tag == "title" and not self.page.title:
            self.page.title = " ".join(data.split())
        if top.tag == "script" and self.script and len(self.page.scripts) < 20:
            self.page.scripts.append(data)
        if top.hidden or top.tag == "title":
            return
        if self.beside and data[:1].isupper() and self.line.text[-1:].islower():
            # Two elements that a style sheet sets apart: "<span>Nom</span><span>Publié ...".
            self.line.add(" ")
        self.beside = False
        self.line.add(data)

    def _flush(self, *, same_line: bool = False, fresh: bool = True) -> None:
        """End the unit under construction; `same_line` when the next goes on beside it."""
        top = self.stack[-1]
        unit = self.line.unit(role=top.role, reason=top.reason, level=top.level)
        self.line = self.line.continued()
        if unit is not None:
            gap = -1 if self.goes_on else int(self.fresh)
            self._emit(replace(unit, gap=gap))
            self.goes_on, self.fresh = same_line, False
        elif not same_line:
            self.goes_on = False
        self.fresh = self.fresh or (fresh and not same_line)


def _row_units(row: list[list[Unit]]) -> list[Unit]:
    """One unit for a row of figures; the units of its cells where the table is a layout."""
    cells = [cell for cell in row if cell]
    flat = [unit for cell in cells for unit in cell]
    plain = all(u.role in {Role.NONE, Role.LIST_ITEM} and not is_body(u.text) for u in flat)
    if len(cells) < 2 or len(flat) != len(cells) or not plain:
        return flat
    parts: list[Inline] = []
    at = 0
    for unit in flat:
        parts += [
            replace(one, span=Span(start=one.span.start + at, end=one.span.end + at))
            for one in unit.inlines
        ]
        at += len(unit.text) + 1
    text = "\t".join(unit.text for unit in flat)
    linked = sum(unit.linked for unit in flat) / len(flat)
    return [Unit(text=text, role=Role.TABLE_ROW, linked=linked, inlines=tuple(parts))]


def parse_page(text: str) -> Page:
    """Walk a page; return its units, meta elements and JSON-LD scripts.

    Class names are believed as far as they leave most of the running text in the article: a
    wrapper called "page-with-sidebar" must not make the page a sidebar.
    """
    for trust in (Trust.PARTS, Trust.WHOLE_NAMES):
        page = _walk(text, trust)
        if _keeps_text(page):
            return page
    return _walk(text, Trust.NONE)


def _keeps_text(page: Page) -> bool:
    running = kept = 0
    for unit in page.units:
        if is_body(unit.text):
            running += len(unit.text)
            kept += len(unit.text) if unit.role is not Role.BOILERPLATE else 0
    return 2 * kept >= running


def _walk(text: str, trust: Trust) -> Page:
    reader = _Reader(trust)
    reader.feed(text)
    reader.close()
    while len(reader.stack) > 1:
        reader.handle_endtag(reader.stack[-1].tag)
    reader._flush()  # noqa: SLF001  the reader is ours
    return reader.page
