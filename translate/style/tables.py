"""Reads the tables in ``data/`` on first use: UTF-8, tab-separated, ``#`` begins a comment line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from translate.style.values import Spelling

#: Which way a pair of spelling_more.tsv may be used.
_BOTH, _TO_UK, _TO_US = "=", ">", "<"
_COMMENT = "# "


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of `words`, or with `negated` none of them, must stand at some place."""

    words: frozenset[str] = frozenset()
    negated: bool = False

    def holds(self, *found: str) -> bool:
        """Return whether what was found there meets it; a condition without words always holds."""
        return not self.words or (not self.words.isdisjoint(found)) is not self.negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A word that becomes another where all conditions hold."""

    becomes: str
    before: Condition
    after: Condition
    sentence: Condition


def _rows(name: str) -> list[list[str]]:
    text = resources.files("translate.style").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith(_COMMENT))
    return [[field.strip() for field in line.split("\t")] for line in lines]


@cache
def respellings(to: Spelling) -> Mapping[str, str]:
    """Return the words, small, that have another spelling in `to`, each with that spelling."""
    towards = {Spelling.UK: _TO_UK, Spelling.US: _TO_US}[to]
    pairs = [(us, uk) for us, uk in _rows("spelling.tsv")]
    pairs += [(us, uk) for us, uk, way in _rows("spelling_more.tsv") if way in {_BOTH, towards}]
    return dict(pairs) if to is Spelling.UK else {uk: us for us, uk in pairs}


@cache
def contexts(to: Spelling) -> Mapping[str, tuple[Context, ...]]:
    """Return the words that change towards `to` only where their neighbours tell the sense."""
    found: defaultdict[str, list[Context]] = defaultdict(list)
    for row in _rows("context.tsv"):
        if row[0] == to:
            fields = [_condition(field) for field in (*row[3:], "", "", "")[:3]]
            context = Context(becomes=row[2], before=fields[0], after=fields[1], sentence=fields[2])
            found[row[1]].append(context)
    return {word: tuple(rules) for word, rules in found.items()}


def _condition(field: str) -> Condition:
    found: set[str] = set()
    for word in field.removeprefix("!").split():
        found |= listed(word[1:]) if word.startswith("@") else {word}
    return Condition(words=frozenset(found), negated=field.startswith("!"))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of one list of lists.tsv."""
    return frozenset(dict(_rows("lists.tsv"))[name].split())


@cache
def names() -> frozenset[str]:
    """Return the words, small, that are names when they have a capital."""
    return frozenset(row[0] for row in _rows("names.txt"))
