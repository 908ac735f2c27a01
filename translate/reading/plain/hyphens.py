"""Hyphens at line ends: whether they belong to the word or to the wrapping."""

from __future__ import annotations

import re

from translate.reading.tables import words

_LAST = re.compile(r"([^\W\d_][\w'’]*)-$")
_FIRST = re.compile(r"[\w'’]+")


def ends_with_hyphen(text: str) -> bool:
    """Whether a line ends with a hyphen right after a letter."""
    return len(text) > 1 and text[-1] in "-‐\u00ad" and text[-2].isalpha()


def joins_without_hyphen(left: str, right: str) -> bool:
    """Whether the hyphen at the end of `left` was put there by wrapping.

    It stays before capitals and figures, inside compounds that are already hyphenated, and
    after or before the parts that French compounds are made of.
    """
    last = _LAST.search(left.replace("‐", "-"))
    first = _FIRST.match(right)
    if last is None or first is None or not right[:1].islower():
        return False
    own_left, own_right = words("compound_left"), words("compound_right")
    word, follower = last[1].lower().replace("’", "'"), first[0].lower()
    before = left[: last.start()]
    if before.endswith("-") and follower in own_right:
        return False
    tail = word.rsplit("'", 1)[-1]
    return not (word in own_left or tail in own_left or follower in own_right)
