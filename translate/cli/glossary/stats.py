"""`translate glossary stats`: figures about a glossary and its use in articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.glossary.common import chosen, glossary_option

if TYPE_CHECKING:
    from glossary.stats import InCorpus, Spread, Stats
    from glossary.values import Entry

#: Entries without use that the table names; JSON has them all.
_NEVER = 20
#: Characters of a term that the table shows.
_WIDEST = 40


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1)
@glossary_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON, with every entry never used.")
def stats(paths: tuple[str, ...], glossaries: tuple[Path, ...], as_json: bool) -> None:
    """Count what a glossary holds; with PATHS (articles, folders), what of it occurs there."""
    import datetime as dt

    from glossary import load
    from glossary.stats import collect
    from glossary.usage import count
    from translate.cli.glossary.corpus import Corpus
    from translate.rendering.escape import clean

    glossary = load(chosen(glossaries))
    corpus = Corpus(paths)
    usage = count(glossary, corpus.articles()) if paths else None
    figures = collect(glossary, today=dt.date.today(), usage=usage)  # noqa: DTZ011 - own day
    if as_json:
        click.echo(json.dumps(to_json(figures), ensure_ascii=False, indent=2))
    else:
        for line in to_lines(figures):
            click.echo(clean(line))
    click.get_current_context().exit(1 if corpus.failed else 0)


def to_json(stats: Stats) -> dict[str, Any]:
    """Return the figures as plain data; entries by id."""
    return {
        "entries": stats.entries,
        "kinds": stats.kinds,
        "statuses": stats.statuses,
        "authors": stats.authors,
        "years": stats.years,
        "people": stats.people,
        "forms_fr": _spread(stats.forms_fr),
        "forms_en": _spread(stats.forms_en),
        "forbidden_en": _spread(stats.forbidden_en),
        "age": {
            "oldest": str(stats.age.oldest or ""),
            "newest": str(stats.age.newest or ""),
            "median_days": stats.age.median_days,
            "undated": stats.age.undated,
        },
        "corpus": _corpus_json(stats.corpus) if stats.corpus else None,
    }


def to_lines(stats: Stats) -> Iterator[str]:
    """Yield the figures as a table of two columns under headings."""
    yield f"{stats.entries:,} entries"
    yield from _block("Kind", stats.kinds, stats.entries)
    yield from _block("Status", stats.statuses, stats.entries)
    yield from _block("Author", stats.authors, stats.entries)
    yield from _block("Year", stats.years, stats.entries)
    yield from _block("People", stats.people, stats.people["all"])
    yield ""
    yield "Forms of an entry        mean  median  most"
    for name, spread in (
        ("further French", stats.forms_fr),
        ("further English", stats.forms_en),
        ("forbidden English", stats.forbidden_en),
    ):
        yield f"  {name:20} {spread.mean:6.2f} {spread.median:7g} {spread.most:5}"
    age = stats.age
    if age.median_days is not None:
        yield ""
        yield f"Age: {age.oldest} to {age.newest}, median {age.median_days:g} days"
    if stats.corpus:
        yield from _corpus_lines(stats.corpus)


def _block(title: str, counts: Mapping[str, int], total: int) -> Iterator[str]:
    yield ""
    yield title
    wide = max((len(name) for name in counts), default=0)
    for name, number in counts.items():
        yield f"  {name:{max(wide, 20)}} {number:6,} {_percent(number, total):>6}"


def _corpus_lines(found: InCorpus) -> Iterator[str]:
    yield ""
    yield "In these articles"
    yield f"  {'articles':20} {found.articles:6,}"
    covered = _percent(found.covered, found.articles)
    yield f"  {'with an entry':20} {found.covered:6,} {covered:>6}"
    occurring = _percent(found.occurring, found.approved)
    yield f"  {'entries that occur':20} {found.occurring:6,} {occurring:>6}"
    yield f"  {'occurrences':20} {found.occurrences:6,}"
    if found.top:
        yield ""
        wide = max(20, *(len(_named(entry, found)) for entry, _, _ in found.top))
        yield f"{'Most frequent':{wide + 2}}  times  articles"
        for entry, times, articles in found.top:
            yield f"  {_named(entry, found):{wide}} {times:6,} {articles:9,}  {_short(entry.en)}"
    if found.never:
        yield ""
        yield f"Never used: {len(found.never):,}"
        for entry in found.never[:_NEVER]:
            yield f"  {_named(entry, found)}"
        if len(found.never) > _NEVER:
            yield f"  … and {len(found.never) - _NEVER:,} more; --json lists them"


def _named(entry: Entry, found: InCorpus) -> str:
    """Return the French, with the id where only that tells whose it is."""
    return _short(entry.fr) + (f" ({entry.id})" if entry.id in found.homonyms else "")


def _short(term: str) -> str:
    return term if len(term) <= _WIDEST else f"{term[: _WIDEST - 1]}…"


def _corpus_json(found: InCorpus) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "covered": found.covered,
        "occurrences": found.occurrences,
        "occurring": found.occurring,
        "approved": found.approved,
        "top": [
            {"id": entry.id, "fr": entry.fr, "en": entry.en, "times": times, "articles": articles}
            for entry, times, articles in found.top
        ],
        "never": [entry.id for entry in found.never],
    }


def _spread(spread: Spread) -> dict[str, float]:
    return {"mean": spread.mean, "median": spread.median, "most": spread.most}


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else ""
