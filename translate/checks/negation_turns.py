"""Turns whose sense the English reverses: "impossible" as "possible", "peu de" as "a few"."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.lexicon import is_french_folded, translations
from translate.checks.negation_french import read
from translate.checks.tables import items, rows
from translate.checks.text import english_stem, fold, plain, words

_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_FRENCH_PREFIXES = ("in", "im", "ir", "il")
_SHORTEST = 4  # letters of a word without its prefix
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|hardly|barely|scarcely|far"
    r"|lack\w*|fail\w*|refus\w*|unable|nowhere)\b|n't\b"
)


@cache
def _turns() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], str], ...]:
    """Return (French, English that reverses it, English that makes it right, message)."""
    return tuple(
        (
            re.compile(french),
            re.compile(wrong),
            re.compile(right.replace("NEG", _NEGATIVE.pattern)),
            message,
        )
        for french, wrong, right, message in rows("negative_turns.tsv")
    )


@cache
def _reversals() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return (French litotes, English that says its contrary): "n'a pas tardé", "slow to"."""
    return tuple(
        (re.compile(row[0]), re.compile(row[2]))
        for row in rows("negative_idioms.tsv")
        if len(row) > 2
    )


@cache
def _bases() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return stem → (negative English word, the word without its prefix)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word in items("english_negative.txt"):
        for prefix in _PREFIXES:
            base = word.removeprefix(prefix)
            ordinary = base in items("english_function.txt")  # "uneven" is not "un" and "even"
            if base != word and len(base) >= _SHORTEST and not ordinary:
                found.setdefault(english_stem(word), []).append((word, base))
    return {stem: tuple(pairs) for stem, pairs in found.items()}


def _affixes(source: str, english: str) -> list[str]:
    """Return messages for "impossible" given as "possible", where nothing else negates."""
    if _NEGATIVE.search(english) or read(source)[1]:
        return []
    tokens = set(re.findall(r"[a-z]+", english))
    for word in words(source, french=True):
        if not word.fold.startswith(_FRENCH_PREFIXES) or not is_french_folded(word.fold[2:]):
            continue
        pairs = [pair for stem in translations(word.fold) for pair in _bases().get(stem, ())]
        kept = any(negative in tokens for negative, _ in pairs)
        base = next((positive for _, positive in pairs if positive in tokens), "")
        if base and not kept and not any(t.startswith(_PREFIXES) and base in t for t in tokens):
            return [f'"{word.surface}" reads "{base}" in the English']
    return []


def check(source: str, target: str) -> list[str]:
    """Return messages for senses reversed."""
    french, english = fold(plain(source)), fold(plain(target))
    found = [
        message
        for pattern, wrong, right, message in _turns()
        if pattern.search(french) and wrong.search(english) and not right.search(english)
    ]
    for pattern, wrong in _reversals():
        match = pattern.search(french)
        if match and wrong.search(english):
            found.append(f'"{match.group()}" is reversed in the English')
    return found or _affixes(source, english)
