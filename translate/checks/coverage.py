"""Which words of one side have a counterpart on the other, by the bilingual lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks import exonyms as places
from translate.checks.acronyms import known
from translate.checks.lexicon import english_stems, is_common, translations
from translate.checks.numerals import classes
from translate.checks.tables import items
from translate.checks.text import Word, flat, fold, parts, words

_KEPT = 4  # pairs: several rules ask about one pair in turn
_REPEATED = 12  # places of one word: a text that says it more often does not take longer
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
    patterns = [re.escape(phrase).replace(r"\ \*", r"(?:\ [\w'-]+){0,4}?") for phrase in listed]
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


@lru_cache(maxsize=_KEPT)
def formulas(source: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of formulas such as "il convient de souligner" in the French."""
    return tuple(match.span() for match in _formula().finditer(flat(source)))


def matching(wanted: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return members by their partners: a matching of bipartite graphs (Kuhn 1955).

    `wanted` lists the partners each member could have. A path of exchanges is looked for two steps
    deep, so that long texts take linear time.
    """
    partner: dict[int, int] = {}

    def place(member: int, deep: int) -> bool:
        free = next((other for other in wanted[member] if other not in partner), None)
        if free is not None:
            partner[free] = member
            return True
        for other in wanted[member] if deep else ():
            if place(partner[other], deep - 1):
                partner[other] = member
                return True
        return False

    for member in range(len(wanted)):
        place(member, 2)
    return partner


def _keys(word: Word) -> set[str]:
    """Return what two words have in common when one is a form or a cognate of the other."""
    start = word.fold[:_PREFIX] + "-" * (len(word.fold) >= _PREFIX)
    return {word.fold, word.fold.replace("-", ""), start, *parts(word.surface)}


@lru_cache(maxsize=_KEPT)
def links(source: str, target: str) -> tuple[tuple[int, ...], ...]:
    """Return for each word of the French which words of the English could stand for it."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words(target)):
        forms = {word.fold, *parts(word.surface)}
        stems = {"=" + stem for part in forms for stem in english_stems(part)}
        for key in _keys(word) | stems:
            if len(found := places.setdefault(key, [])) < _REPEATED:
                found.append(at)
    table = []
    for word in words(source, french=True):
        stems = {
            "=" + stem for part in {word.fold, *parts(word.surface)} for stem in translations(part)
        }
        table.append(
            tuple(sorted({at for key in _keys(word) | stems for at in places.get(key, ())}))
        )
    return tuple(table)


@lru_cache(maxsize=_KEPT)
def source_coverage(source: str, target: str) -> tuple[Covered, ...]:
    """Judge the content words of the French.

    None: the lexicon does not know the word, its loss would be no loss, or the only words that
    could stand for it stand for others already.
    """
    french, english = words(source, french=True), words(target)
    named, _ = _exonyms(source, french, target, english)
    spans = formulas(source)
    places = {word.start: at for at, word in enumerate(french)}
    content = _content(french, french=True)
    table = links(source, target)
    wanted = [table[places[word.start]] for word in content]
    own = set(matching(wanted).values())
    judged = []
    for at, word in enumerate(content):
        if at in own or word.start in named:
            judged.append(Covered(word, True))
        elif wanted[at] or is_common(word.fold) or not _known(word):
            judged.append(Covered(word, None))
        else:
            formula = any(a <= word.start < b for a, b in spans)
            judged.append(Covered(word, None if formula else False))
    return tuple(judged)


def _known(word: Word) -> bool:
    return any(translations(part) for part in (word.fold, *parts(word.surface)))


@lru_cache(maxsize=_KEPT)
def target_coverage(source: str, target: str) -> tuple[Covered, ...]:
    """Judge the content words of the English.

    None: the only words that it could stand for have others that stand for them already.
    """
    french, english = words(source, french=True), words(target)
    _, named = _exonyms(source, french, target, english)
    starts = {name[:_PREFIX] for name in named if len(name) >= _PREFIX}
    wanted: list[list[int]] = [[] for _ in english]
    for at, found in enumerate(links(source, target)):
        for other in found:
            wanted[other].append(at)
    places = {word.start: at for at, word in enumerate(english)}
    content = _content(english, french=False)
    reached = [wanted[places[word.start]] for word in content]
    own = set(matching(reached).values())
    judged = []
    for at, word in enumerate(content):
        if at in own or word.fold in named or word.fold[:_PREFIX] in starts:
            judged.append(Covered(word, True))
        else:
            judged.append(Covered(word, None if reached[at] else False))
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
