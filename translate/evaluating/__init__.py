"""Translation quality on a test set: scores, significance, terms, consistency, a report."""

from __future__ import annotations

from translate.evaluating.evaluate import evaluate
from translate.evaluating.reading import read_corpus, read_hypotheses, read_lines
from translate.evaluating.systems import given, translated, translated_plain
from translate.evaluating.values import Corpus, Evaluation, Measured, Score, System, TermCounts

__all__ = [
    "Corpus",
    "Evaluation",
    "Measured",
    "Score",
    "System",
    "TermCounts",
    "evaluate",
    "given",
    "read_corpus",
    "read_hypotheses",
    "read_lines",
    "translated",
    "translated_plain",
]
