"""What editors have decided already: entries of the glossaries, whatever their status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from glossary import Entry, EntryStatus, Glossary, Kind, Matcher
from glossary.folding import tokenize
from translate.checks.exonyms import find as find_exonyms
from translate.checks.text import words
from translate.suggest.spans import Spans
from translate.suggest.values import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Entries in any status: what was declined or waits for review is not proposed again.

    Attributes:
        entries: of people and all else, as approved ones.
        names: folded words of every French form.
    """

    entries: tuple[Entry, ...]
    names: frozenset[tuple[str, ...]]

    def has(self, fr: str) -> bool:
        """Whether an entry has this French, accents and capitals aside."""
        return _key(fr) in self.names


def known_of(entries: Iterable[Entry]) -> Known:
    """Return what `entries` tell. Those without approval count like the others."""
    kept = tuple(replace(entry, status=EntryStatus.APPROVED) for entry in entries)
    forms = chain.from_iterable((entry.fr, *entry.forms_fr) for entry in kept)
    return Known(entries=kept, names=frozenset(map(_key, forms)))


def _key(text: str) -> tuple[str, ...]:
    return tuple(tokenize(text).keys)


def known_spans(sources: Sequence[Source], known: Known) -> list[list[Spans]]:
    """Return per source and line where entries other than people stand.

    Places that have an English name of their own in the tables of the checks count too.
    """
    matcher = Matcher(
        Glossary(entries=tuple(e for e in known.entries if e.kind is not Kind.PERSON))
    )
    return [[_spans(line.french, matcher) for line in source.lines] for source in sources]


def _spans(text: str, matcher: Matcher) -> Spans:
    spans = [(match.start, match.end) for match in matcher.find(text)]
    found = words(text, french=True)
    spans += [
        (found[first].start, found[last - 1].end) for first, last, _ in find_exonyms(text, found)
    ]
    return spans
