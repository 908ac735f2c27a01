"""Quantities of both languages, and the repair of a figure."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.checks import numbers
from translate.checks.quantities import parse

UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def spell(number: int) -> str:
    """Write a number below 100 in French words (an independent speller for the tests)."""
    words = UNITS.split()
    if number <= 16:
        return words[number]
    if number < 20:
        return f"dix-{words[number - 10]}"
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{spell(number - 80)}"
    base = min(number // 10 * 10, 60)
    rest = number - base
    if rest == 0:
        return TENS[base]
    return f"{TENS[base]} et {spell(rest)}" if rest in {1, 11} else f"{TENS[base]}-{spell(rest)}"


@pytest.mark.parametrize("number", range(2, 100))
def test_every_french_numeral_below_a_hundred_is_read(number: int) -> None:
    """Number words from deux to quatre-vingt-dix-neuf give one quantity of that value."""
    assert numbers.values(f"{spell(number)} maisons", "fr") == Counter([Fraction(number)])


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("1 234 567,5 tonnes", "fr", ["2469135/2"]),
        ("1\u202f250 euros", "fr", ["1250"]),
        ("quatre cent vingt mille trois cents", "fr", ["420300"]),
        ("septante-deux et nonante", "fr", ["72", "90"]),
        ("un million et demi", "fr", ["1500000"]),
        ("2,5 milliards, 3 Mds€, 40 M$", "fr", ["2500000000", "3000000000", "40000000"]),
        ("une quarantaine de pays", "fr", ["40"]),
        ("20 h 30", "fr", ["1230"]),
        ("le XIXᵉ siècle", "fr", ["19"]),
        ("les années 1970", "fr", ["1970"]),
        ("1,234,567.5 and $2.5 billion", "en", ["2469135/2", "2500000000"]),
        ("two hundred and fifty-three", "en", ["253"]),
        ("half a million, two-thirds", "en", ["500000", "2/3"]),
        ("8:30 p.m.", "en", ["1230"]),
        ("the two third parties", "en", ["2", "3"]),
        ("2 1/2 hours", "en", ["5/2"]),
    ],
)
def test_quantities_are_parsed(text: str, lang: str, expected: list[str]) -> None:
    """Figures, words, scales, fractions, times and centuries give exact values."""
    assert numbers.values(text, lang) == Counter(Fraction(value) for value in expected)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_figures_read_alike_in_both_languages(number: int) -> None:
    """A grouped figure has one value, whatever the language groups with."""
    english = f"{number:,}"
    for space in (" ", "\u00a0", "\u202f"):
        french = english.replace(",", space)
        assert numbers.values(french, "fr") == numbers.values(english, "en") == Counter([number])


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_quantities_stand_where_they_say(text: str) -> None:
    """Offsets of quantities point at their surface in the text, in order."""
    for french in (True, False):
        found = parse(text, french=french)
        assert all(text[item.start : item.end] == item.surface for item in found)
        assert [item.start for item in found] == sorted(item.start for item in found)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Il a perdu 4 317 voix.", "He lost 4,371 votes.", "He lost 4,317 votes."),
        ("Huit milliards d'euros.", "8 million euros.", "8 billion euros."),
        ("Le taux atteint 3,50 %.", "The rate reached 35%.", "The rate reached 3.50%."),
        ("En 2012, tout a changé.", "In 2021, everything changed.", "In 2012, everything changed."),
    ],
)
def test_one_wrong_figure_is_set_right(source: str, target: str, mended: str) -> None:
    """Where one figure is missing and one comes from nowhere, the French one is put in."""
    assert numbers.repair(source, target) == mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("12 morts et 30 blessés", "13 dead and 31 injured"),
        ("Il a 12 ans.", "He is 12."),
        ("À 20 h 30, rien.", "At 8 p.m., nothing."),
        ("12 hectares", "13 dollars"),
    ],
)
def test_unsafe_repairs_are_left_alone(source: str, target: str) -> None:
    """Two wrong figures, none, a time, or another unit: nothing is mended."""
    assert numbers.repair(source, target) is None


def test_the_editor_is_told_what_and_where() -> None:
    """The finding names the French figure, the strange English one, and the mended sentence."""
    finding = numbers.check("Il a perdu 4 317 voix.", "He lost 4,371 votes.", "s3")[0]
    assert finding.message == '"4 317" of the French is not in the English (found: 4,371)'
    assert finding.suggestion == "He lost 4,317 votes."
    assert finding.segment == "s3"
