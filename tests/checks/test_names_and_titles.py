"""Names that must survive, their repair, and courtesy titles."""

from __future__ import annotations

import pytest

from translate.checks import names, titles
from translate.checks.transliteration import same


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Le maire Anselme Daskal est là.", "Mayor Anselme Dascal is here.", ["Daskal"]),
        ("Il vit à Londres.", "He lives in London.", []),
        ("Il vit à Londres.", "He lives in Dublin.", ["Londres"]),
        ("Les Polonais votent.", "Poles vote.", []),
        ("L'ambassade de Russie est fermée.", "The Russian Embassy is closed.", []),
        ("Le Niger a voté.", "Nigeria voted.", ["Niger"]),
        ("Un Nantais a été blessé.", "A man from Nantes was injured.", []),
        ("Le Parlement a voté.", "Lawmakers voted.", []),
    ],
)
def test_lost_names(source: str, target: str, lost: list[str]) -> None:
    """Names survive as they are, as exonyms or as adjectives; others are reported."""
    assert [missing.name for missing in names.survive(source, target)] == lost


def test_further_exonyms_are_accepted() -> None:
    """Forms given by the caller count like those of the table."""
    pair = ("Le bourg de Malvert a brûlé.", "The town of Greenfield burned.")
    assert names.survive(*pair)
    assert not names.survive(*pair, {"Malvert": ("Greenfield",)})


def test_a_misspelt_name_is_repaired() -> None:
    """The closest English word is replaced where it is the only one."""
    source, target = "Selon Ilse Daskal, tout va bien.", "According to Ilse Dascal, all is well."
    missing = names.survive(source, target)
    assert missing[0].near == "Dascal"
    assert names.repair(source, target, missing) == "According to Ilse Daskal, all is well."


def test_a_dropped_name_is_not_repaired() -> None:
    """Where no English word looks like the name there is nothing to replace."""
    source, target = "Selon Ilse Daskal, tout va bien.", "All is well."
    assert names.repair(source, target, names.survive(source, target)) is None


@pytest.mark.parametrize(
    ("french", "english", "alike"),
    [
        ("jdanov", "zhdanov", True),
        ("tkatchouk", "tkachuk", True),
        ("poutine", "putin", True),
        ("kiplangat", "kiplagnat", False),
        ("corvignac", "corvigniac", False),
    ],
)
def test_romanisations(french: str, english: str, alike: bool) -> None:
    """Two romanisations of one name are one name; a misspelling is none."""
    assert same(french, english) is alike


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("MM. Roy et Sow sont là.", "MM. Roy and Sow are here.", "Messrs. Roy and Sow are here."),
        ("Mme Sow est là.", "Mme Sow is here.", "Ms. Sow is here."),
        ("Mme Sow est là.", "Mrs. Sow is here.", "Ms. Sow is here."),
        ("M. Sow est là.", "Ms. Sow is here.", "Mr. Sow is here."),
        ("M. Sow est là.", "Mr. Sow is here.", None),
        ("M. Sow et Mme Roy", "Mr. Sow and Ms. Roy", None),
    ],
)
def test_titles_are_repaired(source: str, target: str, mended: str | None) -> None:
    """French titles become AP's; a wrong gender is set right where it is certain."""
    assert titles.repair(source, target) == mended


def test_a_known_gender_overrules_the_french() -> None:
    """A source that says M. for a woman yields Ms. when the caller knows better."""
    mended = titles.repair("M. Daskal a parlé.", "Mr. Daskal spoke.", {"Daskal": "f"})
    assert mended == "Ms. Daskal spoke."
