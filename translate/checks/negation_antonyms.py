"""Negations said by an opposite: "n'a pas survécu", died; "reste fermé", has not reopened."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.lexicon import translations
from translate.checks.opposites import opposites
from translate.checks.tables import rows
from translate.checks.text import english_stem

_TABLES = ("opposites.tsv", "negative_antonyms.tsv")
_NOT = re.compile(
    r"\b(?:not|n't|never|no|nor|neither|nobody|none|nothing|without|hardly|cannot)\b[^.;:!?]*$"
)
_PIECES = 20  # negations of one text looked at: time stays linear
_BEFORE = 45  # characters before the word that an English "not" may deny


@cache
def _senses() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return (sense, its English, opposite, its English), each row in both directions."""
    found = [row for table in _TABLES for row in opposites(table)]
    return tuple(found) + tuple((c, d, a, b) for a, b, c, d in found)


@cache
def pairs(table: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the first two fields of the rows of a table of patterns: French, English."""
    return tuple((re.compile(row[0]), re.compile(row[1])) for row in rows(table))


def rendered(table: str, french: str, english: str) -> int:
    """Return how many rows of a table of patterns both folded texts have."""
    return sum(bool(here.search(french) and there.search(english)) for here, there in pairs(table))


def implied(french: str, english: str) -> int:
    """Return how many French words that English may say with "not" it does not say otherwise."""
    stems = {english_stem(word) for word in re.findall(r"[a-z]+", english)}
    total = 0
    for here, there in pairs("negative_implied.tsv"):
        match = here.search(french)
        if match and there.search(english):
            total += " " in match.group() or not translations(match.group()) & stems
    return total


def answered(denied: list[str], french: str, english: str) -> int:
    """Return for how many of the `denied` pieces of the French the English says the opposite."""
    return sum(
        any(
            sense.search(piece) and wrong.search(english) and not opposite.search(french)
            for sense, _, opposite, wrong in _senses()
        )
        for piece in denied[:_PIECES]
    )


def accounted(french: str, english: str) -> int:
    """Return how many English negations deny the opposite of a word of the French."""
    places = set()
    for sense, right, _, wrong in _senses():
        if not sense.search(french) or right.search(english):
            continue
        for match in wrong.finditer(english):
            start = max(0, match.start() - _BEFORE)
            denial = _NOT.search(english, start, match.start())
            if denial:
                places.add(denial.start())
    return len(places)
