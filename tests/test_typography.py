"""English typography changes blanks and marks, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.typography import Quotes, curl, english

CASES = (
    ("« Nous y sommes », he said.", '"Nous y sommes", he said.'),
    ("The rate rose to 4 % : a record .", "The rate rose to 4%: a record."),
    ("“Never,” she said…", '"Never," she said...'),
    ("It cost 3\u202f000 euros ( about )", "It cost 3 000 euros (about)"),
    ("a  b\u00a0c", "a b c"),
    ('" But it changed" he said.', '"But it changed" he said.'),
    ('He said "no " twice.', 'He said "no" twice.'),
    ("companies can do a lot [..] to stop", "companies can do a lot [...] to stop"),
    ("a .com address, 3 .5", "a .com address, 3 .5"),
)


@pytest.mark.parametrize(("raw", "wanted"), CASES)
def test_blanks_and_quotes(raw: str, wanted: str) -> None:
    """French habits go, English ones come."""
    assert english(raw) == wanted


CURLY = (
    ('"Never," she said. "Not now."', "“Never,” she said. “Not now.”"),
    ("It isn't the ministers' fault, '90s or not.", "It isn’t the ministers’ fault, ’90s or not."),
    ("\"'Go,' he said,\" she recalled.", "“‘Go,’ he said,” she recalled."),
    ('the ("quoted") word', "the (“quoted”) word"),
)


@pytest.mark.parametrize(("raw", "wanted"), CURLY)
def test_curly_quotes(raw: str, wanted: str) -> None:
    """Opening after a blank or bracket, closing elsewhere; apostrophes never open."""
    assert english(raw, quotes=Quotes.CURLY) == wanted


_TEXT = st.text(alphabet="abcÉ019 .,;:!?%()[]\"'«»“”’…\u00a0\u202f-", max_size=60)


@given(_TEXT)
def test_no_letter_or_digit_changes(text: str) -> None:
    """Whatever comes in, its letters and digits come out in the same order."""
    kept = [char for char in english(text) if char.isalnum()]
    assert kept == [char for char in text if char.isalnum()]


@given(_TEXT)
def test_twice_is_once(text: str) -> None:
    """Typography is idempotent on quotation marks that come in pairs."""
    once = english(text)
    if once.count('"') % 2 == 0:
        assert english(once) == once


@given(st.text(max_size=60))
def test_curling_keeps_length(text: str) -> None:
    """Offsets into the straight text hold in the curly one."""
    assert len(curl(text)) == len(text)
