"""Judge the words on both sides of a full stop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from translate.segmentation.marks import APOSTROPHES, DASHES, OPENERS
from translate.segmentation.rules import Abbreviation, Rules

#: No word that matters here is longer (code points); bounds every look back or ahead.
REACH = 40
_ROMAN = frozenset("IVXLCDM")
_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES - {"'"}, "'") | dict.fromkeys(DASHES, "-"))
_BREAKS = OPENERS | APOSTROPHES | frozenset(",;:)]»”/!?…")


class Initials(Enum):
    """Capital letters with full stops."""

    NONE = auto()
    NAME = auto()  # "B", "J.-P": short for a first name, or standing for a name
    ACRONYM = auto()  # "U.R.S.S", "J.-C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word before a full stop, the word before it, and what it may abbreviate."""

    text: str = ""
    previous: str = ""
    kinds: frozenset[Abbreviation] = frozenset()
    initials: Initials = Initials.NONE

    @property
    def abbreviates(self) -> bool:
        """Whether it needs something to follow; days, months and units can stand last."""
        return self.initials is not Initials.NONE or bool(
            self.kinds & {Abbreviation.NEVER, Abbreviation.NUMBER, Abbreviation.NAME}
        )


NO_WORD = Word()


def read(text: str, at: int, rules: Rules) -> Word:
    """Return the word that ends at `at`."""
    word = before(text, at)
    previous = last_before(text, at - len(word))
    found = kinds(word, rules)
    form = Initials.NONE
    # "M." is a title before it is an initial; "le plan B." has a letter for its number.
    if Abbreviation.NEVER not in found and previous.lower() not in rules.lettered:
        form = initials(word, rules)
    return Word(text=word, previous=previous, kinds=found, initials=form)


def before(text: str, at: int) -> str:
    """Return the word that ends at `at`, without elided words before it; "" for none."""
    start = at
    floor = max(0, at - REACH)
    while start > floor and not (text[start - 1].isspace() or text[start - 1] in _BREAKS):
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


def kinds(word: str, rules: Rules) -> frozenset[Abbreviation]:
    """Return what kinds of abbreviation `word` can be; none for an ordinary word."""
    return rules.abbreviations.get(word, frozenset())


def initials(word: str, rules: Rules) -> Initials:
    """Tell what kind of initials `word` (its last full stop left out) is."""
    pieces = word.replace("-", "").split(".")
    if not all(len(piece) == 1 and piece.isupper() for piece in pieces):
        return Initials.NONE
    return Initials.ACRONYM if len(pieces) > 2 or word in rules.acronyms else Initials.NAME


def is_roman(word: str) -> bool:
    """Whether `word` is written in the letters of Roman numerals."""
    return bool(word) and set(word) <= _ROMAN


def is_section_number(word: str) -> bool:
    """Whether `word` numbers a section otherwise than in plain figures ("IV", "2.1", "b")."""
    if is_roman(word) or (len(word) == 1 and word.isalpha()):
        return True
    figures = word.replace(".", "")
    return figures != word and figures.isdecimal() and len(figures) <= 3


def is_number_like(word: str, rules: Rules) -> bool:
    """Whether `word` can stand for a number after an abbreviation such as "art." or "vol."."""
    if len(word) == 1:
        return word not in {"À", "Y"}
    if any(char.isdigit() for char in word):
        return True
    return is_roman(word) and word.lower() not in rules.starters


def is_plain(word: str, *, capital: bool) -> bool:
    """Whether `word` is a common word or a number, no piece of an address or a file name.

    Args:
        capital: whether it may begin with a capital.
    """
    if word.replace(",", "").isdecimal():
        return True
    return word.replace("-", "").isalpha() and len(word) > 2 and (capital or word.islower())


def is_brand(word: str) -> bool:
    """Whether `word` is a name such as "iPhone": a small letter, soon a capital."""
    rest = word.lstrip("abcdefghijklmnopqrstuvwxyz")
    return 1 <= len(word) - len(rest) <= 3 and len(rest) > 1 and rest[0].isupper()


def is_inverted(word: str, rules: Rules) -> bool:
    """Whether `word` is a verb with its subject behind it, in capitals ("DIT-IL")."""
    return word.isupper() and word.lower().endswith(rules.inverted)


def numbers_part(word: Word, rules: Rules) -> bool:
    """Whether `word` is the number of a part of a law or a book ("Art. 2", "Chapitre 3")."""
    part = word.previous.rstrip(".")
    return word.text[:1].isdigit() and (
        part.lower() in rules.parts or Abbreviation.NUMBER in kinds(part, rules)
    )


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
    if len(word) == 1 and text[end : end + 1] == ".":
        return False
    if not names or key not in rules.particles:
        return True
    while end < len(text) and text[end].isspace() and end - at < REACH:
        end += 1
    return not text[end : end + 1].isupper()
