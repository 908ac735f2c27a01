"""Carry glossary terms and names into the engine and verify them on the English."""

from translate.terms.cascade import PLAIN, REMEMBERED, Outcome, apply, remembered
from translate.terms.doubt import Doubt, doubts_of, without
from translate.terms.guards import figure_matches, name_matches
from translate.terms.wants import Origin, Want, wants_of, with_lost

__all__ = [
    "PLAIN",
    "REMEMBERED",
    "Doubt",
    "Origin",
    "Outcome",
    "Want",
    "apply",
    "doubts_of",
    "figure_matches",
    "name_matches",
    "remembered",
    "wants_of",
    "with_lost",
    "without",
]
