"""Reads the negations of a French sentence: which words negate, and how.

"Ne" alone is no negation after "craindre que", "avant que", "plus ... que" (ne explétif); "ne ...
que" restricts. Method: the second element is sought among the words that follow (Grevisse, Le bon
usage, on the places of pas, plus, jamais, rien, personne, aucun, nul, guère, ni, que).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from translate.checks.text import Word, fold, plain, words

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
# Of the words above, those whose clause may go on after a long insertion.
_FEARED = re.compile(
    r"\b(?:crai(?:n|gn)\w+|redout\w+|apprehend\w+|peurs?|avant|a moins|evite\w*|empech\w+|risques?"
    r"|danger|menace\w*|de crainte)(?: \w+){0,2} qu(?:e |')"
)
_INSERTED = 400  # characters between the call and its "ne"
# Verbs that "ne" alone negates, and their participles after "avoir".
_ALONE = re.compile(
    r"(?:peux?t?|peuvent|pouv\w+|pourr\w+|puis|pu(?:ren)?t|sais|sait|savent|sav(?:ai\w+|ons|ez)"
    r"|saur\w+|os(?:e|es|ent|ai\w*|er\w*|ons|ez))$"
)
_KNOW = re.compile(r"s(?:ais|ait|avent|av(?:ai\w+|ons|ez)|achant|u)$")
_INFINITIVES = ("er", "ir", "re")
_AVOIR = frozenset(
    {
        *("a", "ai", "as", "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait"),
        *("auraient", "eut", "eurent", "ayant", "avoir", "ait", "aient"),
    }
)
_PARTICIPLES = frozenset({"pu", "su", "ose"})
_CLITICS = frozenset(
    {"le", "la", "les", "lui", "leur", "en", "y", "se", "me", "te", "nous", "vous"}
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
        "et",
        "ou",
        "mais",
    ]
)
_REACH = 9  # words between "ne" and its second element
_STOPS = (";", ". ", ":", "»", "!", "?")


@dataclass(frozen=True, slots=True)
class Negation:
    """One negation: kind pas, plus, jamais, rien, personne, aucun, guere, ni, que or expletive.

    `at`, `end`: words from "ne" to its second element; `subject`: the negative word before "ne".
    """

    kind: str
    at: int
    end: int
    subject: int = -1


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
    knows = _KNOW.match(verb) or (end > at and folds[end - 1] == "su")
    if kind == "que" and knows and after and after[0].endswith(_INFINITIVES):
        kind = "pas"  # "ne savent que répondre"
    if (kind == "pas" and after == ["moins"]) or (kind == "que" and after == ["faire"]):
        return None  # "n'en demeure pas moins", "n'ont que faire"
    if kind and kind != "que":
        return Negation(kind, at, end)
    subject, place = _subject(source, found, folds, at)
    if subject:
        return Negation(subject, at, at, place)
    if kind == "que":
        return Negation("que", at, end)
    if _called(source, found, folds, at):
        return Negation("expletive", at, at)
    if _denied_alone(found, at):
        return Negation("pas", at, at)
    return Negation("alone", at, at)


def _denied_alone(found: tuple[Word, ...], at: int) -> bool:
    """Whether the verb is one that "ne" alone negates: "ne peut", "n'a su"."""
    here = at if found[at].fold != "ne" else at + 1
    while here < len(found) - 1 and found[here].fold in _CLITICS:
        here += 1
    verb, after = [*(word.fold for word in found[here : here + 2]), "", ""][:2]
    if verb in _AVOIR and after in _PARTICIPLES:
        return True
    return any(_ALONE.match(part) for part in verb.split("-"))


def _second(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> tuple[str, int]:
    called = _called(source, found, folds, at)
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


def _subject(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> tuple[str, int]:
    """Return kind and place of a negative subject before "ne" ("Nul n'a été", "rien ne")."""
    for here in range(at - 1, max(-1, at - 12), -1):
        gap = source[found[here].end : found[here + 1].start]
        if any(stop in gap for stop in _STOPS):
            return "", -1
        if folds[here] in _SUBJECTS:
            return _SECOND[folds[here]], here
        if folds[here] == "pas" and here + 1 < len(folds) and folds[here + 1] in {"un", "une"}:
            return "pas", here
    return "", -1


def _called(source: str, found: tuple[Word, ...], folds: list[str], at: int) -> bool:
    """Whether a word before it calls for a "ne" that does not negate."""
    return _expletive(folds, at) or _resumed(source, found[at].start)


def _resumed(source: str, start: int) -> bool:
    """Whether the "ne" resumes a clause of fear after an insertion: "craint que X, ..., ne"."""
    before = fold(plain(source[max(0, start - _INSERTED) : start])).removesuffix("n'").rstrip()
    clause = re.split(r"[.;:!?»]", before)[-1]
    return clause.endswith(",") and bool(_FEARED.search(clause))


def _expletive(folds: list[str], at: int) -> bool:
    before = folds[max(0, at - _EXPLETIVE_REACH) : at]
    return any(word in _EXPLETIVE for word in before)
