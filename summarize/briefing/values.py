"""Frozen values of a briefing: items in; events, points and figures that differ out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from summarize.values import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article as the briefing sees it.

    Attributes:
        id: unique among the items; orders what nothing else orders.
        date: None where no calendar date is known; a weekday alone is none.
    """

    id: str
    sentences: tuple[Sentence, ...]
    outlet: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Ref:
    """A sentence of an item: its index in ``Item.sentences``."""

    item: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as an item gives it; ``sentence.text[start:end]`` is the number as written.

    Attributes:
        topic: what it counts: a topic of ``data/figure_topics.txt`` ("dead", "injured", ...), else
            the stem of the counted noun. noun: that noun as written, "" if there is none.
    """

    ref: Ref
    start: int
    end: int
    value: float
    topic: str
    noun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Figures on one topic that are not all the same, to be shown side by side.

    No contradiction is claimed: date and scope may differ, the sentences tell.
    """

    topic: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Consecutive sentences of one item in which somebody takes a side or is named as a source.

    Attributes:
        worth: how strong the marks of dispute are; compares claims, means nothing else.
    """

    refs: tuple[Ref, ...]
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Sentences of several items about one subject: `word`, as most often written."""

    word: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Items on one event.

    Attributes:
        items: ids by date, undated last, then by id.
        terms: words that set the event apart from the rest, as most often written, best first.
        lead: the first news sentence of the latest item that is dated, else of the item whose
            first news sentence shares most words with those of the others.
        summaries: per item, in the order of `items`, the sentences of its summary.
        shared: groups of sentences of different items that say nearly the same.
        differences: by topic, in the order in which they come up.
        claims: of events with several items, who says what besides the summaries, in the order
            of `items`.
        threads: subjects that several items come back to.
    """

    items: tuple[str, ...]
    terms: tuple[str, ...]
    lead: Ref
    summaries: tuple[tuple[Ref, ...], ...]
    shared: tuple[tuple[Ref, ...], ...]
    differences: tuple[Difference, ...]
    claims: tuple[Claim, ...] = ()
    threads: tuple[Thread, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Events that speak of related matters: indices into ``Briefing.events``, named by terms."""

    terms: tuple[str, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An item that stands in no event.

    Attributes:
        copy_of: the id of the item it is a copy of; "" when it has no usable sentence.
    """

    item: str
    copy_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Events, those with most items first; every event in one theme; what was left out, by id."""

    events: tuple[Event, ...] = ()
    themes: tuple[Theme, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
