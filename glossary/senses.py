"""Words with several senses: does the context speak for another sense than the entry's?

Three sources, all data files. Lexical units ("pierre angulaire") and names of several words
("Guinée équatoriale") are wholes: an entry that is only a part of one does not apply in it. For
homographs the inventory names the senses of a word, each with its gender, English words and
French cues. The entry's sense is the one whose English overlaps its own; it loses when the
determiner has the wrong gender or when another sense has more cues in the sentence (simplified
Lesk: Kilgarriff & Rosenzweig, *Framework and Results for English SENSEVAL*, 2000). Where nothing
decides, the entry applies, unless its sense is marked as rare in news: such a sense needs a cue
of its own (the most frequent sense is the usual fallback of word-sense disambiguation, *ibid.*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from glossary.english import stem
from glossary.folding import Tokens, key, tokenize
from glossary.lexicon import data_rows, french
from glossary.number import single
from glossary.values import Entry, Kind, Match

_REACH = 30
_NEAR = 3
_NEAR_WEIGHT = 3
_SENTENCE_END = ".!?…\n"
#: Masculine, but before a vowel of either gender ("son aile").
_POSSESSIVES = frozenset({"mon", "ton", "son"})
_VOWELS = "aeiouyh"
_SIMILES = tuple(
    f" {frame} "
    for frame in (
        *("veritable", "veritables", "sorte de", "sortes de", "espece de", "comme un"),
        *("comme une", "tel un", "telle une", "tels des", "telles des", "facon de"),
    )
)
_SIMILE_ENDS = frozenset(frame.split()[-1] for frame in _SIMILES)


@dataclass(frozen=True, slots=True)
class _Sense:
    """One sense of a word; `rare` if news hardly ever means it without saying so."""

    gender: str
    english: frozenset[str]
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    rare: bool


@cache
def inventory() -> dict[str, tuple[_Sense, ...]]:
    """Return the senses of each homograph, by its singular key."""
    senses: dict[str, list[_Sense]] = {}
    for row in data_rows("homographs.csv"):
        cues = [_cue(cue) for cue in row["cues"].split(";")]
        sense = _Sense(
            gender=row["gender"],
            english=frozenset(stem(word) for word in row["en"].split()),
            words=tuple(cue for cue in cues if " " not in cue.strip()),
            phrases=tuple(cue for cue in cues if " " in cue.strip()),
            rare=bool(row["rare"]),
        )
        senses.setdefault(single(key(row["word"])), []).append(sense)
    return {word: tuple(found) for word, found in senses.items()}


def _cue(cue: str) -> str:
    """A cue as it stands in a text of keys set between blanks; "*" is any ending."""
    keys = " ".join(tokenize(cue).keys)
    return f" {keys}" if cue.endswith("*") else f" {keys} "


@cache
def _units(name: str) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """For each word, the units of a file that hold it and where it stands in them."""
    text = resources.files("glossary").joinpath("data", name).read_text("utf-8")
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            unit = tuple(single(folded) for folded in tokenize(line).keys)
            for at, word in enumerate(unit):
                found.setdefault(word, []).append((at, unit))
    return {word: tuple(units) for word, units in found.items()}


def _around(name: str, tokens: Tokens, index: int) -> Iterator[tuple[int, int]]:
    """Yield first and last token of the units of a file that stand around token `index`."""
    for at, unit in _units(name).get(single(tokens.keys[index]), ()):
        low, high = index - at, index - at + len(unit) - 1
        if low < 0 or high >= len(tokens.keys):
            continue
        if all(single(tokens.keys[low + step]) == word for step, word in enumerate(unit)):
            yield low, high


def in_lexical_unit(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are a part, not the whole, of a lexical unit."""
    around = _around("lexical_units.txt", tokens, first)
    return any(last <= high and (low, high) != (first, last) for low, high in around)


