"""Frozen values of an evaluation: the data, the systems, and what was measured of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """French sentences with one or more English references, line by line.

    Attributes:
        name: how the data is called in reports, a file name as a rule.
        sources: one French sentence each.
        references: one tuple per reference translation, each as long as `sources`.
        hypotheses: English that the data brought with it, None when it is to be made.
    """

    name: str
    sources: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]
    hypotheses: tuple[str, ...] | None = None

    @property
    def digest(self) -> str:
        """SHA-256 over sources and references, hexadecimal; not over the form of the file."""
        made = hashlib.sha256()
        for row in zip(self.sources, *self.references, strict=True):
            made.update("\t".join(row).encode("utf-8", "surrogatepass") + b"\n")
        return made.hexdigest()

    def first(self, count: int | None) -> Corpus:
        """Return the first `count` rows; None is all."""
        given = self.hypotheses
        return Corpus(
            name=self.name,
            sources=self.sources[:count],
            references=tuple(reference[:count] for reference in self.references),
            hypotheses=None if given is None else given[:count],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The English of one system for a corpus.

    Attributes:
        name: short, for the column heads.
        how: what was measured: whole pipeline, bare decode, given text.
        signature: of engine, model, glossary and version; "" for given text.
        seconds: what translating took, 0 for given text.
    """

    name: str
    how: str
    hypotheses: tuple[str, ...]
    signature: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One corpus score of one system, as sacrebleu gives it.

    Attributes:
        mean, interval: of the bootstrap: mean of the resampled scores and half the width of their
            95 % interval, so that it reads "mean ± interval".
        p_value: of the difference from the baseline (paired bootstrap); None without a baseline,
            and for the baseline itself.
    """

    metric: str
    value: float
    signature: str
    mean: float
    interval: float
    p_value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCounts:
    """What became of the glossary terms of the French in one English text.

    Attributes:
        by_kind: kind of entry -> (used, found in the French).
        repeated: entries that stand at least twice in the French.
        consistency: F1 of their renderings against the first one, 0 to 1; None if none repeats.
    """

    found: int
    used: int
    forbidden: int
    by_kind: Mapping[str, tuple[int, int]]
    repeated: int
    consistency: float | None

    @property
    def missing(self) -> int:
        """Terms whose English is not there, and no forbidden word either."""
        return self.found - self.used - self.forbidden

    @property
    def success(self) -> float | None:
        """Share of terms that are there, 0 to 1; None without terms."""
        return self.used / self.found if self.found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that was measured of one system.

    Attributes:
        sentences: chrF of each sentence, 0 to 100, in order.
        findings: rule -> how many findings the checks have, over the whole corpus.
    """

    system: System
    scores: tuple[Score, ...]
    sentences: tuple[float, ...]
    terms: TermCounts
    findings: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Systems measured on one corpus; the first is the one asked about, a second the baseline.

    Attributes:
        control: the terms in the first reference itself, and the checks' findings on it: what a
            human translation reaches.
        resamples, seed: of the bootstrap.
        glossary: digest of the glossary that terms were looked up in, "" for none.
    """

    corpus: Corpus
    systems: tuple[Measured, ...]
    control: TermCounts
    control_findings: Mapping[str, int]
    resamples: int
    seed: int
    glossary: str = ""

    @property
    def baseline(self) -> Measured | None:
        """Return the baseline if there is one."""
        return self.systems[1] if len(self.systems) > 1 else None
