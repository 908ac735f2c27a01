"""Frozen values that flow through the pipeline.

No logic beyond the checks that keep a value honest, and no third-party import. Offsets are
code points, half open. Annotations are side lists with spans, never marks inside text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points in some text.

    Raises:
        ValueError: when the range is negative or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]


#: Stands in the English column where the engine gave nothing.
UNTRANSLATED = "[not translated]"


class BlockKind(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    HEADING = "heading"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    SIGNATURE = "signature"
    METADATA = "metadata"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"


#: Kinds that are cut into segments and translated. All others are listed as omitted parts.
TRANSLATED_KINDS = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.QUESTION,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW,
        BlockKind.CAPTION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One structural unit of an article; ``article.text[span] == text``.

    Attributes:
        level: 1 to 6 for headings of Markdown and HTML, else 0.
        marker: the list marker as written ("-", "1."), not part of `text` in Markdown.
        reason: why the block is not translated, as shown to the reader ("" when it is).
    """

    kind: BlockKind
    text: str
    span: Span
    level: int = 0
    marker: str = ""
    reason: str = ""

    @property
    def translated(self) -> bool:
        """Whether this block is cut into segments and translated."""
        return self.kind in TRANSLATED_KINDS


class InlineKind(StrEnum):
    """Inline markup of the source that the English side keeps where it covers whole sentences."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Inline markup over ``article.text[span]``."""

    kind: InlineKind
    span: Span
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read.

    `text` is the reading text: decoded, accents composed, line ends folded, hard-wrapped lines
    joined, markup removed. Blocks are in order, do not overlap, and everything between them
    is blank.

    Attributes:
        source: name of the file (or "-"), with "#2" and so on for a second article of one file.
        digest: SHA-256 of the source bytes, hexadecimal.
        published: calendar date where one is given in full; a weekday alone makes no date.
        notes: what the reader had to decide and the user should know (encoding guessed, ...).

    Raises:
        ValueError: when blocks overlap, disagree with the text, or leave text uncovered.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    lang: str = "fr"
    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    dateline: str = ""
    published: dt.date | None = None
    digest: str = ""
    inlines: tuple[Inline, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for block in self.blocks:
            if block.span.start < at or block.span.of(self.text) != block.text:
                raise ValueError(f"block {block.text[:40]!r} does not stand where it says")
            if self.text[at : block.span.start].strip():
                raise ValueError(f"text outside blocks: {self.text[at : block.span.start][:60]!r}")
            at = block.span.end
        if self.text[at:].strip():
            raise ValueError(f"text outside blocks: {self.text[at:][:60]!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One sentence (or heading, caption, ...); ``article.text[span] == text``.

    Attributes:
        id: "s1", "s2", ... in reading order; the anchor everything points at.
        block: index of its block in ``article.blocks``.
    """

    id: str
    block: int
    span: Span
    text: str


class Origin(StrEnum):
    """Where an English text comes from."""

    MODEL = "model"
    MEMORY = "memory"
    HUMAN = "human"


class Status(StrEnum):
    """Whether a person has looked at it."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The English of one segment.

    Attributes:
        score: mean log-probability per target token (natural log, <= 0); None if not a model's.
    """

    segment: str
    text: str
    score: float | None = None
    origin: Origin = Origin.MODEL
    status: Status = Status.UNREVIEWED


class HitStatus(StrEnum):
    """What verification found for a term of the French."""

    USED = "used"
    REPAIRED = "repaired"
    MISSING = "missing"
    FORBIDDEN = "forbidden"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermHit:
    """One place of the French where a glossary entry applies, and what became of it.

    Attributes:
        entry_id, fr, en: of the entry; `note` is its note for readers.
        source_span: in the segment's French. target_span: in its final English, None if not found.
        evidence: how it was decided ("plain decode", "decoded again with the term", ...).
    """

    entry_id: str
    fr: str
    en: str
    kind: str
    segment: str
    source_span: Span
    target_span: Span | None
    status: HitStatus
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a person in the French, and who is meant.

    Attributes:
        person: English full name, "" when ambiguous or unknown.
        candidates: English names it could be, when ambiguous.
        entry_id: glossary entry of the person, "" for people known from the article alone.
        inferred: true when the identity does not follow from the article's own words.
        target_span: where the name stands in the final English, None if not found.
        note: the entry's note, for the footnote at first mention.
    """

    segment: str
    span: Span
    surface: str
    person: str
    candidates: tuple[str, ...] = ()
    entry_id: str = ""
    gender: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    inferred: bool = False
    target_span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPoint:
    """One sentence of a summary, French and English, with the segments it rests on."""

    fr: str
    en: str
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The short summary of one article."""

    points: tuple[SummaryPoint, ...] = ()
    method: str = "lead"


class Level(StrEnum):
    """How serious a finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place where the reader should not trust the English.

    Attributes:
        rule: name after MQM ("number", "name", "omission", ...).
        segment: id of the segment, "" for the whole article.
    """

    rule: str
    level: Level
    segment: str
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What made an artefact, in sacrebleu's manner; ``str()`` gives one line.

    Attributes:
        memory: digest of what people's remembered English gave to this artefact, "" if nothing.
    """

    engine: str
    model: str
    model_digest: str
    decoding: str
    glossary_digest: str
    version: str
    memory: str = ""

    def __str__(self) -> str:
        parts = {
            "engine": self.engine,
            "model": self.model,
            "digest": self.model_digest[:12],
            "decoding": self.decoding,
            "glossary": self.glossary_digest[:12] or "none",
            "version": self.version,
        }
        if self.memory:
            parts["memory"] = self.memory
        return "|".join(f"{key}:{value}" for key, value in parts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class BilingualDocument:
    """An article with everything known about its English; the only input of rendering.

    Raises:
        ValueError: when a translation is missing or out of order, a segment does not stand where
            it says, or an annotation points at no segment.
    """

    article: Article
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]
    signature: Signature
    hits: tuple[TermHit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    summary: Summary = field(default_factory=Summary)
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        ids = [segment.id for segment in self.segments]
        if ids != [translation.segment for translation in self.translations]:
            raise ValueError("translations and segments differ in number or order")
        if len(set(ids)) != len(ids):
            raise ValueError("two segments share an id")
        self._check_cover()
        known = {*ids, ""}
        pointers = [hit.segment for hit in self.hits]
        pointers += [mention.segment for mention in self.mentions]
        pointers += [finding.segment for finding in self.findings]
        pointers += [id_ for point in self.summary.points for id_ in point.segments]
        for id_ in pointers:
            if id_ not in known:
                raise ValueError(f"an annotation points at {id_!r}, which is no segment")

    def _check_cover(self) -> None:
        """Segments cover the translated blocks; only blanks lie between them."""
        by_block: dict[int, list[Segment]] = {}
        for segment in self.segments:
            if segment.span.of(self.article.text) != segment.text:
                raise ValueError(f"segment {segment.id} does not stand where it says")
            by_block.setdefault(segment.block, []).append(segment)
        for index, block in enumerate(self.article.blocks):
            at = block.span.start
            for segment in by_block.get(index, []):
                if segment.span.start < at or self.article.text[at : segment.span.start].strip():
                    raise ValueError(f"text lost or doubled before segment {segment.id}")
                at = segment.span.end
            if block.translated and self.article.text[at : block.span.end].strip():
                raise ValueError(f"text lost at the end of block {index}")
