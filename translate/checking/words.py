"""Terms and names of the glossary on English that a person wrote or edited.

A person may be called "he" where the French repeats the name, which is good English; a word that
the glossary forbids is a fault, a term of the starter glossary put otherwise is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glossary import verify
from glossary.values import Match, MentionKind, Outcome, PersonMention, Verdict
from translate.checks import Known
from translate.checks.text import plain
from translate.lookup import Found
from translate.pipeline import known_places
from translate.terms import Origin, Want
from translate.values import Finding, Level
from translate.withheld import STARTER

_PRONOUNS = {
    "m": re.compile(r"\b(?:he|him|his|who|whose|whom|they|them|their)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her|hers|who|whose|whom|they|them|their)\b", re.IGNORECASE),
    "": re.compile(r"\b(?:he|him|his|she|her|who|whose|whom|they|them|their)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One sentence against the glossary: places that are right, and what is not."""

    known: tuple[Known, ...]
    findings: tuple[Finding, ...]


def verified(segment: str, index: int, french: str, english: str, found: Found) -> Verified:
    """Return what glossary and names say about the English of sentence number `index`."""
    wants = found.wants[index]
    verdicts = verify([_straight(want.match) for want in wants], plain(english))
    known = known_places(french, english, wants, verdicts)
    findings: list[Finding] = []
    for want, verdict in zip(wants, verdicts, strict=True):
        if verdict.outcome is Outcome.USED:
            continue
        if want.origin is Origin.PERSON:
            place = _pronoun(index, want, found.people[index], english)
            if place:
                known.append(place)
                continue
        findings += _findings(segment, index, want, verdict, found.people[index])
    return Verified(known=tuple(known), findings=tuple(findings))


def _straight(match: Match) -> Match:
    """Return `match` with straight apostrophes in its English: they tell no names apart."""
    entry = match.entry
    forms = tuple(map(plain, entry.forms_en))
    return replace(match, entry=replace(entry, en=plain(entry.en), forms_en=forms))


def _pronoun(
    index: int, want: Want, mentions: Sequence[PersonMention], english: str
) -> Known | None:
    """Return the place of a pronoun that stands for a person who was introduced before."""
    mention = next((m for m in mentions if m.start <= want.start < m.end), None)
    if mention is None or not _again(index, mention):
        return None
    genders = {person.gender for person in mention.people or mention.candidates}
    hit = _PRONOUNS.get(genders.pop() if len(genders) == 1 else "", _PRONOUNS[""]).search(english)
    return ((mention.start, want.end), hit.span()) if hit else None


def _again(index: int, mention: PersonMention) -> bool:
    """Whether the article has named this person before this place of sentence number `index`."""
    here = (index, mention.start)
    return mention.kind is not MentionKind.FULL and all(
        person.introduced is None or person.introduced < here for person in mention.people
    )


def _findings(
    segment: str, index: int, want: Want, verdict: Verdict, mentions: Sequence[PersonMention]
) -> Iterator[Finding]:
    surface, wanted = want.match.surface, want.english
    if want.origin is Origin.PERSON:
        mention = next((m for m in mentions if m.start <= want.start < m.end), None)
        again = mention is not None and _again(index, mention)
        level = Level.WARNING if again else Level.ERROR
        message = f"the name {surface!r} is not in the English"
        yield Finding(rule="name", level=level, segment=segment, message=message, suggestion=wanted)
    elif verdict.outcome is Outcome.FORBIDDEN:
        message = f"{surface!r} is rendered by {verdict.found!r}, which the glossary forbids"
        yield Finding(
            rule="term", level=Level.ERROR, segment=segment, message=message, suggestion=wanted
        )
    else:
        level = Level.INFO if want.match.entry.author == STARTER else Level.WARNING
        message = f"{surface!r}: {wanted!r} is not in the English"
        yield Finding(rule="term", level=level, segment=segment, message=message, suggestion=wanted)
