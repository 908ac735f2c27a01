"""Apposed English that explains a name or a French word to readers who do not know it.

"The Medef, France's largest employers' organization, objects": what stands between the commas says
nothing that the French reader is not told by the name.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

from translate.checks.lexicon import is_english, translations
from translate.checks.tables import items, listed, rows
from translate.checks.text import english_stem, fold, plain, words

_APPOSED = re.compile(
    r"(?P<head>[^\W\d_][\w'-]*)[\"”]?(?:,[\"”]? | [—–-] | \()"
    r"(?P<gloss>(?:the|a|an|one of|its?|[A-Z][\w-]+(?:'s?|s')?) [^,.;:()—–\"“”]{3,90}?)"
    r"(?=[,.;:)]| [—–-] |$)"
)
_MOST = 20  # glosses of a text
_LONGEST = 12  # words of a gloss
_NAMES = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)* (?:and|or)(?: [A-Z][\w-]*)+")  # of a list
_OWNED = re.compile(r"^(?:[A-Z][\w-]+(?:'s?|s')|the country's|the (?:nation|region|city)'s) ")
_BEGIN = frozenset({"the", "a", "an", "one", "its"})


@lru_cache(maxsize=4)
def glosses(source: str, target: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of such explanations in the English."""
    text = plain(target)
    french = {part for word in words(source, french=True) for part in (word.fold, word.surface)}
    names = {
        stem
        for word in words(source, french=True)
        if word.capital and word.start
        for stem in translations(word.fold)
    }
    return tuple(
        match.span("gloss")
        for match in itertools.islice(_APPOSED.finditer(text), _MOST)
        if (_named(match["head"], french) or _rendered(match["head"], match["gloss"], names))
        and _explains(match["gloss"])
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


def _rendered(head: str, gloss: str, names: set[str]) -> bool:
    """Whether a translated name is explained by its country: "Constitutional Council, France's"."""
    return head[0].isupper() and english_stem(fold(head)) in names and bool(_OWNED.match(gloss))


def _explains(gloss: str) -> bool:
    said = [fold(word) for word in gloss.split()]
    if len(said) > _LONGEST or items("clause_words.txt").intersection(said):
        return False
    return said[0] in _BEGIN or (gloss[0].isupper() and not _NAMES.fullmatch(gloss))
