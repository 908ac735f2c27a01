"""A place in a text, and what stands around it as far as its sentence reaches."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.folding import APOSTROPHES, HYPHENS, Tokens
from glossary.lexicon import french

BLANKS = " \u00a0\u202f\u2009"
_OPENING = '«“"‘([‹„'
_SENTENCE_END = ".!?…:"
_DASHES = "-–—•*·>#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Tokens `first` to `last` (inclusive) of a text; `settled` if their sense is known."""

    tokens: Tokens
    first: int
    last: int
    settled: bool = False

    def before(self, back: int = 1) -> str:
        """Return the raw token `back` places before, "" at the start or beyond a sentence end."""
        index = self.first - back
        if index < 0 or _breaks(self.tokens, index, self.first):
            return ""
        return self.tokens.raw(index)

    def after(self, ahead: int = 1) -> str:
        """Return the raw token `ahead` places after, "" unless only blanks lie between."""
        index = self.last + ahead
        if index >= len(self.tokens.keys):
            return ""
        for step in range(self.last + 1, index + 1):
            if self.tokens.gap(step).strip(BLANKS):
                return ""
        return self.tokens.raw(index)

    @property
    def starts_sentence(self) -> bool:
        """Whether the first token opens a sentence, a line or a quotation after a colon."""
        return starts_sentence(self.tokens, self.first)

    @property
    def opens_quotation(self) -> bool:
        """Whether a quotation mark stands directly before."""
        gap = self.tokens.gap(self.first).rstrip(BLANKS)
        return gap[-1:] in set(_OPENING)


def _breaks(tokens: Tokens, low: int, high: int) -> bool:
    """Whether more than blanks, a hyphen or apostrophes lies between tokens low and high.

    The dot of an abbreviation ("M. Berger") is no break.
    """
    for index in range(low + 1, high + 1):
        gap = tokens.gap(index)
        if len(gap) > 1 and any(mark in gap for mark in HYPHENS):
            return True
        rest = gap.strip(BLANKS + APOSTROPHES + HYPHENS)
        if rest and not (rest == "." and _abbreviation(tokens, index - 1)):
            return True
    return False


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is the first of a sentence or line."""
    if index == 0:
        return True
    gap = tokens.gap(index)
    if "\n" in gap:
        return True
    end = tokens.ends[index - 1]
    left = tokens.text[max(0, end - 1) : end] + gap if tokens.raw(index - 1).endswith(".") else gap
    left = left.rstrip(BLANKS + _OPENING + _DASHES)
    if left[-1:] not in set(_SENTENCE_END + "»”"):
        return False
    if left.strip() == "." and _abbreviation(tokens, index - 1):
        return False
    return any(mark in left for mark in _SENTENCE_END)


def _abbreviation(tokens: Tokens, index: int) -> bool:
    raw = tokens.raw(index)
    return french("abbreviations", raw) or (len(raw) == 1 and raw.isupper())


def capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


def acronym(word: str) -> bool:
    """Capitals, digits or both: no part of a person's name ("KX.7", "OTAN")."""
    return (len(word) > 1 and word.isupper()) or any(char.isdigit() for char in word)


def courtesy(word: str) -> bool:
    """Whether a word is a courtesy title ("M.", "Madame")."""
    return french("courtesy_short", word) or french("courtesy_long", word)
