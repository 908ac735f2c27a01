"""Places that a glossary has verified are hidden from the rules."""

from __future__ import annotations

import pytest

from translate.checks import Pair, check_document, check_pair, numbers

KNOWN = [
    ("Les Vingt-Sept ont voté.", "The EU member states voted.", "Vingt-Sept", "EU member states"),
    ("Le maire Goudarov dort.", "Mayor Smith is asleep.", "Goudarov", "Smith"),
    ("L'Acsm a été saisie.", "The shipping regulator was called in.", "Acsm", "shipping regulator"),
]


def _range(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(("fr", "en", "mine", "theirs"), KNOWN)
def test_nothing_is_said_of_a_known_place(fr: str, en: str, mine: str, theirs: str) -> None:
    """A rendering that would be reported is not where it has been verified."""
    known = ((_range(fr, mine), _range(en, theirs)),)
    assert check_pair(fr, en)
    assert check_pair(fr, en, known=known) == ()
    assert check_document([Pair("s1", fr, en, known)]) == ()


def test_what_lies_outside_is_still_reported_in_the_words_of_the_texts() -> None:
    """A lost figure is found beside a known name; no message shows a stand-in."""
    fr = "Goudarov n'a vu que 42 navires."
    en = "Gudarow saw 24 ships."
    known = ((_range(fr, "Goudarov"), _range(en, "Gudarow")),)
    findings = check_pair(fr, en, known=known)
    assert {finding.rule for finding in findings} == {"number", "negation"}
    assert "Gudarow saw 42 ships." in {finding.suggestion for finding in findings}
    assert not any("Zq" in finding.message for finding in findings)


def test_two_places_of_the_french_may_share_one_of_the_english() -> None:
    """Overlapping and empty ranges are taken as they come."""
    fr, en = "Le maire Goudarov, M. Goudarov, dort.", "Mayor Gudarow is asleep."
    theirs = _range(en, "Gudarow")
    known = (((9, 17), theirs), ((22, 30), theirs), ((9, 17), theirs), ((0, 0), (0, 0)))
    assert not [f for f in check_pair(fr, en, known=known) if f.rule == "name"]


@pytest.mark.parametrize(
    ("fr", "en", "figure"),
    [
        ("La mine emploie 4 317 ouvriers.", "The mine employs workers.", "4,317"),
        ("Le port a coûté 8 milliards d'euros.", "The port cost euros.", "8 billion"),
        ("Elle compte 2,8 millions d'abonnés.", "It has subscribers.", "2.8 million"),
    ],
)
def test_missing_figures_are_wanted_in_english_writing(fr: str, en: str, figure: str) -> None:
    """A lost plain figure is given with its place in the French and its English form."""
    ((start, end, english),) = numbers.wanted(fr, en)
    assert english == figure
    assert fr[start].isdigit()
    assert fr[end] == " "
    assert numbers.wanted(fr, f"{en} {figure}") == ()
