"""Reads the negations of the English, and the words that can carry one ("unable", "few")."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.lexicon import is_english, is_french_folded, likeliest, translations
from translate.checks.negation_antonyms import rendered
from translate.checks.negation_french import read
from translate.checks.tables import items, listed, rows
from translate.checks.text import english_stem, fold, plain, words

TOKEN = re.compile(r"n't\b|[a-z]+(?:-[a-z]+)*")
SUPPORT_STEMS = (
    "refus", "rejet", "dement", "nier", "interdi", "empech", "echou", "exclu", "renonc", "ignor",
    "evit", "priv", "oppos", "contest", "infirm", "abandonn", "dissua", "desapp", "mefi", "dout",
    "non-", "apolit", "abst", "boud", "boycot", "seulem", "uniquem", "excep", "regret", "declin",
    "importe", "peu impor", "difficil", "manqu", "insu", "incap", "impuiss", "epargn", "echapp",
    "perdu", "perd", "dispar",
)  # fmt: skip
COUNTED = frozenset(
    {
        *("pas", "jamais", "aucun", "aucune", "ni", "non", "rien", "nul", "nulle", "personne"),
        *("sans", "ne", "plus", "point"),
    }
)
_FAKE_NEGATIONS = re.compile(
    r"\bnot only\b|\bno\. ?\d|\bnot to mention\b|\bwhether or not\b|\bno-brainer\b"
    r"|\bno sooner\b|\bno-fly\b|\bno-confidence\b|\bno doubt\b|\bno matter\b|\bno man's land\b"
    r"|\bno-go\b|\bno (?:shortage|lack) of\b"
    r"|\bnone other\b|\bno less\b|\bno fewer\b|\bnon[- ]|\bno later than\b|\bnothing but\b"
    r"|\bif not\b"
    r"|\bnever mind\b|\bnot least\b|\bno wonder\b|\bno surprise\b|\bno mean\b|\bno small\b"
    r"|\bnowhere near\b"
    r"|\bno stranger\b|\bno longer than\b|\bno earlier than\b|\bno exception\b|\bnot unlike\b"
    r"|\bno-show\w*|\bno-man\b|\bnothing short of\b|\bnothing less than\b|\bnot until\b"
    r"|\bwhy not\b|\bno more than\b|\bno entry\b"
)
_LESS = 8  # letters of the shortest word in -less that is not in the list ("driverless")
# The lexicon learned these from "ne ... pas" itself: they answer it, whatever else they are.
_SURE = ("unable", "fail", "declin", "reluctan")
_PREFIXES = ("un", "in", "im", "ir", "dis", "non")
_DENIED = ("ed", "able", "ible")  # "unimpeded", "unrefundable"
_DENIED_LEAST = 5  # letters of such a word without "un"
_PREFIXED = re.compile(
    r"(?:in|im|ir|il)\w+(?:bles?|uni(?:e|s|es)?|i(?:f|ve)s?|aine?s?|ante?s?)$"
)  # "impossible", "impuni", "incertain"
_AFFIXED = 7  # letters: shorter words with such a beginning are mostly others ("under")
_GOVERNED = 4  # words after the second element of a negation
_UNTIL = re.compile(r"\b(?:until|unless|as long as|before)\b")


@cache
def _cues(kind: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return (words, beginnings, phrases) of one line of the cue table."""
    entries = [cue for row in rows("negative_cues.tsv") if row[0] == kind for cue in listed(row[1])]
    beginnings = tuple(cue[:-1] for cue in entries if cue.endswith("*"))
    phrases = tuple(cue for cue in entries if " " in cue and not cue.endswith("*"))
    single = frozenset(cue for cue in entries if " " not in cue and not cue.endswith("*"))
    return single, beginnings, phrases


def apart(text: str) -> str:
    """Set the negation of "cannot" and "don't" apart."""
    return text.replace("cannot", "can not").replace("n't", " n't")


