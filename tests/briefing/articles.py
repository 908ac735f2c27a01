"""Invented articles with an English side, as pages: one event in two papers, one in a third."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from tests.rendering.factory import Part, build, mention, paragraph
from translate.pages import Page, read_page
from translate.rendering import to_markdown
from translate.values import BilingualDocument, BlockKind, Finding, Level

_DATA = json.loads((Path(__file__).parent / "data" / "articles.json").read_text(encoding="utf-8"))


def _parts(name: str) -> tuple[Part, ...]:
    return tuple(
        paragraph(*map(tuple, part["pairs"]), kind=BlockKind(part["kind"])) for part in _DATA[name]
    )


WIRE, DAILY, VOTE = _parts("wire"), _parts("daily"), _parts("vote")


def document(
    parts: tuple[Part, ...], source: str, outlet: str = "", date: dt.date | None = None, **more: Any
) -> BilingualDocument:
    """Return an article with its English; its digest is made from its name."""
    title = parts[0].pairs[0][0] if parts and parts[0].pairs else ""
    fields = {
        "source": source,
        "digest": source.encode().hex().ljust(64, "0"),
        "outlet": outlet,
        "published": date,
        "title": title,
    }
    return build(*parts, article=fields, **more)


def page(
    parts: tuple[Part, ...],
    source: str,
    outlet: str = "",
    date: dt.date | None = None,
    *,
    href: str | None = None,
    **more: Any,
) -> Page:
    """Return a page as read back; its link is its name unless `href` says otherwise."""
    text = to_markdown(document(parts, source, outlet, date, **more))
    return read_page(text, href=source.replace(".txt", ".md") if href is None else href)


def wire(parts: tuple[Part, ...] = WIRE) -> Page:
    """The first report, with a warning about one sentence."""
    doubt = Finding(rule="number", level=Level.WARNING, segment="s3", message="look at the four")
    return page(parts, "depeche.txt", "Agence du Littoral", dt.date(2025, 3, 3), findings=(doubt,))


def daily() -> Page:
    """The report of the next day; "M. Quernec" is the mayor."""
    bare = document(DAILY, "quotidien.txt")
    mentions = (
        mention(bare, "s2", "Louis Quernec", "Louis Quernec", "Louis Quernec"),
        mention(bare, "s5", "M. Quernec", "Mr. Quernec", "Louis Quernec"),
    )
    return page(DAILY, "quotidien.txt", "Le Quotidien", dt.date(2025, 3, 4), mentions=mentions)


def vote() -> Page:
    """A report on something else, without outlet or date."""
    return page(VOTE, "ostravie.txt")
