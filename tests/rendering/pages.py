"""Pages as readers see them: Markdown through real parsers, then the tree of the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import html
from lxml.etree import Comment
from lxml.html import HtmlElement
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from translate.rendering.escape import clean

#: All that may reach a page; anything else came out of the source.
TAGS = {
    "html", "body", "div", "section", "hr", "p", "h1", "h2", "h3", "h4", "h5", "h6", "table",
    "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "blockquote", "details", "summary", "a",
    "sub", "sup", "b", "strong", "em", "code", "span", "br",
}  # fmt: skip
ATTRIBUTES = {"id", "href", "class", "align", "style", "aria-label", "aria-describedby"}


def markdown_it(page: str) -> str:
    """HTML by markdown-it-py with tables, strikethrough, footnotes and front matter."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(front_matter_plugin).render(page)


def cmark_gfm(page: str) -> str:
    """HTML by GitHub's own parser with all its extensions."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return cmarkgfm.github_flavored_markdown_to_html(body, options)


PARSERS: dict[str, Callable[[str], str]] = {"markdown-it": markdown_it, "cmark-gfm": cmark_gfm}


def tree(page: str, parser: Callable[[str], str]) -> HtmlElement:
    """The HTML tree of a Markdown page."""
    return html.document_fromstring(f"<!doctype html><body>{parser(page)}</body>")


def squeeze(text: str) -> str:
    """`text` as a page can show it, without blanks."""
    return "".join(clean(text).split())


#: The one comment that a page has: how the English of each sentence was written.
OWN_COMMENT = r" visavis-sentences\n(?:s\d+:[0-9a-f]{8}(?:\.[0-9a-f]{8})?[ \n])+"


def foreign(root: HtmlElement) -> list[str]:
    """Elements, attributes and addresses that the renderer never writes.

    GitHub links mail addresses wherever they stand: that is no harm.
    """
    found = []
    for element in root.iter():
        if element.tag is Comment and re.fullmatch(OWN_COMMENT, element.text):
            continue
        if not isinstance(element.tag, str) or element.tag not in TAGS:
            found.append(str(element.tag))
            continue
        found += [f"{element.tag} {name}" for name in set(element.attrib) - ATTRIBUTES]
        href = element.get("href", "#")
        mail = "@" in href and href.removeprefix("mailto:") in element.text_content()
        if not mail and not href.startswith(("#", "http://", "https://", "mailto:")):
            found.append(href)
    return found


def text_tables(root: HtmlElement) -> list[HtmlElement]:
    """The two-column tables of the body."""
    return [table for table in root.iter("table") if _head(table) == ["French", "English"]]


def french(root: HtmlElement, *, headline: bool) -> list[str]:
    """The French of the page, block by block, without what the renderer adds."""
    blocks = []
    if headline:
        blocks.append(_inside_brackets(root.xpath("//h1/following-sibling::p[1]/em")[0]))
    tables = text_tables(root)
    for element in root.iter("h3", "h4", "h5", "h6", "table"):
        if element.tag != "table":
            blocks.append(_inside_brackets(element.findall("em")[-1]))
        elif element in tables:
            blocks += [_source_text(row.findall("td")[0]) for row in element.iterfind("tbody/tr")]
    return blocks


def omitted(root: HtmlElement) -> list[str]:
    """The French of the parts that were not translated."""
    return [cell.text_content() for cell in root.xpath("//details//tbody/tr/td[last()]")]


def _head(table: HtmlElement) -> list[str]:
    """The column names of a table."""
    return [cell.text_content() for cell in table.iterfind("thead/tr/th")]


def _inside_brackets(element: HtmlElement) -> str:
    """The French of a heading."""
    text = element.text_content()
    assert text[0] == "("
    assert text[-1] == ")"
    return text[1:-1]


def _source_text(cell: HtmlElement) -> str:
    """A French cell without sentence numbers and list marks."""
    for added in [*cell.iter("sub", "b")]:
        added.drop_tree()
    return cell.text_content()
