"""What the English must hold: people before terms, parts of names in English."""

from __future__ import annotations

import pytest

import glossary
from glossary.names import resolve
from glossary.values import Person
from translate import terms
from translate.terms.wants import english_part

SHOIGU = Person(
    id="s", name_fr="Sergueï Choïgou", name_en="Sergei Shoigu", surname="Choïgou", gender="m"
)
LINH = Person(id="l", name_fr="Nguyen Thi Linh", name_en="Nguyen Thi Linh", surname="Linh")
BEN = Person(
    id="b", name_fr="Mohammed ben Nayef", name_en="Mohammed bin Nayef", surname="ben Nayef"
)
PARTS = (
    ("Choïgou", SHOIGU, "Shoigu"),
    ("Sergueï Choïgou", SHOIGU, "Sergei Shoigu"),
    ("Shoigu", SHOIGU, "Shoigu"),
    ("CHOÏGOU", SHOIGU, "Shoigu"),
    ("Linh", LINH, "Linh"),
    ("ben Nayef", BEN, "bin Nayef"),
    ("Choïgounov", SHOIGU, "Choïgounov"),
)


@pytest.mark.parametrize(("surface", "person", "wanted"), PARTS)
def test_english_part(surface: str, person: Person, wanted: str) -> None:
    """Each part of a French name has its part of the English one; a stranger's stays."""
    assert english_part(surface, person) == wanted


def _wants(text: str, rows: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    words = glossary.from_rows(rows)
    people = [entry for entry in words.entries if entry.kind == "person"]
    matches = [
        match for match in glossary.Matcher(words).find(text) if match.entry.kind != "person"
    ]
    mentions = resolve([text], people).mentions
    found = terms.wants_of(text, matches, mentions)
    return [(want.match.surface, want.english, want.origin.value) for want in found]


def test_a_courtesy_title_is_never_inside_a_want() -> None:
    """The mark goes around the name alone."""
    found = _wants("« Non », a dit Mme Rozenn Le Dantec.", [])
    assert found == [("Rozenn Le Dantec", "Rozenn Le Dantec", "person")]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "Ursula von der Leyen est là. Mme von der Leyen parlera.",
            "von der Leyen",
            "von der Leyen",
        ),
        ("Salim ben Kacem est là. M. ben Kacem parlera.", "ben Kacem", "bin Kacem"),
        ("Anne du Plessix est là. Mme du Plessix parlera.", "du Plessix", "du Plessix"),
    ],
)
def test_a_name_may_open_with_a_particle(text: str, name: str, wanted: str) -> None:
    """The particle is part of what is wanted, in its English form."""
    rows = [{"fr": "Salim ben Kacem", "en": "Salim bin Kacem", "kind": "person", "gender": "m"}]
    assert (name, wanted, "person") in _wants(text, rows)


def test_a_group_has_one_want_for_each_name() -> None:
    """ "MM. Oyono et Kerdoncuff" are two people."""
    text = "Jean Oyono et Yves Kerdoncuff sont partis. MM. Oyono et Kerdoncuff reviendront."
    assert [found[0] for found in _wants(text, [])][-2:] == ["Oyono", "Kerdoncuff"]


def test_a_place_inside_a_name_is_no_place() -> None:
    """ "Florence" in "Florence Kerdoncuff" is not the town."""
    rows = [{"fr": "Florence", "en": "Florence (Italy)", "kind": "place"}]
    found = _wants("La maire, Florence Kerdoncuff, a parlé.", rows)
    assert [origin for _, _, origin in found] == ["person"]


def test_lost_names_and_figures_are_added_where_nothing_stands() -> None:
    """A lost name or figure inside a want is that want's business."""
    text = "La maire de Plouhizec a reçu 4 317 lettres."
    names = terms.name_matches(text, "The mayor received letters.")
    figures = terms.figure_matches(text, "The mayor received letters.")
    wants = terms.with_lost((), names, terms.Origin.NAME)
    wants = terms.with_lost(wants, figures, terms.Origin.FIGURE)
    assert [(want.match.surface, want.english) for want in wants] == [
        ("Plouhizec", "Plouhizec"),
        ("4 317", "4,317"),
    ]
    assert terms.with_lost(wants, names, terms.Origin.NAME) == wants


def test_an_acronym_asks_for_the_english_one() -> None:
    """Full name and acronym of one entry get each their own English."""
    row = {"fr": "Union des plâtriers", "en": "Plasterers Union", "kind": "organisation"}
    rows = [{**row, "forms_fr": "UDP", "forms_en": "PU"}]
    found = _wants("L'Union des plâtriers (UDP) a signé.", rows)
    assert [english for _, english, _ in found] == ["Plasterers Union", "PU"]


def test_acronyms_nobody_knows_are_kept_as_they_are() -> None:
    """Also in brackets; known ones and those the English spells out are left to others."""
    text = "La Compagnie des eaux (CER), l'ONU et le LEMP ont signé."
    names = terms.name_matches(text, "The Water Board (ERC), the U.N. and LEMP signed.")
    assert [match.entry.en for match in names] == ["CER"]
