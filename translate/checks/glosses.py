"""Apposed English that explains a name or a French word to readers who do not know it.

"The Medef, France's largest employers' organization, objects": what stands between the commas says
nothing that the French reader is not told by the name.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

from translate.checks.lexicon import is_english
from translate.checks.tables import items, listed, rows
from translate.checks.text import fold, plain, words

_APPOSED = re.compile(
    r"(?P<head>[^\W\d_][\w'-]*)[\"”]?(?:,[\"”]? | [—–-] | \()"
    r"(?P<gloss>(?:the|a|an|one of|its?|[A-Z][\w-]+(?:'s?|s')?) [^,.;:()—–\"“”]{3,90}?)"
    r"(?=[,.;:)]| [—–-] |$)"
)
_MOST = 20  # glosses of a text
_LONGEST = 12  # words of a gloss
_BEGIN = frozenset({"the", "a", "an", "one", "its"})


@lru_cache(maxsize=4)
def glosses(source: str, target: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of such explanations in the English."""
    text = plain(target)
    french = {part for word in words(source, french=True) for part in (word.fold, word.surface)}
    return tuple(
        match.span("gloss")
        for match in itertools.islice(_APPOSED.finditer(text), _MOST)
        if _named(match["head"], french) and _explains(match["gloss"])
    )


@cache
def _dates() -> frozenset[str]:
    return frozenset(name for row in rows("calendar.tsv") for name in listed(row[3]))


def _named(head: str, french: set[str]) -> bool:
    """Whether a name of the French, or a French word, stands before the comma."""
    low = fold(head.removesuffix("'s"))
    if low in _dates():
        return False
    return (
        low in french or low in items("glossed.txt") or not (is_english(low) or head[0].isupper())
    )


def _explains(gloss: str) -> bool:
    said = [fold(word) for word in gloss.split()]
    if len(said) > _LONGEST or items("clause_words.txt").intersection(said):
        return False
    return said[0] in _BEGIN or gloss[0].isupper()
