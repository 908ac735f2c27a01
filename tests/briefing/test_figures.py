"""Figures in English words, dates, and what a figure counts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.briefing.numerals import numbers
from translate.briefing.dates import full_dates, written
from translate.briefing.figures import counted, rank, worded

WORDED = {
    "Au moins 41 personnes sont mortes.": "at least 41",
    "Plus de 700 habitants sont partis.": "more than 700",
    "Il y avait près de 500 passagers.": "nearly 500",
    "Quelque 2 350 tonnes ont brûlé.": "about 2,350",
    "Une vingtaine de blessés sont soignés.": "about 20",
    "Des dizaines de morts sont à craindre.": "dozens",
    "Trente-quatre ouvriers ont été blessés.": "34",
    "La teneur est de 6,7 microgrammes.": "6.7",
    "Il manque 1,7 million d'euros.": "1.7 million",
    "Jusqu’à 12 000 foyers sont touchés.": "up to 12,000",
    "Les 46 pêcheurs protestent.": "46",
    "La surplus de 12 tonnes inquiète.": "12",
}


@pytest.mark.parametrize("french", WORDED)
def test_figure_keeps_its_qualifier(french: str) -> None:
    """The number is that of the French, in U.S. style, with what stands before it."""
    number = numbers(french)[0]
    assert worded(french, number.start, number.end, number.value) == WORDED[french]


COUNTED = [
    ("Some 410 residents had to leave town, city hall says.", 410, "residents had to leave town"),
    ("Fourteen soldiers and three drivers were killed.", 14, "soldiers"),
    ("About 1.7 million euros are missing.", 1_700_000, "euros are missing"),
    ("Nobody was hurt.", 7, ""),
    ("It rose to 7.", 7, ""),
]


@pytest.mark.parametrize(("english", "value", "words"), COUNTED)
def test_words_after_a_figure_tell_what_it_counts(english: str, value: float, words: str) -> None:
    """They are the translation's own; nothing where it does not have the figure."""
    assert counted(english, value) == words


@given(text=st.text(max_size=60), value=st.floats(0, 1e12))
def test_counted_words_are_of_the_sentence(text: str, value: float) -> None:
    """Nothing is made up: the words stand in the English, in that order."""
    assert counted(text, value) in " ".join(text.split())


def test_graver_topics_go_first() -> None:
    """Deaths before vehicles, named topics before nouns."""
    assert sorted(["poisson", "vehicles", "dead"], key=rank) == ["dead", "vehicles", "poisson"]


def test_only_full_dates_are_dates() -> None:
    """A weekday, a day without year and an impossible day are none."""
    text = "Le 1er mars 2024, puis lundi, le 6 avril, le 31 juin 2024 et le 12 août 2023."
    assert full_dates(text) == [dt.date(2024, 3, 1), dt.date(2023, 8, 12)]
    assert (written(dt.date(2024, 3, 1)), written(None)) == ("1 March 2024", "undated")
