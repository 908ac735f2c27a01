"""Frozen values of the suggestions: what is read, what is found in it, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from glossary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence. `english` is "" where the article has no page yet.

    `edited`: a person changed the English after the page was written.
    """

    id: str
    french: str
    english: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article or a page. `digest` is the SHA-256 of the article's bytes, hexadecimal."""

    name: str
    digest: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: ``sources[source].lines[line].french[start:end]``."""

    source: int
    line: int
    start: int
    end: int


class Reason(StrEnum):
    """Why an entry is proposed."""

    UNKNOWN = "unknown name"
    VARIES = "rendered in several ways"
    ALTERED = "altered in the English"
    CORRECTED = "corrected by an editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of putting a name or term into English.

    Attributes:
        count: how often. edited: how often of these in a sentence that a person changed.
        place: the first.
    """

    text: str
    count: int
    place: Place
    edited: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name or term of the corpus, before ranking.

    Attributes:
        variants: other French forms of it that an entry should list.
        ways: how it is rendered where that varies, an editor's way first, then the most frequent.
        altered: wrong English that stands for it, the most frequent first.
        lost: how many of `places` have an English that lacks or varies it.
    """

    fr: str
    kind: Kind
    reason: Reason
    places: tuple[Place, ...]
    en: str = ""
    variants: tuple[str, ...] = ()
    gender: str = ""
    note: str = ""
    ways: tuple[Way, ...] = ()
    altered: tuple[Way, ...] = ()
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence that shows a proposal, in both languages."""

    source: str
    segment: str
    french: str
    english: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An entry that an editor may accept. `en` is "" where it must be filled in.

    Attributes:
        count: places in the French. articles: how many articles have it.
        trouble: places whose English lacks, alters or varies it.
        why: one English phrase per reason.
    """

    fr: str
    en: str
    kind: Kind
    forms_fr: tuple[str, ...]
    forbidden_en: tuple[str, ...]
    gender: str
    count: int
    articles: int
    trouble: int
    reasons: tuple[Reason, ...]
    why: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    note: str = ""

    @property
    def score(self) -> int:
        """How useful the entry is: frequency x articles x (1 + trouble)."""
        return self.count * self.articles * (1 + self.trouble)
