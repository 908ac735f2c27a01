"""Properties of name resolution that hold for any article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.names import resolve
from glossary.values import Entry, EntryStatus, Kind
from tests.growth import assert_growth

WANG = Entry(
    id="wang-yu",
    fr="Wang Yu",
    en="Wang Yu",
    kind=Kind.PERSON,
    gender="m",
    cues=("ministre des Affaires étrangères", "diplomatie"),
)
PEOPLE = (
    WANG,
    Entry(id="petit", fr="Thomas Petit", en="Thomas Petit", kind=Kind.PERSON, gender="m"),
    Entry(id="la", fr="Aude de La Tour", en="Aude de La Tour", kind=Kind.PERSON, gender="f"),
)
WORDS = (
    "M. MM. Mme Me et , . « » ( ) - de du La le von Wang Yu Petit Thomas Aude Tour fils père née "
    "pont île prix ministre diplomatie d' l’ J. É ß İ 中 elle est arrivée qu' a à"
)
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\u202f"])
SENTENCES = st.lists(st.lists(PIECES, max_size=12).map(" ".join), max_size=6)


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_mentions_stand_where_they_say_in_order_without_overlap(sentences: list[str]) -> None:
    """Every mention is a slice of its sentence, in reading order, and none overlap."""
    cast = resolve(sentences, PEOPLE)
    last = (0, 0)
    for mention in cast.mentions:
        assert sentences[mention.sentence][mention.start : mention.end] == mention.surface
        assert last <= (mention.sentence, mention.start)
        last = (mention.sentence, mention.end)


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_a_mention_has_people_or_candidates_and_says_why(sentences: list[str]) -> None:
    """Nobody is guessed silently: people or candidates, never both, with evidence."""
    cast = resolve(sentences, PEOPLE)
    for mention in cast.mentions:
        assert bool(mention.people) != bool(mention.candidates)
        assert 0 <= mention.confidence <= 1
        assert mention.evidence
        for person in (*mention.people, *mention.candidates):
            assert person in cast.people


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Arbitrary characters raise nothing."""
    resolve([text], PEOPLE)


def test_same_answer_twice() -> None:
    """The same article gives the same cast, whatever was resolved before."""
    sentences = ["M. Wang a vu Ada Brisset, ministre.", "Mme Brisset a souri."]
    first = resolve(sentences, PEOPLE)
    resolve(["Thomas Petit est venu."], PEOPLE)
    assert resolve(sentences, PEOPLE) == first


def test_only_approved_people_are_meant() -> None:
    """A proposed entry and an entry of another kind name nobody."""
    proposed = Entry(id="p", fr="Wang Yu", en="X", kind=Kind.PERSON, status=EntryStatus.PROPOSED)
    term = Entry(id="t", fr="Wang Yu", en="Y", kind=Kind.ORGANISATION)
    cast = resolve(["M. Wang Yu est venu."], [proposed, term])
    assert [person.id for person in cast.people] == ["cast-1"]


def test_a_person_without_entry_keeps_the_french_spelling() -> None:
    """Somebody the article introduces is called in English as in French, gender from the role."""
    (person,) = resolve(["La potière Zélie Ahouandjinou expose à Rouen."], []).people
    assert (person.id, person.name_fr, person.name_en) == ("cast-1",) + ("Zélie Ahouandjinou",) * 2
    assert (person.gender, person.surname) == ("f", "Ahouandjinou")
    assert person.introduced == (0, 11)


def test_full_name_out_of_office_is_still_meant() -> None:
    """The dates of an entry bar short forms only: a full name is the person at any time."""
    entry = Entry(
        id="w", fr="Wang Yu", en="Wang Yu", kind=Kind.PERSON, valid_to=dt.date(2020, 1, 1)
    )
    cast = resolve(["Wang Yu est mort."], [entry], on=dt.date(2024, 1, 1))
    assert cast.mentions[0].people[0].id == "w"


def test_a_full_name_of_two_people_is_not_said_to_be_missing() -> None:
    """Whom the cue points at is inferred; the reason is that two people have the name in full."""
    other = Entry(
        id="skipper", fr="Wang Yu", en="Wang Yu", kind=Kind.PERSON, gender="m", cues=("voilier",)
    )
    [mention] = resolve(["Wang Yu a gagné la régate sur son voilier."], (WANG, other)).mentions
    assert [person.id for person in mention.people] == ["skipper"]
    assert mention.evidence[0] == "a full name that several people have"


