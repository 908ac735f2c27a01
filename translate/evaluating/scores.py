"""BLEU, chrF and TER with sacrebleu, paired bootstrap resampling against a baseline.

BLEU: Papineni et al. 2002; chrF: Popović 2015, with word n-grams (chrF++) 2017; TER: Snover et al.
2006; one implementation with signatures: Post 2018. Paired bootstrap: Koehn 2004.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from translate.evaluating.values import Corpus, Score, System

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

RESAMPLES = 1000
SEED = 12345
_SEED = "SACREBLEU_SEED"


def corpus_scores(
    corpus: Corpus,
    systems: Sequence[System],
    *,
    plus: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> list[tuple[Score, ...]]:
    """Return the scores of each system; the second and later ones are compared with the first.

    Args:
        corpus: its references are scored against.
        systems: the baseline first when there are several.
        plus: chrF++ instead of chrF2.
        resamples: of the bootstrap.
        seed: of the bootstrap, at least 1 (sacrebleu takes 0 for "none").
    """
    metrics = _metrics(plus=plus)
    references = [list(reference) for reference in corpus.references]
    with _seeded(seed):
        if len(systems) == 1:
            return [_single(metrics, systems[0], references, resamples)]
        return _paired(metrics, systems, references, resamples)


def sentence_scores(corpus: Corpus, system: System) -> tuple[float, ...]:
    """Return chrF2 of each sentence, 0 to 100."""
    from sacrebleu.metrics import CHRF

    metric = CHRF()
    rows = zip(*corpus.references, strict=True)
    return tuple(
        float(metric.sentence_score(text, list(row)).score)
        for text, row in zip(system.hypotheses, rows, strict=True)
    )


def _metrics(*, plus: bool) -> Mapping[str, Metric]:
    from sacrebleu.metrics import BLEU, CHRF, TER

    return {"BLEU": BLEU(), "chrF": CHRF(word_order=2 if plus else 0), "TER": TER()}


def _single(
    metrics: Mapping[str, Metric], system: System, references: list[list[str]], resamples: int
) -> tuple[Score, ...]:
    scores = []
    for metric in metrics.values():
        found = metric.corpus_score(list(system.hypotheses), references, n_bootstrap=resamples)
        scores.append(
            Score(
                metric=found.name,
                value=float(found.score),
                signature=str(metric.get_signature()),
                mean=float(found._mean),  # noqa: SLF001 - sacrebleu has no other way to them
                interval=float(found._ci),  # noqa: SLF001
            )
        )
    return tuple(scores)


def _paired(
    metrics: Mapping[str, Metric],
    systems: Sequence[System],
    references: list[list[str]],
    resamples: int,
) -> list[tuple[Score, ...]]:
    from sacrebleu.significance import PairedTest

    named = [(system.name, list(system.hypotheses)) for system in systems]
    test = PairedTest(named, metrics, references, test_type="bs", n_samples=resamples)
    signatures, results = test()
    return [
        tuple(_score(name, str(signatures[name]), results[name][at]) for name in signatures)
        for at in range(len(systems))
    ]


def _score(name: str, signature: str, result: Any) -> Score:
    return Score(
        metric=name,
        value=float(result.score),
        signature=signature,
        mean=float(result.mean),
        interval=float(result.ci),
        p_value=None if result.p_value is None else float(result.p_value),
    )


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Set the seed for a while: sacrebleu takes it from the environment only."""
    before = os.environ.get(_SEED)
    os.environ[_SEED] = str(seed)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SEED]
        else:
            os.environ[_SEED] = before
