"""Checks on English that is there already: pages a person edited, and pairs of any origin."""

from translate.checking.job import check, check_text
from translate.checking.reading import read_text
from translate.checking.values import Outcome, Sentence, Spotted, Text

__all__ = ["Outcome", "Sentence", "Spotted", "Text", "check", "check_text", "read_text"]
