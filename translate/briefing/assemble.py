"""Pages to report: what the summarize package selects, in both languages and with its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from summarize import Sentence
from summarize.briefing import Briefing, Event, Item, Ref, Thread, brief
from translate.backquotes import RULE as BACK_TRANSLATED
from translate.backquotes import quoted
from translate.briefing import figures
from translate.briefing.dates import full_dates
from translate.briefing.naming import names_of, theme_terms
from translate.briefing.values import (
    Doubt,
    Entry,
    EventView,
    Failure,
    LeftOutView,
    Matter,
    Moment,
    Quote,
    Report,
    ThemeView,
    Topic,
    Value,
)
from translate.briefing.who import introduced
from translate.pages import Page, Row
from translate.summary import NOT_VERBATIM

#: So many sentences that sources carry alike are listed, so many topics of figures.
_MOST_SHARED = 6
_MOST_TOPICS = 12
_SEVERE = frozenset({"error", "warning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A page under the id and label it has in this briefing.

    Attributes:
        retold: ids of the sentences with a quotation that is not verbatim.
        same_text: labels of its copies.
    """

    label: str
    page: Page
    retold: frozenset[str]
    same_text: tuple[str, ...] = ()

    def quote(self, indices: Sequence[int]) -> Quote:
        """Return rows by index as one quotation, names introduced."""
        rows = introduced((self.page.rows[index] for index in indices), self.page)
        return Quote(
            label=self.label,
            date=self.page.date,
            french=" ".join(row.french for row in rows),
            sentences=tuple((self._marked(row), row.doubt) for row in rows),
            segments=tuple(row.id for row in rows),
            href=self.page.href,
        )

    def _marked(self, row: Row) -> str:
        not_verbatim = row.id in self.retold and quoted(row.english)
        return f"{row.english}{NOT_VERBATIM}" if not_verbatim else row.english


def assemble(pages: Sequence[Page], failures: Sequence[Failure] = ()) -> Report:
    """Return the briefing of `pages`; their order makes no difference.

    Of pages that were made from the same bytes one is kept, an edited one if there is one.

    Args:
        failures: inputs that gave no page; they are listed with their reason.
    """
    kept, again = _distinct(pages)
    sources = _sources(kept)
    selection = brief([_item(id_, source) for id_, source in sources.items()])
    sources = _with_copies(sources, selection)
    views = [_event_view(event, sources) for event in selection.events]
    order = sorted(range(len(views)), key=lambda i: _weight(selection.events[i], sources))
    for number, index in enumerate(order, start=1):
        views[index] = replace(views[index], anchor=f"event-{number}")
    quotes = [quote for view in views for quote in _quotes_of(view)]
    return Report(
        sources=tuple((source.label, source.page) for source in sources.values()),
        glance=tuple(views[index] for index in order),
        themes=tuple(
            ThemeView(
                terms=theme_terms(
                    theme.terms,
                    [sources[id_].page for i in theme.events for id_ in selection.events[i].items],
                ),
                events=tuple(views[index] for index in theme.events),
            )
            for theme in selection.themes
        ),
        timeline=_timeline(selection.events, sources, views),
        undated=tuple(source.label for source in sources.values() if source.page.date is None),
        names=names_of([(source.label, source.page) for source in sources.values()]),
        doubts=_doubts(quotes, sources),
        left_out=(
            *_left_out(selection, sources),
            *(LeftOutView(label=p.source, href=p.href, reason=r) for p, r in again),
            *(
                LeftOutView(
                    label=failure.source,
                    href="",
                    reason=failure.reason.removeprefix(f"{failure.source}: "),
                )
                for failure in sorted(failures, key=lambda f: (f.source, f.reason))
            ),
        ),
    )


