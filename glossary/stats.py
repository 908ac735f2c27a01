"""Figures about a glossary: what it holds, how complete it is, how old, how much it is used."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from glossary.homonyms import homonyms
from glossary.usage import Usage
from glossary.values import Entry, EntryStatus, Glossary, Kind

#: How many of the entries that occur most are listed.
TOP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Mean, median and maximum of a count."""

    mean: float
    median: float
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Dates of entries and the median age in days; all but `undated` are of dated entries."""

    oldest: dt.date | None
    newest: dt.date | None
    median_days: float | None
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InCorpus:
    """What articles use of a glossary.

    Attributes:
        articles: how many were read. covered: in how many any entry occurs.
        occurring: approved entries that occur. approved: all of them.
        top: (entry, occurrences, articles), the most frequent first.
        never: approved entries that occur nowhere, in file order.
        homonyms: ids of approved entries whose French others have too; all of them count.
    """

    articles: int
    covered: int
    occurrences: int
    occurring: int
    approved: int
    top: tuple[tuple[Entry, int, int], ...]
    never: tuple[Entry, ...]
    homonyms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts by name, the largest first (kinds and statuses in their own order).

    Attributes:
        people: how many of the people have a gender, a language, cues, dates of office.
        forms_fr, forms_en, forbidden_en: forms per entry, the base form not counted.
    """

    entries: int
    kinds: dict[str, int]
    statuses: dict[str, int]
    authors: dict[str, int]
    years: dict[str, int]
    people: dict[str, int]
    forms_fr: Spread
    forms_en: Spread
    forbidden_en: Spread
    age: Age
    corpus: InCorpus | None = None


def collect(glossary: Glossary, *, today: dt.date, usage: Usage | None = None) -> Stats:
    """Return the figures of a glossary; with `usage`, also those of a corpus."""
    entries = glossary.entries
    people = [entry for entry in entries if entry.kind is Kind.PERSON]
    return Stats(
        entries=len(entries),
        kinds=_by(entries, lambda entry: entry.kind, list(Kind)),
        statuses=_by(entries, lambda entry: entry.status, list(EntryStatus)),
        authors=_common(entry.author or "(none)" for entry in entries),
        years=dict(sorted(_common(_year(entry) for entry in entries).items())),
        people={
            "all": len(people),
            "gender": sum(bool(entry.gender) for entry in people),
            "language": sum(bool(entry.speaks) for entry in people),
            "cues": sum(bool(entry.cues) for entry in people),
            "dates of office": sum(bool(entry.valid_from or entry.valid_to) for entry in people),
        },
        forms_fr=_spread([len(entry.forms_fr) for entry in entries]),
        forms_en=_spread([len(entry.forms_en) for entry in entries]),
        forbidden_en=_spread([len(entry.forbidden_en) for entry in entries]),
        age=_age(entries, today),
        corpus=_in_corpus(entries, usage) if usage else None,
    )


def _by(
    entries: Iterable[Entry], name: Callable[[Entry], str], order: Sequence[str]
) -> dict[str, int]:
    counts = Counter(str(name(entry)) for entry in entries)
    return {str(value): counts[str(value)] for value in order}


def _common(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _year(entry: Entry) -> str:
    return str(entry.date.year) if entry.date else "(none)"


def _spread(counts: Sequence[int]) -> Spread:
    if not counts:
        return Spread(mean=0.0, median=0.0, most=0)
    return Spread(mean=round(mean(counts), 2), median=float(median(counts)), most=max(counts))


def _age(entries: Iterable[Entry], today: dt.date) -> Age:
    everyone = list(entries)
    dates = sorted(entry.date for entry in everyone if entry.date)
    days = float(median((today - date).days for date in dates)) if dates else None
    return Age(
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        median_days=days,
        undated=len(everyone) - len(dates),
    )


def _in_corpus(entries: Iterable[Entry], usage: Usage) -> InCorpus:
    approved = [entry for entry in entries if entry.status is EntryStatus.APPROVED]
    found = [entry for entry in approved if usage.occurrences.get(entry.id)]
    ranked = sorted(found, key=lambda entry: -usage.occurrences[entry.id])  # stable: file order
    return InCorpus(
        articles=usage.read,
        covered=usage.matched,
        occurrences=sum(usage.occurrences.values()),
        occurring=len(found),
        approved=len(approved),
        top=tuple(
            (entry, usage.occurrences[entry.id], usage.articles[entry.id]) for entry in ranked[:TOP]
        ),
        never=tuple(entry for entry in approved if not usage.occurrences.get(entry.id)),
        homonyms=frozenset(homonyms(approved)),
    )
