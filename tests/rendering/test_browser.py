"""The page in a real browser: links lead to their anchors and nothing of the source runs."""

from __future__ import annotations

import subprocess

import pytest
from lxml import html

from translate.rendering import to_markdown
from translate.values import Inline, InlineKind, Span

from .factory import build, left_out, paragraph, sample
from .pages import PARSERS, markdown_it
from .strategies import HOSTILE

SCRIPT = "<script>document.title='RAN'</script><img src=x onerror=\"document.title='RAN'\">"

#: Says in the title which links have no target, once the page stands.
CHECK = """
<script>
const lost = [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href'))
  .filter(href => !document.getElementById(href.slice(1)));
const foreign = document.querySelectorAll('body script, img, iframe, [onerror]').length - 1;
document.title += ` lost:${lost.length} foreign:${foreign}`;
</script>
"""


def loaded(body, tmp_path):
    """The page as the browser has it after its scripts ran."""
    path = tmp_path / "page.html"
    page = f"<!doctype html><meta charset=utf-8><title>quiet</title><body>{body}{CHECK}"
    path.write_text(page, encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return html.document_fromstring(done.stdout.decode("utf-8"))


@pytest.mark.browser
def test_links_of_the_sample(tmp_path):
    """Every link of the sample page has its target in the browser's own tree."""
    root = loaded(markdown_it(to_markdown(sample())), tmp_path)
    assert root.findtext(".//title") == "quiet lost:0 foreign:0"
    assert len(root.xpath("//a[starts-with(@href, '#s')]")) > 10


@pytest.mark.browser
@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
def test_nothing_of_the_source_runs(parser, tmp_path):
    """Scripts in every place a source can put them stay text."""
    texts = [SCRIPT, *(text + SCRIPT for text in HOSTILE)]
    length = len(SCRIPT)
    link = Inline(
        kind=InlineKind.LINK, span=Span(start=0, end=length), href="javascript:document.title='RAN'"
    )
    document = build(
        *(paragraph((text, text)) for text in texts),
        left_out(paragraph().kind.BOILERPLATE, f"</details>{SCRIPT}", SCRIPT),
        article={"title": SCRIPT, "outlet": SCRIPT, "author": SCRIPT, "inlines": (link,)},
    )
    root = loaded(parser(to_markdown(document)), tmp_path)
    assert root.findtext(".//title") == "quiet lost:0 foreign:0"
    assert root.text_content().count("onerror") >= 2 * len(texts)
