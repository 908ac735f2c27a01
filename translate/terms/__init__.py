"""Carry glossary terms and names into the engine and verify them on the English."""

from translate.terms.apply import Outcome, apply
from translate.terms.wants import Origin, Want, wants_of

__all__ = ["Origin", "Outcome", "Want", "apply", "wants_of"]
