"""Variation that teaches copying: other names, other figures, capitals without accents."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from training.corpora import Pair

_UNACCENTED = str.maketrans("ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ", "AAAEEEEIIOOUUUC")
_CAPITALISED = re.compile(r"(?<![\w’'])[A-ZÀ-ÖØ-Þ]\w+(?:-[A-ZÀ-ÖØ-Þ]?\w+)*")
_LOWER = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURE = re.compile(r"(?<![\d.,])\d{2,4}(?![\d.,]*\d)(?!\w)")
_VOWELS = frozenset("aeiouyéèêâîôûhàäöü")
#: Names this frequent are places and institutions whose English is their own ("Europe").
_FREQUENT = 400
_INVENTED, _KEPT_FREQUENT, _SWAPPED, _REDRAWN = 0.4, 0.8, 0.7, 0.5


def without_accents(french: str) -> str:
    """Return `french` with bare capitals, as many desks type them ("Etat", "A Paris")."""
    return french.translate(_UNACCENTED)


def shared_names(pair: Pair) -> list[str]:
    """Return the capitalised words that stand in both sides, the first word of the French aside."""
    english = set(_CAPITALISED.findall(pair[1]))
    words = (hit for hit in _CAPITALISED.finditer(pair[0]) if hit.start() > 0)
    names = (hit.group() for hit in words)
    return list(dict.fromkeys(n for n in names if len(n) >= 3 and n in english and not n.isupper()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names to put in place of others; `heads` and `tails` join to names nobody has seen."""

    pool: tuple[str, ...]
    frequent: frozenset[str]
    heads: tuple[str, ...]
    tails: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Names:
        """Collect the names of a corpus: words that both sides share and that are no other word."""
        counts = Counter(name for pair in pairs for name in shared_names(pair))
        lower = Counter(word for french, _ in pairs for word in _LOWER.findall(french))
        pool = tuple(n for n in counts if lower[n.lower()] < 3 and _NAME.fullmatch(n))
        halves = [name for name in pool if 4 <= len(name) <= 12 and "-" not in name]
        return cls(
            pool=pool,
            frequent=frozenset(name for name, _ in counts.most_common(_FREQUENT)),
            heads=tuple(name[: max(2, len(name) // 2)] for name in halves),
            tails=tuple(name[len(name) // 2 :] for name in halves),
        )

    def draw(self, chance: random.Random) -> str:
        """Return a name of the pool, or one made of two halves."""
        if self.heads and chance.random() < _INVENTED:
            return (chance.choice(self.heads) + chance.choice(self.tails)).capitalize()
        return chance.choice(self.pool)

    def swapped(self, pair: Pair, chance: random.Random) -> Pair:
        """Return `pair` with some of its names exchanged on both sides; elisions still fit."""
        french, english = pair
        for name in shared_names(pair) if self.pool else ():
            kept = name in self.frequent and chance.random() < _KEPT_FREQUENT
            if kept or chance.random() > _SWAPPED:
                continue
            new = self.draw(chance)
            if (name[0].lower() in _VOWELS) != (new[0].lower() in _VOWELS):
                continue
            place = re.compile(rf"(?<!\w){re.escape(name)}(?![\w-])")
            french, english = place.sub(new, french), place.sub(new, english)
        return french, english


def other_figures(pair: Pair, chance: random.Random) -> Pair:
    """Return `pair` with some figures exchanged on both sides; years stay in their century."""
    french, english = pair
    there = set(_FIGURE.findall(english))
    for figure in dict.fromkeys(_FIGURE.findall(french)):
        once = french.count(figure) == 1 and english.count(figure) == 1
        if figure not in there or not once or chance.random() > _REDRAWN:
            continue
        if len(figure) == 4 and figure[:2] not in {"19", "20"}:
            continue
        if len(figure) == 4:
            new = f"{figure[:2]}{chance.randrange(100):02}"
        else:
            new = str(chance.randrange(10 ** (len(figure) - 1), 10 ** len(figure)))
        french, english = french.replace(figure, new), english.replace(figure, new)
    return french, english


def varied(
    pair: Pair, names: Names, chance: random.Random, *, swap: float, unaccent: float
) -> Pair:
    """Return `pair` varied: names and figures with probability `swap`, accents with `unaccent`."""
    if chance.random() < swap:
        pair = other_figures(names.swapped(pair, chance), chance)
    french, english = pair
    return (without_accents(french) if chance.random() < unaccent else french), english
