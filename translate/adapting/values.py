"""Frozen values of an adaptation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from translate.errors import VisavisError
from translate.evaluating import Evaluation, Score, TermCounts


class TooFewPairsError(VisavisError):
    """Too few pairs are left to train on and to measure with."""

    exit_code = 2


class Pair(NamedTuple):
    """A French sentence and its English."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a model is trained.

    Attributes:
        rate: of AdamW, reached after `warmup` updates.
        batch: sentences of the desk in one update; as many replayed ones come with them.
        rounds: at most so many; a round is one pass over the pairs, but no fewer updates than
            `shortest` and no more than `longest`. After each the loss is looked at.
        patience: rounds without a lower loss that end training.
        forgotten: how much the loss on sentences not replayed may rise, in proportion. A first
            bound: house style itself raises that loss, and the gate on general news decides.
        smoothing: of the labels. clip: largest norm of the gradient. seed: of everything drawn.
    """

    rate: float = 5e-5
    warmup: int = 10
    batch: int = 16
    rounds: int = 12
    shortest: int = 8
    longest: int = 200
    patience: int = 2
    forgotten: float = 0.2
    smoothing: float = 0.1
    clip: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of training. `loss`: nats per target token on the pairs set aside."""

    number: int
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How training went.

    Attributes:
        rounds: all of them, the first before any training.
        blend: share of the trained weights in the result, the rest are the old ones; 0 to 1.
        loss: of the result, on the pairs set aside.
        memory: loss on replayed sentences set aside, before and of the result.
    """

    rounds: tuple[Round, ...]
    blend: float
    loss: float
    memory: tuple[float, float]

    @property
    def best(self) -> Round:
        """The round with the lowest loss."""
        return min(self.rounds, key=lambda one: (one.loss, one.number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The pairs that can be used. `left_out`: reason -> how many others, in order of the steps."""

    pairs: tuple[Pair, ...]
    left_out: Mapping[str, int]

    @property
    def read(self) -> int:
        """How many pairs there were."""
        return len(self.pairs) + sum(self.left_out.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The pairs, divided.

    Attributes:
        train: learned from. aside: tell when to stop. held_out: only measured on.
    """

    train: tuple[Pair, ...]
    aside: tuple[Pair, ...]
    held_out: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Terms asked for by inline marks, before and after; None where the model reads none."""

    before: TermCounts
    after: TermCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A model before and after on one set; the adapted one is the system, the old the baseline."""

    evaluation: Evaluation
    marked: Marked | None

    @property
    def gain(self) -> float:
        """How much chrF rose."""
        before, after = self._chrf()
        return after.value - before.value

    @property
    def p_value(self) -> float:
        """How likely a difference as large is by chance (paired bootstrap); 1 if unknown."""
        found = self._chrf()[1].p_value
        return 1.0 if found is None else found

    def _chrf(self) -> tuple[Score, Score]:
        new, old = self.evaluation.systems
        at = next(at for at, score in enumerate(new.scores) if score.metric.startswith("chrF"))
        return old.scores[at], new.scores[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an adaptation did and what came of it.

    Attributes:
        origin: name and digest of the model that was adapted.
        source: where the pairs came from, for people.
        parts: how many pairs were trained on, set aside and held out.
        marked_pairs: pairs of the training part that had terms put in as marks.
        replay: how many sentences were replayed, and where they came from.
        course: of training; None when there was none.
        held_out, general: the model before and after; None when it was not trained at all.
        refusals: why the result must not be used; empty when it may.
        seconds: of the whole adaptation.
    """

    origin: str
    digest: str
    source: str
    left_out: Mapping[str, int]
    plan: Plan
    refusals: tuple[str, ...]
    seconds: float
    parts: tuple[int, int, int] = (0, 0, 0)
    marked_pairs: int = 0
    replay: tuple[int, str] = (0, "")
    course: Course | None = None
    held_out: Comparison | None = None
    general: Comparison | None = None
