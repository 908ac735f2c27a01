"""The source's inline markup (emphasis, links, ...) laid over sentences as HTML tags.

Tags rather than Markdown delimiters: these depend on the characters around them, tags do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape as escape_attribute
from itertools import pairwise

from translate.rendering.escape import escape, safe_href
from translate.values import Article, Inline, InlineKind, Segment, Span

#: From the outside in.
_TAGS = {
    InlineKind.LINK: "a",
    InlineKind.STRONG: "strong",
    InlineKind.EMPHASIS: "em",
    InlineKind.CODE: "code",
}


def flatten(article: Article) -> dict[InlineKind, list[Inline]]:
    """Return the article's inline markup by kind, in order and without overlaps in a kind.

    Overlapping emphasis is one emphasis; a link inside a link is dropped, as is one whose address
    cannot be shown.
    """
    flat: dict[InlineKind, list[Inline]] = {kind: [] for kind in _TAGS}
    for inline in sorted(article.inlines, key=lambda item: (item.span.start, -item.span.end)):
        if inline.kind is InlineKind.LINK and not safe_href(inline.href):
            continue
        known = flat[inline.kind]
        if not known or known[-1].span.end <= inline.span.start:
            known.append(inline)
        elif inline.kind is not InlineKind.LINK and known[-1].span.end < inline.span.end:
            span = Span(start=known[-1].span.start, end=inline.span.end)
            known[-1] = Inline(kind=inline.kind, span=span)
    return flat


def within(flat: Mapping[InlineKind, list[Inline]], segment: Segment) -> list[Inline]:
    """Return what covers part of `segment`, spans in the segment's own offsets."""
    low, high = segment.span.start, segment.span.end
    found = []
    for inlines in flat.values():
        at = bisect_right(inlines, low, key=lambda item: item.span.end)
        while at < len(inlines) and inlines[at].span.start < high:
            span = inlines[at].span
            clipped = Span(start=max(span.start, low) - low, end=min(span.end, high) - low)
            found.append(Inline(kind=inlines[at].kind, span=clipped, href=inlines[at].href))
            at += 1
    return found


def covering(inlines: Iterable[Inline], text: str) -> list[Inline]:
    """Return what covers all of `text`: only that can be carried over to its translation."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [item for item in inlines if item.span.start <= start and end <= item.span.end]


def dress(text: str, inlines: Iterable[Inline]) -> str:
    """Return `text` escaped, with its inline markup (as `within` gives it) as tags."""
    opening, closing = defaultdict[int, list[Inline]](list), defaultdict[int, list[Inline]](list)
    for item in inlines:
        opening[item.span.start].append(item)
        closing[item.span.end].append(item)
    cuts = sorted({0, len(text), *opening, *closing})
    active: dict[InlineKind, Inline] = {}
    pieces = []
    for start, end in pairwise(cuts):
        for item in closing[start]:
            active.pop(item.kind, None)
        active.update((item.kind, item) for item in opening[start])
        pieces.append(wrap(escape(text[start:end]), active.values()))
    return "".join(pieces)


def wrap(markdown: str, inlines: Iterable[Inline]) -> str:
    """Return inline Markdown inside the tags of `inlines`; blank Markdown stays bare."""
    if not markdown.strip():
        return markdown
    by_kind = {item.kind: item for item in inlines}
    for kind, tag in reversed(_TAGS.items()):
        if kind in by_kind:
            href = by_kind[kind].href
            link = f' href="{escape_attribute(safe_href(href))}"' if href else ""
            markdown = f"<{tag}{link}>{markdown}</{tag}>"
    return markdown
