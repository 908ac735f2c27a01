"""Figures about a glossary and its use."""

from __future__ import annotations

import datetime as dt

from glossary import Glossary, from_rows
from glossary.stats import Spread, collect
from glossary.usage import Usage, count, covered

TODAY = dt.date(2026, 11, 28)
GLOSSARY = from_rows(
    [
        {"id": "p", "fr": "Liv Aune", "en": "Liv Aune", "kind": "person", "gender": "f",
         "cues": "pêche", "author": "ed", "date": "2024-11-28"},
        {"id": "q", "fr": "Odd Moe", "en": "Odd Moe", "kind": "person", "valid_from": "2020-01-01",
         "speaks": "no"},
        {"id": "phare", "fr": "phare", "en": "lighthouse", "forms_en": "beacon;light"},
        {"id": "gardien", "fr": "gardien de phare", "en": "lighthouse keeper", "kind": "title",
         "author": "ed", "date": "2026-11-18"},
        {"id": "quai", "fr": "quai", "en": "quay", "status": "proposed"},
        {"id": "filet", "fr": "filet", "en": "net", "status": "deprecated"},
    ]
)  # fmt: skip
ARTICLES = (
    ("Liv Aune a vu le gardien de phare.", "Les gardiens de phare sont au quai."),
    ("Rien ici.",),
)


def test_counts() -> None:
    """Kinds, statuses, authors, years, people, forms and age."""
    stats = collect(GLOSSARY, today=TODAY)
    assert stats.entries == 6
    assert stats.kinds == {"person": 2, "organisation": 0, "place": 0, "title": 1, "term": 3}
    assert stats.statuses == {"approved": 4, "proposed": 1, "deprecated": 1}
    assert stats.authors == {"(none)": 4, "ed": 2}
    assert stats.years == {"(none)": 4, "2024": 1, "2026": 1}
    assert stats.people == {"all": 2, "gender": 1, "language": 1, "cues": 1, "dates of office": 1}
    assert stats.forms_en == Spread(mean=0.33, median=0.0, most=2)
    assert (stats.age.oldest, stats.age.newest) == (dt.date(2024, 11, 28), dt.date(2026, 11, 18))
    assert (stats.age.median_days, stats.age.undated) == (370.0, 4)
    assert stats.corpus is None


def test_use_in_articles() -> None:
    """Occurrences, articles, coverage; proposed entries are not looked for."""
    usage = count(GLOSSARY, ARTICLES)
    assert usage == Usage(
        occurrences={"p": 1, "gardien": 2}, articles={"p": 1, "gardien": 1}, read=2, matched=1
    )
    corpus = collect(GLOSSARY, today=TODAY, usage=usage).corpus
    assert corpus is not None
    assert [(entry.id, times) for entry, times, _ in corpus.top] == [("gardien", 2), ("p", 1)]
    assert [entry.id for entry in corpus.never] == ["q", "phare"]
    assert (corpus.articles, corpus.covered, corpus.occurring, corpus.approved) == (2, 1, 2, 4)


def test_what_stands_only_inside_longer_entries() -> None:
    """The lighthouse is only ever found in its keeper."""
    usage = count(GLOSSARY, ARTICLES)
    assert covered(GLOSSARY, usage, ARTICLES) == {"phare": "gardien"}


def test_an_empty_glossary_has_figures_too() -> None:
    """No entry, no division by zero."""
    stats = collect(Glossary(), today=TODAY, usage=count(Glossary(), ()))
    assert stats.entries == 0
    assert stats.forms_fr == Spread(mean=0.0, median=0.0, most=0)
    assert stats.age.median_days is None
    assert stats.corpus is not None
    assert stats.corpus.never == ()


def test_namesakes_count_alike() -> None:
    """Who is meant is not known: none of them is called unused, whatever their English."""
    rows = [{"id": id_, "fr": "Liv Aune", "en": "Liv Aune", "kind": "person"} for id_ in "ab"]
    rows += [{"id": "c", "fr": "phare", "en": "beacon"}, {"id": "d", "fr": "phare", "en": "light"}]
    glossary = from_rows([*rows, {"id": "e", "fr": "Liv Aune", "en": "Liv Aune", "kind": "place"}])
    usage = count(glossary, [("Liv Aune voit le phare.", "Le phare dort.")])
    assert usage.occurrences == {"a": 1, "b": 1, "c": 2, "d": 2}
    corpus = collect(glossary, today=TODAY, usage=usage).corpus
    assert corpus is not None
    assert corpus.homonyms == {"a", "b", "c", "d"}
