"""Properties of the matcher: overlap, rivals, number, linear work, data."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Glossary, Matcher, from_rows, inflect, senses
from glossary.english import stem
from glossary.folding import tokenize
from glossary.lexicon import data_rows
from tests.growth import assert_growth


def glossary(*rows: tuple[str, ...]) -> Glossary:
    """Rows of fr, en and kind."""
    return from_rows(dict(zip(("fr", "en", "kind"), row, strict=False)) for row in rows)


TERMS = glossary(
    ("armée", "army"),
    ("armée de terre", "land forces", "organisation"),
    ("terre", "soil"),
    ("force de réserve", "reserve force"),
    ("Caire", "Cairo", "place"),
)


def test_the_longest_entry_wins() -> None:
    """An entry inside a longer one is not matched there, but is elsewhere."""
    matches = Matcher(TERMS).find("L'armée de terre quitte la terre, une autre armée arrive.")
    assert [match.entry.en for match in matches] == ["land forces", "soil", "army"]


def test_rivals_are_named() -> None:
    """Entries of one place with other English are rivals; the first of the glossary leads."""
    rows = [
        {"id": "1", "fr": "digue", "en": "dike"},
        {"id": "2", "fr": "digue", "en": "levee", "kind": "place"},
        {"id": "3", "fr": "digue", "en": "dike", "kind": "title"},
    ]
    (match,) = Matcher(from_rows(rows)).find("La digue a cédé.")
    assert match.entry.id == "1"
    assert [rival.id for rival in match.rivals] == ["2"]


def test_an_exact_rival_leads() -> None:
    """Where one entry agrees in capitals and another does not, the first one leads."""
    rows = [
        {"id": "1", "fr": "pôle emploi", "en": "job center"},
        {"id": "2", "fr": "Pôle emploi", "en": "France Travail", "kind": "organisation"},
    ]
    (match,) = Matcher(from_rows(rows)).find("Pôle emploi recrute.")
    assert match.entry.id == "2"


@pytest.mark.parametrize("status", ["proposed", "deprecated"])
def test_only_approved_entries_apply(status: str) -> None:
    """Entries that the editors have not approved are not looked for."""
    rows = [{"fr": "digue", "en": "dike", "status": status}]
    assert Matcher(from_rows(rows)).find("La digue a cédé.") == ()


def test_further_forms_inflect_and_belong_to_the_entry() -> None:
    """A form of `forms_fr` leads to its entry, in the plural too."""
    rows = [{"fr": "précurseur", "en": "precursor", "forms_fr": "substance mère;SM"}]
    matches = Matcher(from_rows(rows)).find("Des substances mères, la SM.")
    assert [(match.surface, match.plural) for match in matches] == [
        ("substances mères", True),
        ("SM", False),
    ]


@pytest.mark.parametrize(
    ("text", "plural", "english"),
    [
        ("Le colis suspect", False, "parcel bomb"),
        ("Des colis suspects", True, "parcel bombs"),
        ("Les 12 colis suspects", True, "parcel bombs"),
        ("Les premiers Vautour", True, "Vulture carriers"),
        ("Le premier Vautour", False, "Vulture carrier"),
        ("Les Neuf de Vilnius", False, "Vilnius Nine"),
        ("Deux ONG", True, "NGOs"),
        ("Des soldats norvégiens", False, "Norwegian"),
        ("Des norvégiens", True, "Norwegians"),
    ],
)
def test_number(text: str, plural: bool, english: str) -> None:
    """Number comes from the form or, where it does not show, from the determiner."""
    found = glossary(
        ("colis suspect", "parcel bomb"),
        ("Vautour", "Vulture carrier"),
        ("Neuf de Vilnius", "Vilnius Nine", "organisation"),
        ("ONG", "NGO", "organisation"),
        ("norvégien", "Norwegian"),
    )
    (match,) = Matcher(found).find(text)
    assert (match.plural, inflect(match.entry, match.plural)) == (plural, english)


@pytest.mark.parametrize(
    ("row", "text", "english"),
    [
        (("homme d'affaires", "businessman"), "Une femme d'affaires", "businesswoman"),
        (("homme d'affaires", "businessman"), "Des femmes d'affaires", "businesswomen"),
        (("homme d'affaires", "businessman"), "Des hommes d'affaires", "businessmen"),
        (("porte-parole", "chief spokesman", "title"), "La porte-parole", "chief spokeswoman"),
        (("porte-parole", "chief spokesman", "title"), "Le porte-parole", "chief spokesman"),
        (
            ("président", "chairman of the board", "title"),
            "La présidente",
            "chairwoman of the board",
        ),
        (("préfet", "prefect", "title"), "La préfète", "prefect"),
        (("bons offices", "honest brokering"), "Aux bons offices", "honest brokering"),
        (("négoce", "grain trading"), "Des négoces", "grain trading"),
        (("réunion", "crisis meeting"), "Des réunions", "crisis meetings"),
        (("excédent", "surplus"), "Des excédents", "surpluses"),
        (("Nuage bleu", "Blue Nimbus", "organisation"), "Les Nuages bleus", "Blue Nimbus"),
        (("Vigie", "Harbor Watch"), "Deux Vigies", "Harbor Watch"),
        (
            ("ministère du Blé", "Wheat Ministry", "organisation"),
            "Deux ministères du Blé",
            "Wheat Ministries",
        ),
        (("drone sous-marin", "undersea drone"), "Les drones sous-marins", "undersea drones"),
    ],
)
def test_english_of_a_match(row: tuple[str, ...], text: str, english: str) -> None:
    """Number and gender of the French are those of the English to ask for, proper names aside."""
    (match,) = Matcher(glossary(*[row])).find(text)
    assert inflect(match.entry, match.plural) == english


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (None, 1),
        (dt.date(2023, 12, 31), 0),
        (dt.date(2024, 1, 1), 1),
        (dt.date(2024, 6, 30), 1),
        (dt.date(2024, 7, 1), 0),
    ],
)
def test_validity(day: dt.date | None, found: int) -> None:
    """With a date, entries hold from their first to their last day; without one, always."""
    rows = [
        {"fr": "digue", "en": "dike", "valid_from": "2024-01-01", "valid_to": "2024-06-30"},
    ]
    assert len(Matcher(from_rows(rows)).find("La digue a cédé.", day)) == found


def test_validity_open_at_one_end() -> None:
    """An entry without last day holds for ever after its first."""
    matcher = Matcher(from_rows([{"fr": "digue", "en": "dike", "valid_from": "2024-01-01"}]))
    assert matcher.find("La digue a cédé.", on=dt.date(2060, 1, 1))
    assert not matcher.find("La digue a cédé.", on=dt.date(2020, 1, 1))


def test_names_keep_their_number() -> None:
    """English names of people and places are never put in the plural."""
    person = glossary(("Les Deux Rives", "Two Rivers", "place")).entries[0]
    assert inflect(person, plural=True) == "Two Rivers"


@given(st.text("armée tdLCàu'’-«».\n1é", max_size=60))
def test_matches_stand_where_they_say(text: str) -> None:
    """Matches are in order, do not overlap, and their spans give their surfaces."""
    matches = Matcher(TERMS).find(text)
    assert all(text[match.start : match.end] == match.surface for match in matches)
    assert all(left.end <= right.start for left, right in pairwise(matches))


@given(
    st.lists(st.sampled_from(["armée", "de", "terre", "force", "réserve", "le", ","]), max_size=12)
)
def test_no_match_is_lost_to_its_neighbours(words: list[str]) -> None:
    """A text of unambiguous words has a match at each entry that no longer one covers."""
    found = [match.entry.fr for match in Matcher(TERMS).find(" ".join(words))]
    text = " ".join(words)
    assert found.count("armée de terre") == text.count("armée de terre")
    assert found.count("armée") == text.count("armée") - text.count("armée de terre")


def test_tokens_cover_words_of_any_script() -> None:
    """Tokens keep offsets with decomposed accents and ligatures."""
    text = "Le coe\u0301t cœur"
    tokens = tokenize(text)
    assert [tokens.raw(index) for index in range(3)] == ["Le", "coe\u0301t", "cœur"]
    assert tokens.keys == ["le", "coet", "coeur"]


def test_work_is_linear_in_hostile_text() -> None:
    """Ten times the text takes about ten times as long, where prefixes match everywhere."""
    rows = [
        {"id": str(n), "fr": " ".join(["A"] * n), "en": "x", "case": "exact"} for n in range(2, 30)
    ]
    matcher = Matcher(from_rows(rows))
    assert_growth(lambda size: matcher.find("a " * size), 500)
    assert matcher.find("a " * 1_000) == ()


def test_each_homograph_has_two_senses_and_cues_fold() -> None:
    """The inventory is complete: a word with one sense could never decide anything."""
    rows = data_rows("homographs.csv")
    assert {row["gender"] for row in rows} <= {"m", "f", ""}
    assert all(row["cues"] and row["en"] for row in rows)
    words = [row["word"] for row in rows]
    assert [word for word in set(words) if words.count(word) < 2] == []


def test_the_right_sense_applies() -> None:
    """A cue of the entry's own sense lets it apply, a rival's cue does not."""
    found = glossary(("fuite", "prison escape"))
    matcher = Matcher(found)
    assert matcher.find("La fuite du détenu a surpris les gardiens.")
    assert not matcher.find("La fuite de gaz a vidé tout le quartier.")
    assert matcher.find("La fuite a duré.")


def test_an_unknown_sense_applies() -> None:
    """English that no sense of the inventory lists is the editor's own: it applies."""
    assert Matcher(glossary(("fuite", "the Great Vanishing"))).find("Une fuite de gaz.")


def test_an_image_is_not_the_thing() -> None:
    """A narrow English for a wide French word is withheld from similes."""
    matcher = Matcher(glossary(("volcan", "active lava dome")))
    assert matcher.find("Le volcan gronde.")
    assert not matcher.find("Cette salle est un véritable volcan.")


def test_stems_of_inventory_are_not_empty() -> None:
    """Each sense has English that can overlap with an entry's."""
    assert all(sense.english for found in senses.inventory().values() for sense in found)
    assert stem("flights") == stem("flight")
