"""Slips in a term that is nearly there: garbled first letters, a plural on the wrong word."""

from __future__ import annotations

import re

from rapidfuzz.distance import Postfix

from glossary import english_plural
from glossary.values import Kind, Verdict
from translate.checks.lexicon import is_english, is_rare_english
from translate.terms.spelling import fold
from translate.terms.wants import Want

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
#: Last letters that a garbled word must share with the term, and their share of the term.
_SHARED, _SHARE = 5, 0.6
#: How many letters longer or shorter than the term a garbled word may be.
_LONGER = 3
#: A French entry that opens like an infinitive may be a verb: "he cuts costs" has no plural.
_INFINITIVE = re.compile(r"\w+(?:er|ir|re)\b")


def ungarbled(text: str, source: str, english: str) -> str | None:
    """Return `text` with the term in place of a word garbled at its beginning; None without one.

    "Mytorney" ends as "attorney" does and is no English word, nor one of the French `source`.
    """
    wanted = fold(english)
    if not wanted.isalpha():
        return None
    given = {fold(word) for word in _WORD.findall(source)}
    for hit in _WORD.finditer(text):
        word = fold(hit[0])
        shared = Postfix.similarity(word, wanted)
        if shared < max(_SHARED, _SHARE * len(wanted)) or abs(len(word) - len(wanted)) > _LONGER:
            continue
        if word in given or _is_word(word):
            continue
        opening = not text[: hit.start()].strip(" \"'(“‘")
        term = english[:1].upper() + english[1:] if opening else english
        return f"{text[: hit.start()]}{term}{text[hit.end() :]}"
    return None


def _is_word(word: str) -> bool:
    """Whether a folded word, or the singular of a plural, is in the lists of English words."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    return any(is_english(form) or is_rare_english(form) for form in forms)


def one_plural(text: str, want: Want, verdict: Verdict) -> str:
    """Return `text` without plurals before the noun of a term: "drugs corners", "drug corners".

    Verification takes both. What the entry has so in any of its forms stays, and so do "women
    ministers", possessives, and verbs.
    """
    entry, found = want.match.entry, text[verdict.start : verdict.end]
    own, words = _WORD.findall(entry.en), list(_WORD.finditer(found))
    plural = _WORD.findall(english_plural(entry.en))
    if entry.kind in {Kind.PERSON, Kind.PLACE} or not len(own) == len(words) == len(plural) > 1:
        return text
    if re.search("['’]", found) or any(fold(form) == fold(found) for form in entry.forms_en):
        return text
    if _INFINITIVE.match(entry.fr) and not want.match.plural:
        return text
    head = next((i for i, pair in enumerate(zip(own, plural, strict=True)) if len({*pair}) > 1), -1)
    if want.match.plural and head >= 0 and fold(words[head][0]) != fold(plural[head]):
        return text  # "directors general"
    for at in reversed(range(head % len(own))):
        word, singular = words[at], own[at]
        plurals = {f"{fold(singular)}s", fold(english_plural(singular))} - {fold(singular)}
        if word[0].endswith("s") and fold(word[0]) in plurals:  # "women ministers" is right
            same = fold(word[0]).startswith(fold(singular))
            kept = word[0][: len(singular)] if same else singular
            found = f"{found[: word.start()]}{kept}{found[word.end() :]}"
    return f"{text[: verdict.start]}{found}{text[verdict.end :]}"
