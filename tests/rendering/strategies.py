"""Hostile texts and documents for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from translate.values import Block, BlockKind, Inline, InlineKind, Span

from .factory import Part, build

HOSTILE = (
    "| --- | --- |", "\\", "\\|", "``", "```\ncode", "<script>alert(1)</script>", "</details>",
    "<!-- ", "--> ", "<![CDATA[", "<?php ", "&lt;", "&amp;", "&#124;", "**gras**", "__x__", "~~x~~",
    "[^n1]", "[^n1]: x", "[x]: http://a.b", "[x](javascript:alert(1))", "![", "](http://a.b)",
    "!", "^",
    "# ", "- ", "+ ", "1. ", "12) ", "> ", "===", "---", ":::", ":--", "    ", "\t", "\n\n", "\r\n",
    "https://a.b/c_d_e?x=1&y=2", "www.a_b.fr", "WWW.a.fr", "a.b_c@d.fr", "mailto:a@b.fr", "$x$",
    "$$", "$`x`$", "{.class}", "<https://a.b>", "<a@b.fr>", "@nom", "#12", ":smile:", "\u202e",
    "\u2067", "\u200f", "\u200b", "\ufeff", "\x00", "\x1b[31m", "\x85", "\u2028", "\ud800", "&",
    "« ", " »", "’", "\u00a0", "\u202f", "l’État", "<", ">", "(", ")", "[", "]", ": ", '"', "'",
)  # fmt: skip

texts = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=4), st.just("mot")), max_size=8
).map("".join)

_kinds = st.sampled_from(list(BlockKind))
_markers = st.sampled_from(["", "-", "*", "1.", "a)", "|", "<b>"])


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """One block of any kind with hostile text."""
    kind = draw(_kinds)
    block = Block(kind=kind, text="", span=Span(start=0, end=0))
    if not block.translated:
        return Part(kind, text=draw(texts), reason=draw(texts))
    pairs = draw(st.lists(st.tuples(texts, texts), min_size=1, max_size=3))
    gap = draw(st.sampled_from([" ", "", "\n"]))
    level = draw(st.integers(0, 6))
    return Part(kind, pairs=pairs, level=level, marker=draw(_markers), gap=gap)


@st.composite
def documents(draw: st.DrawFn):
    """A document with hostile texts and inline markup anywhere."""
    drawn = draw(st.lists(parts(), min_size=1, max_size=5))
    length = len(build(*drawn).article.text)
    edges = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    hrefs = st.one_of(texts, texts.map("https://a.b/".__add__), st.just("javascript:alert(1)"))
    inlines = st.builds(
        lambda kind, edge, href: Inline(
            kind=kind,
            span=Span(start=edge[0], end=edge[1]),
            href=href if kind is InlineKind.LINK else "",
        ),
        st.sampled_from(list(InlineKind)),
        edges,
        hrefs,
    )
    article = {
        "inlines": tuple(draw(st.lists(inlines, max_size=4))),
        "title": draw(texts),
        "outlet": draw(texts),
        "author": draw(texts),
        "url": draw(hrefs),
        "notes": tuple(draw(st.lists(texts, max_size=2))),
    }
    return build(*drawn, article=article)
