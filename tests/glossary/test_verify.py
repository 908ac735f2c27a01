"""Counting and placing of verdicts; properties of stems and plurals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Matcher, english_plural, from_rows, locate, verify
from glossary.english import stem
from glossary.lexicon import data_rows


def outcomes(rows: list[dict[str, str]], french: str, english: str) -> list[tuple[str, str]]:
    matches = Matcher(from_rows(rows)).find(french)
    return [(str(verdict.outcome), verdict.found) for verdict in verify(matches, english)]


DIKE = [{"fr": "digue", "en": "dike", "forbidden_en": "dam"}]


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("A dike here, a dike there.", [("used", "dike"), ("used", "dike")]),
        ("A dike here, one there.", [("used", "dike"), ("missing", "")]),
        ("A dike here, a dam there.", [("used", "dike"), ("forbidden", "dam")]),
        ("A dam here, dams there.", [("forbidden", "dam"), ("forbidden", "dams")]),
    ],
)
def test_each_match_needs_its_own_place(english: str, expected: list[tuple[str, str]]) -> None:
    """Two matches need two places; the second one falls to missing or forbidden."""
    assert outcomes(DIKE, "Une digue ici, une digue là.", english) == expected


def test_a_term_is_not_found_inside_longer_english_that_it_forbids() -> None:
    """ "Kervan band" holds "Kervan", and is what the editors do not want."""
    rows = [
        {"fr": "bande de Kervan", "en": "Kervan", "kind": "place", "forbidden_en": "Kervan band"}
    ]
    french = "La bande de Kervan est calme."
    assert outcomes(rows, french, "The Kervan band is calm.") == [("forbidden", "Kervan band")]
    assert outcomes(rows, french, "Kervan is calm.") == [("used", "Kervan")]


def test_longer_english_takes_its_place_first() -> None:
    """ "prime minister" inside "deputy prime minister" belongs to the longer entry alone."""
    rows = [
        {"fr": "Premier ministre", "en": "prime minister", "kind": "title"},
        {"fr": "vice-Premier ministre", "en": "deputy prime minister", "kind": "title"},
    ]
    french = "Le Premier ministre et le vice-Premier ministre."
    assert outcomes(rows, french, "The deputy prime minister.") == [
        ("missing", ""),
        ("used", "deputy prime minister"),
    ]


def test_two_entries_with_one_english_share_no_place() -> None:
    """Entries with the same English each need a place."""
    rows = [{"fr": "digue", "en": "dike"}, {"fr": "levée", "en": "dike"}]
    assert outcomes(rows, "La digue, la levée.", "The dike.") == [("used", "dike"), ("missing", "")]


def test_offices_in_the_plural_lose_their_capitals() -> None:
    """Capitals of an office are required in the singular, not in the plural."""
    rows = [{"fr": "ministère du Blé", "en": "Wheat Ministry", "kind": "organisation"}]
    assert outcomes(rows, "Les ministères du Blé.", "The wheat ministries.") == [
        ("used", "wheat ministries")
    ]
    assert outcomes(rows, "Le ministère du Blé.", "The wheat ministry.") == [("missing", "")]


@pytest.mark.parametrize(
    ("kind", "en", "english", "expected"),
    [
        ("person", "Peter", "Mr. Peters spoke.", "missing"),
        ("person", "Peter", "Peter's speech", "used"),
        ("person", "Peter", "He met the Peters.", "used"),
        ("person", "Al-Tamm", "Al Tamm spoke.", "used"),
        ("place", "Dover", "The Dovers left.", "missing"),
        ("place", "Anéfis", "in Anefis", "missing"),
        ("person", "Siobhan O\u2019Kerr", "Ms. Siobhan O'Kerr spoke.", "used"),
        ("person", "Siobhan O'Kerr", "Ms. Siobhan O\u2019Kerr\u2019s speech", "used"),
        ("person", "Siobhan O'Kerr", "Ms. Siobhan O'Kern spoke.", "missing"),
        ("place", "L\u02bcAnse", "in L'Anse", "used"),
        ("organisation", "Peter", "The Peters spoke.", "used"),
    ],
)
def test_names_letter_by_letter(kind: str, en: str, english: str, expected: str) -> None:
    """People and places are not found under the stem of another name; families are."""
    ((outcome, _),) = outcomes([{"fr": "Pierrot", "en": en, "kind": kind}], "À Pierrot.", english)
    assert outcome == expected


def test_a_woman_asks_for_the_english_of_a_woman() -> None:
    """ "businessman" does not stand for a businesswoman, and two genders share no place."""
    rows = [{"fr": "homme d'affaires", "en": "businessman"}]
    french = "Une femme d'affaires et un homme d'affaires."
    assert outcomes(rows, french, "A businesswoman and a businessman.") == [
        ("used", "businesswoman"),
        ("used", "businessman"),
    ]
    assert outcomes(rows, "Une femme d'affaires.", "A businessman.") == [("missing", "")]


def test_no_matches_no_verdicts() -> None:
    """Nothing to verify gives nothing."""
    assert verify([], "The dike.") == ()


def test_locate_places_longer_forms_first_and_in_order() -> None:
    """Spans of several forms come back in order and never overlap."""
    target = "The minister met the prime minister."
    assert [target[a:b] for a, b in locate(["minister", "prime minister"], target)] == [
        "minister",
        "prime minister",
    ]


def test_locate_with_signs_before_the_word() -> None:
    """Signs that begin a form are part of the place."""
    assert locate(["$100 note"], "Two $100 notes, one 100 note") == ((4, 14),)


NOUNS = sorted({word for row in data_rows("homographs.csv") for word in row["en"].split()})


def test_a_plural_has_the_stem_of_its_singular() -> None:
    """Verification accepts the plural that `english_plural` asks for, for some 900 nouns."""
    assert [word for word in NOUNS if stem(english_plural(word)) != stem(word)] == []


@given(st.lists(st.sampled_from(["dike", "dikes", "and", ",", "Dike", "dikes'", "-"]), max_size=9))
def test_spans_are_ordered_and_apart(words: list[str]) -> None:
    """Each place found is the word, and places do not overlap."""
    target = " ".join(words)
    spans = locate(["dike"], target)
    assert len(spans) == sum(word.lower().startswith("dike") for word in words)
    assert all(target[start:end].lower().startswith("dike") for start, end in spans)