class English:
    """The English in lower case, with the cues it has."""

    def __init__(self, source: str, target: str) -> None:
        self.text, self.french = fold(plain(target)), fold(plain(source))
        self.tokens = TOKEN.findall(apart(self.text))
        french, negations = read(source)
        # What a negation governs may be a negative word of the English ("pas payé": "unpaid").
        governed = {at for n in negations for at in range(n.at, n.end + _GOVERNED)}
        others = (word for at, word in enumerate(french) if at not in governed)
        self.explained = frozenset().union(*(translations(word.fold) for word in others))
        stems = {english_stem(token) for token in self.tokens}
        carried = {
            english_stem(token)
            for token in self.tokens
            if _carries(token) and not token.startswith(_SURE)
        }
        denied = [
            w
            for at, w in enumerate(french)
            if at in governed and (inherent(w.fold) or translations(w.fold) & carried)
        ]
        # "n'a pas démenti": "denied" answers "démenti", not the negation; "accepted" answers both.
        self.explained |= frozenset().union(*(translations(word.fold) for word in denied))
        self.affirmed = sum(not translations(word.fold) & stems for word in denied)
        self.all = frozenset().union(*(translations(word.fold) for word in french))
        self.until = "tant qu" in fold(plain(source)) and bool(_UNTIL.search(self.text))
        self.tokens += [part for token in self.tokens if "-" in token for part in token.split("-")]

    def has(self, kind: str, *, free: bool = False) -> bool:
        """Whether a cue of the kind stands in it; `free`: one that no French word translates to."""
        single, beginnings, phrases = _cues(kind)
        for token in self.tokens:
            cue = token in single or (bool(beginnings) and token.startswith(beginnings))
            sure = token.startswith(_SURE)
            if cue and (sure or not (free and english_stem(token) in self.all)):
                return True
        return any(phrase in self.text for phrase in phrases)

    def negative_words(self) -> bool:
        """Whether it has "unchecked", "impossible" and the like."""
        listed_words = items("english_negative.txt")
        return any(
            word in listed_words
            or word.endswith("-free")
            or (word.endswith("less") and len(word) > _LESS)
            for word in self.tokens
        )

    def carriers(self) -> int:
        """Return the number of words that carry a negation and translate no French word."""
        total = sum(phrase in self.text for phrase in _cues("lexical")[2])
        for word in self.tokens:
            cue = _carries(word)
            cue = cue or (word.endswith("less") and len(word) > _LESS) or word.endswith("free")
            total += cue and (word.startswith(_SURE) or english_stem(word) not in self.explained)
        return total

    def affixed(self) -> int:
        """Return the number of words that may stand for "sans ..." ("indiscriminate")."""
        return sum(len(t) > _AFFIXED and t.startswith(_PREFIXES) for t in self.tokens)

    def recast(self) -> int:
        """Return how many negative turns of the French have a positive rendering in it."""
        return rendered("negative_idioms.tsv", self.french, apart(self.text))

    def quoted_from(self, source: str) -> bool:
        """Whether the French itself has English negations ("No deal")."""
        return any(
            word.fold in {"no", "not", "never"} or word.fold.endswith("n't")
            for word in words(source)
        )

    def count(self, *, idioms: bool = False) -> int:
        """Return the number of negations proper, with `idioms` also those of "not only"."""
        single, _, _ = _cues("grammar")
        text = apart(self.text)
        text = text if idioms else _FAKE_NEGATIONS.sub(" ", text)
        tokens = TOKEN.findall(text)
        paired = min(tokens.count("neither"), tokens.count("nor"))  # one negation in two words
        return sum(token in single - {"non"} for token in tokens) - paired


def _carries(token: str) -> bool:
    """Whether an English word can carry a negation ("forgot")."""
    single, beginnings, _ = _cues("lexical")
    listed_words = items("english_negative.txt")
    denied = token[2:] if token.startswith("un") and token.endswith(_DENIED) else ""
    return (
        token in single
        or token.startswith((*beginnings, "non"))
        or token in listed_words
        or (len(denied) > _DENIED_LEAST and is_english(denied))
    )


def inherent(folded: str) -> bool:
    """Whether a folded French word is negative by itself ("illégal", "démenti")."""
    return folded not in COUNTED and (
        folded.startswith(SUPPORT_STEMS)
        or likeliest(folded) in negative_stems()
        or (bool(_PREFIXED.match(folded)) and is_french_folded(folded[2:]))
    )


@cache
def negative_stems() -> frozenset[str]:
    """Return the stems of the English words with a negative prefix or suffix."""
    return frozenset(english_stem(word) for word in items("english_negative.txt"))
