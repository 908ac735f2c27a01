"""The parts of the page around the text: banner, summary, tables, omitted parts, footnotes."""

from __future__ import annotations

from collections import Counter

from translate.rendering.annotations import (
    FINDINGS_ANCHOR,
    NAMES_ANCHOR,
    NBSP,
    finding_anchors,
    summary_english,
)
from translate.rendering.escape import escape, escape_line, guard, safe_href
from translate.rendering.names import name_rows
from translate.rendering.rows import link, links
from translate.rendering.status import draft_status, least_sure
from translate.values import BilingualDocument, Finding, Level, Origin

#: Not `strftime`: that follows the locale of the process.
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LOOK_FIRST = 3
_WHERE_LIMIT = 8
_LEVEL_SIGNS = {
    Level.ERROR: f"⚠{NBSP}error",
    Level.WARNING: f"⚠{NBSP}warning",
    Level.INFO: f"ℹ{NBSP}note",
}


def source_line(document: BilingualDocument) -> str:
    """Return outlet, author, date and address of the article, as far as they are known."""
    article = document.article
    date = article.published
    parts = [
        f"**{escape(article.outlet.strip())}**" if article.outlet.strip() else "",
        escape(article.author.strip()),
        f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else "",
        f"[original]({safe_href(article.url)})" if safe_href(article.url) else "",
    ]
    return guard(" · ".join(filter(None, parts)))


def banner(document: BilingualDocument) -> str:
    """Return the blockquote that says what this page is and where to look first."""
    signature = document.signature
    status = draft_status(document)
    made = f"Engine: {escape(signature.engine)}, model {escape(signature.model)}."
    lines = [f"**{status[0].upper()}{status[1:]}.** {made} {_origins(document)}".rstrip()]
    lines.append(_finding_count(document))
    if lowest := least_sure(document, _LOOK_FIRST):
        lines.append(
            f"Look first at {links(lowest, _LOOK_FIRST)}: the engine was least sure there."
        )
    return "> " + "<br>\n> ".join(lines)


def summary(document: BilingualDocument) -> str:
    """Return the summary, each point in both languages and linked to its sentences."""
    points = document.summary.points
    if not points:
        return ""
    lines = ["## Summary", ""]
    for point, english in zip(points, summary_english(document), strict=True):
        where = ", ".join(map(link, filter(None, point.segments)))
        where = f" ({where})" if where else ""
        lines.append(f"- {guard(english).rstrip()}{where}<br><em>{escape(point.fr.strip())}</em>")
    return "\n".join(lines)


def names_and_terms(document: BilingualDocument) -> str:
    """Return the table of people and glossary terms."""
    rows = name_rows(document)
    if not rows:
        return ""
    lines = [
        f'## <a id="{NAMES_ANCHOR}"></a>Names and terms',
        "",
        "| French | English | Kind | Status | Where | Why |",
        "| :--- | :--- | :--- | :--- | :--- | :--- |",
    ]
    for row in rows:
        cells = [row.french, row.english, row.kind, row.status]
        where = links(row.segments, _WHERE_LIMIT)
        lines.append(f"| {' | '.join(map(escape, cells))} | {where} | {escape(row.why)} |")
    return "\n".join(lines)


def findings(document: BilingualDocument) -> str:
    """Return the table of findings, the gravest first."""
    lines = [f'## <a id="{FINDINGS_ANCHOR}"></a>Findings', ""]
    if not document.findings:
        return "\n".join([*lines, "The checks found nothing. That does not replace a review."])
    lines += [
        "| Level | Rule | Sentence | Message | Suggestion |",
        "| :--- | :--- | :--- | :--- | :--- |",
    ]
    severity = list(Level)
    numbered = zip(finding_anchors(document), document.findings, strict=True)
    ranked = sorted(numbered, key=lambda item: -severity.index(item[1].level))
    lines += [_finding_row(anchor, finding) for anchor, finding in ranked]
    return "\n".join(lines)


def omitted(document: BilingualDocument) -> str:
    """Return every block that was not translated, with its kind, reason and full text."""
    next_segment = {segment.block: segment.id for segment in reversed(document.segments)}
    following = ""
    rows = []
    for index in range(len(document.article.blocks) - 1, -1, -1):
        following = next_segment.get(index, following)
        block = document.article.blocks[index]
        if block.translated or not block.text.strip():
            continue
        place = f"before {link(following)}" if following else "at the end"
        kind = str(block.kind).replace("_", " ")
        reason = escape(block.reason or "not part of the text")
        rows.append(f"| {kind} | {reason} | {place} | {escape(block.text)} |")
    if not rows:
        return ""
    head = [
        "<details>",
        f"<summary>Parts not translated ({len(rows)})</summary>",
        "",
        "| Kind | Why | Place | French |",
        "| :--- | :--- | :--- | :--- |",
    ]
    return "\n".join([*head, *reversed(rows), "", "</details>"])


def reading_notes(document: BilingualDocument) -> str:
    """Return what the reader of the source had to decide."""
    if not document.article.notes:
        return ""
    lines = [f"- {escape_line(note)}" for note in document.article.notes]
    return "\n".join(["## How the source was read", "", *lines])


def footnotes(notes: tuple[str, ...]) -> str:
    """Return the definitions of the translator's notes."""
    return "\n".join(f"[^n{number}]: {note}" for number, note in enumerate(notes, start=1))


def _origins(document: BilingualDocument) -> str:
    """Return how many sentences do not come from the engine."""
    counts = Counter(item.origin for item in document.translations)
    parts = [
        f"{counts[origin]} {name}"
        for origin, name in (
            (Origin.MEMORY, "from the translation memory"),
            (Origin.HUMAN, "by a person"),
        )
        if counts[origin]
    ]
    return f"Sentences: {', '.join(parts)}." if parts else ""


def _finding_count(document: BilingualDocument) -> str:
    """Return how many findings there are of each level, linked to their table."""
    counts = Counter(finding.level for finding in document.findings)
    if not counts:
        return "The checks found nothing."
    names = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
    parts = [
        f"{counts[level]} {name}{'s' if counts[level] > 1 else ''}"
        for level, name in names.items()
        if counts[level]
    ]
    return f"[Findings](#{FINDINGS_ANCHOR}): {', '.join(parts)}."


def _finding_row(anchor: str, finding: Finding) -> str:
    """Return one row of the table of findings."""
    where = link(finding.segment) if finding.segment else "whole article"
    texts = [escape(finding.rule), where, escape(finding.message), escape(finding.suggestion)]
    return f'| <a id="{anchor}"></a>{_LEVEL_SIGNS[finding.level]} | {" | ".join(texts)} |'
