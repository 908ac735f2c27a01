"""Carry glossary terms and names into the engine and verify them on the English."""

from translate.terms.cascade import Outcome, apply
from translate.terms.guards import name_matches
from translate.terms.wants import Origin, Want, wants_of, with_names

__all__ = ["Origin", "Outcome", "Want", "apply", "name_matches", "wants_of", "with_names"]
