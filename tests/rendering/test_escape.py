"""Escaping: any text comes out of a real parser as that text."""

from __future__ import annotations

import pytest
from hypothesis import given

from translate.rendering.escape import clean, escape, escape_line, safe_href

from .pages import PARSERS, foreign, squeeze, tree
from .strategies import HOSTILE, texts

each_parser = pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)


@each_parser
@given(left=texts, right=texts)
def test_cells_survive(parser, left, right):
    """A table row has two cells with the two texts, whatever they hold."""
    root = tree(f"| a | b |\n| - | - |\n| {escape(left)} | {escape(right)} |\n", parser)
    cells = [cell.text_content() for cell in root.iter("td")]
    assert [squeeze(cell) for cell in cells] == [squeeze(left), squeeze(right)]
    assert not foreign(root)


@each_parser
@given(text=texts)
def test_lines_survive(parser, text):
    """A text that opens a line stays one paragraph of that text."""
    root = tree(f"x\n\n{escape_line(text)}\n", parser)  # a page never starts with a text
    assert squeeze(root.text_content()) == squeeze(f"x{text}")
    assert {element.tag for element in root.iter()} <= {"html", "body", "p", "br", "span", "a"}


@each_parser
@given(before=texts, after=texts)
def test_neighbours_of_a_footnote_mark(parser, before, after):
    """A footnote mark and a link between two texts stay what they are."""
    page = f"x{escape(before)}[^n1]{escape(after)} [⚠](#f1){escape(after)}\n\n[^n1]: note\n"
    root = tree(page, parser)
    assert len(root.xpath("//p/sup/a | //p/sup[a]/a")) == 1
    assert len(root.xpath("//a[@href='#f1']")) == 1
    paragraph = root.find(".//p")
    for mark in paragraph.findall("sup"):
        mark.drop_tree()
    assert squeeze(paragraph.text_content()) == squeeze(f"x{before}{after}⚠{after}")


@each_parser
@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_text_in_a_heading(parser, text):
    """Every text of the list survives in a heading, in a list item and in a quotation."""
    root = tree(f"# {escape(text)} a\n\n- {escape_line(text)}\n\n> {escape_line(text)}b\n", parser)
    shown = [root.find(f".//{tag}").text_content() for tag in ("h1", "li", "blockquote")]
    assert [squeeze(item) for item in shown] == [
        squeeze(f"{text}a"),
        squeeze(text),
        squeeze(text + "b"),
    ]


def test_addresses_are_not_linked_by_github():
    """GitHub links bare addresses before it reads escapes: "a\\_b" would show its backslash."""
    root = tree(escape("voir https://a.example/b_c et www.a.example/d_e"), PARSERS["cmark-gfm"])
    assert not list(root.iter("a"))
    assert root.text_content().strip() == "voir https://a.example/b_c et www.a.example/d_e"


def test_dollars_make_no_mathematics():
    """Each dollar sign stands alone in a span, as GitHub's documentation asks."""
    assert escape("5$ ou 6$") == "5<span>$</span> ou 6<span>$</span>"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\u2028c\x85d", "a\nb\nc\nd"),
        ("a\x00b\x1bc\x7fd\ud800", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("\u202eabc\u202c\u2067d\u2069", "abcd"),
        ("\u200eLRM\u200f\u061c", "\u200eLRM\u200f\u061c"),
        ("12\u202f%\u00a0!", "12\u202f%\u00a0!"),
    ],
)
def test_clean(raw, cleaned):
    """Line ends are folded, control characters replaced, open-ended direction marks dropped."""
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/b_c(d)?e=1&f=é|g", "https://a.example/b_c%28d%29?e=1&f=%C3%A9%7Cg"),
        (" mailto:a@b.example\n", "mailto:a@b.example"),
        ("HTTP://a.example/%20", "HTTP://a.example/%20"),
        ("https://a.example/?a=1&copy;b", "https://a.example/?a=1&copy%3Bb"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("http://[a", ""),
        ("", ""),
    ],
)
def test_safe_href(url, href):
    """Only web and mail addresses become links, and nothing in them ends the link."""
    assert safe_href(url) == href
