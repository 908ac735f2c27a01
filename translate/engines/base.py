"""What an engine is: requests in, hypotheses out, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.values import Span

#: Called after each finished request with the number of source words it had.
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """English wanted for a span of the source, handed to models that read marks."""

    span: Span
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One source segment. `terms` are in order and do not overlap."""

    text: str
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """The decoded English of one request.

    Attributes:
        score: mean log-probability per target token (natural log, <= 0).
        pieces: into how many parts a long source was split before decoding.
        truncated: source words may be missing, since a part did not fit the model even after
            splitting, or the output reached the length limit.
        failed: why decoding failed, "" when it did not; `text` is empty then.
    """

    text: str
    score: float
    pieces: int = 1
    truncated: bool = False
    failed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Soft word alignment of one pair.

    Attributes:
        source, target: the spans of the tokens, in code points.
        weights: one row per target token, one weight per source token; a row sums to 1 at most.
    """

    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    weights: tuple[tuple[float, ...], ...] = ()

    def mass(self, here: Span, there: Span) -> float:
        """Return how much the target span `here` attends to the source span `there`, 0 to 1."""
        columns = [
            index
            for index, span in enumerate(self.source)
            if span.start < there.end and there.start < span.end
        ]
        rows = [
            row
            for span, row in zip(self.target, self.weights, strict=True)
            if span.start < here.end and here.start < span.end
        ]
        if not rows:
            return 0.0
        return sum(row[column] for row in rows for column in columns) / len(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """Decoding options; part of the signature.

    Attributes:
        beam: beam size, 1 is greedy. repetition_penalty: above 1 penalises repeated tokens.
        no_repeat_ngram: n-grams of this size occur once; 0 is off.
        halved: a sentence is cut in two at a clause, and its parts decoded by themselves.
    """

    beam: int = 4
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0
    halved: bool = False

    def __str__(self) -> str:
        parts = [f"beam{self.beam}"]
        if self.repetition_penalty != 1.0:
            parts.append(f"rep{self.repetition_penalty:g}")
        if self.no_repeat_ngram:
            parts.append(f"norepeat{self.no_repeat_ngram}")
        if self.halved:
            parts.append("halved")
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineInfo:
    """Identity of an engine with its model, as it stands in signatures."""

    engine: str
    model: str
    digest: str
    precision: str = ""


class Engine(Protocol):
    """A translation engine."""

    @property
    def info(self) -> EngineInfo:
        """Return engine, model and digest."""

    @property
    def reads_marks(self) -> bool:
        """Return whether `Request.terms` have any effect."""

    def translate(
        self,
        requests: Sequence[Request],
        *,
        decoding: Decoding,
        progress: Progress | None = None,
    ) -> list[Hypothesis]:
        """Translate `requests`; one hypothesis each, same order. A bad one fails alone."""

    def align(self, source: str, target: str) -> Alignment:
        """Align `target` with `source`; empty when either does not fit the model."""
