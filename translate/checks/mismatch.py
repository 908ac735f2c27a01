"""English of another sentence, opposites, and roles exchanged ("Le chat poursuit le chien")."""

from __future__ import annotations

import re

from translate.checks import roles
from translate.checks.coverage import Covered, source_coverage, target_coverage
from translate.checks.lexicon import translations
from translate.checks.negation_french import read
from translate.checks.numbers import compare
from translate.checks.omission import leaked
from translate.checks.opposites import of_text
from translate.checks.text import english_stem, fold, plain, words
from translate.values import Finding, Level

_SHARE = 0.85  # of the content words of both sides without counterpart: another sentence
_MANY, _SHARE_OF_MANY = 8, 0.72  # from so many content words on, or beside a formula of debates
_FEW = 4  # content words: with fewer, all of them must lack a counterpart
_LEAST = 3  # content words from which a share says anything
_KNOWN = 4  # letters of the shortest stem that counts for a word it begins
_STEM = 5  # letters of an English word by which a lexicon stem is known
_FRENCH_NEGATION = re.compile(r"\b(?:pas|manque a|sans|non|aucune?|jamais|moins|peu)\b")
_AGE = re.compile(r"\byears?[- ]old\b")
#: Words that begin with "un" and deny nothing.
_PLAIN_UN = (
    r"unemploy|under|union|unit(?:s|y|ed?)?\b|unite|univers|until|unanim|unique|unif|unveil|uncle"
)
_NEGATION = re.compile(
    rf"\b(?:not|no|never|without|cannot|nor|neither|(?!{_PLAIN_UN})un\w+)\b|n't\b"
)


def _share(judged: tuple[Covered, ...]) -> float:
    """Return the share of words without counterpart; names nobody knows need one as well."""
    lost = [item for item in judged if item.found is False or _name(item)]
    return len(lost) / len(judged) if judged else 0.0


def _name(item: Covered) -> bool:
    return item.found is None and item.word.capital and item.word.start > 0


def _foreign(source: str, target: str) -> bool:
    """Whether nearly no word of either side has a counterpart."""
    french, english = source_coverage(source, target), target_coverage(source, target)
    if compare(source, target).matched:
        return False  # figures in common
    fewest, share = min(len(french), len(english)), min(_share(french), _share(english))
    wanted = _SHARE if fewest < _MANY and not leaked(source, target) else _SHARE_OF_MANY
    return fewest >= _LEAST and (share >= wanted or (fewest < _FEW and share == 1))


def _opposed(source: str, target: str) -> list[str]:
    """Return messages for words given as their opposites.

    A word counts only if none of its own translations stands in the English, the opposite does, and
    no other word of the French accounts for that.
    """
    french, english = fold(plain(source)), _AGE.sub(" ", fold(plain(target)))
    if read(source)[1] or _NEGATION.search(english) or _FRENCH_NEGATION.search(french):
        return []
    at_start = {word.start: word for word in words(source, french=True)}
    stems = {english_stem(word.fold) for word in words(target)}
    for sense, right, opposite, wrong in of_text("opposites.tsv", french):
        for here, good, there, bad in (
            (sense, right, opposite, wrong),
            (opposite, wrong, sense, right),
        ):
            word = here.search(french)
            shown = bad.search(english)
            if not word or not shown or there.search(french) or good.search(english):
                continue
            lost = at_start.get(word.start())
            kept = translations(lost.fold) & stems if lost else frozenset()
            if not lost or any(not bad.match(stem) for stem in kept):
                continue
            if not _accounted(french, word.start(), shown.group()):
                return [
                    f'"{lost.surface}" reads "{_word_at(english, shown.start())}" in the English'
                ]
    return []


def _word_at(text: str, at: int) -> str:
    match = re.match(r"\w+", text[at:])
    return match.group() if match else ""


def _accounted(french: str, at: int, english: str) -> bool:
    """Whether some other word of the French translates to the English opposite."""
    return any(
        stem.startswith(english[:_STEM]) or (len(stem) >= _KNOWN and english.startswith(stem))
        for other in words(french, french=True)
        if other.start != at
        for stem in translations(other.fold)
    )


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find English that says something else altogether."""
    if not source.strip() or not target.strip():
        return []
    found = []
    if _foreign(source, target) and fold(source) != fold(target):
        leak = leaked(source, target)
        found.append(f'the English is of another sentence ("{leak}")' if leak
                     else "the English seems to be of another sentence")  # fmt: skip
    found = found or _opposed(source, target) or roles.exchanged(source, target)
    return [
        Finding(rule="mismatch", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]
