"""Values of the resolver: a candidate with its score, the field of candidates, a decision."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.names.article import Place
from glossary.names.evidence import Reason, Sign
from glossary.names.spans import Found


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is meant by one mention, as person indices.

    `introduces` tells that a first name beside a relative's full name is as good as a full name.
    """

    found: Found
    people: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    inferred: bool = False
    group: bool = False
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it."""

    person: int
    reasons: tuple[Reason, ...]

    def shows(self, sign: Sign) -> bool:
        """Whether one of the deciding features fired."""
        return any(r.sign is sign for r in self.reasons)

    @property
    def total(self) -> float:
        """Sum of all weights."""
        return sum(r.weight for r in self.reasons)

    @property
    def hard(self) -> float:
        """Sum of the weights that come from the article's own naming."""
        return sum(r.weight for r in self.reasons if not r.soft)

    @property
    def soft(self) -> float:
        """Sum of the weights of cues and topics."""
        return sum(r.weight for r in self.reasons if r.soft)


@dataclass(frozen=True, slots=True)
class Field:
    """The candidates of one mention together.

    Attributes:
        size: how many they are. full: whom the mention names in full.
        rivals: whether any was introduced before.
        next_place: where the first of those who come later is introduced.
        headline: a bare name that stands before anybody is introduced.
    """

    size: int
    full: frozenset[int]
    rivals: bool
    next_place: Place | None
    headline: bool
