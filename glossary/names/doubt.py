"""Doubt that the article itself states: "sans préciser lequel", "sans que l'on sache si"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.folding import Token

_KNOWING = frozenset(
    ["preciser", "precise", "savoir", "sache", "sait", "saura", "saurait", "dire", "dit", "ignore"]
)
_WHICH = frozenset(["lequel", "laquelle"])
_WHETHER = frozenset(["si", "s"])
_DEFINITE = frozenset(["le", "la", "l"])
_REACH = 24


def left_open(tokens: Sequence[Token], last: int) -> bool:
    """Whether the sentence says after a name ending at `last` that it is open who is meant.

    That is "lequel" after a verb of knowing, or "si ... ou" with another noun after "ou".
    """
    ahead = tokens[last + 1 : last + 1 + _REACH]
    for at in range(1, len(ahead)):
        if ahead[at - 1].fold not in _KNOWING:
            continue
        if ahead[at].fold in _WHICH:
            return True
        if ahead[at].fold in _WHETHER and _names_two(ahead[at + 1 :]):
            return True
    return False


def _names_two(tokens: Sequence[Token]) -> bool:
    """Whether "le maire ou l'homme d'affaires" follows: an alternative of two nouns."""
    return any(
        tokens[at].fold == "ou" and tokens[at + 1].fold in _DEFINITE
        for at in range(len(tokens) - 1)
    )
