"""Idioms: the data are complete and every form of the verb is found."""

from __future__ import annotations

from importlib import resources

import pytest

from glossary.folding import tokenize
from glossary.idioms import in_idiom
from glossary.lexicon import data_rows


def lines() -> list[tuple[str, str]]:
    """The idioms as verb and rest."""
    text = resources.files("glossary").joinpath("data", "idioms.txt").read_text("utf-8")
    rows = [line.partition(" | ") for line in text.splitlines() if not line.startswith("#")]
    return [(verb, rest) for verb, _, rest in rows]


def found(text: str, word: str) -> bool:
    """Whether `word` stands in an idiom of `text`."""
    tokens = tokenize(text)
    at = tokens.keys.index(word)
    return in_idiom(tokens, at, at)


def test_each_idiom_is_found_in_its_infinitive() -> None:
    """Each line of the data finds itself, so that none is dead."""
    lost = []
    for verb, rest in lines():
        tokens = tokenize(f"{verb} {rest.replace('~', 'leur')}")
        places = range(1, len(tokens.keys))
        if not any(in_idiom(tokens, at, at) for at in places):
            lost.append((verb, rest))
    assert lost == []


def test_each_irregular_verb_is_known_and_used() -> None:
    """Verbs in -er are regular; the table has all other verbs of the idioms, and no more."""
    used = {verb for verb, _ in lines()}
    known = {row["verb"] for row in data_rows("french_verbs.csv")}
    assert {verb for verb in used if not verb.endswith("er")} <= known
    assert known <= used


def test_no_idiom_stands_twice() -> None:
    """The data hold each idiom once."""
    assert len(lines()) == len(set(lines()))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le préfet jette l'éponge", "eponge"),
        ("Ils ont jeté l’éponge", "eponge"),
        ("En jetant trop tôt l'éponge", "eponge"),
        ("Elle mit un peu d'eau dans son vin", "eau"),
        ("Nous mettrions de l'eau dans notre vin", "vin"),
        ("Elle appuie sur le champignon", "champignon"),
        ("Il faut qu'il prenne le taureau par les cornes", "cornes"),
    ],
)
def test_forms_of_the_verb(text: str, word: str) -> None:
    """Irregular forms, past participles and words between verb and noun do not hide an idiom."""
    assert found(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Il lave l'éponge", "eponge"),
        ("Il jette tout. L'éponge sèche", "eponge"),
        ("Il jette le seau et, plus tard, l'éponge", "eponge"),
        ("De l'eau coule dans son vin", "eau"),
    ],
)
def test_no_idiom_without_its_verb_near(text: str, word: str) -> None:
    """Another verb, another sentence or another clause makes no idiom."""
    assert not found(text, word)
