"""People whom articles name in full and no glossary knows, over all articles together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from glossary import Entry, Kind
from glossary.folding import tokenize
from glossary.names import resolve
from glossary.values import MentionKind, Person, PersonMention
from translate.suggest.values import Candidate, Place, Reason, Source

_SPELLED = {MentionKind.FULL, MentionKind.REORDERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Unknown people, and where any person, known or not, is mentioned.

    Attributes:
        words: folded words of all full names, also of people in the glossary.
    """

    unknown: tuple[Candidate, ...]
    places: tuple[Place, ...]
    words: frozenset[str]


@dataclass(slots=True)
class _Group:
    names: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    surnames: set[tuple[str, ...]] = field(default_factory=set)


def find_people(sources: Sequence[Source], entries: Iterable[Entry]) -> People:
    """Resolve the people of each article; group those of one full name over all articles.

    A person of whom no article gives the full name is no proposal: a bare surname as entry would
    claim everybody of that name.
    """
    people = [entry for entry in entries if entry.kind is Kind.PERSON]
    by_surname: dict[tuple[str, ...], list[tuple[Person, Place]]] = defaultdict(list)
    groups: dict[tuple[str, ...], _Group] = defaultdict(_Group)
    places: list[Place] = []
    for number, source in enumerate(sources):
        cast = resolve([line.french for line in source.lines], people)
        for mention in cast.mentions:
            place = Place(
                source=number, line=mention.sentence, start=mention.start, end=mention.end
            )
            if mention.kind is MentionKind.TITLE:
                continue
            places.append(place)
            if len(mention.people) != 1 or mention.people[0].entry is not None:
                continue
            person = mention.people[0]
            if person.introduced is None:
                by_surname[_key(person.surname)].append((person, place))
            else:
                _add(groups[_key(person.name_fr)], mention, place)
    _join(groups, by_surname)
    unknown = tuple(_candidate(group) for group in groups.values())
    names = chain((one.fr for one in unknown), (entry.fr for entry in people))
    words = frozenset(chain.from_iterable(tokenize(name).keys for name in names))
    return People(unknown=unknown, places=tuple(places), words=words)


def _join(
    groups: Mapping[tuple[str, ...], _Group],
    by_surname: Mapping[tuple[str, ...], Sequence[tuple[Person, Place]]],
) -> None:
    """Add mentions by surname alone to the one person of any article who has that surname."""
    owners: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for group in groups.values():
        for surname in group.surnames:
            owners[surname].append(group)
    for surname, mentions in by_surname.items():
        if len(owners[surname]) != 1:
            continue
        (group,) = owners[surname]
        for person, place in mentions:
            if not person.gender or person.gender in group.genders or not any(group.genders):
                group.places.append(place)
    for group in groups.values():
        group.places.sort(key=lambda place: (place.source, place.line, place.start))


def _key(name: str) -> tuple[str, ...]:
    """Return what spellings of one full name share: order, accents and hyphens aside."""
    return tuple(sorted(tokenize(name).keys))


def _add(group: _Group, mention: PersonMention, place: Place) -> None:
    person = mention.people[0]
    full = mention.kind in _SPELLED
    group.names[person.name_fr] += full
    if full and _key(mention.surface) == _key(person.name_fr):
        group.names[mention.surface] += mention.surface != person.name_fr
    group.genders[person.gender] += 1
    group.places.append(place)
    group.surnames.add(_key(person.surname))


def _candidate(group: _Group) -> Candidate:
    names = sorted(group.names, key=lambda name: (-group.names[name], -len(name), name))
    genders = [gender for gender in group.genders if gender]
    return Candidate(
        fr=names[0],
        kind=Kind.PERSON,
        reason=Reason.UNKNOWN,
        places=tuple(group.places),
        variants=tuple(name for name in names[1:] if group.names[name]),
        gender=genders[0] if len(genders) == 1 else "",
    )
