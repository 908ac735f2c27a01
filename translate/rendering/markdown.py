"""One page of GitHub-flavoured Markdown, French and English side by side."""

from __future__ import annotations

from translate.pages.body import read_body
from translate.pages.fingerprints import written_fingerprints
from translate.rendering import sections
from translate.rendering.annotations import annotate
from translate.rendering.frontmatter import with_front_matter
from translate.rendering.rows import body, headline, pairs_by_block
from translate.values import BilingualDocument, BlockKind

_NO_HEADLINE = -1


def to_markdown(document: BilingualDocument) -> str:
    """Return the page; the same document gives the same page, byte for byte."""
    annotations = annotate(document)
    pairs = pairs_by_block(document, annotations)
    title = next(
        (
            index
            for index, block in enumerate(document.article.blocks)
            if block.kind is BlockKind.TITLE and index in pairs
        ),
        _NO_HEADLINE,
    )
    parts = [
        headline(pairs[title]) if title != _NO_HEADLINE else "",
        sections.source_line(document),
        sections.banner(document),
        sections.summary(document),
        "## Article",
        body(document, pairs, skip=title) or "No sentence of the source was translated.",
        sections.names_and_terms(document),
        sections.findings(document),
        sections.reading_notes(document),
        sections.omitted(document),
        sections.footnotes(annotations.notes),
    ]
    page = "\n\n".join(filter(None, parts))
    comment = written_fingerprints(read_body(page.split("\n")).rows)
    return with_front_matter(document, f"{page}\n\n{comment}")
