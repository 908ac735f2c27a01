"""The sections that tell the news: at a glance, themes with their events, timeline."""

from __future__ import annotations

from collections.abc import Sequence

from translate.briefing import parts
from translate.briefing.dates import written
from translate.briefing.values import Entry, EventView, Matter, Moment, Quote, Report, Topic, Value
from translate.rendering.escape import escape

#: The first screen has so many events and so many lines on what differs in each.
_GLANCE = 8
_GLANCE_TOPICS = 4


def glance(report: Report) -> str:
    """Return the bullets that tell what happened, who says it and what differs."""
    lines = ["## At a glance", ""]
    if not report.glance:
        return "\n".join([*lines, "No article has a sentence that could stand here."])
    for event in report.glance[:_GLANCE]:
        lines.append(parts.bullet(event.lead))
        lines += [f"  - {_compact(topic)}" for topic in event.topics[:_GLANCE_TOPICS]]
        if event.strongest:
            lines.append(f"  {parts.bullet(event.strongest, 'Also said: ')}")
        if len(event.entries) > 1:
            side = f"{len(event.entries)} sources side by side"
            lines.append(f"  - [{side}](#{event.anchor})")
    rest = len(report.glance) - _GLANCE
    if rest > 0:
        lines += ["", f"{parts.plural(rest, 'more event')} below."]
    return "\n".join(lines)


def themes(report: Report) -> str:
    """Return all events under their themes."""
    blocks = ["## Themes"] if report.themes else []
    for theme in report.themes:
        names = ", ".join(map(parts.term, theme.terms)) or "Other"
        blocks.append(f"### {names}")
        blocks += [_event(event) for event in theme.events]
    return "\n\n".join(blocks)


def timeline(report: Report) -> str:
    """Return what is dated by a full date, in order, and what is not."""
    lines = ["## Timeline", ""]
    if report.timeline:
        lines += parts.table("Date", "Source", "English", "French")
        lines += [_moment(moment) for moment in report.timeline]
    else:
        lines.append("No article gives a full calendar date.")
    if report.undated:
        names = "; ".join(map(escape, report.undated))
        lines += ["", f"Undated (a weekday or a day without its year makes no date): {names}."]
    return "\n".join(lines)


def _event(event: EventView) -> str:
    blocks = [_heading(event), _entries(event.entries)]
    if event.topics:
        blocks += [
            "**Figures side by side.** Dates and scope may differ; the sentences tell.",
            _figures(event.topics),
        ]
    if event.claims:
        blocks += ["**Who else says what.**", _quotes(event.claims)]
    if event.matters:
        blocks += ["**On the same subject.**", _matters(event.matters)]
    if event.shared:
        blocks.append(_shared(event.shared))
    return "\n\n".join(blocks)


def _heading(event: EventView) -> str:
    english = escape(event.headline_en.strip()) or parts.english(event.lead)
    french = escape(event.headline_fr.strip()) or parts.french(event.lead)
    return f'#### <a id="{event.anchor}"></a>{english} *({french})*'


def _entries(entries: Sequence[Entry]) -> str:
    lines = parts.table("Source", "English", "French")
    for entry in entries:
        title_en = (
            f"<strong>{escape(entry.title_en.strip())}</strong><br>" if entry.title_en else ""
        )
        title_fr = (
            f"<strong>{escape(entry.title_fr.strip())}</strong><br>" if entry.title_fr else ""
        )
        lines.append(
            parts.row(
                _about(entry),
                title_en + parts.english(entry.quote),
                title_fr + parts.french(entry.quote),
            )
        )
    return "\n".join(lines)


def _about(entry: Entry) -> str:
    """Return who carries an item, when, where to read it, and who carries it too."""
    pieces = [f"**{escape(entry.label)}**", written(entry.quote.date)]
    if entry.dateline and entry.quote.date is None:
        pieces.append(f"dateline {escape(entry.dateline)}")
    if entry.quote.href:
        pieces.append(f"[bilingual page]({parts.address(entry.quote.href)})")
    pieces.append(parts.places(entry.quote))
    if entry.same_text:
        pieces.append(f"same text: {escape('; '.join(entry.same_text))}")
    return "<br>".join(pieces)


def _compact(topic: Topic) -> str:
    """Return "**Dead**: at least 38 people died (A); 57 deaths (B; C)"."""
    by_text: dict[str, tuple[str, list[str]]] = {}
    for value in topic.values:
        _, labels = by_text.setdefault(value.text, (_said(value), []))
        if value.quote.label not in labels:
            labels.append(value.quote.label)
    said = "; ".join(
        f"{escape(said)} ({escape('; '.join(labels))})" for said, labels in by_text.values()
    )
    return f"{_name(topic)}: {said}"


def _said(value: Value) -> str:
    """Return "at least 38 people died"."""
    return f"{value.text} {value.counted}".strip()


def _name(topic: Topic) -> str:
    return f"**{topic.name}**" if topic.name else f"<em>{escape(topic.french)}</em>"


def _figures(topics: Sequence[Topic]) -> str:
    lines = parts.table("Figure", "Source", "English", "French")
    for topic in topics:
        by_place: dict[tuple[str, tuple[str, ...]], list[Value]] = {}
        for value in topic.values:
            place = (value.quote.label, value.quote.segments)
            by_place.setdefault(place, []).append(value)
        for values in by_place.values():
            figure = f"{_name(topic)}: {escape('; '.join(map(_said, values)))}"
            lines.append(_line(figure, values[0].quote))
    return "\n".join(lines)


def _quotes(quotes: Sequence[Quote]) -> str:
    lines = parts.table("Source", "English", "French")
    lines += [
        parts.row(parts.source(quote), parts.english(quote), parts.french(quote))
        for quote in quotes
    ]
    return "\n".join(lines)


def _matters(matters: Sequence[Matter]) -> str:
    lines = parts.table("Subject", "Source", "English", "French")
    for matter in matters:
        lines += [_line(f"<em>{escape(matter.french)}</em>", quote) for quote in matter.quotes]
    return "\n".join(lines)


def _line(first: str, quote: Quote) -> str:
    return parts.row(first, parts.source(quote), parts.english(quote), parts.french(quote))


def _shared(groups: Sequence[Sequence[Quote]]) -> str:
    """Return the sentences that several sources carry alike: one origin, not several witnesses."""
    lines = ["**Carried alike**, so probably from one origin:", ""]
    for group in groups:
        first = group[0]
        where = "; ".join(map(parts.source, group))
        lines.append(f"- {parts.english(first)} ({where})<br><em>{parts.french(first)}</em>")
    return "\n".join(lines)


def _moment(moment: Moment) -> str:
    date = written(moment.date)
    return _line(f"{date}, published" if moment.published else date, moment.quote)
