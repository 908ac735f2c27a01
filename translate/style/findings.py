"""What is left in the English against the desk's style, however it came there."""

from __future__ import annotations

from collections.abc import Sequence

from translate.style.quotations import begins_inside, quotations
from translate.style.spelling import respelt
from translate.style.titles import standing, stops
from translate.style.values import CourtesyTitles, Spelling, Style
from translate.values import Finding, Level, Span

#: Rule name of these findings.
RULE = "style"
_COUNTRY = {Spelling.US: "American", Spelling.UK: "British"}


def style_findings(
    segment_id: str,
    english: str,
    style: Style,
    protected_spans: Sequence[Span] = (),
    *,
    inside: bool = False,
) -> tuple[Finding, ...]:
    """Return what in the `english` of one segment is not in `style`, each word once.

    Only what is sure is told: a word with two senses ("program") where its neighbours tell which, a
    courtesy title before a capital and outside of quotation marks.

    Args:
        protected_spans: names and glossary terms. A word in them is told as a remark, since its
            spelling is that of the glossary; a courtesy title in them is left alone.
        inside: the segment begins in the middle of a quotation.
    """
    if not style:
        return ()
    quotes = quotations(english, inside=inside or begins_inside(english))
    found: dict[str, Finding] = {}
    for change in respelt(english, style.spelling):
        held = change.within(protected_spans)
        message = f'"{change.old}" is not {_COUNTRY[style.spelling]} spelling'
        message += "; it stands in a name or glossary term" if held else ""
        level = Level.INFO if held else Level.WARNING
        found.setdefault(change.old, _finding(segment_id, message, change.new, level))
    for change in stops(english, style.spelling, quotes):
        message = f'"{change.old}" is not {_COUNTRY[style.spelling]} style'
        if style.courtesy_titles is CourtesyTitles.KEEP:
            found.setdefault(change.old, _finding(segment_id, message, change.new))
    if style.courtesy_titles is CourtesyTitles.DROP:
        for change in standing(english, quotes):
            if not any(span.start <= change.start < span.end for span in protected_spans):
                message = f'"{change.old}" has a courtesy title'
                found.setdefault(change.old, _finding(segment_id, message, change.new))
    return tuple(found.values())


def _finding(segment: str, message: str, suggestion: str, level: Level = Level.WARNING) -> Finding:
    return Finding(rule=RULE, level=level, segment=segment, message=message, suggestion=suggestion)
