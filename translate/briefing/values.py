"""Frozen values of a briefing, ready to be written: each text in both languages, and where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from translate.pages import Name, Page, Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be used at all, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Sentences of one source, one after the other.

    Attributes:
        label: what the source is called in this briefing.
        sentences: the English of each and whether a check warns about it.
        segments: their ids. href: address of their page, "" if there is none.
    """

    label: str
    date: dt.date | None
    french: str
    sentences: tuple[tuple[str, bool], ...]
    segments: tuple[str, ...]
    href: str = ""

    @property
    def english(self) -> str:
        """The English of all sentences."""
        return " ".join(text for text, _ in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one source says of an event.

    Attributes:
        title_fr, title_en: its headline, or "".
        same_text: labels of the sources that carry the same text.
    """

    label: str
    title_fr: str
    title_en: str
    dateline: str
    quote: Quote
    same_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A figure of one source on one topic: "at least 38", "people died in the shipwreck".

    Attributes:
        counted: English words that follow it in the translation, "" where it is not found there.
    """

    text: str
    counted: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Figures that differ. `french`: the noun as the articles write it, where `name` is ""."""

    name: str
    french: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A subject that several sources come back to: the French word and their sentences."""

    french: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event: its lead, what each source says, where they differ and where they agree.

    Attributes:
        anchor: id of its heading in the briefing.
        strongest: of the claims the one with most marks of dispute.
        shared: for each sentence that several sources carry alike, one quotation per source.
    """

    anchor: str
    headline_en: str
    headline_fr: str
    lead: Quote
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...] = ()
    claims: tuple[Quote, ...] = ()
    matters: tuple[Matter, ...] = ()
    strongest: Quote | None = None
    shared: tuple[tuple[Quote, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that names a theme; `french` says that it is in French for want of an English one."""

    text: str
    french: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """Events under one heading."""

    terms: tuple[Term, ...]
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A line of the timeline. `published`: the date is that of the article, else of its text."""

    date: dt.date
    published: bool
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A person or term of the whole briefing and the sources that have it."""

    name: Name
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A finding on a sentence that the briefing quotes."""

    label: str
    href: str
    remark: Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutView:
    """A source that stands in no event, and why."""

    label: str
    href: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole briefing.

    Attributes:
        sources: all pages with their labels, by file name.
        glance: the events in order of weight.
        undated: labels of the sources without a calendar date.
    """

    sources: tuple[tuple[str, Page], ...]
    glance: tuple[EventView, ...] = ()
    themes: tuple[ThemeView, ...] = ()
    timeline: tuple[Moment, ...] = ()
    undated: tuple[str, ...] = ()
    names: tuple[NameView, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[LeftOutView, ...] = ()
