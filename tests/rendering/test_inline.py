"""Inline markup of the source in both languages."""

from __future__ import annotations

from dataclasses import replace

from translate.rendering import to_markdown
from translate.rendering.inline import dress, flatten, within
from translate.values import BlockKind, Inline, InlineKind, Span

from .factory import build, paragraph, span_in

PARTS = (paragraph(("Un beau jour.", "One day."), ("Puis rien.", "Then nothing.")),)


def page(*marks):
    """A page whose source has these marks: kind, marked text, address."""
    text = build(*PARTS).article.text
    inlines = tuple(
        Inline(kind=kind, span=span_in(text, marked), href=href) for kind, marked, href in marks
    )
    return to_markdown(build(*PARTS, article={"inlines": inlines}))


def test_part_of_a_sentence_is_marked_left_only():
    """Nobody knows which English words an emphasis inside a sentence falls on."""
    shown = page((InlineKind.EMPHASIS, "beau", ""))
    assert "Un <em>beau</em> jour." in shown
    assert "</sub>\u00a0One day." in shown


def test_whole_sentences_keep_their_markup():
    """Markup over whole sentences stands in both languages, sentence by sentence."""
    shown = page((InlineKind.STRONG, "Un beau jour. Puis rien.", ""))
    for text in ("Un beau jour.", "Puis rien.", "One day.", "Then nothing."):
        assert f"<strong>{text}</strong>" in shown


def test_a_standfirst_is_strong_once():
    """A standfirst that is bold in the source is not set strong twice."""
    parts = [replace(PARTS[0], kind=BlockKind.STANDFIRST), PARTS[0]]
    text = build(*parts).article.text
    inlines = (Inline(kind=InlineKind.STRONG, span=Span(start=0, end=len("Un beau jour."))),)
    shown = to_markdown(build(*parts, article={"inlines": inlines}))
    assert text.startswith("Un beau jour.")
    assert "<strong>Un beau jour.</strong>" in shown
    assert "<strong><strong>" not in shown


def test_links_keep_safe_addresses_only():
    """A web link is a link in both languages, a script is none."""
    shown = page((InlineKind.LINK, "Puis rien.", 'https://a.example/"b"?x=1&y=2'))
    href = "https://a.example/%22b%22?x=1&amp;y=2"
    assert f'<a href="{href}">Puis rien.</a>' in shown
    assert f'<a href="{href}">Then nothing.</a>' in shown
    assert "javascript" not in page((InlineKind.LINK, "Puis rien.", "javascript:alert(1)"))


def test_nesting_is_kept_in_one_order():
    """Kinds that cross are opened and closed in order."""
    text = "un deux trois"
    marks = [
        Inline(kind=InlineKind.CODE, span=Span(start=0, end=7)),
        Inline(kind=InlineKind.STRONG, span=Span(start=3, end=13)),
    ]
    assert dress(text, marks) == (
        "<code>un </code><strong><code>deux</code></strong><strong> trois</strong>"
    )


def test_overlaps_of_one_kind_are_one():
    """Overlapping emphasis is one emphasis; a link in a link is dropped."""
    emphasis, link = InlineKind.EMPHASIS, InlineKind.LINK
    inlines = (
        Inline(kind=emphasis, span=Span(start=0, end=5)),
        Inline(kind=emphasis, span=Span(start=3, end=8)),
        Inline(kind=link, span=Span(start=0, end=9), href="https://a.example"),
        Inline(kind=link, span=Span(start=2, end=4), href="https://b.example"),
    )
    document = build(paragraph(("Un beau jour.", "One day.")), article={"inlines": inlines})
    flat = flatten(document.article)
    assert [(item.span.start, item.span.end) for item in flat[emphasis]] == [(0, 8)]
    assert [item.href for item in flat[link]] == ["https://a.example"]


def test_markup_over_several_sentences_is_cut_to_each():
    """Spans are given in the sentence's own offsets."""
    document = build(
        paragraph(("Un.", "One."), ("Deux.", "Two."), ("Trois.", "Three.")),
        article={"inlines": (Inline(kind=InlineKind.STRONG, span=Span(start=1, end=6)),)},
    )
    flat = flatten(document.article)
    spans = [[(i.span.start, i.span.end) for i in within(flat, s)] for s in document.segments]
    assert spans == [[(1, 3)], [(0, 2)], []]


def test_many_marks_take_linear_time():
    """Fifty thousand marks in one sentence are one pass."""
    text = "a" * 50_000
    marks = tuple(
        Inline(kind=InlineKind.EMPHASIS, span=Span(start=at, end=at + 1)) for at in range(50_000)
    )
    document = build(paragraph((text, "a")), article={"inlines": marks})
    assert to_markdown(document).count("<em>a</em>") == 50_000
