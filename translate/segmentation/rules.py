"""The word rules of ``rules.toml``, read once and on first use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Abbreviation(StrEnum):
    """What may follow an abbreviation; the groups of ``[abbreviations]`` in the data file."""

    NEVER = "never"
    NUMBER = "number"
    NAME = "name"
    WEEKDAY = "weekday"
    MONTH = "month"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Word lists, in small letters but for abbreviations and acronyms; apostrophes straight."""

    abbreviations: dict[str, frozenset[Abbreviation]]
    acronyms: frozenset[str]
    starters: frozenset[str]
    particles: frozenset[str]
    answers: frozenset[str]
    open_words: frozenset[str]
    lettered: frozenset[str]
    parts: frozenset[str]
    months: frozenset[str]
    inverted: tuple[str, ...]
    clause_openers: frozenset[str]
    leaning: frozenset[str]
    suffixes: frozenset[str]


@cache
def load() -> Rules:
    """Return the rules of the data file that ships with the package."""
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    words = {name: frozenset(value.split()) for name, value in data["words"].items()}
    inverted = tuple(sorted(words.pop("inverted")))
    return Rules(abbreviations=_abbreviations(data["abbreviations"]), inverted=inverted, **words)


def _abbreviations(groups: dict[str, list[str]]) -> dict[str, frozenset[Abbreviation]]:
    table: dict[str, set[Abbreviation]] = {}
    for group, entries in groups.items():
        for form, kind in _forms(entries, Abbreviation(group)):
            table.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in table.items()}


def _forms(entries: Iterable[str], kind: Abbreviation) -> Iterator[tuple[str, Abbreviation]]:
    for entry in entries:
        yield entry, kind
        # A lone letter in the other case is another thing: "m." is a unit, "M." a title.
        if len(entry) > 1:
            yield entry[0].upper() + entry[1:], kind
            # In capitals a title looks like an acronym ("PR", "ME"), which can end a sentence.
            yield entry.upper(), Abbreviation.NAME if kind is Abbreviation.NEVER else kind
