"""What is left against the style, on any English sentence."""

from __future__ import annotations

import pytest

from translate.style import CourtesyTitles, Spelling, Style, style_findings
from translate.values import Level, Span

UK = Style(spelling=Spelling.UK)
US = Style(spelling=Spelling.US)
BARE = Style(courtesy_titles=CourtesyTitles.DROP)


def _told(english: str, style: Style, *protected: Span) -> list[tuple[str, str]]:
    found = style_findings("s4", english, style, protected)
    assert {finding.rule for finding in found} <= {"style"}
    assert {finding.segment for finding in found} <= {"s4"}
    return [(finding.message, finding.suggestion) for finding in found]


def test_a_foreign_spelling_is_told_once_with_its_remedy() -> None:
    """Each word is told once, however often it stands."""
    text = "The colour of the harbour, and the colour of the sea."
    assert _told(text, US) == [
        ('"colour" is not American spelling', "color"),
        ('"harbour" is not American spelling', "harbor"),
    ]
    assert _told(text, UK) == []
    assert _told(text, BARE) == []
    assert _told(text, Style()) == []


def test_a_word_of_the_glossary_is_a_remark() -> None:
    """Inside a protected span the level is information and the message says why."""
    text = "The defense council met about defense."
    [remark] = style_findings("s1", text, UK, (Span(start=4, end=19),))
    assert remark.level is Level.INFO
    assert "glossary term" in remark.message
    [warning] = style_findings("s1", "about defense", UK)
    assert warning.level is Level.WARNING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr. Varin said no.", ["Mr. Varin"]),
        ("He said that Mr Varin and Ms. Le Dû left.", ["Mr Varin", "Ms. Le"]),
        ('"Mr. Varin is ill," she said.', []),
        ('Mr. Varin is ill," she said of Mr. Colonge.', ["Mr. Colonge"]),
        ("She read “Mrs. Kervella” twice.", []),
        ("Mr. President, Mr. Speaker!", []),
        ("Mr. and Mrs. Varin left.", []),
        ("A Mr. Varin called.", []),
        ("Dr. Varin and Prof. Varin met Sir Alan.", []),
    ],
)
def test_courtesy_titles_left(text: str, told: list[str]) -> None:
    """Titles before names are told; in quotations, of offices and couples they may stand."""
    assert [message.split('"')[1] for message, _ in _told(text, BARE)] == told


def test_a_protected_title_may_stand() -> None:
    """A span that holds the title keeps it; one that holds the name alone does not."""
    text = "Mr. Varin left."
    assert _told(text, BARE, Span(start=0, end=9)) == []
    assert _told(text, BARE, Span(start=4, end=9)) != []


def test_the_stop_of_the_country() -> None:
    """ "Mr." is American, "Mr" British; in quotation marks "Mrs" may be part of a title."""
    assert _told("Mr. Varin", UK) == [('"Mr." is not British style', "Mr")]
    assert _told("Mr Varin", US) == [('"Mr" is not American style', "Mr.")]
    assert _told('He read "Mrs Kervella".', US) == []


def test_the_middle_of_a_quotation() -> None:
    """A sentence that begins inside a quotation has its titles in it up to the closing mark."""
    text = 'Mr. Varin lied. Mr. Colonge, too," he said.'
    assert style_findings("s1", text, BARE, inside=True) == ()
    assert len(style_findings("s1", "Mr. Varin lied.", BARE, inside=False)) == 1
    assert style_findings("s1", "Mr. Varin lied.", BARE, inside=True) == ()
