"""Reads the negations of a French sentence: which words negate, and how.

"Ne" alone is no negation after "craindre que", "avant que", "plus ... que" (ne explétif); "ne ...
que" restricts. Method: the second element is sought among the words that follow (Grevisse, Le bon
usage, on the places of pas, plus, jamais, rien, personne, aucun, nul, guère, ni, que).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translate.checks.text import Word, plain, words

_SECOND = {
    "pas": "pas", "point": "pas", "plus": "plus", "jamais": "jamais", "rien": "rien",
    "personne": "personne", "aucun": "aucun", "aucune": "aucun", "nul": "aucun", "nulle": "aucun",
    "guere": "guere", "ni": "ni", "nullement": "pas", "aucunement": "pas", "que": "que",
    "qu": "que",
    "goutte": "pas", "mot": "pas",
}  # fmt: skip
_SUBJECTS = frozenset({"nul", "nulle", "aucun", "aucune", "personne", "rien", "jamais", "ni"})
# Words that call for "ne explétif" in the clause they open.
_EXPLETIVE = frozenset(
    [
        "craindre",
        "crains",
        "craint",
        "craignent",
        "craignait",
        "craignaient",
        "crainte",
        "craintes",
        "redoute",
        "redoutent",
        "redouter",
        "redoutait",
        "redoutaient",
        "peur",
        "empecher",
        "empeche",
        "empechent",
        "eviter",
        "evite",
        "evitent",
        "moins",
        "avant",
        "plus",
        "mieux",
        "meilleur",
        "meilleure",
        "meilleurs",
        "pire",
        "autre",
        "autres",
        "autrement",
        "davantage",
        "depuis",
        "fallu",
        "faut",
        "s'en",
        "menace",
        "doute",
        "doutent",
        "danger",
        "risque",
        "apprehende",
        "apprehendent",
        "moindre",
        "peu",
        "tient",
        "garde",
        "plutot",
        "superieur",
        "inferieur",
        "sans",
    ]
)
_EXPLETIVE_REACH = 14  # words between the call and its "ne"
_ALONE = frozenset(
    [
        "peut",
        "peuvent",
        "pouvait",
        "pouvaient",
        "pu",
        "put",
        "purent",
        "pourra",
        "pourrait",
        "pourraient",
        "sait",
        "savait",
        "saurait",
        "sauraient",
        "ose",
        "osent",
        "osait",
        "osaient",
        "saurai",
    ]
)
# "ne cesse de", "n'en finit pas de": going on, no negation.
_IDLE = frozenset(
    [
        "cesse",
        "cessent",
        "cessait",
        "cessaient",
        "cesser",
        "cessera",
        "finit",
        "finissent",
        "finissait",
        "finissaient",
    ]
)
# Before "que" these make a conjunction or a relative: no restriction.
_CONJUNCTIONS = frozenset(
    [
        "ce",
        "celui",
        "celle",
        "ceux",
        "celles",
        "afin",
        "parce",
        "alors",
        "tandis",
        "bien",
        "pour",
        "lors",
        "ainsi",
        "tant",
        "depuis",
        "dit",
        "dire",
        "dites",
        "croit",
        "croire",
        "pense",
        "penser",
        "sait",
        "savoir",
        "veut",
        "vouloir",
        "assure",
        "affirme",
    ]
)
_REACH = 9  # words between "ne" and its second element
_STOPS = (";", ". ", ":", "»", "!", "?")


@dataclass(frozen=True, slots=True)
class Negation:
    """One negation: kind pas, plus, jamais, rien, personne, aucun, guere, ni, que or expletive."""

    kind: str
    at: int
    end: int


@lru_cache(maxsize=4)
def read(source: str) -> tuple[tuple[Word, ...], tuple[Negation, ...]]:
    """Return the words of `source` and its negations in order."""
    found = words(source, french=True)
    folds = _with_elisions(source, found)
    negations = []
    for at, word in enumerate(folds):
        if word == "ne":
            negations.append(_negation(source, found, folds, at))
    return found, tuple(n for n in negations if n is not None)


def _with_elisions(source: str, found: tuple[Word, ...]) -> list[str]:
    """Return folded words, where an elided "n'" stands as "ne" in place of its word's article.

    A word written "n'a" gives one entry; `_negation` looks behind it as well.
    """
    straight = plain(source).lower()
    folds = []
    for word in found:
        before = straight[max(0, word.start - 3) : word.start]
        folds.append("ne" if before.endswith("n'") and not before[:1].isalpha() else word.fold)
    return folds


def _negation(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> Negation | None:
    verb = (
        found[at].fold
        if found[at].fold != "ne"
        else found[at + 1].fold
        if at + 1 < len(found)
        else ""
    )
    kind, end = _second(source, found, folds, at)
    if verb in _IDLE or (end > at and _IDLE & set(folds[at:end])):
        return None
    after = folds[end + 1 : end + 2]
    if (kind == "pas" and after == ["moins"]) or (kind == "que" and after == ["faire"]):
        return None  # "n'en demeure pas moins", "n'ont que faire"
    if kind and kind != "que":
        return Negation(kind, at, end)
    subject = _subject(source, found, folds, at)
    if subject:
        return Negation(subject, at, at)
    if kind == "que":
        return Negation("que", at, end)
    if _expletive(folds, at):
        return Negation("expletive", at, at)
    if any(part in _ALONE for part in verb.split("-")):
        return Negation("pas", at, at)
    return Negation("alone", at, at)


def _second(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> tuple[str, int]:
    called = _expletive(folds, at)
    for here in range(at + 1, min(at + _REACH, len(found))):
        gap = source[found[here - 1].end : found[here].start]
        if called and "," in gap:
            break  # "avant que le train n'entre, sans pas même ..."
        if any(stop in gap for stop in _STOPS) or folds[here] == "ne":
            break
        # An elided "qu'" stands before its word.
        if plain(source[max(0, found[here].start - 3) : found[here].start]).lower().endswith("qu'"):
            return ("", at) if "," in gap or folds[here - 1] in _CONJUNCTIONS else ("que", here)
        kind = _SECOND.get(folds[here], "")
        if kind in {"plus", "guere"} and folds[here + 1 : here + 2] == ["guere"]:
            continue
        if kind == "que" and ("," in gap or folds[here - 1] in _CONJUNCTIONS):
            break
        if (
            kind in {"plus", "guere"}
            and here + 1 < len(found)
            and _then_que(source, found, folds, here)
        ):
            return "que", here
        if kind:
            return kind, here
    return "", at


def _then_que(source: str, found: tuple[Word, ...], folds: list[str], here: int) -> bool:
    """Whether "plus" or "guère" is followed by "que": "n'est plus que", a restriction."""
    follow = found[here + 1]
    elided = plain(source[max(0, follow.start - 3) : follow.start]).lower().endswith("qu'")
    return folds[here + 1] == "que" or elided


def _subject(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> str:
    """Return the kind of a negative subject before "ne" ("Nul n'a été", "rien ne")."""
    for here in range(at - 1, max(-1, at - 12), -1):
        gap = source[found[here].end : found[here + 1].start]
        if any(stop in gap for stop in _STOPS):
            return ""
        if folds[here] in _SUBJECTS:
            return _SECOND[folds[here]]
        if folds[here] == "pas" and here + 1 < len(folds) and folds[here + 1] in {"un", "une"}:
            return "pas"
    return ""


def _expletive(folds: list[str], at: int) -> bool:
    before = folds[max(0, at - _EXPLETIVE_REACH) : at]
    return any(word in _EXPLETIVE for word in before)