def test_evidence_of_an_inferred_mention_names_the_counterpart() -> None:
    """An identity that the article does not give is marked, with the reason in words."""
    other = Entry(
        id="o",
        fr="Lena Ostrow",
        en="Lena Ostrow",
        kind=Kind.PERSON,
        gender="f",
        cues=("secrétaire d'État", "diplomatie américaine"),
    )
    third = Entry(
        id="wb", fr="Wang Bolin", en="Wang Bolin", kind=Kind.PERSON, gender="m", cues=("sport",)
    )
    cast = resolve(["Mme Ostrow a rencontré M. Wang à Doha."], [WANG, other, third])
    mention = cast.mentions[1]
    assert mention.people[0].id == "wang-yu"
    assert mention.inferred
    assert mention.confidence < 0.95
    assert any("counterpart of Lena Ostrow" in reason for reason in mention.evidence)


HOSTILE = (
    "Wang ", "M. ", "de La ", "Wang, ", "le ministre, ", "J.-P. ", "« ", "née ", "Le Mac O ",
    "« Wang » ", "Thomas et Wang Yu ", "son frère Thomas ", "M. Wang, qui dirige la police, ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_only(piece: str) -> None:
    """Hostile input, thousands of capitals or commas, takes no more than linear time."""
    assert_growth(lambda size: resolve([piece * size], PEOPLE), 500)


_GIVEN = "Jean Paul Luc Marc Anne Lise Rose Hugo Karl Ivan Olga Ines Nora Omar Sven Tom Vera Yann".split()  # noqa: E501, SIM905


def _one_surname(size: int, line: str) -> list[str]:
    """Return an article with `size` people of one surname, one a sentence."""
    given = [f"{a}-{b}-{c}" for a in _GIVEN for b in _GIVEN for c in _GIVEN]
    return [line.format(name) for name in given[:size]]


@pytest.mark.parametrize("known", [True, False])
def test_time_is_linear_in_the_people_of_one_surname(known: bool) -> None:
    """Of very many bearers of a name those near the mention are compared."""

    def run(size: int) -> object:
        names = _one_surname(size * known, "{} Kermadec")
        people = [Entry(id=name, fr=name, en=name, kind=Kind.PERSON) for name in names]
        line = "Le notaire {} Kermadec a signé. M. Kermadec s'est tu. Les Kermadec ont ri."
        return resolve(_one_surname(size, line), people)

    assert_growth(run, 100)


def test_of_very_many_bearers_those_nearby_may_be_meant() -> None:
    """The candidates of "M. Kermadec" are the people named in full around it."""
    lines = _one_surname(90, "Le notaire {} Kermadec a signé.")
    cast = resolve([*lines[:60], "M. Kermadec s'est tu.", *lines[60:]], [])
    [mention] = [m for m in cast.mentions if m.surface == "M. Kermadec"]
    assert 1 < len(mention.candidates) < 40
    assert {p.name_fr for p in mention.candidates} >= {lines[59][11:-9]}


def test_a_given_name_of_the_glossary_does_not_cut_a_full_name() -> None:
    """ "Luc Ferrand" is one name though the glossary has a Jean-Luc, "-and" as in "allemand"."""
    entry = Entry(id="j", fr="Jean-Luc Marchenoir", en="Jean-Luc Marchenoir", kind=Kind.PERSON)
    cast = resolve(["Le rang voisin est à Luc Ferrand.", "M. Ferrand a vendangé."], [entry])
    assert [person.name_fr for person in cast.people] == ["Luc Ferrand"]


def test_the_title_of_a_list_is_told_with_each_name() -> None:
    """A name of "MM. X et Y" knows its title, and a slip of the French names that title."""
    sentences = ["Anne Kerbrat et Paul Nadal sont venus.", "MM. Nadal et Kerbrat ont parlé."]
    last = resolve(sentences, PEOPLE).mentions[-1]
    assert last.surface == "Kerbrat"
    assert last.shared_title == "MM"
    assert last.source_error == "MM. for a woman"
