"""What a glossary and the article itself say about its French sentences: people, terms, wants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import glossary
from glossary.names import resolve
from glossary.values import Cast, Glossary, Kind, PersonMention
from translate import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Per sentence: who is named, what the glossary has for it, what its English must hold."""

    people: tuple[tuple[PersonMention, ...], ...]
    matches: tuple[tuple[glossary.Match, ...], ...]
    wants: tuple[tuple[terms.Want, ...], ...]


class Lookup:
    """A glossary made ready to be looked up for any number of articles."""

    def __init__(self, words: Glossary) -> None:
        self._matcher = glossary.Matcher(words)
        self._people = tuple(entry for entry in words.entries if entry.kind is Kind.PERSON)

    def find(self, texts: Sequence[str], on: dt.date | None) -> Found:
        """Resolve the people and match the terms of the French sentences of one article.

        Args:
            on: day of the article, None if unknown.
        """
        cast = resolve(texts, self._people, on=on)
        matches = tuple(
            tuple(match for match in found if match.entry.kind is not Kind.PERSON)
            for found in glossary.find_in_article(self._matcher, texts, on)
        )
        people = _by_sentence(cast, len(texts))
        return Found(
            people=people, matches=matches, wants=tuple(map(terms.wants_of, texts, matches, people))
        )


def _by_sentence(cast: Cast, count: int) -> tuple[tuple[PersonMention, ...], ...]:
    """Return the mentions of people of each of `count` sentences."""
    found: list[list[PersonMention]] = [[] for _ in range(count)]
    for mention in cast.mentions:
        found[mention.sentence].append(mention)
    return tuple(map(tuple, found))
