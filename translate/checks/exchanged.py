"""One name in another's place, and names misspelt: what stands in the English instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Prefix

from translate.checks import exonyms as places
from translate.checks.coverage import Covered, source_coverage, target_coverage
from translate.checks.english_names import EnglishNames, latin, particles
from translate.checks.lexicon import (
    country_of,
    is_demonym,
    is_english,
    is_rare_english,
    translations,
)
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, fold, parts, words
from translate.checks.transliteration import same

_SHORTEST = 5  # letters of a name in which one wrong letter is told from another name
_PEOPLE = ("n", "ns", "ish", "ese", "i", "is")
#: How French and English forms of one name may end after what they share.
_ENDINGS = frozenset(["", "a", "e", "i", "o", "y", "s", "as", "es", "is", "os", "n", "en", "ns"])
_ALTERED = 70  # rapidfuzz ratio from which an English word counts as the name misspelt
_LONGEST = 500  # words of the English that one name is compared with
_MOST = 200  # words of either side that are compared with each other


def nationality(source: str, target: str) -> list[str]:
    """Return messages for a nationality of the French that gave way to another country."""
    lost = [
        item.word.surface for item in source_coverage(source, target)
        if item.found is False and is_demonym(item.word.fold)
    ]  # fmt: skip
    if not lost:
        return []
    strange = [one.word.surface for one in _uncovered(source, target) if country_of(one.word.fold)]
    return [f'"{lost[0]}" of the French reads "{strange[0]}" in the English'] if strange else []


def _uncovered(source: str, target: str) -> list[Covered]:
    """Return the capitalised words of the English without counterpart in the French."""
    return [
        item
        for item in target_coverage(source, target)
        if item.found is False and item.word.capital
    ]


def stranger(source: str, target: str) -> str:
    """Return the one name of the English that nothing in the French suggests, "" if not one."""
    found = [
        item.word.surface
        for item in _uncovered(source, target)
        if item.word.start > 0
        and not item.word.surface.isupper()
        and not is_english(item.word.fold)
    ]
    return found[0] if len(found) == 1 else ""


def nearest(word: Word, known: frozenset[str], target: EnglishNames) -> str:
    """Return the capitalised English word most like `word` that is not in the French (`known`)."""
    best, score = "", float(_ALTERED)
    for other in target.words[:_LONGEST]:
        if not other.capital or other.fold in known:
            continue
        ratio = fuzz.ratio(word.fold, other.fold)
        if word.fold.endswith(other.fold) and len(other.fold) > 2:
            ratio = max(ratio, _ALTERED + 1.0)
        if ratio > score:
            best, score = other.surface, ratio
    return best


def intruder(french: tuple[Word, ...], at: int, source: str, target: EnglishNames) -> str:
    """Return the English word that has the place of French word `at` in a name of several words.

    "Antonio Gaudí" given as "Antonio Chicago": the kept part of the name shows the place.
    """
    known = _folds(french)
    for side in (-1, 1):
        other = at + side
        if not 0 <= other < len(french) or not french[other].capital:
            continue
        first, second = sorted((at, other))
        if source[french[first].end : french[second].start] not in {" ", "-", "\u00a0"}:
            continue
        for index, word in enumerate(target.words[:_MOST]):
            spot = index - side
            if word.fold != french[other].fold or not 0 <= spot < len(target.words):
                continue
            found = target.words[spot]
            left, right = sorted((word, found), key=lambda one: one.start)
            if target.text[left.end : right.start] in {" ", "-"} and _foreign(found, known, french):
                return found.surface
    return ""


def _folds(found: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(part for word in found for part in (word.fold, *parts(word.surface)))


def _foreign(word: Word, known: frozenset[str], french: tuple[Word, ...]) -> bool:
    """Whether a capitalised English word has nothing to do with any word of the French."""
    if not word.capital or word.surface.isupper() or word.fold in known or len(word.fold) < 3:
        return False
    if word.fold in items("english_function.txt") or word.fold in particles():
        return False
    stem = english_stem(word.fold)
    return not any(
        stem in translations(other.fold) or same(other.fold, word.fold) for other in french
    )


def misspelt(source: str, target: str) -> list[tuple[str, str]]:
    """Return (word as written, what it should be) for names of the English with one letter wrong.

    A capitalised word counts that no list has, one letter or one exchange of letters (optimal
    string alignment distance 1) away from a name of the French, from the English form of one, or
    from the translation of a word.
    """
    french, english = words(source, french=True)[:_MOST], words(target)[:_MOST]
    suspects = [word for word in english if _suspect(word)]
    if not suspects:
        return []
    known = _folds(french) | {"".join(parts(word.surface)) for word in french}
    there = _folds(english)
    names = {
        part: word.surface
        for word in french
        if word.capital
        for part in (word.fold, *parts(word.surface))
    }
    names.update(_english_forms(source, french))
    stems = frozenset().union(*(translations(word.fold) for word in french))
    found = []
    for word in suspects:
        for part in parts(word.surface):
            if len(part) < _SHORTEST or part in known or part in names or _listed(part):
                continue
            if any(_form_of(part, name) for name in names):
                continue
            meant = next(_meant(part, names, there), "") or _meant_word(part, stems, there)
            if meant:
                found.append((word.surface, meant))
                break
    return found


def _suspect(word: Word) -> bool:
    return (
        word.capital
        and len(word.fold) >= _SHORTEST
        and not word.surface.isupper()
        and not _listed(word.fold)
    )


def _listed(folded: str) -> bool:
    """Whether some list knows it, or it is the people of a country."""
    return (
        is_english(folded)
        or (folded.endswith(_PEOPLE) and country_of(folded))
        or is_rare_english(folded)
        or folded in _names()
        or folded.removesuffix("s") in _names()
    )


@cache
def _names() -> frozenset[str]:
    """Return the folded words of all English names of the tables."""
    listed = [*items("countries.txt"), *items("first_names.txt")]
    listed += [form for forms in places.table().values() for form in forms]
    return frozenset(part for form in listed for part in fold(form).replace("-", " ").split())


def _english_forms(source: str, french: tuple[Word, ...]) -> dict[str, str]:
    """Return the words of the English forms of the names in the French."""
    return {
        fold(part): part
        for _, _, forms in places.find(source, french)
        for form in forms
        for part in form.replace("-", " ").split()
        if part[:1].isupper()
    }


def _meant(part: str, names: dict[str, str], there: frozenset[str]) -> Iterator[str]:
    """Yield names that `part` may be a misspelling of, those that the English has apart."""
    for name, shown in names.items():
        if len(name) < _SHORTEST or name in there or abs(len(name) - len(part)) > 1:
            continue
        if OSA.distance(part, name, score_cutoff=1) == 1:
            yield shown


def _form_of(part: str, name: str) -> bool:
    """Whether `part` is a right form of `name` in English: another ending, another romanisation."""
    return (
        same(name, part)
        or part in latin(name)
        or _ends_otherwise(part, name)
        or english_stem(part) == english_stem(name)
    )


def _ends_otherwise(part: str, name: str) -> bool:
    shared = Prefix.similarity(part, name)
    return part[shared:] in _ENDINGS and name[shared:] in _ENDINGS


def _meant_word(part: str, stems: frozenset[str], there: frozenset[str]) -> str:
    """Return the English word one letter away from `part` that translates a word of the French."""
    for other in _one_letter_away(part):
        if is_english(other) and other not in there and english_stem(other) in stems:
            return other
    return ""


def _one_letter_away(word: str) -> Iterator[str]:
    """Yield what a slip of the keyboard may have made `word` from (Norvig 2007)."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if len(tail) > 1:
            yield f"{head}{tail[1]}{tail[0]}{tail[2:]}"
        if tail:
            yield head + tail[1:]
        for letter in ascii_lowercase:
            yield f"{head}{letter}{tail[1:]}"
            yield f"{head}{letter}{tail}"
