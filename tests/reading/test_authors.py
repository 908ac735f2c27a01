"""The author's name is taken out of the byline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.reading.authors import author_of


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Par Jeanne Corbel", "Jeanne Corbel"),
        ("Par notre chroniqueur judiciaire Jeanne Corbel", "Jeanne Corbel"),
        ("Jeanne Corbel, envoyée spéciale à Bamako", "Jeanne Corbel"),
        ("Jeanne Corbel, avec AFP", "Jeanne Corbel"),
        ("Jeanne Corbel, à Bamako", "Jeanne Corbel"),
        ("de Jeanne Corbel", "Jeanne Corbel"),
        ("d'Antoine Corbel", "Antoine Corbel"),
        ("Propos recueillis par Jeanne Corbel", "Jeanne Corbel"),
        ("Texte : Jeanne Corbel. Photos : Luc Rey", "Jeanne Corbel"),
        ("(Agence Nord, rédaction de Jeanne Corbel, édité par L. R.)", "Jeanne Corbel"),
        ("Auteur: Jeanne Corbel", "Jeanne Corbel"),
        ("Jeanne Corbel et Luc Rey", "Jeanne Corbel et Luc Rey"),
        ("La rédaction", "La rédaction"),
        ("Denis Parmentier", "Denis Parmentier"),
    ],
)
def test_author(byline: str, author: str) -> None:
    """Openings, offices, places, agencies and photographers go; names stay."""
    assert author_of(byline) == author


@given(st.text(max_size=120))
def test_any_byline(byline: str) -> None:
    """What is left is a part of the byline."""
    assert author_of(byline) in byline
