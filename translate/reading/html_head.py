"""Metadata of an HTML page: meta elements and JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from translate.reading.dates import find_date
from translate.reading.html_parser import Page
from translate.reading.metadata import Meta

_ARTICLE_TYPES = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "OpinionNewsArticle",
    "LiveBlogPosting",
}


def page_meta(page: Page) -> Meta:
    """Read outlet, address, author and date of publication from a page's head."""
    metas = page.metas
    linked = _linked_data(page.scripts)
    published = (
        find_date(metas.get("article:published_time", "").replace("T", " ")) or linked.published
    )
    return Meta(
        outlet=metas.get("og:site_name", "") or linked.outlet,
        url=metas.get("canonical", "") or metas.get("og:url", ""),
        author=linked.author or metas.get("author", ""),
        published=published or find_date(metas.get("date", "").replace("T", " ")),
    )


def _linked_data(scripts: list[str]) -> Meta:
    for script in scripts:
        try:
            loaded = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(loaded):
            kind = item.get("@type")
            if kind in _ARTICLE_TYPES or (
                isinstance(kind, list) and _ARTICLE_TYPES & {str(k) for k in kind}
            ):
                return Meta(
                    outlet=_names(item.get("publisher")),
                    author=_names(item.get("author")),
                    published=find_date(str(item.get("datePublished", "")).replace("T", " ")),
                )
    return Meta()


def _items(loaded: Any) -> Iterator[dict[str, Any]]:
    for item in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (one for one in graph if isinstance(one, dict))


def _names(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or "")
    if isinstance(value, list):
        return ", ".join(name for name in map(_names, value) if name)
    return value if isinstance(value, str) and not value.startswith("http") else ""