def _distinct(pages: Iterable[Page]) -> tuple[list[Page], list[tuple[Page, str]]]:
    """Return one page per source text, in an order of their own, and the others with a reason."""
    ordered = sorted(pages, key=lambda p: (p.source, not p.edited, p.digest, p.href, p.engine))
    kept: dict[str, Page] = {}
    again = []
    for page in ordered:
        key = page.digest + page.source.rpartition("#")[2] if "#" in page.source else page.digest
        first = kept.setdefault(key or f"no digest: {page.source}", page)
        if first is not page:
            again.append((page, f"the same file as {first.source}"))
    return list(kept.values()), again


def _sources(pages: Sequence[Page]) -> dict[str, _Source]:
    """Return the sources by id, each with a label that no other has."""
    stems = [PurePath(page.source).stem or page.source for page in pages]
    outlets = Counter(page.outlet for page in pages)
    labels = [
        stem if not page.outlet else page.outlet if outlets[page.outlet] == 1
        else f"{page.outlet}, {stem}"
        for page, stem in zip(pages, stems, strict=True)
    ]  # fmt: skip
    seen: Counter[str] = Counter()
    found = {}
    for number, (page, label) in enumerate(zip(pages, labels, strict=True)):
        seen[label] += 1
        own = label if seen[label] == 1 else f"{label} ({seen[label]})"
        retold = frozenset(r.segment for r in page.remarks if r.rule == BACK_TRANSLATED)
        found[f"{number:06}"] = _Source(label=own, page=page, retold=retold)
    return found


def _item(id_: str, source: _Source) -> Item:
    return Item(
        id=id_,
        outlet=source.page.outlet,
        date=source.page.date,
        sentences=tuple(
            Sentence(text=row.french, kind=row.kind, paragraph=row.paragraph)
            for row in source.page.rows
        ),
    )


def _with_copies(sources: Mapping[str, _Source], selection: Briefing) -> dict[str, _Source]:
    copies: dict[str, list[str]] = defaultdict(list)
    for out in selection.left_out:
        if out.copy_of:
            copies[out.copy_of].append(sources[out.item].label)
    return {
        id_: replace(source, same_text=tuple(copies[id_])) if id_ in copies else source
        for id_, source in sources.items()
    }


def _weight(event: Event, sources: Mapping[str, _Source]) -> tuple[int, int, tuple[str, ...]]:
    """Order events: most sources first, then the newest; undated ones last."""
    dates = [page.date for id_ in event.items if (page := sources[id_].page).date]
    newest = max(dates, default=dt.date.min)
    return -len(event.items), -newest.toordinal(), event.items


def _event_view(event: Event, sources: Mapping[str, _Source]) -> EventView:
    lead = _quote([event.lead], sources)
    title = _title(sources[event.lead.item].page)
    return EventView(
        anchor="",
        headline_en=title.english if title else "",
        headline_fr=title.french if title else "",
        lead=lead,
        entries=tuple(
            _entry(sources[id_], refs)
            for id_, refs in zip(event.items, event.summaries, strict=True)
        ),
        topics=_topics(event, sources),
        claims=tuple(_quote(claim.refs, sources) for claim in event.claims),
        matters=tuple(_matter(thread, sources) for thread in event.threads),
        strongest=_strongest(event, sources),
        shared=tuple(
            tuple(_quote([ref], sources) for ref in _one_per_item(group))
            for group in event.shared[:_MOST_SHARED]
        ),
    )


def _matter(thread: Thread, sources: Mapping[str, _Source]) -> Matter:
    return Matter(french=thread.word, quotes=tuple(_quote([ref], sources) for ref in thread.refs))


def _strongest(event: Event, sources: Mapping[str, _Source]) -> Quote | None:
    """Return the claim that says most of a dispute; another source than the lead's goes first."""
    if not event.claims:
        return None
    best = max(event.claims, key=lambda claim: (claim.worth, claim.refs[0].item != event.lead.item))
    return _quote(best.refs, sources)


def _entry(source: _Source, refs: Sequence[Ref]) -> Entry:
    title = _title(source.page)
    return Entry(
        label=source.label,
        title_fr=title.french if title else "",
        title_en=title.english if title else "",
        dateline=source.page.dateline,
        quote=source.quote([ref.sentence for ref in refs]),
        same_text=source.same_text,
    )


