"""Frozen values of the glossary package: entries, matches, verdicts, people and mentions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entry names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TITLE = "title"
    TERM = "term"


class EntryStatus(StrEnum):
    """Where an entry stands in the editors' work; only approved entries are applied."""

    APPROVED = "approved"
    PROPOSED = "proposed"
    DEPRECATED = "deprecated"


class Case(StrEnum):
    """How capitals are compared.

    SMART: a lower-case letter of the entry also matches its capital at the start of the term and
    in text set in capitals; a capital of the entry is required. EXACT: letter for letter.
    ANY: not compared.
    """

    SMART = "smart"
    EXACT = "exact"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a glossary. `fr` and `en` are base forms.

    Attributes:
        forms_fr, forms_en: further forms besides those the matcher derives.
        forbidden_en: English that must not stand for it ("forerunner").
        gender: "m", "f" or "" (unknown), for persons.
        speaks: ISO 639-1 code of the person's language: a quotation may be a back-translation.
        cues: French words that point at this person when they stand near ("affaires étrangères").
        valid_from, valid_to: dates of office or use, inclusive; None is open.
    """

    id: str
    fr: str
    en: str
    kind: Kind = Kind.TERM
    forms_fr: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    forbidden_en: tuple[str, ...] = ()
    gender: str = ""
    speaks: str = ""
    cues: tuple[str, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    case: Case = Case.SMART
    note: str = ""
    source: str = ""
    status: EntryStatus = EntryStatus.APPROVED
    author: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """Entries in file order. `digest` is the SHA-256 over the entries' content, hexadecimal."""

    entries: tuple[Entry, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One place of a French text where an entry applies: ``text[start:end] == surface``.

    `plural` tells that the French stands in the plural where the entry's base form does not.
    Several entries can claim one place with different English: then `rivals` has the others.
    """

    entry: Entry
    start: int
    end: int
    surface: str
    plural: bool = False
    rivals: tuple[Entry, ...] = ()


class Outcome(StrEnum):
    """What verification found for one match."""

    USED = "used"
    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome for one match.

    `start`, `end` locate the English (or the forbidden word); -1 if there is none.
    """

    match: Match
    outcome: Outcome
    start: int = -1
    end: int = -1
    found: str = ""


class MentionKind(StrEnum):
    """The form in which a person is mentioned."""

    FULL = "full"
    REORDERED = "reordered"
    COURTESY = "courtesy"
    BARE = "bare"
    FIRST = "first"
    NICKNAME = "nickname"
    INITIALS = "initials"
    GROUP = "group"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone of an article: a glossary person or one the article introduces by full name.

    Attributes:
        id: the entry's id, or "cast-1", "cast-2", ... for people without entry.
        name_fr, name_en: full names as written in French and as wanted in English.
        surname: the part used after a courtesy title.
        gender: "m", "f" or "".
        introduced: (sentence, offset) of the first full-name mention, None if there is none.
    """

    id: str
    name_fr: str
    name_en: str
    surname: str
    gender: str = ""
    entry: Entry | None = None
    introduced: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One mention: ``sentences[sentence][start:end] == surface``.

    Attributes:
        people: who is meant; several for a group; empty when ambiguous.
        candidates: who it could be, when ambiguous.
        evidence: short English phrases that say why ("introduced in sentence 3").
        confidence: 0 to 1. inferred: true when not settled by a full name earlier in the article.
        source_error: what the source gets wrong about it ("M. for a woman"), "" if nothing.
        shared_title: for a name of "MM. X, Y et Z" the title of the list ("MM"), else "".
    """

    sentence: int
    start: int
    end: int
    surface: str
    kind: MentionKind
    people: tuple[Person, ...] = ()
    candidates: tuple[Person, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    inferred: bool = False
    source_error: str = ""
    shared_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of an article and every mention of them, in reading order."""

    people: tuple[Person, ...] = ()
    mentions: tuple[PersonMention, ...] = ()
