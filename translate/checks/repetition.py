"""Loops: a word, a phrase or a syllable that the decoder repeats."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from translate.checks.lexicon import is_english, is_rare_english, translations
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, fold, french_stem, plain, words
from translate.values import Finding, Level

# Doubled words that English writes on purpose.
_RIGHT = frozenset({"had", "bye", "well", "so", "no", "ha", "very", "far", "out", "in-in"})
# "more and more", "over and over": pairs that a writer joins with "and".
_JOINED = frozenset(
    [
        "more",
        "less",
        "again",
        "over",
        "on",
        "round",
        "around",
        "up",
        "down",
        "years",
        "days",
        "hours",
        "weeks",
        "months",
        "miles",
        "better",
        "worse",
        "fewer",
        "further",
        "higher",
        "lower",
        "bigger",
        "smaller",
        "closer",
        "deeper",
        "longer",
        "faster",
        "stronger",
        "through",
        "by",
        "by",
        "louder",
        "greater",
        "larger",
        "thousands",
        "hundreds",
        "millions",
        "thousand",
        "hundred",
        "million",
        "billion",
        "on",
        "wave",
        "neck",
        "days",
        "now",
        "two",
    ]
)
_LOOP_IN_WORD = re.compile(r"(?=\w{6})(\w{2,12}?)\1{2,}")
_LONG_SYLLABLE = re.compile(r"(\w{4,12}?)\1")
_TWICE = re.compile(r"(\w{2,12})\1")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:[.,]\d+)*")
_LONGEST_PHRASE = 12
_FORM = 5  # letters that forms of one word share ("resumed", "resumption")
_CLAUSE = 4  # words: a phrase so long does not come back by chance


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word part or a figure of the English."""

    fold: str
    start: int
    end: int


def _pieces(text: str) -> list[_Piece]:
    straight = plain(text)
    return [_Piece(fold(m.group()), m.start(), m.end()) for m in _PIECE.finditer(straight)]


def _doubled(text: str) -> list[tuple[int, str]]:
    """Return (size in pieces, phrase) for phrases that follow themselves at once."""
    found_pieces = _pieces(text)
    folds = [piece.fold for piece in found_pieces]
    found = []
    at = 0
    while at < len(folds):
        size = _repeat_at(folds, at)
        if size and _tight(found_pieces[at : at + 2 * size], text, size):
            first, last = found_pieces[at], found_pieces[at + 2 * size - 1]
            found.append((size, text[first.start : last.end]))
            at += 2 * size
        else:
            at += 1
    return found


def _tight(found: list[_Piece], text: str, size: int) -> bool:
    """Whether what lies between the two halves lets them be a loop."""
    middle = text[found[size - 1].end : found[size].start]
    if " " in middle and middle.strip() in {"-", "–", "—"}:
        return True
    if size == 1:
        if found[0].fold.isdigit() or len(found[0].fold) == 1:
            return False
        # "to the point that, that": a comma between function words is no loop.
        return not middle.strip() or (middle.strip() == "," and len(found[0].fold) > 3)
    if all(len(piece.fold) <= 3 or piece.fold.isdigit() for piece in found) and middle.strip():
        return False
    if all(piece.fold.isdigit() for piece in found):
        return False
    return not re.search(r"[.!?:;](?:\s|$)", middle) and middle.strip() not in {"-", "/"}


def _repeat_at(folds: list[str], at: int) -> int:
    limit = min(_LONGEST_PHRASE, (len(folds) - at) // 2)
    for size in range(1, limit + 1):
        if (
            folds[at] == folds[at + size]
            and folds[at : at + size] == folds[at + size : at + 2 * size]
        ):
            return size
    return 0


def _joined(target: tuple[Word, ...], source: tuple[Word, ...]) -> list[str]:
    """Return "insufficient and insufficient"."""
    found: list[str] = []
    counts = Counter(french_stem(word.fold) for word in source)
    forms = {french_stem(word.fold): word.fold for word in source}
    # "crimes de guerre et crimes contre l'humanité": the French repeats the word too.
    twice = {stem for form, n in counts.items() if n > 1 for stem in translations(forms[form])}
    for one, link, other in zip(target, target[1:], target[2:], strict=False):
        if one.fold in items("english_function.txt"):
            continue  # "says what it does and does what it says"
        near = one.end + 1 == link.start and link.end + 1 == other.start
        if (
            near
            and link.fold in {"and", "or"}
            and one.fold == other.fold
            and one.fold not in _JOINED
        ) and (
            not one.fold.endswith("er")
            and len(one.fold) > 2
            and english_stem(one.fold) not in twice
        ):
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


def _varied(target: tuple[Word, ...], source: tuple[Word, ...], text: str) -> list[str]:
    """Return loops that vary in small words or in form: "until May, until the May, until May"."""
    small = items("english_function.txt") - {"until", "before", "after", "over", "under"}
    kept = [word for word in target if word.fold not in small]
    folds = [english_stem(word.fold)[:_FORM] for word in kept]
    listed = items("french_function.txt")
    heavy = Counter(french_stem(word.fold) for word in source if word.fold not in listed)
    most = max(heavy.values(), default=0)
    for at in range(len(folds)):
        for size in (1, 2, 3, 4):
            times = 3 if size == 1 else 2
            unit = folds[at : at + size]
            run = folds[at : at + size * times]
            if len(run) < size * times or run != unit * times or len(set(unit)) < size:
                continue
            first, last = kept[at], kept[at + size * times - 1]
            span = text[first.start : last.end]
            if (
                most < times
                and not re.search(r"[.!?;:]\s|\d", span)
                and len(max(unit, key=len)) > 2
            ):
                return [span]
    return []


def _loops(word: Word, source: str) -> bool:
    """Whether a part of a word comes twice or more: "festivalvalval", "buildinging"."""
    if is_english(word.fold) or is_rare_english(word.fold) or word.fold in source:
        return False
    if _LOOP_IN_WORD.search(word.fold) or _LONG_SYLLABLE.search(word.fold):
        return True
    twice = None if word.capital else _TWICE.search(word.fold)
    return twice is not None and is_english(
        word.fold[: twice.start()] + twice[1] + word.fold[twice.end() :]
    )


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find words, phrases and syllables that come twice in a row, or too often."""
    french, english = words(source, french=True), words(target)
    own = len(_doubled(source))  # "Jamais, jamais, jamais": as many may stand in the English
    straight = plain(target)
    spans = [phrase for size, phrase in _doubled(target) if not _allowed(size, phrase, source)]
    spans = spans if len(spans) > own else []
    spans += _joined(english, french) if not own else []
    spans += _figures(straight, plain(source))
    low_source = fold(plain(source))
    spans += [word.surface for word in english if _loops(word, low_source)]
    spans = spans or _varied(english, french, target) or _clauses(english, french)
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
    return fold(plain(phrase)) in fold(plain(source))


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= 80 else phrase[:77] + "..."
