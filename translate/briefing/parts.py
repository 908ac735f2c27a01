"""Inline pieces of a briefing as Markdown: links, sources, quotations, small print."""

from __future__ import annotations

from urllib.parse import quote as quote_url

from translate.briefing.dates import written
from translate.briefing.values import Quote, Term
from translate.rendering.escape import escape, guard

_NBSP = "\N{NO-BREAK SPACE}"
_DOUBT = f"{_NBSP}[⚠](#findings)"
#: Nothing that could close a Markdown link.
_PATH_SAFE = "/-._~"


def address(href: str, anchor: str = "") -> str:
    """Return a link target: a relative page and an anchor in it."""
    return quote_url(href, safe=_PATH_SAFE) + (f"#{anchor}" if anchor else "")


def places(quote: Quote) -> str:
    """Return the sentences of a quotation as links to their page, or as plain numbers."""
    numbers = [(segment.removeprefix("s"), segment) for segment in quote.segments]
    if not quote.href:
        return f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(n for n, _ in numbers)}"
    return ", ".join(f"[{n}]({address(quote.href, segment)})" for n, segment in numbers)


def source(quote: Quote) -> str:
    """Return "**Outlet**, 3 March 2025, [2](page.md#s2)"."""
    return f"**{escape(quote.label)}**, {written(quote.date)}, {places(quote)}"


def english(quote: Quote) -> str:
    """Return the English of a quotation, with the mark of doubt where a check warns."""
    return " ".join(
        (escape(text.strip()) or "\\[not translated\\]") + (_DOUBT if doubt else "")
        for text, doubt in quote.sentences
    )


def french(quote: Quote) -> str:
    """Return the French of a quotation."""
    return escape(quote.french.strip())


def bullet(quote: Quote, before: str = "") -> str:
    """Return a list item: what goes before, the English, its source, and the French below."""
    return f"- {guard(before + english(quote))} ({source(quote)})<br><em>{french(quote)}</em>"


def term(term_: Term) -> str:
    """Return a term; one that is French only is set in italics."""
    return f"<em>{escape(term_.text)}</em>" if term_.french else escape(term_.text)


def row(*cells: str) -> str:
    """Return a table row of ready Markdown."""
    return f"| {' | '.join(cells)} |"


def table(*heads: str) -> list[str]:
    """Return the head of a table."""
    return [row(*heads), row(*(":---" for _ in heads))]


def plural(count: int, noun: str) -> str:
    """Return "1 article", "3 articles"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
