"""Doubt that the article itself states: "sans préciser lequel", "sans que l'on sache si"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.folding import Token
from glossary.names.lexicon import lexicon

_KNOWING = frozenset(
    ["preciser", "precise", "savoir", "sache", "sait", "saura", "saurait", "dire", "dit", "ignore"]
)
_NOBODY = frozenset(["sans", "on", "nul", "personne"])
_PEOPLE = frozenset(
    ["hommes", "femmes", "freres", "soeurs", "cousins", "cousines", "homonymes", "eux", "elles"]
)
_WHICH = frozenset(["lequel", "laquelle"])
_WHETHER = frozenset(["si", "s"])
_DEFINITE = frozenset(["le", "la", "l"])
_REACH = 24


def left_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the sentence says of a name from `first` to `last` that it is open who is meant.

    That is "lequel" after a verb of knowing, or "si ... ou" with another noun after "ou". What is
    shouted or painted ("Merci X") leaves it open too.
    """
    if first > 0 and tokens[first - 1].cap and lexicon().has("cheers", tokens[first - 1].fold):
        return True
    for at in range(last + 2, min(len(tokens), last + 2 + _REACH)):
        if tokens[at - 1].fold not in _KNOWING or not _is_nobodys(tokens, at - 1):
            continue
        if tokens[at].fold in _WHICH and _means_people(tokens, at + 1):
            return True
        if tokens[at].fold in _WHETHER and _names_two(tokens[at + 1 : at + _REACH]):
            return True
    return False


def _is_nobodys(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody knows: "sans que l'on sache", "on ignore", "nul ne sait"."""
    return any(t.fold in _NOBODY for t in tokens[max(0, at - 4) : at])


def _means_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing follows "lequel", or "des deux hommes": not "lequel des projets"."""
    if at >= len(tokens) or tokens[at].gap.strip():
        return True
    ahead = [t.fold for t in tokens[at : at + 3]]
    return not _PEOPLE.isdisjoint(ahead) or ahead == ["des", "deux"]


def _names_two(tokens: Sequence[Token]) -> bool:
    """Whether "le maire ou l'homme d'affaires" follows: an alternative of two nouns."""
    return any(
        tokens[at].fold == "ou" and tokens[at + 1].fold in _DEFINITE
        for at in range(len(tokens) - 1)
    )
