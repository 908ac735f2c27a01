"""The parts of names and the short forms that fit them."""

from __future__ import annotations

import pytest

from glossary.names.folding import fold, tokenize
from glossary.names.forms import fit, parse_name
from glossary.names.people import is_nickname


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Jeanne Marchebois", "Marchebois"),
        ("Aude de La Tour", "de La Tour"),
        ("Ulrich von der Heide", "von der Heide"),
        ("Yann Le Guellec", "Le Guellec"),
        ("Xi Tianyu", "Xi"),
        ("Park Do-yun", "Park"),
        ("Nguyên Van Son", "Nguyên"),
        ("Szalontai Viktória", "Szalontai"),
        ("Rocío Valverde Ibáñez", "Valverde Ibáñez"),
        ("Awa Sarr-Mendy", "Sarr-Mendy"),
        ("Octave Rambert fils", "Rambert"),
        ("Haakon Sverre IV", "Sverre"),
        ("Suharyanto", "Suharyanto"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    """The part used after a courtesy title is found for each order of names."""
    assert parse_name(name).display_surname == surname


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("aude tour", "Aude de La Tour", "full"),
        ("viktoria szalontai", "Szalontai Viktória", "reordered"),
        ("valverde", "Rocío Valverde Ibáñez", "bare"),
        ("rocio valverde", "Rocío Valverde Ibáñez", "full"),
        ("son", "Nguyên Van Son", "bare"),
        ("mendy", "Awa Sarr-Mendy", "bare"),
        ("awa", "Awa Sarr-Mendy", "first"),
        ("j marsaud", "Jeanne Marsaud", "initials"),
        ("j p marsaud", "Jean-Philippe Marsaud", "initials"),
        ("serguei pavlovitch karpenko", "Sergueï Karpenko", "full"),
    ],
)
def test_fitting_forms(mention: str, name: str, kind: str) -> None:
    """A usual short form fits its name, with its kind."""
    found = fit(mention.split(), frozenset(), parse_name(name))
    assert found is not None
    assert found.kind.value == kind


@pytest.mark.parametrize(
    ("mention", "particles", "name"),
    [
        ("wei fengtian", "", "Wei Lan"),
        ("novotna", "", "Otto Novotný"),
        ("arnstett", "von", "Lise Arnstett"),
        ("tour aude", "du", "Aude de La Tour"),
        ("k marsaud", "", "Jeanne Marsaud"),
    ],
)
def test_other_people_do_not_fit(mention: str, particles: str, name: str) -> None:
    """A name that shares a part only, or has a particle more, is somebody else's."""
    assert fit(mention.split(), frozenset(particles.split()), parse_name(name)) is None


def test_called_words_tell_the_order() -> None:
    """What stands after courtesy titles in the article is the family name."""
    assert parse_name("Batbold Ganzorig", {"batbold"}).display_surname == "Batbold"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("Berto", True),
        ("Abou Ziad", True),
        ("Lion de Tamale", True),
        ("Zé Tetteh", True),
        ("Renault", False),
        ("Downing Street", False),
        ("usine de Tourcoing", False),
        ("Maputo", False),
    ],
)
def test_cues_that_are_nicknames(cue: str, expected: bool) -> None:
    """A cue with capitals is a nickname only where its form says so."""
    assert is_nickname(cue, {"alberto", "tetteh"}) is expected


def test_tokens_cover_words_with_their_offsets() -> None:
    """Elided words are words of their own; names with an apostrophe stay whole."""
    text = "L’ami d’O'Brien, N'Golo, aujourd'hui al-Assad"
    tokens = tokenize(text)
    assert [t.fold for t in tokens] == [
        "l", "ami", "d", "o'brien", "n'golo", "aujourd'hui", "assad",
    ]  # fmt: skip
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.text for t in tokens if t.cap] == ["L’", "O'Brien", "N'Golo", "al-Assad"]


def test_folding_drops_accents_and_curls() -> None:
    """Accents, capitals and typographic marks do not tell names apart."""
    assert fold("Łódź D’Œuvre‑Şahin") == "lodz d'oeuvre-sahin"
