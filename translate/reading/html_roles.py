"""What tags, classes, ids and ARIA roles of news pages say about the text in them."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from translate.reading.tables import load
from translate.reading.units import Role

_TOKEN = re.compile(r"[a-z]+")


class Trust(IntEnum):
    """How far the class names of a page are believed."""

    NONE = 0
    WHOLE_NAMES = 1
    PARTS = 2


@lru_cache(maxsize=16)
def by_word(table: str) -> dict[str, str]:
    """A table of the rules for HTML, turned round: word to what it says."""
    return {word: said for said, words in load("html")[table].items() for word in words.split()}


@lru_cache(maxsize=16)
def word_set(name: str) -> frozenset[str]:
    """A list of words of the rules for HTML."""
    return frozenset(load("html")[name].split())


def zone_of(
    tag: str, values: dict[str, str], around: Role, trust: Trust = Trust.PARTS
) -> tuple[Role, str, int]:
    """Return the role an element gives to its text, with a reason and a heading level.

    An empty role leaves what the elements around it say. Inside boilerplate all is boilerplate.
    """
    if around is Role.BOILERPLATE or tag in word_set("wide"):
        return Role.NONE, "", 0
    reason = by_word("tags").get(tag) or by_word("aria").get(values.get("role", "").lower(), "")
    if reason:
        return Role.BOILERPLATE, reason, 0
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0
    if level:
        return Role.HEADING, "", level
    marked = _marked(values, trust, inside_figure=around is Role.CAPTION)
    if marked is not None:
        return (*marked, 0)
    if tag == "aside":
        return Role.BOILERPLATE, "beside the article", 0
    if around in {Role.NONE, Role.LIST_ITEM, Role.QUOTE} and tag in by_word("tag_roles"):
        return Role(by_word("tag_roles")[tag]), "", 0
    return Role.NONE, "", 0


def _marked(
    values: dict[str, str], trust: Trust, *, inside_figure: bool
) -> tuple[Role, str] | None:
    names = f"{values.get('class', '')} {values.get('id', '')} {values.get('itemprop', '')}"
    if not names.strip() or len(names) > 2000 or trust is Trust.NONE:
        return None
    roles, boilerplate = by_word("words"), by_word("boilerplate")
    for name in names.split():
        tokens = _TOKEN.findall(re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower())
        if trust is Trust.WHOLE_NAMES and len(tokens) > 1:
            continue
        for token in tokens:
            # Short words name too much inside longer names: "lead-form", "date-picker".
            if token in word_set("short") and len(tokens) > 2:
                continue
            if token in roles and (inside_figure or token not in boilerplate):
                return Role(roles[token]), ""
            if token in boilerplate:
                return Role.BOILERPLATE, boilerplate[token]
    return None