def in_known_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` share a word with a known name that goes beyond them."""
    return any(
        tokens.raw(low)[:1].isupper() and not first <= low <= high <= last
        for index in range(first, last + 1)
        for low, high in _around("longer_names.txt", tokens, index)
    )


def other_sense(
    tokens: Tokens, first: int, last: int, entry: Entry, *, settled: bool = False
) -> bool:
    """Whether gender or cues around tokens `first` to `last` speak for another sense.

    Where the text has `settled` that the entry's sense is meant, a rare one needs no cue.
    """
    senses = inventory().get(single(tokens.keys[first]), ())
    if not senses or last > first + 1 or entry.kind is Kind.PERSON:
        return False
    own, others = _sides(senses, entry)
    if not own or not others:
        return False
    gender = gender_before(tokens, first)
    if gender and all(sense.gender not in {gender, ""} for sense in own):
        return any(sense.gender == gender for sense in others)
    around = _context(tokens, first, last)
    rivals = [sense for sense in others if not gender or sense.gender in {gender, ""}]
    score = max(_score(sense, around) for sense in own)
    needs_cue = first == last and not settled and all(sense.rare for sense in own)
    if not score and needs_cue and any(not sense.rare for sense in rivals):
        return True
    best = max((_score(sense, around) for sense in rivals), default=0)
    # The second word of a term speaks for its sense, so a stray cue is not enough against it.
    needed = 1 if first == last else 2
    return best >= score + needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """How English renders a French word in the sense an entry wants, and in others; in stems.

    Attributes:
        wanted: English words of the entry's sense.
        other: English words of the other senses only, less what the entry forbids: who forbids
            a word knows that it is wrong there.
        cued: French words near the place speak for the entry's sense.
    """

    wanted: frozenset[str]
    other: frozenset[str]
    cued: bool


def readings(text: str, match: Match) -> Readings | None:
    """Return the English of the senses of a matched word of `text`.

    None if it is no single homograph of the inventory, or if the entry's English is of no known
    sense: a desk may well want English that no inventory has.
    """
    tokens, entry = tokenize(text), match.entry
    inside = [at for at, start in enumerate(tokens.starts) if match.start <= start < match.end]
    if len(inside) != 1 or entry.kind is Kind.PERSON:
        return None
    own, others = _sides(inventory().get(single(tokens.keys[inside[0]]), ()), entry)
    if not own or not others:
        return None
    wanted = frozenset().union(*(sense.english for sense in own))
    forbidden = (stem(word) for form in entry.forbidden_en for word in form.split())
    around = _context(tokens, inside[0], inside[0])
    return Readings(
        wanted=wanted,
        other=frozenset().union(*(sense.english for sense in others)) - wanted - {*forbidden},
        cued=any(_score(sense, around) for sense in own),
    )


def rare(entry: Entry) -> bool:
    """Whether news hardly means the sense of a one-word entry, so that it needs a cue to apply."""
    words = tokenize(entry.fr).keys
    own, others = _sides(inventory().get(single(words[0]), ()) if len(words) == 1 else (), entry)
    return bool(own and others) and all(sense.rare for sense in own)


def _sides(
    senses: tuple[_Sense, ...], entry: Entry
) -> tuple[tuple[_Sense, ...], tuple[_Sense, ...]]:
    """The senses whose English an entry shares most, none if it shares nothing, and the others."""
    english = frozenset(stem(word) for word in entry.en.replace("-", " ").split())
    overlap = max((len(sense.english & english) for sense in senses), default=0)
    own = tuple(sense for sense in senses if overlap and len(sense.english & english) == overlap)
    return own, tuple(sense for sense in senses if sense not in own)


def simile(tokens: Tokens, at: int, entry: Entry) -> bool:
    """Whether token `at` is used as an image ("un véritable séisme", "tel un guetteur").

    Only English that narrows the French (one word to several) is too precise for an image.
    """
    if not at or tokens.keys[at - 1] not in _SIMILE_ENDS or len(entry.en.split()) < 2:
        return False
    before = f" {' '.join(tokens.keys[max(0, at - _NEAR) : at])} "
    # "considéré comme un guetteur" says what he is.
    said = at >= _NEAR and tokens.keys[at - 2] == "comme" and _participle(tokens.raw(at - _NEAR))
    return before.endswith(_SIMILES) and not said


def _participle(word: str) -> bool:
    return word.rstrip("s").endswith(("é", "ée"))


def _score(sense: _Sense, around: tuple[str, str]) -> int:
    """Cues in the sentence count once, those near the word and phrases three times."""
    sentence, near = around
    far = sum(cue in sentence for cue in (*sense.words, *sense.phrases))
    close = sum(cue in near for cue in sense.words) + sum(cue in sentence for cue in sense.phrases)
    return far + (_NEAR_WEIGHT - 1) * close


def _context(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """The keys of the sentence, and of the few words around the place, between blanks."""
    low, high = first, last
    while low > max(0, first - _REACH) and not _ends_sentence(tokens, low):
        low -= 1
    while high < min(len(tokens.keys) - 1, last + _REACH) and not _ends_sentence(tokens, high + 1):
        high += 1
    near = tokens.keys[max(low, first - _NEAR) : min(high, last + _NEAR) + 1]
    return f" {' '.join(tokens.keys[low : high + 1])} ", f" {' '.join(near)} "


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends between token `index` and the one before it."""
    gap = tokens.gap(index)
    if not any(mark in gap for mark in _SENTENCE_END):
        return False
    return not french("abbreviations", tokens.raw(index - 1)) or "\n" in gap


def gender_before(tokens: Tokens, first: int) -> str:
    """Return "m" or "f" by the determiner of the noun at token `first`, "" if it does not show."""
    for back in (1, 2):
        at = first - back
        if at < 0 or tokens.gap(at + 1).strip(' \u00a0\u202f\n«“"'):
            return ""
        word = tokens.raw(at)
        if french("masculine_determiners", word):
            return "m"
        if french("feminine_determiners", word):
            return "f"
        if word.lower() in _POSSESSIVES and tokens.keys[at + 1][0] not in _VOWELS:
            return "m"
        if french("determiners", word) or french("links", word):
            return ""
        if not (french("prenominal", word) or french("adjectives_before", word)):
            return ""
    return ""
