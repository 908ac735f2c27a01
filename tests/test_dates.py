"""Clock times and days in wire style; durations and figures stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.dates import wanted_times, wire_days, wire_times

TIMES = (
    ("La séance ouvre à 14 heures.", "The session opens at 14 a.m.", "The session opens at 2 p.m."),
    ("Rendez-vous à 20h.", "Meet at 20h.", "Meet at 8 p.m."),
    ("Il est parti vers 11h15 de Brest.", "He left at 11.15 a.m. from Brest.",
     "He left at 11:15 a.m. from Brest."),
    ("De 9h30 à 17h45, lundi.", "From 9.30 a.m. to 17.45 p.m., Monday.",
     "From 9:30 a.m. to 5:45 p.m., Monday."),
    ("Le train de 13 h 30 est plein.", "The 13:30 train is full.", "The 1:30 p.m. train is full."),
    ("Fermé dès 12 heures.", "Closed from 12 a.m.", "Closed from noon."),
    ("Ouvert jusqu’à 0 h 05.", "Open until 0:05.", "Open until 12:05 a.m."),
    ("Arrivée à 9 heures du soir.", "Arrival at 9 pm.", "Arrival at 9 p.m."),
    ("Attendu vers 17 h 45.", "Expected around 7:45 a.m.", "Expected around 5:45 p.m."),
    ("La salle ouvre à 18h.", "The hall opens at 18.", "The hall opens at 6 p.m."),
    ("Départ à 8 heures, 12 kilos.", "Departure at 8 a.m., 12 kilograms.",
     "Departure at 8 a.m., 12 kilograms."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "text", "wanted"), TIMES)
def test_times(source: str, text: str, wanted: str) -> None:
    """The French says what is meant."""
    assert wire_times(source, text) == wanted


def test_a_time_is_wanted_whole() -> None:
    """From the figure of the hour on; a duration is none."""
    source = "Rendez-vous à 14 heures, après 3 heures de route."
    assert wanted_times(source) == {source.index("14"): (source.index(","), "2 p.m.")}


UNCLEAR = (
    ("Relâché après 24 heures de garde à vue.", "Released after 24 hours in custody."),
    ("Après 10 heures de débats, ils ont voté.", "After 10 hours of debate, they voted."),
    ("Elle a couru le marathon en 2h25.", "She ran the marathon in 2:25."),
    ("Le spectacle dure 3h30.", "The show lasts 3:30."),
    ("Un film de 2h10 sur le port.", "A 2:10 film about the port."),
    ("Le village est à 2 heures de route.", "The village is a 2 hour drive away."),
    ("Depuis 8 heures, ils attendent.", "They have been waiting for 8 hours."),
    ("Ils ont parlé pendant 12 heures.", "They spoke for 12 hours."),
    ("La séance ouvre à 14 heures.", "The session opens at 15 a.m."),
    ("Le port est fermé.", "The port is closed at 8."),
    ("À 8 heures, il y avait 8 bateaux.", "There were 8 boats."),
)


@pytest.mark.parametrize(("source", "text"), UNCLEAR)
def test_what_is_unclear_is_left(source: str, text: str) -> None:
    """A duration, another hour, a bare figure: no time is made of it."""
    assert wire_times(source, text) is None


DAYS = (
    ("le 17 novembre", "on 17 November", "on Nov. 17"),
    ("le 3 mai 2024, il", "on 3 May 2024, he", "on May 3, 2024, he"),
    ("le 1er mars", "the 1st of March", "March 1"),
    ("en novembre", "in November", "in November"),
    ("depuis le 3 février 2020", "since February 3, 2020", "since Feb. 3, 2020"),
    ("les 12 et 13 janvier", "on January 12 and 13", "on Jan. 12 and 13"),
    ("en février 2020", "in February 2020", "in February 2020"),
    ("novembre 2017", "2017 November", "2017 November"),
    ("le 30 juin 2020", "June 30, 2020", "June 30, 2020"),
    ("du 23 au 30 octobre", "from 23 to 30 October", "from 23 to 30 October"),
    ("les 4 et 5 mai", "the 4th and the 5th of May", "the 4th and the 5th of May"),
    ("en septembre, 3 000 postes", "in September 3,000 posts", "in September 3,000 posts"),
    ("En août, 40 navires", "In August 40 ships", "In August 40 ships"),
    ("2,5 % en janvier", "in January 2.5 percent", "in January 2.5 percent"),
)


@pytest.mark.parametrize(("source", "text", "wanted"), DAYS)
def test_days(source: str, text: str, wanted: str) -> None:
    """Month first, abbreviated as the wires do where the French has that day."""
    assert wire_days(source, text) == wanted


@given(st.text(max_size=60), st.text(alphabet="0123456789h: apm.", max_size=40))
def test_never_raises(source: str, text: str) -> None:
    """Whatever comes, an answer or none."""
    wire_times(source, text)
    wire_days(source, text)
