"""Judge the words on both sides of a full stop."""

from __future__ import annotations

from enum import Enum, auto

from translate.segmentation.marks import APOSTROPHES, DASHES, OPENERS
from translate.segmentation.rules import Abbreviation, Rules

#: No word that matters here is longer (code points); bounds every look back or ahead.
REACH = 40
_ROMAN = frozenset("IVXLCDM")
_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES - {"'"}, "'") | dict.fromkeys(DASHES, "-"))


class Initials(Enum):
    """Capital letters with full stops."""

    NONE = auto()
    NAME = auto()  # "B", "J.-P": short for a first name, or standing for a name
    ACRONYM = auto()  # "U.R.S.S", "J.-C"


def before(text: str, at: int) -> str:
    """Return the word that ends at `at`, without elided words before it; "" for none."""
    start = at
    floor = max(0, at - REACH)
    while start > floor and not _breaks(text[start - 1]):
        start -= 1
    return text[start:at].translate(_PLAIN)


def last_before(text: str, at: int) -> str:
    """Return the word that ends before the blanks that end at `at`; "" for none near."""
    floor = max(0, at - REACH)
    while at > floor and text[at - 1].isspace():
        at -= 1
    return before(text, at)


def after(text: str, at: int) -> str:
    """Return the word at `at` with hyphenated parts; an elided word keeps its apostrophe."""
    end = at
    ceiling = min(len(text), at + REACH)
    while end < ceiling and (text[end].isalnum() or text[end] in DASHES):
        end += 1
    if end < len(text) and text[end] in APOSTROPHES:
        end += 1
    return text[at:end].translate(_PLAIN)


def _breaks(char: str) -> bool:
    return char.isspace() or char in OPENERS or char in APOSTROPHES or char in ",;:)]»”/!?…"


def initials(word: str) -> Initials:
    """Tell what kind of initials `word` (its last full stop left out) is."""
    pieces = word.replace("-", "").split(".")
    if not all(len(piece) == 1 and piece.isupper() for piece in pieces):
        return Initials.NONE
    if len(pieces) > 2 or word in {"J.-C", "É.-U", "E.-U", "É.U", "E.U", "U.S", "U.E", "P.-S"}:
        return Initials.ACRONYM
    return Initials.NAME


def is_roman(word: str) -> bool:
    """Whether `word` is written in the letters of Roman numerals."""
    return bool(word) and set(word) <= _ROMAN


def opens_sentence(text: str, at: int, rules: Rules, *, names: bool) -> bool:
    """Whether the capitalised word at `at` is one that usually opens a sentence.

    Args:
        names: distrust words that also begin surnames ("Le", "De") when a capital follows.
    """
    word = after(text, at)
    key = word.lower()
    if key not in rules.starters and key.split("-")[0] not in rules.starters:
        return False
    end = at + len(word)
    if word.isupper() and len(word) == 1 and text[end : end + 1] in {".", "-"}:
        return False
    if not names or key not in rules.particles:
        return True
    while end < len(text) and text[end].isspace() and end - at < REACH:
        end += 1
    return not text[end : end + 1].isupper()


def kinds(word: str, rules: Rules) -> frozenset[Abbreviation]:
    """Return what kinds of abbreviation `word` can be; none for an ordinary word."""
    return rules.abbreviations.get(word, frozenset())
