"""What the English of a segment must hold: terms, people's names, other names, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from glossary import inflect
from glossary.names.lexicon import lexicon
from glossary.values import Entry, Kind, Match, MentionKind, Person, PersonMention
from translate.terms.spelling import fold

#: Courtesy titles and professions before a name; they never stand inside marks.
_COURTESY = re.compile(
    r"(?:MM?|Mmes?|Mlles?|Mes?|Mgr|Drs?|Prs?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames"
    r"|les époux|le couple|la famille)\.?[\s\u00a0\u202f]+",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|\bet\b|\bou\b)[\s\u00a0\u202f]*")
_NAME_KINDS = frozenset(MentionKind) - {MentionKind.TITLE}


class Origin(StrEnum):
    """Why something is wanted."""

    TERM = "term"
    PERSON = "person"
    NAME = "name"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """One thing the English must hold.

    Attributes:
        match: where the French has it, and the entry whose English forms satisfy it.
        english: the form to ask the engine for, inflected as the French stands.
        person: who is named, for people; None when it could be several.
    """

    match: Match
    english: str
    origin: Origin
    person: Person | None = None

    @property
    def start(self) -> int:
        """Return where its French starts in the segment."""
        return self.match.start

    @property
    def end(self) -> int:
        """Return where its French ends in the segment."""
        return self.match.end


def wants_of(
    text: str, matches: Sequence[Match], mentions: Sequence[PersonMention]
) -> tuple[Want, ...]:
    """Return what the English of the segment `text` must hold, in order, without overlap.

    People come first, then glossary terms: "Washington" in "Denzel Washington" is no place. A place
    that rival entries claim is not wanted, since it would be a guess.

    Args:
        matches: what the glossary's matcher found in `text`.
        mentions: the people of this segment.
    """
    wants = [want for mention in mentions for want in _person(text, mention)]
    taken = [(mention.start, mention.end) for mention in mentions]
    for match in matches:
        if match.rivals or any(match.start < end and start < match.end for start, end in taken):
            continue
        english = _acronym(match) or inflect(match.entry, match.plural)
        wants.append(Want(match=match, english=english, origin=Origin.TERM))
    return tuple(sorted(wants, key=lambda want: want.start))


def _acronym(match: Match) -> str:
    """Return the entry's English acronym where the French stands as one, else "".

    An entry may hold both: "Union nationale des plâtriers (UNP)" must not become its English twice.
    """
    if not _is_acronym(match.surface) or _is_acronym(match.entry.en):
        return ""
    return next((form for form in match.entry.forms_en if _is_acronym(form)), "")


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 8


def with_lost(wants: Sequence[Want], lost: Sequence[Match], origin: Origin) -> tuple[Want, ...]:
    """Return `wants` with the names or figures the plain English lost, where no want stands yet."""
    free = [
        Want(match=match, english=match.entry.en, origin=origin)
        for match in lost
        if not any(match.start < want.end and want.start < match.end for want in wants)
    ]
    return tuple(sorted([*wants, *free], key=lambda want: want.start))


def _person(text: str, mention: PersonMention) -> list[Want]:
    """Return one want for each name in a mention; "MM. Xi et Biden" has two."""
    if mention.kind not in _NAME_KINDS:
        return []
    known = mention.people or mention.candidates
    if not known:
        return []
    wants = []
    at = mention.start
    for part in _AND.split(mention.surface):
        start = text.index(part, at) if part else at
        at = start + len(part)
        title = _COURTESY.match(part)
        start += title.end() if title else 0
        surface = text[start:at].rstrip()
        if surface[:1].isupper() or _particle(surface):
            wants.append(_want_person(surface, start, mention))
    return wants


def _particle(surface: str) -> bool:
    """Whether a name opens with a particle: "de Villepin", "von der Leyen", not "les Ferrand"."""
    word = re.split(r"[\s\u00a0\u202f'’-]", surface.lower(), maxsplit=1)[0]
    return word in {"d", "de", "du"} or lexicon().has("foreign_particles", word)


def _want_person(surface: str, start: int, mention: PersonMention) -> Want:
    words = set(fold(surface).split())
    known = mention.people or mention.candidates
    named = [person for person in known if words & set(fold(person.name_fr).split())]
    bearer = (named or list(known))[0]
    english = english_part(surface, bearer)
    entry = bearer.entry or Entry(
        id=bearer.id, fr=bearer.name_fr, en=bearer.name_en, kind=Kind.PERSON, gender=bearer.gender
    )
    forms = tuple(form for form in (*entry.forms_en, bearer.name_en) if english in form)
    own = replace(entry, fr=surface, en=english, forms_fr=(), forms_en=forms, forbidden_en=())
    match = Match(entry=own, start=start, end=start + len(surface), surface=surface)
    return Want(
        match=match,
        english=english,
        origin=Origin.PERSON,
        person=bearer if mention.people else None,
    )


def english_part(surface: str, person: Person) -> str:
    """Return the English of `surface`, a part of a person's French name.

    "Choïgou" of "Sergueï Choïgou", in English "Sergei Shoigu", gives "Shoigu".
    """
    parts, english = surface.split(), person.name_en.split()
    folded = [fold(part) for part in parts]
    if [fold(part) for part in english] == folded:
        return person.name_en
    by_fold = {fold(part): part for part in english}
    if all(part in by_fold for part in folded):
        return " ".join(by_fold[part] for part in folded)
    french = [fold(part) for part in person.name_fr.split()]
    if folded == french:
        return person.name_en
    if len(french) == len(english) and all(part in french for part in folded):
        return " ".join(english[french.index(part)] for part in folded)
    forms = person.entry.forms_fr if person.entry else ()
    if any(fold(form) == " ".join(folded) for form in forms):
        return person.name_en if len(parts) > 1 else person.name_en.split()[-1]
    return surface
