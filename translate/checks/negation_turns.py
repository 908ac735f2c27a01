"""Turns whose sense the English reverses: "impossible" as "possible", "peu de" as "a few"."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.lexicon import is_french_folded, translations
from translate.checks.tables import items
from translate.checks.text import english_stem, fold, plain, words

_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_FRENCH_PREFIXES = ("in", "im", "ir", "il")
_SHORTEST = 4  # letters of a word without its prefix
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|hardly|barely|scarcely|far"
    r"|lack\w*|fail\w*|refus\w*|unable|nowhere)\b|n't\b"
)
# French pattern, English pattern that reverses it, English pattern that makes it right, message.
_TURNS = tuple(
    (re.compile(french), re.compile(wrong), re.compile(right), message)
    for french, wrong, right, message in (
        (r"\b(?:tous|toutes) ne \S+ pas\b|\bn(?:e |')\S+ pas (?:tous|toutes)\b",
         r"\b(?:none of|no one|nobody|none)\b", r"\bnot (?:all|every)|\bsome\b",
         '"pas tous" reads "none" in the English'),
        (r"(?<!un )(?<!depuis )(?<!sous )(?<!si )\bpeu d(?:e |')(?!temps\b|jours\b|mois\b)",
         r"\ba few\b", r"\b(?:only|just|but|few(?:er)? than) a few\b|(?<!a )\bfew\b|\blittle\b",
         '"peu de" reads "a few" in the English'),
        (r"\bn(?:e |')(?:\S+ )?cess\w+ d(?:e |')", r"\b(?:stopped|ceased|stops|ceases)\b",
         _NEGATIVE.pattern, '"ne cesse de" reads "stopped" in the English'),
        (r"\bvot\w+ (?:\w+ )?contre\b", r"\bvot\w+ (?:for|in favou?r)\b", r"\bagainst\b",
         '"contre" reads "for" in the English'),
        (r"\bvot\w+ (?:en faveur|pour)\b", r"\bvot\w+ against\b", r"\b(?:for|favou?r)\b",
         '"pour" reads "against" in the English'),
        (r"\bfaute d(?:e |')", r"\bwith (?:an?|the)\b",
         _NEGATIVE.pattern + r"|\bfor want\b|\babsen\w+|\bshort\w*\b",
         '"faute de" is lost in the English'),
        (r"\bsans (?:un |une |aucune? |l'|le |la )?\w+,", r"^with (?:an?|the) ",
         _NEGATIVE.pattern, '"sans" is lost in the English'),
        (r"\bnon (?:coupable|resident|fume|paye|reconnu|conforme|vaccine|declare|armee?|violent)",
         r".", _NEGATIVE.pattern + r"|\bnon|\bun\w{3,}|\bin\w{4,}|\bout of\b|-free\b|\bpeaceful",
         '"non" is lost in the English'),
        (r"\bn(?:e |')\S+ plus d(?:e |')", r"\b(?:still|more)\b",
         _NEGATIVE.pattern + r"|\b(?:out of|ran out|run out|gone|over)\b",
         '"ne ... plus" reads "still" or "more" in the English'),
    )
)  # fmt: skip


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
    if _NEGATIVE.search(english):
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
        for pattern, wrong, right, message in _TURNS
        if pattern.search(french) and wrong.search(english) and not right.search(english)
    ]
    return found or _affixes(source, english)
