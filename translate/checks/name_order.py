"""Names that are all there and yet wrong: surnames exchanged, parts regrouped."""

from __future__ import annotations

import itertools

from translate.checks.text import Word, fold, parts, plain, words

_MOST = 100  # names of either side that are compared: a sentence has no more


def _couples(text: str, found: tuple[Word, ...]) -> list[tuple[Word, Word]]:
    """Return the first pairs of capitalised words that stand side by side."""
    couples = (
        (one, other)
        for one, other in itertools.pairwise(found)
        if one.capital and other.capital and plain(text[one.end : other.start]) == " "
    )
    return list(itertools.islice(couples, _MOST))


def _exchanged(source: str, target: str) -> list[str]:
    """Return messages for "Aline Roy et Marc Petit" given as "Aline Petit and Marc Roy"."""
    french = [(a, b) for a, b in _couples(source, words(source, french=True)) if a.start != b.start]
    english = {(a.fold, b.fold) for a, b in _couples(target, words(target))}
    own = {(a.fold, b.fold) for a, b in french}
    last = {b.fold: (a, b) for a, b in french}
    found = []
    for first, second in sorted(english - own):
        mine = next(((a, b) for a, b in french if a.fold == first), None)
        theirs = last.get(second)
        if not mine or not theirs or mine == theirs or (mine[0].fold, mine[1].fold) in english:
            continue
        crossed = (theirs[0].fold, mine[1].fold) in english
        if crossed and (theirs[0].fold, theirs[1].fold) not in english:
            names = f"{mine[0].surface} {mine[1].surface}"
            found.append(f'"{names}" has the surname of another in the English')
    return found[:1]


def _regrouped(source: str, target: str) -> list[str]:
    """Return messages for "Cho Hae-won" given as "Hae Cho-won"."""
    english = words(target)
    wholes = {word.fold for word in english}
    joined = fold(plain(target)).replace("-", "").replace(" ", "")
    found = []
    hyphened = [word for word in english if "-" in word.surface and word.capital][:_MOST]
    french = words(source, french=True)
    source_parts = {part for word in french for part in parts(word.surface)}
    for word in [word for word in french if "-" in word.surface][:_MOST]:
        pieces = set(parts(word.surface))
        if not word.capital or len(pieces) < 2 or word.fold in wholes:
            continue
        if word.fold.replace("-", "") in joined:
            continue
        for other in hyphened:
            theirs = set(parts(other.surface))
            if pieces & theirs and theirs - pieces and theirs <= source_parts:
                found.append(f'"{word.surface}" reads "{other.surface}" in the English')
                break
    return found


def check(source: str, target: str) -> list[str]:
    """Return messages for names put together wrongly."""
    return _exchanged(source, target) + _regrouped(source, target)
