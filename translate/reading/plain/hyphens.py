"""Hyphens at line ends: whether they belong to the word or to the wrapping."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.reading.tables import load, words

_LAST = re.compile(r"([^\W\d_][\w'’]*)-$")
_FIRST = re.compile(r"[\w'’]+")


def ends_with_hyphen(text: str) -> bool:
    """Whether a line ends with a hyphen right after a letter."""
    return len(text) > 1 and text[-1] in "-‐\u00ad" and text[-2].isalpha()


def joins_without_hyphen(left: str, right: str) -> bool:
    """Whether the hyphen at the end of `left` was put there by wrapping.

    It stays before capitals and figures, inside compounds that are already hyphenated, in known
    compounds, and after or before the parts that French compounds are made of, unless the word is
    commonly written as one ("pro-priétaire", "contre-partie").
    """
    last = _LAST.search(left.replace("‐", "-"))
    first = _FIRST.match(right)
    if last is None or first is None or not right[:1].islower():
        return False
    word = last[1].lower().replace("’", "'")
    follower = first[0].lower().replace("’", "'")
    before = left[: last.start()]
    if before.endswith("-") and follower in words("compound_right"):
        return False
    tail = word.rsplit("'", 1)[-1]
    if follower in _compounds().get(tail, frozenset()):
        return False
    if _is_fused(tail, follower):
        return True
    own = words("compound_left")
    return not (word in own or tail in own or follower in words("compound_right"))


@lru_cache(maxsize=1)
def _compounds() -> dict[str, frozenset[str]]:
    """First parts of compounds with what may follow them."""
    lines = load("words")["compounds"].strip().split("\n")
    pairs = (line.split(": ", 1) for line in lines)
    return {left: frozenset(rest.split()) for left, rest in pairs}


def _is_fused(word: str, follower: str) -> bool:
    """Whether the two are commonly written as one word."""
    for start in load("fused").get(word, "").split():
        whole = start.endswith("$")
        if follower == start[:-1] if whole else follower.startswith(start):
            return True
    return False
