"""The body of the page: headings and two-column tables, French left, English right.

Everything that is added to a French cell stands in ``<sub>`` or ``<b>``: take that away and the
French is the source, character for character but for blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate.rendering.annotations import NBSP, Annotations, annotated
from translate.rendering.escape import escape
from translate.rendering.inline import covering, dress, flatten, within
from translate.values import BilingualDocument, Block, BlockKind, InlineKind, Origin, Segment

TABLE_HEAD = "| French | English |\n| :--- | :--- |"

#: Kinds that are named in the English cell, because nothing else tells them from a paragraph.
_LABELS = {
    BlockKind.QUOTE: "quotation",
    BlockKind.CAPTION: "caption",
    BlockKind.TABLE_ROW: "table",
}
#: Where an English sentence comes from, if not from the engine.
_ORIGINS = {Origin.MEMORY: "memory", Origin.HUMAN: "human"}
_BOLD = frozenset({BlockKind.STANDFIRST, BlockKind.QUESTION})
_BULLETS = frozenset({"-", "*", "+", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One sentence in both languages, as Markdown without anchors.

    `origin` says where its English comes from, "" for the engine.
    """

    id: str
    french: str
    english: str
    break_before: bool
    origin: str = ""


def label(segment: str) -> str:
    """Return what readers see of a segment id: "12" of "s12"."""
    number = segment.removeprefix("s")
    return number if number.isdecimal() else segment


def link(segment: str) -> str:
    """Return a Markdown link to a sentence."""
    return f"[{escape(label(segment))}](#{segment})"


def links(segments: Iterable[str], limit: int) -> str:
    """Return links to the first `limit` sentences and how many more there are."""
    segments = list(segments)
    more = len(segments) - limit
    shown = ", ".join(map(link, segments[:limit]))
    return f"{shown} and {more} more" if more > 0 else shown


def pairs_by_block(document: BilingualDocument, annotations: Annotations) -> dict[int, list[Pair]]:
    """Return the sentences of each block, by block index."""
    flat = flatten(document.article)
    pairs: dict[int, list[Pair]] = {}
    previous: Segment | None = None
    for segment, translation in zip(document.segments, document.translations, strict=True):
        inlines = within(flat, segment)
        if document.article.blocks[segment.block].kind in _BOLD:
            # The row itself is set strong.
            inlines = [item for item in inlines if item.kind is not InlineKind.STRONG]
        insertions = annotations.of(segment.id)
        pairs.setdefault(segment.block, []).append(
            Pair(
                id=segment.id,
                french=dress(segment.text, inlines),
                english=annotated(translation.text, insertions, covering(inlines, segment.text)),
                break_before=_broken(document, previous, segment),
                origin=_ORIGINS.get(translation.origin, ""),
            )
        )
        previous = segment
    return pairs


def body(document: BilingualDocument, pairs: Mapping[int, Sequence[Pair]], skip: int) -> str:
    """Return all translated blocks but block number `skip` (the headline)."""
    parts: list[str] = []
    in_table = False
    for index, block in enumerate(document.article.blocks):
        if index == skip or index not in pairs:
            continue
        if block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            parts.append(f"\n{_heading(block, pairs[index])}")
            in_table = False
            continue
        if not in_table:
            parts.append(f"\n{TABLE_HEAD}")
            in_table = True
        parts.append(_row(block, pairs[index]))
    return "\n".join(parts).strip("\n")


def headline(pairs: Sequence[Pair]) -> str:
    """Return the title of the page, English, and the French one below it."""
    anchors = "".join(_anchor(pair.id) for pair in pairs)
    english = " ".join(pair.english + _origin(pair) for pair in pairs)
    french = " ".join(pair.french for pair in pairs)
    return f"# {anchors}{english}\n\n*({french})*"


def _heading(block: Block, pairs: Sequence[Pair]) -> str:
    """Return a heading of the article in both languages, below the page's own levels."""
    marks = "#" * min(max(block.level + 1, 3), 6)
    anchors = "".join(_anchor(pair.id) for pair in pairs)
    english = " ".join(pair.english + _origin(pair) for pair in pairs)
    french = " ".join(pair.french for pair in pairs)
    return f"{marks} {anchors}{english} *({french})*"


def _row(block: Block, pairs: Sequence[Pair]) -> str:
    """Return one table row: each sentence after its number, the anchors left."""
    emphasis = "strong" if block.kind in _BOLD else ""
    bullet = _bullet(block)
    french, english = [], []
    for index, pair in enumerate(pairs):
        first = index == 0
        gap = "" if first else "<br>" if pair.break_before else " "
        mark = f"<b>{bullet}</b>{NBSP}" if bullet and first else ""
        number = label(pair.id)
        kind = _LABELS.get(block.kind, "") if first else ""
        named = " ".join(filter(None, (number, kind, pair.origin)))
        french.append(
            f"{gap}{_anchor(pair.id)}{_small(number)}{NBSP}{mark}{_in(emphasis, pair.french)}"
        )
        english.append(f"{gap}{_small(named)}{NBSP}{mark}{_in(emphasis, pair.english)}")
    return f"| {''.join(french)} | {''.join(english)} |"


def _origin(pair: Pair) -> str:
    """Return what a headline or heading says after it of where its English comes from."""
    return f" {_small(f'{label(pair.id)} {pair.origin}')}" if pair.origin else ""


def _small(text: str) -> str:
    """Return `text` in small print."""
    return f"<sub>{escape(text)}</sub>"


def _in(tag: str, markdown: str) -> str:
    """Return inline Markdown inside `tag`, if there is one."""
    return f"<{tag}>{markdown}</{tag}>" if tag else markdown


def _bullet(block: Block) -> str:
    """Return the mark of a list item: its number as written, else a bullet."""
    if block.kind is not BlockKind.LIST_ITEM or (
        block.marker and block.text.lstrip().startswith(block.marker)
    ):
        return ""
    return "•" if block.marker.strip() in _BULLETS else escape(block.marker.strip())


def _anchor(segment: str) -> str:
    """Return the anchor that everything about a sentence points at."""
    return f'<a id="{segment}"></a>'


def _broken(document: BilingualDocument, previous: Segment | None, segment: Segment) -> bool:
    """Whether the source has a line break between two sentences of one block."""
    if previous is None or previous.block != segment.block:
        return False
    return "\n" in document.article.text[previous.span.end : segment.span.start]
