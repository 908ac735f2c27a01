"""The checks never raise, take linear time, and check an article as a whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import assert_growth
from translate.checks import Pair, check_document, check_pair

ALPHABET = "«»\"“”'’()[] -–,.;:!?0123456789%€$hMde nepasquàéVIX\n\u00a0\u202f\t\u0300abzÉ"
HOSTILE = [
    "(" * 200_000,
    '"' * 200_001,
    "« " * 100_000,
    "1 " * 100_000,
    "999 " * 60_000,
    "un " * 100_000,
    "ne " * 100_000,
    "A" * 300_000,
    "a" * 300_000,
    "Aa " * 100_000,
    "1,5,2." * 50_000,
    "de " * 100_000,
    "XVIe " * 60_000,
    "\u0301" * 100_000,
    " ".join(f"Ab{n % 26:c}-Cd{n:x}" for n in range(97, 30_000)),
    " la ".join(f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}Q" for n in range(40_000)),
    "45them " * 50_000,
]


@given(st.text(max_size=120), st.text(max_size=120))
@settings(max_examples=150, deadline=None)
@example("", "")
@example("\x00", "\ud800")
def test_no_text_raises(source: str, target: str) -> None:
    """Any two texts are checked without an error."""
    check_pair(source, target)


@given(st.text(alphabet=ALPHABET, max_size=80), st.text(alphabet=ALPHABET, max_size=80))
@settings(max_examples=250, deadline=None)
def test_no_text_of_figures_and_marks_raises(source: str, target: str) -> None:
    """Texts made of what the rules look at are checked without an error."""
    check_pair(source, target)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_little_time(text: str) -> None:
    """Long runs of one thing are read up to a bound, on either side and on both."""
    for pair in ((text, "Nothing."), ("Rien.", text)):
        assert any("were checked" in finding.message for finding in check_pair(*pair))
    assert_growth(lambda size: check_pair(text[:size], text[:size]), 12_000, 8)


def test_a_text_that_is_its_own_translation_of_nothing_is_silent() -> None:
    """Two empty texts have no finding; an empty English of some French has one."""
    assert check_pair("", "") == ()
    assert [f.rule for f in check_pair("Le pont est fermé.", "")] == ["omission"]


def test_an_article_is_checked_for_consistency() -> None:
    """A term that two segments render in two ways is reported once, for the whole article."""
    pairs = [
        ("s1", "Le procureur général a parlé.", "The attorney general spoke."),
        ("s2", "Le procureur général est parti.", "The general prosecutor left."),
    ]
    findings = [
        finding
        for finding in check_document(Pair(*pair) for pair in pairs)
        if finding.rule == "term"
    ]
    assert [(finding.level, finding.segment) for finding in findings] == [("info", "s2")]
