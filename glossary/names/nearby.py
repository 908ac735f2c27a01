"""Of very many bearers of one name, those who were named near a mention.

Without it, an article that introduces n people of one surname costs n times the mentions of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.names.forms import Fit
from glossary.names.spans import Found
from glossary.values import MentionKind

#: From so many bearers on, only those near a mention are compared.
MANY = 40
#: How many mentions by full name before and after it are looked at.
_BEFORE, _AFTER = 24, 8

Named = tuple[tuple[int, int], int]


def nearby_only(founds: Sequence[Found]) -> list[Found]:
    """Leave of each mention that fits more than `MANY` people those named in full near it.

    People whom the article never names in full are kept: cues tell which of them is meant. So the
    time is that of the mentions times the glossary's bearers of one name, linear in the article.
    """
    whole = [(f, next(iter(f.fits))) for f in founds if len(f.fits) == 1 and _is_whole(f)]
    places: list[Named] = [((found.sentence, found.first), person) for found, person in whole]
    named = {person for _, person in places}
    bearers: dict[int, tuple[list[Named], frozenset[int]]] = {}
    out = list(founds)
    for at, found in enumerate(founds):
        if len(found.fits) <= MANY or _is_whole(found):
            continue
        key = id(found.fits)  # Mentions of one form share their fits.
        if key not in bearers:
            own = [place for place in places if place[1] in found.fits]
            bearers[key] = own, frozenset(p for p in found.fits if p not in named)
        out[at] = replace(found, fits=_near(found, *bearers[key]))
    return out


def _near(found: Found, places: Sequence[Named], absent: Iterable[int]) -> dict[int, Fit]:
    at = bisect_left(places, ((found.sentence, found.first), -1))
    near = {person for _, person in places[max(0, at - _BEFORE) : at + _AFTER]}
    return {person: found.fits[person] for person in sorted(near.union(absent))}


def _is_whole(found: Found) -> bool:
    return len(found.words) > 1 and all(f.kind is MentionKind.FULL for f in found.fits.values())
