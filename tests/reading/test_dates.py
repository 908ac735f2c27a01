"""French dates and date lines."""

from __future__ import annotations

import datetime as dt

import pytest

from translate.reading.dates import date_suffix, find_date, is_date_line

DAY = dt.date(2024, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "le 1er mars 2024",
        "vendredi 1 mars 2024 à 8 h",
        "01/03/2024",
        "1.3.24",
        "01-03-2024",
        "2024-03-01",
        "1er MARS 2024",
    ],
)
def test_full_dates(text: str) -> None:
    """Day, month and year in any usual form make a date, day before month."""
    assert find_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "vendredi",
        "1er mars",
        "mars 2024",
        "2024",
        "31/02/2024",
        "3-1 (1-1, 2-0)",
        "2024-01",
        "99/99/9999",
    ],
)
def test_no_dates(text: str) -> None:
    """A weekday, a month or a score alone make none, nor does an impossible day."""
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Publié le 4 avril 2023 à 17h20 - Mis à jour le 5 avril 2023 à 09h02",
        "Le 12/03/2024 à 6h45",
        "Mis à jour à 09:30",
        "mardi 12 mars 2024",
        "Publié il y a 3 heures",
        "12 mars 2024 | 18:05",
        "Mise à jour : 12.03.2024, 10:00 GMT",
    ],
)
def test_date_lines(text: str) -> None:
    """Lines that hold nothing but when."""
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    ["Le 12 mars 2024, la digue a cédé.", "1978", "Hier encore, il pleuvait.", "Verdict le 22."],
)
def test_no_date_lines(text: str) -> None:
    """Sentences with a date, and years alone, are none."""
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("L. F. 15 mars 2024", "15 mars 2024"),
        ("Belga Publié le 14-03-24 à 09:12", "Publié le 14-03-24 à 09:12"),
    ],
)
def test_date_behind_a_name(text: str, date: str) -> None:
    """The date at the end of a byline is found."""
    at = date_suffix(text)
    assert at is not None
    assert text[at:] == date
