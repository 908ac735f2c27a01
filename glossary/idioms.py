"""Idioms with a verb: "jeter l'éponge", "mettre de l'eau dans son vin".

The list is ``glossary/data/idioms.txt``: an infinitive and the words that follow it, among which
"~" stands for one word that varies. The verb stands in any form up to `_REACH` words before them,
so that adverbs and negations may come between. The forms of irregular verbs are those of
``glossary/data/french_verbs.csv``; verbs in -er are regular.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from glossary.folding import Tokens, key, tokenize
from glossary.lexicon import data_rows, french
from glossary.number import single

_REACH = 4
_MAX_ENDING = 7
_ANY = "~"
#: A token that stands for "~" while a line is cut into tokens.
_BLANK = "_"
_STOPS = ".,!?…:;\n"


@dataclass(frozen=True, slots=True)
class _Verb:
    """Forms of a verb, as keys; those of `starts` may have a further ending."""

    forms: frozenset[str]
    starts: tuple[str, ...]

    def has(self, folded: str) -> bool:
        """Whether a key is one of its forms."""
        if folded in self.forms:
            return True
        return any(
            folded.startswith(start) and len(folded) <= len(start) + _MAX_ENDING
            for start in self.starts
        )


@dataclass(frozen=True, slots=True)
class _Idiom:
    """What follows the verb; words `low` to `high` (inclusive) bear its sense."""

    verb: _Verb
    words: tuple[str, ...]
    low: int
    high: int


@cache
def _irregular() -> dict[str, _Verb]:
    verbs: dict[str, _Verb] = {}
    for row in data_rows("french_verbs.csv"):
        forms = row["forms"].split()
        verbs[row["verb"]] = _Verb(
            forms=frozenset(form for form in forms if not form.endswith("*")),
            starts=tuple(form[:-1] for form in forms if form.endswith("*")),
        )
    return verbs


def _verb(infinitive: str) -> _Verb:
    known = _irregular().get(infinitive)
    if known:
        return known
    stem = key(infinitive)[:-2]
    if stem.endswith("y"):
        return _Verb(frozenset(), (stem, stem[:-1] + "i"))
    return _Verb(frozenset(), (stem,))


def _idiom(infinitive: str, rest: str) -> _Idiom:
    cut = tokenize(rest.replace(_ANY, _BLANK))
    words = tuple(_ANY if folded == _BLANK else single(folded) for folded in cut.keys)
    bearing = [
        at for at, word in enumerate(words) if word != _ANY and not french("links", cut.raw(at))
    ]
    return _Idiom(_verb(infinitive), words, bearing[0], bearing[-1])


@cache
def _by_word() -> dict[str, tuple[tuple[int, _Idiom], ...]]:
    """For each word that bears sense, the idioms that hold it and where it stands in them."""
    text = resources.files("glossary").joinpath("data", "idioms.txt").read_text("utf-8")
    found: dict[str, list[tuple[int, _Idiom]]] = {}
    for line in text.splitlines():
        infinitive, bar, rest = line.partition(" | ")
        if bar and not line.startswith("#"):
            idiom = _idiom(infinitive, rest)
            for at in range(idiom.low, idiom.high + 1):
                found.setdefault(idiom.words[at], []).append((at, idiom))
    return {word: tuple(idioms) for word, idioms in found.items()}


def in_idiom(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are a part of an idiom.

    An entry of several words that has all that bears the sense ("feu vert") is no mere part.
    """
    for at, idiom in _by_word().get(single(tokens.keys[first]), ()):
        start = first - at
        if start < 1 or last > start + idiom.high:
            continue
        if last > first and first == start + idiom.low and last == start + idiom.high:
            continue
        if _stands(tokens, start, idiom) and _verb_before(tokens, start, idiom.verb):
            return True
    return False


def _stands(tokens: Tokens, start: int, idiom: _Idiom) -> bool:
    if start + len(idiom.words) > len(tokens.keys):
        return False
    return all(
        word in {_ANY, single(tokens.keys[start + step])} for step, word in enumerate(idiom.words)
    )


def _verb_before(tokens: Tokens, start: int, verb: _Verb) -> bool:
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if any(mark in tokens.gap(at + 1) for mark in _STOPS):
            return False
        if verb.has(tokens.keys[at]):
            return True
    return False
