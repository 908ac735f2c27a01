"""What is added to the English: who is meant, footnotes, marks of doubt.

Everything is computed as insertions at offsets of the plain English and laid in when the text is
escaped, so that neither moves the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translate.rendering.escape import escape
from translate.rendering.inline import wrap
from translate.rendering.names import UNSETTLED, candidates, confidence, person_key
from translate.values import BilingualDocument, Inline, Level, Mention, Span, TermHit

#: Explicit anchors: not every renderer gives headings an id.
FINDINGS_ANCHOR = "all-findings"
NAMES_ANCHOR = "all-names"
#: Keeps marks and numbers on the line of what they belong to.
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """Ready Markdown that goes in at offset `at` of a plain text."""

    at: int
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Insertions by segment id, in order of offset, and the footnotes they point at.

    `notes[0]` is the Markdown of footnote ``[^n1]``, and so on.
    """

    insertions: Mapping[str, tuple[Insertion, ...]]
    notes: tuple[str, ...] = ()

    def of(self, segment: str) -> tuple[Insertion, ...]:
        """Return what goes into the English of this segment."""
        return self.insertions.get(segment, ())


def annotate(document: BilingualDocument) -> Annotations:
    """Return identities, footnotes and marks of doubt for every English sentence."""
    insertions: dict[str, list[Insertion]] = {}
    notes: list[str] = []
    introduced: set[str] = set()
    noted: set[str] = set()
    english = {translation.segment: translation.text for translation in document.translations}
    for item in _in_reading_order(document, english):
        text = english[item.segment]
        at = _end(item.target_span, text)
        added = ""
        about: list[str] = []
        if isinstance(item, Mention):
            added = identity(item, text, introduced)
            if added and item.inferred and item.person:
                about.append(_inference(item))
        if note := _entry_note(item, noted):
            about.append(note)
        if about:
            notes.append(" ".join(about))
            added += f"[^n{len(notes)}]"
        if added:
            insertions.setdefault(item.segment, []).append(Insertion(at=at, markdown=added))
    for segment, (level, anchor) in _doubts(document).items():
        sign = "⚠" if level else "ℹ"
        mark = f"{NBSP}[{sign}](#{anchor})"
        doubt = Insertion(at=len(english[segment].rstrip()), markdown=mark)
        insertions.setdefault(segment, []).append(doubt)
    ordered = {segment: tuple(items) for segment, items in insertions.items()}
    return Annotations(insertions=ordered, notes=tuple(notes))


def summary_english(document: BilingualDocument) -> list[str]:
    """Return the English of each summary point as Markdown.

    The point says itself who is meant; one that rests on a doubtful sentence carries the mark of
    doubt.
    """
    points = []
    doubts = _doubts(document)
    for point in document.summary.points:
        level, anchor = max((doubts.get(id_, (0, "")) for id_ in point.segments), default=(0, ""))
        mark = f"{NBSP}[⚠](#{anchor})" if level else ""
        points.append(annotated(point.en.rstrip(), []) + mark)
    return points


def identity(mention: Mention, text: str, introduced: set[str]) -> str:
    """Return " [Wang Yi]" where the English `text` has only part of the name.

    Shown at the first such mention of each person, noted in `introduced`; an inferred identity
    carries a question mark; an ambiguous mention lists its candidates every time.
    """
    if not mention.person:
        if not mention.candidates:
            return ""
        who = escape(candidates(mention))
        if mention.target_span is None:
            return f" \\[{escape(mention.surface)}?: {who}\\]"
        return f" \\[?: {who}\\]"
    key = person_key(mention)
    if mention.target_span is None or key in introduced:
        return ""
    name, span = mention.person, mention.target_span
    if name in text[max(0, span.start - len(name)) : span.end + len(name)]:
        return ""
    introduced.add(key)
    return f" \\[{escape(name)}{'?' if mention.inferred else ''}\\]"


def annotated(text: str, insertions: Iterable[Insertion], inlines: Iterable[Inline] = ()) -> str:
    """Return `text` escaped, inside the tags of `inlines`, with `insertions` (in order) laid in.

    Insertions stand outside the tags: a footnote mark inside a link would be a link in a link.
    """
    inlines = list(inlines)
    pieces = []
    start = 0
    for insertion in insertions:
        end = max(start, insertion.at)
        pieces += [wrap(escape(text[start:end]), inlines), insertion.markdown]
        start = end
    pieces.append(wrap(escape(text[start:]), inlines))
    return "".join(pieces)


def _end(span: Span | None, text: str) -> int:
    """Return where an insertion about `span` goes; at the end of the text if there is none."""
    end = len(text.rstrip())
    return end if span is None else min(span.end, end)


def _in_reading_order(
    document: BilingualDocument, english: Mapping[str, str]
) -> list[Mention | TermHit]:
    """Return mentions and hits in the order in which the English has them."""
    rank = {segment.id: index for index, segment in enumerate(document.segments)}
    items: list[Mention | TermHit] = [*document.mentions, *document.hits]
    items = [item for item in items if item.segment]
    return sorted(
        items, key=lambda item: (rank[item.segment], _end(item.target_span, english[item.segment]))
    )


def _entry_note(item: Mention | TermHit, noted: set[str]) -> str:
    """Return the note of an entry or person as Markdown, the first time only."""
    name = item.person if isinstance(item, Mention) else item.en
    key = item.entry_id or name
    # An acronym and the name in full share their note: once is enough.
    if not item.note.strip() or not name or {key, item.note} & noted:
        return ""
    noted |= {key, item.note}
    french = f" (*{escape(item.fr)}*)" if isinstance(item, TermHit) else ""
    name, note = name.strip(), item.note.strip()
    label = f"**{escape(name)}**{french}"
    if note.startswith((f"{name} ", f"{name}, ")):  # "Wang Yi is ..." needs no "Wang Yi:" before it
        return f"{label}{escape(note.removeprefix(name))}"
    return f"{label}: {escape(note)}"


def _inference(mention: Mention) -> str:
    """Return the Markdown that says why somebody is taken to be meant."""
    why = f": {escape('; '.join(mention.evidence))}" if mention.evidence else ""
    return (
        f"“{escape(mention.surface)}” is taken to be {escape(mention.person)} "
        f"(inferred, confidence {confidence(mention)}){why}."
    )


def _doubts(document: BilingualDocument) -> dict[str, tuple[int, str]]:
    """Return the worst level (0 is a remark) and its anchor for each doubtful sentence."""
    severity = list(Level)
    worst = {
        hit.segment: (severity.index(Level.WARNING), NAMES_ANCHOR)
        for hit in document.hits
        if hit.segment and hit.status in UNSETTLED
    }
    nothing = (-1, "")
    for anchor, finding in zip(finding_anchors(document), document.findings, strict=True):
        level = severity.index(finding.level)
        known = worst.get(finding.segment, nothing)
        if finding.segment and (level > known[0] or (level, NAMES_ANCHOR) == known):
            worst[finding.segment] = (level, anchor)
    return worst


def finding_anchors(document: BilingualDocument) -> list[str]:
    """Return the anchor id of each finding, in the document's order."""
    return [f"f{number}" for number, _ in enumerate(document.findings, start=1)]
