"""Extractive summaries: sentences in, ranked sentence indices out. Knows nothing of `translate`."""

from summarize.errors import SummarizeError
from summarize.selection import METHODS, SUMMARY_KINDS, select
from summarize.values import Limit, Sentence

__all__ = ["METHODS", "SUMMARY_KINDS", "Limit", "Sentence", "SummarizeError", "select"]
