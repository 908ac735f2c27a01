"""Names misspelt, and names that stand in another's place."""

from __future__ import annotations

import pytest

from translate.checks import check_pair, exchanged
from translate.values import Level


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Le festival d'Europe centrale ouvre.", "The Central Eurpe festival opens.", "Eurpe"),
        ("Le parti de Silvio Marchetta a perdu.", "Sivlio Marchetta's party lost.", "Sivlio"),
        ("La région a fermé le port.", "The Regoin has closed the port.", "Regoin"),
        ("Le groupe Kobo Haranne recrute.", "The Kobo Harane group is hiring.", "Harane"),
    ],
)
def test_one_wrong_letter_is_found(source: str, target: str, found: str) -> None:
    """A letter lost, exchanged or wrong in a name, whatever the rest of the name says."""
    assert [written for written, _ in exchanged.misspelt(source, target)] == [found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("La Moravie et les Sudètes ont voté.", "Moravia and the Sudeten have voted."),
        ("Les Autrichiens ont gagné samedi.", "The Austrians won on Saturday."),
        ("Iouri Tkatchouk vit à Mont-Ral.", "Yurii Tkachuk lives in Montral."),
        ("Une usine biélorusse a fermé.", "A Belarusan factory has closed."),
    ],
)
def test_english_forms_are_no_misspelling(source: str, target: str) -> None:
    """Other endings, peoples, romanisations and joined names are right as they are."""
    assert exchanged.misspelt(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "instead"),
    [
        ("Antonio Galvès a ouvert le bal.", "Antonio Chicago opened the ball.", "Chicago"),
        ("La foire de San Martinot ferme.", "The San Diego fair is closing.", "Diego"),
        ("Il vit à Kervanec.", "He lives in Ploubaz.", "Ploubaz"),
    ],
)
def test_a_name_in_anothers_place_is_an_error(source: str, target: str, instead: str) -> None:
    """The finding says what stands there, and fails a check."""
    found = [f for f in check_pair(source, target) if f.rule == "name"]
    assert [f.level for f in found] == [Level.ERROR]
    assert f'"{instead}"' in found[0].message


def test_a_dropped_given_name_is_no_exchange() -> None:
    """English news calls people by the surname."""
    assert check_pair("Antonio Galvès a ouvert le bal.", "Galvès opened the ball.") == ()