def _title(page: Page) -> Row | None:
    return next((row for row in page.rows if row.kind == "title"), None)


def _quote(refs: Sequence[Ref], sources: Mapping[str, _Source]) -> Quote:
    return sources[refs[0].item].quote([ref.sentence for ref in refs])


def _one_per_item(refs: Iterable[Ref]) -> list[Ref]:
    return list({ref.item: ref for ref in reversed(list(refs))}.values())[::-1]


def _topics(event: Event, sources: Mapping[str, _Source]) -> tuple[Topic, ...]:
    """Return the figures that differ; those of one sentence on one topic stand together."""
    found = []
    ranked = sorted(event.differences, key=lambda difference: figures.rank(difference.topic))
    for difference in ranked[:_MOST_TOPICS]:
        by_ref: dict[Ref, list[tuple[str, str]]] = {}
        nouns: Counter[str] = Counter()
        for figure in difference.figures:
            row = sources[figure.ref.item].page.rows[figure.ref.sentence]
            said = figures.worded(row.french, figure.start, figure.end, figure.value)
            counted = figures.counted(row.english, figure.value)
            by_ref.setdefault(figure.ref, []).append((said, counted))
            nouns[figure.noun] += 1
        noun = min(nouns, key=lambda word: (-nouns[word], word))
        found.append(
            Topic(
                name=figures.TOPICS.get(difference.topic, ""),
                french=noun,
                values=tuple(
                    Value(text=text, counted=counted, quote=_quote([ref], sources))
                    for ref, said in by_ref.items()
                    for text, counted in dict.fromkeys(said)
                ),
            )
        )
    return tuple(found)


def _timeline(
    events: Sequence[Event], sources: Mapping[str, _Source], views: Sequence[EventView]
) -> tuple[Moment, ...]:
    """Return the dates of articles and the full dates in what the briefing quotes of them."""
    moments = []
    for event, view in zip(events, views, strict=True):
        for id_, refs, entry in zip(event.items, event.summaries, view.entries, strict=True):
            source = sources[id_]
            if source.page.date:
                first = source.quote([ref.sentence for ref in refs[:1]])
                moments.append(Moment(date=source.page.date, published=True, quote=first))
            moments += [
                Moment(date=date, published=False, quote=source.quote([index]))
                for index, row in enumerate(source.page.rows)
                if row.kind != "title" and row.id in entry.quote.segments
                for date in full_dates(row.french)
                if date != source.page.date
            ]
    moments.sort(key=lambda m: (m.date, m.published, m.quote.label, m.quote.segments))
    return tuple(moments)


def _quotes_of(view: EventView) -> list[Quote]:
    return [
        view.lead,
        *(entry.quote for entry in view.entries),
        *(value.quote for topic in view.topics for value in topic.values),
        *view.claims,
        *(quote for group in view.shared for quote in group),
    ]


def _doubts(quotes: Sequence[Quote], sources: Mapping[str, _Source]) -> tuple[Doubt, ...]:
    """Return the warnings and errors on sentences that the briefing quotes, by source."""
    shown = {(quote.label, segment) for quote in quotes for segment in quote.segments}
    return tuple(
        Doubt(label=source.label, href=source.page.href, remark=remark)
        for source in sources.values()
        for remark in source.page.remarks
        if (source.label, remark.segment) in shown
        and (remark.level in _SEVERE or remark.rule == BACK_TRANSLATED)
    )


def _left_out(selection: Briefing, sources: Mapping[str, _Source]) -> list[LeftOutView]:
    found = []
    for out in selection.left_out:
        source = sources[out.item]
        if out.copy_of:
            reason = f"nearly the same text as {sources[out.copy_of].label}"
        elif source.page.rows:
            reason = "no sentence that could stand in a briefing"
        else:
            reason = "the page has no translated sentence"
        found.append(LeftOutView(label=source.label, href=source.page.href, reason=reason))
    return found
