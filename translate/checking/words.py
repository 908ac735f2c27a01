"""Terms and names of the glossary on English that a person wrote or edited.

The English may call a person "he", by the surname or by an office where the French repeats the
name: that is good English. A word that the glossary forbids is a fault, a term of the starter
glossary put otherwise is a remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from glossary import locate, verify
from glossary.values import Kind, MentionKind, Outcome, PersonMention, Verdict
from translate.assembly import known_places
from translate.checks import Known
from translate.checks.lexicon import likeliest
from translate.checks.tables import items
from translate.checks.text import english_stem, plain, words
from translate.courtesy import mention_of, mistitled
from translate.lookup import Found
from translate.terms import Origin, Want
from translate.terms.wants import english_part
from translate.values import Finding, Level
from translate.withheld import STARTER

_PRONOUNS = {
    "m": re.compile(r"\b(?:he|him|his|who|whose|whom|they|them|their)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her|hers|who|whose|whom|they|them|their)\b", re.IGNORECASE),
    "": re.compile(r"\b(?:he|him|his|she|her|who|whose|whom|they|them|their)\b", re.IGNORECASE),
}
#: rapidfuzz ratio from which a word is taken to be meant for a part of the name.
_ALIKE = 60
_STOPS = ".,;:!?\"')"
_THE = re.compile(r"\b[Tt]he\s+(?:\w+\s+){0,2}?$")
#: Code points before a noun that are looked at for its article.
_REACH = 40
_NAMED = frozenset({Kind.PLACE, Kind.ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One sentence against the glossary: places that are right, and what is not."""

    known: tuple[Known, ...]
    findings: tuple[Finding, ...]


def verified(segment: str, index: int, french: str, english: str, found: Found) -> Verified:
    """Return what glossary and names say about the English of sentence number `index`."""
    wants, people = found.wants[index], found.people[index]
    verdicts = verify([want.match for want in wants], english)
    known = known_places(french, english, wants, verdicts)
    findings = list(mistitled(segment, people, wants, verdicts, english))
    for want, verdict in zip(wants, verdicts, strict=True):
        if verdict.outcome is Outcome.USED:
            continue
        if want.origin is Origin.PERSON:
            mention = mention_of(want, people)
            again = _again(index, mention)
            surname = _surname(want, english)
            other = _called_otherwise(want, mention, english) if mention and again else None
            known += filter(None, [surname or other])
            if not (again and (surname or other)):
                level = Level.WARNING if again else Level.INFO if surname else Level.ERROR
                findings.append(_lost(segment, want, level, "in full " if surname else ""))
        else:
            findings.append(_term(segment, want, verdict))
    return Verified(known=tuple(known), findings=tuple(findings))


def _again(index: int, mention: PersonMention | None) -> bool:
    """Whether the article has named this person before this place of sentence number `index`."""
    return mention is not None and all(
        person.introduced < (index, mention.start)
        if person.introduced
        else mention.kind is not MentionKind.FULL
        for person in mention.people
    )


def _surname(want: Want, english: str) -> Known | None:
    """Return the place of the surname alone, where a full name is wanted."""
    names = want.english.split()
    own = english_part(want.person.surname, want.person) if want.person else ""
    for surname in (own, names[-1]):  # "Xi" of "Xi Jinping", else the last of the names
        if len(surname) > 1 and surname in names and surname != want.english:
            places = locate([plain(surname)], plain(english), exact=True)
            if places and not _with_other_name(places[0], surname, names, english):
                return ((want.start, want.end), places[0])
    return None


def _with_other_name(place: tuple[int, int], surname: str, names: list[str], english: str) -> bool:
    """Whether the surname at `place` has something like the rest of the name beside it.

    "Xi Jiping" is no surname alone but a full name misspelt.
    """
    start, end = place
    beside = [*english[:start].split()[-1:], *english[end:].split()[:1]]
    others = [name for name in names if name != surname]
    return any(
        word[:1].isupper() and fuzz.ratio(word.strip(_STOPS), name) >= _ALIKE
        for word in beside
        for name in others
    )


def _called_otherwise(want: Want, mention: PersonMention, english: str) -> Known | None:
    """Return the pronoun or office that stands for a person who was named before."""
    genders = {person.gender for person in mention.people or mention.candidates}
    pronoun = _PRONOUNS.get(genders.pop() if len(genders) == 1 else "", _PRONOUNS[""])
    hit = pronoun.search(english)
    place = hit.span() if hit else _office(english)
    return ((mention.start, want.end), place) if place else None


def _office(english: str) -> tuple[int, int] | None:
    """Return the place of the first noun of persons that has "the" before it."""
    for word in words(english):
        before = english[max(0, word.start - _REACH) : word.start]
        if english_stem(word.fold) in _person_stems() and _THE.search(before):
            return word.start, word.end
    return None


@cache
def _person_stems() -> frozenset[str]:
    nouns = items("person_nouns.txt") | items("feminine_roles.txt")
    return frozenset(filter(None, map(likeliest, nouns)))


def _lost(segment: str, want: Want, level: Level, how: str) -> Finding:
    return Finding(
        rule="name",
        level=level,
        segment=segment,
        message=f"the name {want.match.surface!r} is not {how}in the English",
        suggestion=want.english,
    )


def _term(segment: str, want: Want, verdict: Verdict) -> Finding:
    entry, surface = want.match.entry, want.match.surface
    if verdict.outcome is Outcome.FORBIDDEN:
        level = Level.ERROR
        message = f"{surface!r} is rendered by {verdict.found!r}, which the glossary forbids"
    else:
        remark = entry.author == STARTER and entry.kind not in _NAMED
        level = Level.INFO if remark else Level.WARNING
        message = f"{surface!r}: {want.english!r} is not in the English"
    return Finding(
        rule="term", level=level, segment=segment, message=message, suggestion=want.english
    )
