"""Accents of names come back, English forms stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks.accents import restore

CASES = (
    ("Il vit à Trévignon-sur-Aulne.", "He lives in Trevignon-sur-Aulne.",
     "He lives in Trévignon-sur-Aulne."),
    ("Selon Maëlle Guédec, tout va bien.", "According to Maelle Guedec, all is well.",
     "According to Maëlle Guédec, all is well."),
)  # fmt: skip
LEFT = (
    ("Il vit à Montréal.", "He lives in Montreal."),
    ("L'Élysée se tait.", "The Élysée is silent."),
    ("Élection annulée à Brest.", "Election annulled in Brest."),
    ("Les Européens ont voté.", "Europeans voted."),
)


@pytest.mark.parametrize(("source", "target", "wanted"), CASES)
def test_accents_come_back(source: str, target: str, wanted: str) -> None:
    """A name is spelled as the French spells it."""
    assert restore(source, target) == wanted


@pytest.mark.parametrize(("source", "target"), LEFT)
def test_english_forms_stay(source: str, target: str) -> None:
    """Known English places, words and peoples, and what is right already."""
    assert restore(source, target) is None


@given(st.text(max_size=50), st.text(max_size=50))
def test_never_raises(source: str, target: str) -> None:
    """Whatever comes in."""
    restore(source, target)
