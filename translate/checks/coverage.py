"""Which words of one side have a counterpart on the other, by the bilingual lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks import exonyms as places
from translate.checks.acronyms import known
from translate.checks.lexicon import translations
from translate.checks.numerals import classes
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, flat, fold, parts, words

_KEPT = 4  # pairs: several rules ask about one pair in turn
_PREFIX = 5  # letters two forms of one name or cognate share ("Serbie", "Serbian")


@dataclass(frozen=True, slots=True)
class Covered:
    """A content word and whether it has a counterpart; None when that cannot be told."""

    word: Word
    found: bool | None


def _content(found: tuple[Word, ...], *, french: bool) -> list[Word]:
    """Return the words that carry content; numbers have a rule of their own."""
    listed = items("english_function.txt")
    if french:
        listed = items("french_function.txt") | items("french_light.txt")
    numbers = classes(french)
    return [
        word
        for word in found
        if len(word.fold) > 2 and word.fold not in listed
        and not all(part in numbers or part in listed for part in parts(word.surface))
    ]  # fmt: skip


def _exonyms(
    source: str, french: tuple[Word, ...], target: str, english: tuple[Word, ...]
) -> tuple[set[int], set[str]]:
    """Return the French words that are names with an English form there, and all such forms."""
    covered: set[int] = set()
    forms: set[str] = set()
    for word in french:
        answers = known().get(word.surface, ())
        forms.update(part for answer in answers for part in fold(answer).split())
    for first, last, names in places.find(source, french):
        forms.update(part for name in names for part in fold(name).split())
        if places.present(names, target, english):
            covered.update(word.start for word in french[first:last])
    return covered, forms


@cache
def _formula() -> re.Pattern[str]:
    listed = sorted(items("french_formulas.txt"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


def _formulas(source: str) -> list[tuple[int, int]]:
    """Return the spans of formulas such as "il convient de souligner" in the French."""
    return [match.span() for match in _formula().finditer(flat(source))]


def _forms(found: tuple[Word, ...]) -> tuple[set[str], set[str]]:
    folds = {part for word in found for part in (word.fold, *parts(word.surface))}
    return folds, {fold[:_PREFIX] for fold in folds if len(fold) >= _PREFIX}


def _alike(word: Word, prefixes: set[str]) -> bool:
    return word.fold[:_PREFIX] in prefixes


@lru_cache(maxsize=_KEPT)
def source_coverage(source: str, target: str) -> tuple[Covered, ...]:
    """Judge the content words of the French."""
    french, english = words(source, french=True), words(target)
    folds, prefixes = _forms(english)
    stems = {english_stem(part) for part in folds}
    named, _ = _exonyms(source, french, target, english)
    formulas = _formulas(source)
    judged = []
    for word in _content(french, french=True):
        known = frozenset().union(
            *(translations(part) for part in (word.fold, *parts(word.surface)))
        )
        if known & stems or word.fold in folds or _alike(word, prefixes) or word.start in named:
            judged.append(Covered(word, True))
        else:
            dropped = known and not any(a <= word.start < b for a, b in formulas)
            judged.append(Covered(word, False if dropped else None))
    return tuple(judged)


@lru_cache(maxsize=_KEPT)
def target_coverage(source: str, target: str) -> tuple[Covered, ...]:
    """Judge the content words of the English."""
    french, english = words(source, french=True), words(target)
    folds, prefixes = _forms(french)
    reachable = frozenset().union(*(translations(part) for part in folds))
    _, named = _exonyms(source, french, target, english)
    folds |= named
    prefixes |= {name[:_PREFIX] for name in named if len(name) >= _PREFIX}
    judged = []
    for word in _content(english, french=False):
        stems = {english_stem(part) for part in (word.fold, *parts(word.surface))}
        if stems & reachable or word.fold in folds or _alike(word, prefixes):
            judged.append(Covered(word, True))
        else:
            judged.append(Covered(word, False))
    return tuple(judged)


def longest_gap(judged: tuple[Covered, ...]) -> tuple[int, int, int]:
    """Return (size, first, last) of the longest run of words without counterpart.

    Words that cannot be judged neither count nor break a run.
    """
    best = (0, 0, 0)
    size = first = 0
    for at, item in enumerate(judged):
        if item.found:
            size = 0
        elif item.found is False:
            first = at if size == 0 else first
            size += 1
            if size > best[0]:
                best = (size, first, at)
    return best
