"""Measure systems on a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import glossary
from glossary.values import Outcome, Verdict
from translate.checks import check_pair
from translate.evaluating.scores import RESAMPLES, SEED, corpus_scores, sentence_scores
from translate.evaluating.terms import Matches, count_terms, term_matches
from translate.evaluating.values import Corpus, Evaluation, Measured, Score, System

#: Called with the name of each step before it is done.
Step = Callable[[str], None]


def evaluate(
    corpus: Corpus,
    system: System,
    baseline: System | None = None,
    *,
    words: glossary.Glossary,
    plus: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    step: Step | None = None,
) -> Evaluation:
    """Return what is measured of `system`, and of `baseline` beside it.

    Every system is judged by the same means from its English alone, so that given text and
    translations of ours compare.

    Args:
        corpus: sources and references, as long as the systems' texts.
        system: the one asked about.
        baseline: the one it is compared with by paired bootstrap.
        words: the glossary whose terms are looked up; empty for none.
        plus: chrF++ instead of chrF2.
        resamples: of the bootstrap.
        seed: of the bootstrap.
        step: told what is done next.
    """
    tell = step or (lambda _: None)
    systems = [system] if baseline is None else [system, baseline]
    matches = term_matches(words, corpus.sources)
    measured = []
    tell("scores and bootstrap")
    # sacrebleu compares with the first system it is given.
    scores = corpus_scores(corpus, systems[::-1], plus=plus, resamples=resamples, seed=seed)[::-1]
    for one, own in zip(systems, scores, strict=True):
        tell(f"terms and checks of {one.name}")
        measured.append(_measure(corpus, one, own, matches))
    tell("terms and checks of the reference")
    reference = corpus.references[0]
    verdicts = _verdicts(matches, reference)
    return Evaluation(
        corpus=corpus,
        systems=tuple(measured),
        control=count_terms(matches, verdicts),
        control_findings=_findings(corpus.sources, reference, verdicts),
        resamples=resamples,
        seed=seed,
        glossary=words.digest if words.entries else "",
    )


def _measure(
    corpus: Corpus, system: System, scores: tuple[Score, ...], matches: Sequence[Matches]
) -> Measured:
    verdicts = _verdicts(matches, system.hypotheses)
    return Measured(
        system=system,
        scores=scores,
        sentences=sentence_scores(corpus, system),
        terms=count_terms(matches, verdicts),
        findings=_findings(corpus.sources, system.hypotheses, verdicts),
    )


def _verdicts(matches: Sequence[Matches], texts: Sequence[str]) -> list[tuple[Verdict, ...]]:
    return [glossary.verify(own, text) for own, text in zip(matches, texts, strict=True)]


def _findings(
    sources: Sequence[str], texts: Sequence[str], verdicts: Sequence[Sequence[Verdict]]
) -> Mapping[str, int]:
    """Return how many findings each rule has; places verified by the glossary raise none."""
    counts: Counter[str] = Counter()
    for source, text, own in zip(sources, texts, verdicts, strict=True):
        known = [
            ((verdict.match.start, verdict.match.end), (verdict.start, verdict.end))
            for verdict in own
            if verdict.outcome is Outcome.USED
        ]
        counts.update(finding.rule for finding in check_pair(source, text, known=known))
    return dict(sorted(counts.items()))
