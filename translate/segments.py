"""From blocks to segments: every translated block is cut into sentences, nothing else is."""

from __future__ import annotations

from translate.segmentation import split
from translate.values import Article, BlockKind, Segment, Span

#: Blocks that are one unit even when a full stop stands inside.
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE_ROW})


def segment(article: Article) -> tuple[Segment, ...]:
    """Return the segments of `article` in reading order, with ids "s1", "s2", ..."""
    segments: list[Segment] = []
    for index, block in enumerate(article.blocks):
        if not block.translated:
            continue
        start = block.span.start
        spans = [Span(start=0, end=len(block.text))]
        if block.kind not in _WHOLE:
            spans = split(block.text)
        for span in spans:
            segments.append(
                Segment(
                    id=f"s{len(segments) + 1}",
                    block=index,
                    span=Span(start=start + span.start, end=start + span.end),
                    text=span.of(block.text),
                )
            )
    return tuple(segments)
