"""What the English of a pair says about names: which stand in it, in which form."""

from __future__ import annotations

from functools import cache

from translate.checks.tables import items
from translate.checks.text import english_stem, fold, parts, plain, words
from translate.checks.transliteration import even, key, transliterated

_SUFFIXES = ("s", "es", "'s", "land", "n", "an", "ian", "ese", "ish")
# French endings of foreign names, and those of the English form; longest first. A dropped "e" is
# none: "Orène" is not "Oren", and the names that lose it (Saturne) are exonyms.
_ENDINGS = {
    "iens": ("ians", "ian", "ans", "an"), "ien": ("ian", "an"), "ie": ("ia", "y"),
    "es": ("as", "os", "is", "es", "ae", "s"), "e": ("a", "o", "um", "us", "en"),
    "ee": ("ea", "aea", "eum"), "oue": ("ua", "ova"), "ogne": ("onia", "ogna"),
    "gue": ("ga", "gen"),
    "ouse": ("usa",), "on": ("um", "o", "ona"), "onne": ("ona",),
    "ence": ("entia", "enza", "encia"),
    "bourg": ("burg", "burgh"), "bourgs": ("burgs",), "que": ("ca", "co", "c", "k"), "phe": ("ph",),
    "ius": ("ios",), "ose": ("osa",),
}  # fmt: skip
_LATIN_STEM = 4  # letters before such an ending


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names (de, van, ben)."""
    return items("name_particles.txt")


def latin(folded: str) -> tuple[str, ...]:
    """Return forms a French place name may take elsewhere: Trévise, Treviso; Saturne, Saturn."""
    return tuple(
        folded[: -len(ending)] + other
        for ending, others in _ENDINGS.items()
        if folded.endswith(ending) and len(folded) - len(ending) >= _LATIN_STEM
        for other in others
    )


class EnglishNames:
    """What the rules ask about the English."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        self.capitals = {
            part
            for w in self.words
            if w.capital or not w.surface.islower()  # "Place d'Italie"
            for part in (*parts(w.surface), w.fold)
        }
        self.all = {part for w in self.words for part in (*parts(w.surface), w.fold)}
        self.stems = {english_stem(part) for part in self.all}
        self.capital_stems = {english_stem(part) for part in self.capitals}
        self.keys = {key(part, french=False) for part in self.capitals}
        self.evens = {even(part) for part in self.capitals}
        self.joined = fold(plain(text)).replace("-", "").replace(" ", "").replace("'", "")

    def romanised(self, folded: str) -> bool:
        """Whether the name stands in it in the English romanisation."""
        if transliterated(folded) and key(folded, french=True) in self.keys:
            return True
        return even(folded) in self.evens

    def has(self, folded: str) -> bool:
        """Whether the name stands in it, with a capital, perhaps in the plural."""
        return folded in self.capitals or any(folded + end in self.capitals for end in _SUFFIXES)
