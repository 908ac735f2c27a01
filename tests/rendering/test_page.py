"""The whole page: what goes in comes out, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from translate.rendering import to_markdown
from translate.values import BlockKind

from .factory import build, left_out, paragraph, sample
from .pages import PARSERS, foreign, french, omitted, squeeze, text_tables, tree
from .strategies import documents

GOLDEN = Path(__file__).parent / "golden"
each_parser = pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)


def source_blocks(document):
    """French texts of the translated blocks (headline first) and of the omitted ones."""
    blocks = [block for block in document.article.blocks if block.translated]
    title = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    ordered = [title, *(block for block in blocks if block is not title)] if title else blocks
    rest = [block for block in document.article.blocks if not block.translated]
    return [block.text for block in ordered], [block.text for block in rest if block.text.strip()]


def check_rebuild(document, parser):
    """The French of the page and its omitted parts are the article, but for blanks."""
    translated, rest = source_blocks(document)
    has_title = any(block.kind is BlockKind.TITLE for block in document.article.blocks)
    root = tree(to_markdown(document), parser)
    assert list(map(squeeze, french(root, headline=has_title))) == list(map(squeeze, translated))
    assert list(map(squeeze, omitted(root))) == list(map(squeeze, rest))
    everything = "".join(map(squeeze, [*translated, *rest]))
    assert sorted(everything) == sorted(squeeze(document.article.text))
    return root


def test_golden():
    """The sample page reads as committed (python -m tests.rendering.update_golden renews it)."""
    assert to_markdown(sample()) == (GOLDEN / "sample.md").read_text(encoding="utf-8")


@each_parser
def test_sample_holds_its_source(parser):
    """The sample article can be rebuilt from its page."""
    check_rebuild(sample(), parser)


@each_parser
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=documents())
def test_any_page_holds_its_source(parser, document):
    """Any article can be rebuilt from its page; tables stay whole; no markup leaks in."""
    root = check_rebuild(document, parser)
    assert not foreign(root)
    for table in text_tables(root):
        assert {len(row) for row in table.iter("tr")} == {2}
    assert len(root.xpath("//details")) <= 1


@each_parser
def test_links_lead_somewhere(parser):
    """Every link within the sample page has its anchor, and every sentence has one."""
    root = tree(to_markdown(sample()), parser)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href[0] == "#"} <= set(ids)
    assert {segment.id for segment in sample().segments} <= set(ids)


def test_headline_only_where_the_source_has_one():
    """An article without a title block gets no headline, even if its title is known."""
    page = to_markdown(build(paragraph(("Oui.", "Yes.")), article={"title": "Sans titre"}))
    assert "\n# " not in page
    assert 'title: "Sans titre"' in page


def test_second_title_is_a_heading():
    """Only the first title is the headline."""
    title = paragraph(("Un", "One"), kind=BlockKind.TITLE)
    page = to_markdown(build(title, paragraph(("Deux", "Two"), kind=BlockKind.TITLE)))
    assert '# <a id="s1"></a>One\n\n*(Un)*' in page
    assert '### <a id="s2"></a>Two *(Deux)*' in page


@pytest.mark.parametrize(("level", "marks"), [(0, "###"), (2, "###"), (3, "####"), (6, "######")])
def test_headings_stand_below_the_pages_own(level, marks):
    """The article's headings keep their order of rank under the page's second level."""
    page = to_markdown(build(paragraph(("Un", "One"), kind=BlockKind.HEADING, level=level)))
    assert f'\n{marks} <a id="s1"></a>One *(Un)*\n' in page


def test_nothing_translated():
    """A page without any sentence says so."""
    page = to_markdown(build(left_out(BlockKind.BOILERPLATE, "Lire aussi", "link box")))
    assert "No sentence of the source was translated." in page
    assert "| boilerplate | link box | at the end | Lire aussi |" in page


def test_line_breaks_between_sentences_are_kept():
    """Where the source breaks the line between two sentences, both cells do."""
    page = to_markdown(build(paragraph(("Un.", "One."), ("Deux.", "Two."), gap="\n")))
    assert "Un.<br>" in page
    assert "One.<br>" in page


def test_list_marks():
    """Numbers are shown as written, dashes as bullets, and nothing twice."""
    item = BlockKind.LIST_ITEM
    page = to_markdown(
        build(
            paragraph(("un", "one"), kind=item, marker="-"),
            paragraph(("deux", "two"), kind=item, marker="2."),
            paragraph(("- trois", "- three"), kind=item, marker="-"),
        )
    )
    assert "<sub>1</sub>\u00a0<b>•</b>\u00a0one |" in page
    assert "<sub>2</sub>\u00a0<b>2.</b>\u00a0two |" in page
    assert "<sub>3</sub>\u00a0- three |" in page
