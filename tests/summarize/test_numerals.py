"""French numbers in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.briefing.numerals import numbers

CASES = {
    "Quatre-vingt-un passagers et 72 autres": [81, 72],
    "1,7 million d’euros": [1_700_000],
    "96’000 signatures, 1 200 tonnes": [96_000, 1_200],
    "soixante et onze, soixante-dix-huit, quatre-vingt-dix-neuf": [71, 78, 99],
    "trois cent mille": [300_000],
    "deux mille trois cents": [2_300],
    "cinq cent quatre-vingts": [580],
    "huitante-quatre et nonante-six": [84, 96],
    "une quarantaine de cars, un homme, une femme": [40],
    "vingt et un wagons": [21],
    "cinq ou six, 2 à 3, dix et trois": [5, 6, 2, 3, 10, 3],
    "un milliard deux cents millions": [1_200_000_000],
    "rien à compter": [],
}


@pytest.mark.parametrize("text", CASES)
def test_values(text: str) -> None:
    """Digits, words and both are read as a reader does; articles are no numbers."""
    assert [number.value for number in numbers(text)] == CASES[text]


@given(text=st.text(alphabet="0123456789 ,.-'aetundeuxcentmillevingt\u00a0", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    """Numbers do not overlap, and none begins or ends with a blank."""
    at = 0
    for number in numbers(text):
        assert at <= number.start < number.end <= len(text)
        assert text[number.start : number.end].strip() == text[number.start : number.end]
        at = number.end
