"""Which capitalised words of the French are names: by what stands around them and by lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translate.checks.english_names import particles
from translate.checks.given_names import is_given
from translate.checks.lexicon import is_french, is_french_folded, translations
from translate.checks.tables import items
from translate.checks.text import Word, fold, parts, plain

COURTESY = frozenset(
    {"m", "mm", "mme", "mmes", "mlle", "mlles", "me", "mes", "mgr", "dr", "pr", "prof", "sr"}
)
# Ranks written small before a surname, which no adjective with a capital follows.
_RANKS = frozenset(
    {
        "juge", "commissaire", "prefet", "capitaine", "colonel", "commandant", "lieutenant",
        "sergent", "brigadier", "adjudant", "inspecteur", "procureur", "docteur", "docteure",
        "professeur", "professeure", "abbe", "gendarme", "avocat", "avocate", "maitre",
    }
)  # fmt: skip
PEOPLE = re.compile(
    r"(?:ais|aise|ois|oise|iens?|iennes?|ains?|aines?|eens?|eennes?|istes?|ards?|ins|ines|ites?)s?$"
)
_INITIAL = re.compile(r"(?:^|[.!?…:;•]|[«\"“(\[]|[–—-](?= ))[\s«\"“(–—-]*$")
_FRENCH_FORM = re.compile(r"(?:é|ée|és|ées|ant|ante|ants|antes|ment|er|ir|ait|aient|eur|euse"
                          r"|eurs|euses|"
                          r"ique|iques|isme|iste|istes|tion|tions|ère|ères|el|elle|els|elles"
                          r"|ons|ez|ent|age|ages|if|ive)$")  # fmt: skip
_APOSTROPHE = re.compile(r"[cC]'[hH]|^O'")
_DOUBLE = re.compile(
    r"(?P<first>[^\W\d_]{4,})(?:-[^\W\d_]+)*-(?!E[dl]|Din|Allah|Ull?ah)[A-ZÀ-Ý][^\W\d_]{2,}"
)
_ARTICLE = re.compile(r"A[bl]|Esh?|Sei|Ould|Bint")  # Arabic names are joined at will
_PLURALS = ("les", "des", "aux", "ces")
_DETERMINERS = frozenset(
    {"le", "la", "les", "l", "un", "une", "des", "du", "cette", "ce", "sa", "son", "ses", "notre"}
)


def initial(source: str, word: Word) -> bool:
    """Whether a sentence or a quotation begins with it, so that its capital proves nothing."""
    before = source[max(0, word.start - 8) : word.start]
    if re.search(r"(?:^|[\W\d_])[A-Z]\.\s?$", before):
        return False  # the initial of a first name
    return bool(_INITIAL.search(before)) or word.start == 0


def shouting(source_words: Iterable[Word]) -> bool:
    """Whether the text is set in capitals, so that capitals prove nothing."""
    long = [word for word in source_words if len(word.surface) > 3]
    return bool(long) and 2 * sum(word.surface.isupper() for word in long) > len(long)


def is_common(word: Word) -> bool:
    """Whether it is a French common word written with a capital, or a compound of such words."""
    lower = plain(word.surface).lower()
    if lower == "aujourd'hui":
        return True
    pieces = lower.split("-")
    if lower[:1] == "e" and is_french("é" + lower[1:]):
        return True  # "Etat"
    return is_french(lower) or (
        len(pieces) > 1 and pieces[0] not in {"saint", "sainte"} and not is_given(fold(pieces[0]))
        and all(is_french(piece) or piece in particles() for piece in pieces)
    )  # fmt: skip


def has_mark(surface: str) -> bool:
    """Whether a name has an apostrophe or a hyphen that no spelling drops.

    The apostrophe of "Guilloc'h" and "O'Connell"; the hyphen of "Anne-Lise" and "Ferrand-Roy". Not
    those of romanised names: "Xi'an", "Hae-won", "Abdel-Fattah".
    """
    return bool(
        _APOSTROPHE.search(plain(surface))
        or ((double := _DOUBLE.fullmatch(plain(surface))) and not _ARTICLE.match(double["first"]))
    )


class Reader:
    """Decides which capitalised words of the French are names."""

    def __init__(self, source: str, source_words: tuple[Word, ...]) -> None:
        self.source, self.words = source, source_words
        self.hard: set[int] = set()
        self.known = frozenset(
            part for word in source_words for part in (word.fold, *parts(word.surface))
        )

    def adjacent(self, at: int) -> bool:
        """Whether nothing but a space or a hyphen parts word `at` from the next."""
        gap = self.source[self.words[at].end : self.words[at + 1].start]
        return plain(gap) in {" ", "-", ". ", "."}

    def titled(self, at: int) -> bool:
        """Whether a courtesy title stands before word `at`."""
        before = self.words[at - 1] if at else None
        return (
            before is not None
            and before.fold in COURTESY
            and self.adjacent(at - 1)
            and before.capital
        )

    def ranked(self, at: int) -> bool:
        """Whether a rank or office of persons stands before word `at`: "le capitaine Lebon"."""
        before = self.words[at - 1] if at else None
        return before is not None and before.fold in _RANKS and self.adjacent(at - 1)

    def given(self, at: int) -> bool:
        """Whether word `at` is a given name: "Marine Delcourt", not "la Marine nationale"."""
        word = self.words[at]
        if word.surface in items("first_names.txt"):
            return True
        if word.fold not in items("french_given_names.txt") or not word.capital:
            return False
        before = self.words[at - 1] if at else None
        article = before is not None and before.fold in _DETERMINERS and self.adjacent(at - 1)
        return (
            not article and plain(self.source[max(0, word.start - 2) : word.start]).lower() != "l'"
        )

    def follows_given(self, at: int) -> bool:
        """Whether a given name stands before word `at` at once."""
        return bool(at) and self.given(at - 1) and self.adjacent(at - 1)

    def follows_frequent(self, at: int) -> bool:
        """Whether one of the given names of the news stands before word `at` at once."""
        before = self.words[at - 1].surface if at else ""
        return before in items("first_names.txt") and self.adjacent(at - 1)

    def counts(self, at: int) -> bool:
        """Whether a capitalised word follows word `at` at once."""
        return at + 1 < len(self.words) and self.words[at + 1].capital and self.adjacent(at)

    def family(self, at: int) -> bool:
        """Whether it is "les Boulanger": a plural article and a singular name."""
        word = self.words[at]
        return (
            bool(at)
            and self.words[at - 1].fold in _PLURALS
            and word.fold[-1] not in "sxz"
            and (not PEOPLE.search(word.fold))
        )

    def headed(self, at: int) -> bool:
        """Whether a capitalised article stands before it within a sentence: "Le Courrier"."""
        start = self.words[at].start - len("L'")
        if start > 0 and plain(self.source[start : start + 2]) == "L'":
            return not _INITIAL.search(self.source[max(0, start - 8) : start])
        before = self.words[at - 1] if at else None
        return (
            before is not None
            and before.surface in {"Le", "La", "Les"}
            and self.adjacent(at - 1)
            and not initial(self.source, before)
        )

    def unknown(self, word: Word) -> bool:
        """Whether it is no French word in any form, so that its capital must be a name's."""
        return (
            len(word.fold) > 4 and not translations(word.fold) and not is_french_folded(word.fold)
            and not _FRENCH_FORM.search(plain(word.surface).lower()) and "-" not in word.surface
        )  # fmt: skip

    def certain(self, at: int) -> bool | None:
        """True: surely a name; False: a name by its capital only; None: no name."""
        word = self.words[at]
        if self.titled(at) or self.follows_given(at) or (self.given(at) and self.counts(at)):
            return True
        common = is_common(word)
        chained = at > 0 and at - 1 in self.hard and self.adjacent(at - 1)
        if chained:
            return True
        if initial(self.source, word):
            compound = "-" in word.surface and is_given(parts(word.surface)[0])
            if not common and (compound or self.unknown(word)):
                return True
            if common or len(word.fold) < 3 or not self.counts(at):
                return None
            return True
        if common:
            return True if self.family(at) or self.headed(at) or self.ranked(at) else None
        return True
