"""Names of the French that the English lacks or spells otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from glossary import Kind
from translate.checks.names import Missing, survive
from translate.checks.text import fold, words
from translate.suggest.people import People
from translate.suggest.spans import Spans
from translate.suggest.values import Candidate, Place, Reason, Source, Way

#: Characters of a sentence that are compared: no sentence has more.
_LONGEST = 5_000


@dataclass(slots=True)
class _Loss:
    near: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    english: tuple[str, ...] = ()
    places: list[Place] = field(default_factory=list)


def with_losses(
    sources: Sequence[Source],
    known: Sequence[Sequence[Spans]],
    people: People,
    names: Sequence[Candidate],
) -> tuple[Candidate, ...]:
    """Return unknown people and `names` with what the English did to them, and names besides."""
    candidates = (*people.unknown, *names)
    by_word = _by_word(people.unknown)
    owner = {
        (place.source, place.line, place.start, place.end): number
        for number, candidate in enumerate(candidates)
        for place in candidate.places
    }
    spans: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for (in_source, in_line, start, end), owned in owner.items():
        spans[in_source, in_line].append((start, end, owned))
    for place in people.places:
        if (place.source, place.line, place.start, place.end) not in owner:
            spans[place.source, place.line].append((place.start, place.end, -1))
    losses: dict[int, _Loss] = defaultdict(_Loss)
    others: dict[str, _Loss] = defaultdict(_Loss)
    for number, source in enumerate(sources):
        for at, line in enumerate(source.lines):
            if not line.english:
                continue
            for lost in _losses(line.french, line.english, spans[number, at], candidates):
                place = Place(source=number, line=at, start=lost.start, end=lost.end)
                mine = _owners(lost, spans[number, at])
                for one in mine:
                    if one >= 0:
                        _add(losses[one], lost, place)
                word = fold(lost.name)
                if not mine and word in by_word:
                    _add(losses[by_word[word]], lost, place)
                elif (
                    not mine and word not in people.words and not _covered(lost, known[number][at])
                ):
                    _add(others[lost.name], lost, place)
    told = [_told(one, losses.get(number)) for number, one in enumerate(candidates)]
    return (*told, *(_new(name, loss) for name, loss in others.items() if loss.near))


def _by_word(people: Sequence[Candidate]) -> dict[str, int]:
    """Return the words that belong to the name of one person only, and whose they are."""
    owners: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for word in words(person.fr):
            owners[word.fold].add(number)
    return {word: min(own) for word, own in owners.items() if len(own) == 1}


def _losses(
    french: str,
    english: str,
    spans: Sequence[tuple[int, int, int]],
    candidates: Sequence[Candidate],
) -> list[Missing]:
    """Return names that the English lacks; a first name left out of a full name is no loss."""
    french, english = french[:_LONGEST], english[:_LONGEST]
    found = [name for name in survive(french, english) if name.near or not name.partly]
    there = {word.surface for word in words(english)}
    found += [
        Missing(name=french[start:end], start=start, end=end)
        for start, end, number in spans
        if number >= 0
        and end <= _LONGEST
        and candidates[number].fr.isupper()
        and french[start:end] not in there
    ]
    return found


def _owners(lost: Missing, spans: Sequence[tuple[int, int, int]]) -> list[int]:
    return [number for start, end, number in spans if start <= lost.start and lost.end <= end]


def _covered(lost: Missing, spans: Spans) -> bool:
    return any(start < lost.end and lost.start < end for start, end in spans)


def _add(loss: _Loss, lost: Missing, place: Place) -> None:
    if lost.near and re.search(r"[;=+@]", lost.near) is None:
        loss.near[lost.near].append(place)
    loss.english = loss.english or lost.english
    if not loss.places or loss.places[-1] != place:
        loss.places.append(place)


def _told(candidate: Candidate, loss: _Loss | None) -> Candidate:
    if loss is None:
        return candidate
    lines = {(place.source, place.line) for place in loss.places}
    return replace(candidate, altered=_ranked(loss.near), lost=candidate.lost + len(lines))


def _new(name: str, loss: _Loss) -> Candidate:
    return Candidate(
        fr=name,
        en=loss.english[0] if loss.english and loss.english[0] != "*" else name,
        kind=Kind.PLACE if loss.english else Kind.ORGANISATION,
        reason=Reason.ALTERED,
        places=tuple(loss.places),
        altered=_ranked(loss.near),
        lost=len(loss.places),
    )


def _ranked(near: Mapping[str, Sequence[Place]]) -> tuple[Way, ...]:
    ways = [Way(text=text, count=len(set(at)), place=at[0]) for text, at in near.items()]
    return tuple(sorted(ways, key=lambda way: (-way.count, way.text)))
