"""Loops: a word, a phrase or a syllable that the decoder repeats."""

from __future__ import annotations

import re
from collections import Counter

from translate.checks.text import Word, fold, plain, words
from translate.values import Finding, Level

# Doubled words that English writes on purpose.
_RIGHT = frozenset({"had", "bye", "so", "no", "ha", "very", "far", "out", "in-in"})
# "more and more", "over and over": pairs that a writer joins with "and".
_JOINED = frozenset(
    "more less again over on round around up down years days hours weeks months miles better worse "
    "fewer further higher lower bigger smaller closer deeper longer faster stronger through by by "
    "louder greater larger thousands hundreds millions on wave neck days now two".split()
)
_LOOP_IN_WORD = re.compile(r"(?=\w{6})(\w{2,8}?)\1{2,}")
_LONG_SYLLABLE = re.compile(r"\b(\w{4,12})\1\b")
_LONGEST_PHRASE = 12
_CLAUSE = 4  # words: a phrase so long does not come back by chance


def _pairs_alike(source: tuple[Word, ...]) -> set[str]:
    """Return folded words that the French itself doubles ("Jamais, jamais")."""
    return {a.fold for a, b in zip(source, source[1:], strict=False) if a.fold == b.fold}


def _doubled(target: tuple[Word, ...], text: str) -> list[tuple[int, str]]:
    """Return (words between, phrase) for phrases that follow themselves at once."""
    folds = [word.fold for word in target]
    found = []
    at = 0
    while at < len(folds):
        size = _repeat_at(folds, at)
        if size and _tight(target[at : at + 2 * size], text, size):
            first, last = target[at], target[at + 2 * size - 1]
            found.append((size, text[first.start : last.end]))
            at += 2 * size
        else:
            at += 1
    return found


def _tight(found: tuple[Word, ...], text: str, size: int) -> bool:
    """Whether only blanks and commas lie between the words of a doubled phrase."""
    gaps = [text[a.end : b.start] for a, b in zip(found, found[1:], strict=False)]
    if any(any(char.isdigit() for char in gap) or "'" in plain(gap) for gap in gaps):
        return False
    # "by word of mouth day by day, by ...": a comma between function words is no loop.
    return not ("," in gaps[size - 1] and all(len(word.fold) <= 3 for word in found))


def _repeat_at(folds: list[str], at: int) -> int:
    limit = min(_LONGEST_PHRASE, (len(folds) - at) // 2)
    for size in range(1, limit + 1):
        if folds[at : at + size] == folds[at + size : at + 2 * size]:
            return size
    return 0


def _joined(target: tuple[Word, ...], source: tuple[Word, ...]) -> list[str]:
    """Return "insufficient and insufficient"."""
    found: list[str] = []
    long = [word.fold for word in source if len(word.fold) > 4]
    if len(set(long)) < len(long):
        return found  # "crimes de guerre et crimes contre l'humanité"
    for one, link, other in zip(target, target[1:], target[2:], strict=False):
        near = one.end + 1 == link.start and link.end + 1 == other.start
        if near and link.fold in {"and", "or"} and one.fold == other.fold and one.fold not in _JOINED:
            if not one.fold.endswith("er") and len(one.fold) > 2:
                found.append(f"{one.surface} {link.surface} {other.surface}")
    return found


def _clauses(target: tuple[Word, ...], source: tuple[Word, ...]) -> list[str]:
    """Return phrases of four words that come more often than any does in the French."""
    def most(found: tuple[Word, ...], size: int) -> Counter[tuple[str, ...]]:
        folds = [word.fold for word in found]
        return Counter(tuple(folds[n : n + size]) for n in range(len(folds) - size + 1))

    here = most(target, _CLAUSE)
    if not here:
        return []
    phrase, count = max(here.items(), key=lambda item: item[1])
    if count < 2 or max(map(len, phrase)) < 4:
        return []
    there = max(most(source, _CLAUSE - 1).values(), default=0)
    return [" ".join(phrase)] if count > max(there, 1) else []


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find words, phrases and syllables that come twice in a row, or too often."""
    french, english = words(source, french=True), words(target)
    alike = bool(_pairs_alike(french))
    straight = plain(target)
    spans = [
        phrase
        for size, phrase in _doubled(english, target)
        if not (alike and size <= 3) and not _allowed(size, phrase, source)
    ]
    spans += [phrase for phrase in _joined(english, french) if not alike]
    spans += _figures(straight, plain(source))
    low_source = fold(plain(source))
    for word in english:
        loop = _LOOP_IN_WORD.search(word.fold) or _LONG_SYLLABLE.search(word.fold)
        if loop and word.fold not in low_source:
            spans.append(word.surface)
    spans = spans or _clauses(english, french)
    return [
        Finding(rule="repetition", level=Level.ERROR, segment=segment,
                message=f'"{_short(phrase)}" is repeated in the English')
        for phrase in dict.fromkeys(spans)
    ]  # fmt: skip


_FIGURE_LOOP = re.compile(r"(?<![\d.,])(\d[\d.,]*\d|\d)(?:[ ,]{1,2}\1(?![\d.,]*\d)){2,}")
_DATE_LOOP = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2},? \1\b"
)


def _figures(target: str, source: str) -> list[str]:
    """Return "1993, 1993, 1993" and "May 1 May"."""
    found = [match.group() for match in _FIGURE_LOOP.finditer(target)]
    found = [loop for loop in found if source.count(loop.split(",")[0].split()[0]) < 3]
    return found + [match.group() for match in _DATE_LOOP.finditer(target)]


def _allowed(size: int, phrase: str, source: str) -> bool:
    """Whether the doubled phrase is English usage or a name that doubles in the French too."""
    single = fold(phrase).split()[0].strip(",.;:!?")
    if size == 1 and single in _RIGHT:
        return True
    if not phrase[:1].isalpha():
        return False
    between = plain(phrase)
    return bool(re.search(r"[.!?:;\"][\s\"]", between)) or fold(between) in fold(plain(source))


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= 80 else phrase[:77] + "..."
