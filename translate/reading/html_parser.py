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
from translate.values import InlineKind

_MARKS = {
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
    "a": InlineKind.LINK,
    "code": InlineKind.CODE,
}
_INVISIBLE_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
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
        self.cells: list[InlineText] | None = None
        self.script = ""

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
            self.cells = []
        if tag in _MARKS and not hidden:
            self.line.open(_MARKS[tag], values.get("href", ""))
        self.script = "ld" if tag == "script" and "ld+json" in values.get("type", "") else ""

    def _void(self, tag: str) -> None:
        if tag in {"br", "hr"}:
            if self.cells is not None:
                self.line.add(" ")
            else:
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
        if tag in {"td", "th"} and self.cells is not None:
            self.cells.append(self.line)
            self.line = self.line.continued()
        elif tag == "tr":
            self._close_row(closed)
        elif tag not in word_set("inline"):
            self._flush()
        elif closed.own or tag == "time":
            self._flush(same_line=True)

    def _close_row(self, closed: _Open) -> None:
        joined = InlineText()
        for cell in [*(self.cells or []), self.line]:
            if joined.text and cell.text.strip():
                joined.add("\t")
            joined.extend(cell)
        self.cells = None
        self.line = InlineText()
        role = closed.role or Role.TABLE_ROW
        unit = joined.unit(role=role, reason=closed.reason, gap=0)
        if unit is not None and not closed.hidden:
            self.page.units.append(unit)

    def handle_data(self, data: str) -> None:
        top = self.stack[-1]
        if top.tag == "title" and not self.page.title:
            self.page.title = " ".join(data.split())
        if top.tag == "script" and self.script and len(self.page.scripts) < 20:
            self.page.scripts.append(data)
        if top.hidden or top.tag == "title":
            return
        self.line.add(data)

    def _flush(self, *, same_line: bool = False, fresh: bool = True) -> None:
        """End the unit under construction; `same_line` when the next goes on beside it."""
        if self.cells is not None:
            self.line.add(" ")
            return
        top = self.stack[-1]
        unit = self.line.unit(role=top.role, reason=top.reason, level=top.level)
        self.line = self.line.continued()
        if unit is not None:
            gap = -1 if self.goes_on else int(self.fresh)
            self.page.units.append(replace(unit, gap=gap))
            self.goes_on, self.fresh = same_line, False
        elif not same_line:
            self.goes_on = False
        self.fresh = self.fresh or (fresh and not same_line)


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
