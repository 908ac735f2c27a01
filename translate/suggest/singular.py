"""Base forms of proposed terms: singular where a plural can be undone for sure."""

from __future__ import annotations

from glossary import english_plural
from translate.checks.lexicon import is_english, is_french

_PREPOSITIONS = frozenset(["de", "du", "des", "d'", "à", "au", "aux", "en", "pour", "par", "sur"])


def singular_fr(term: str) -> str:
    """Return a French term with the words before its first preposition in the singular."""
    out, head = [], True
    for word in term.split(" "):
        head = head and word not in _PREPOSITIONS and not word.startswith("d'")
        out.append(_one_fr(word) if head else word)
    return " ".join(out)


def _one_fr(word: str) -> str:
    if word.endswith("aux") and not is_french(word[:-1]) and is_french(word[:-3] + "al"):
        return word[:-3] + "al"
    if word[-1:] in {"s", "x"} and len(word) > 4 and is_french(word[:-1]):
        return word[:-1]
    return word


def singular_en(term: str) -> str:
    """Return an English term with its last word in the singular."""
    head, _, word = term.rpartition(" ")
    for one in (word[:-3] + "y", word[:-2], word[:-1]):
        if word.endswith("s") and is_english(one.lower()) and english_plural(one) == word:
            return f"{head} {one}".strip()
    return term
