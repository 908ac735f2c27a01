"""Inline terms for training: ``⟦source span‖wanted English⟧``, after Dinu et al. 2019.

In about half of the marks the wanted English is another phrase of the same shape, put into the
reference as well: the model has to obey the mark and cannot merely agree with it.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from training.alignment import Aligned
from training.corpora import Pair
from translate.engines.marks import CLOSE, MIDDLE, OPEN

_DETERMINERS = frozenset(
    {
        *("le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "au", "aux"),
        *("ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs"),
    }
)
_LETTER = re.compile(r"[^\W\d_]")
_ARTICLE = re.compile(r"\b([Aa])n? $")
#: Words with a larger share of the text are no terms.
COMMON = 0.0006
_WORDS = 3
#: So many phrases of a shape are needed before others may stand for them.
_POOL = 200
_COUNTERFACTUAL, _SINGULAR = 0.55, 0.3
_TRIES = 8

#: Name, after a determiner, plural, -ing, -ly, -ed, blanks: what makes phrases exchangeable.
Shape = tuple[bool, bool, bool, bool, bool, bool, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase of the French and its English, as places in the pair.

    Attributes:
        weight: how much it is wanted: names and rare words more.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    name: bool
    determined: bool
    weight: float


def annotated(
    rows: Sequence[Aligned], chance: random.Random, *, common: float = COMMON
) -> list[Pair]:
    """Return the pairs that have a phrase to mark, with one to three marks each.

    Words with a larger share of the French than `common` begin and end no term.

    Raises:
        ValueError: when no pair has any.
    """
    frequency = _frequencies(rows)
    found = [tuple(candidates(row, frequency, common)) for row in rows]
    if not any(found):
        raise ValueError(f"no word is rarer than {common}: name a larger share with --common")
    pool = _phrases(rows, found, chance)
    return [
        _marked(row.pair, own, pool, chance) for row, own in zip(rows, found, strict=True) if own
    ]


def candidates(
    row: Aligned, frequency: Mapping[str, float], common: float = COMMON
) -> Iterator[Candidate]:
    """Yield phrases of one to three words whose links lead to one English phrase and back."""
    french, english = row.pair
    onward: dict[int, set[int]] = defaultdict(set)
    back: dict[int, set[int]] = defaultdict(set)
    for one, other in row.links:
        onward[one].add(other)
        back[other].add(one)
    for first in range(len(row.source)):
        for last in range(first, min(first + _WORDS, len(row.source))):
            inside = set(range(first, last + 1))
            targets = sorted(set().union(*(onward[word] for word in inside)))
            if not targets or not onward[first] or not onward[last]:
                continue
            span = range(targets[0], targets[-1] + 1)
            if len(span) > len(inside) + 1 or any(not back[word] <= inside for word in span):
                continue
            left = [french[start:end] for start, end in row.source[first : last + 1]]
            right = [english[start:end] for start, end in row.target[span[0] : span[-1] + 1]]
            if not _termlike(left, right, frequency, common):
                continue
            source = row.source[first][0], row.source[last][1]
            target = row.target[span[0]][0], row.target[span[-1]][1]
            name = source[0] > 0 and left[0][0].isupper() and right[0][0].isupper()
            yield Candidate(
                source=source,
                target=target,
                name=name,
                determined=first > 0 and _is_determiner(french, row.source[first - 1]),
                weight=3.0 if name else 1 / (1 + 3000 * frequency.get(left[-1].lower(), 0)),
            )


def singular(english: str) -> str:
    """Return a phrase with its last word in the singular, by spelling alone."""
    head, blank, word = english.rpartition(" ")
    if word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif re.search(r"(?:ss|sh|ch|x)es$", word):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return f"{head}{blank}{word}"


def _termlike(
    left: Sequence[str], right: Sequence[str], frequency: Mapping[str, float], most: float
) -> bool:
    if not all(_LETTER.match(word) for word in (*left, *right)):
        return False
    common = any(frequency.get(word.lower(), 0) > most for word in (left[0], left[-1]))
    return not common and len(left[-1]) >= 3 and len(right[-1]) >= 3


def _is_determiner(text: str, place: tuple[int, int]) -> bool:
    return text[place[0] : place[1]].lower().replace("’", "'") in _DETERMINERS


def _frequencies(rows: Sequence[Aligned]) -> dict[str, float]:
    counts = Counter(row.pair[0][start:end].lower() for row in rows for start, end in row.source)
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def shape(english: str, candidate: Candidate) -> Shape:
    """Return what another phrase must share to stand in the place of `english`."""
    return (
        candidate.name,
        candidate.determined and not candidate.name,
        english.endswith("s") and not english.endswith("ss"),
        english.endswith("ing"),
        english.endswith("ly"),
        english.endswith("ed"),
        min(2, english.count(" ")),
    )


def _phrases(
    rows: Sequence[Aligned], found: Sequence[Sequence[Candidate]], chance: random.Random
) -> dict[Shape, list[str]]:
    """Return English phrases of the corpus by shape, two of a sentence at most."""
    pool: dict[Shape, set[str]] = defaultdict(set)
    for row, own in zip(rows, found, strict=True):
        for candidate in chance.sample(own, min(2, len(own))):
            english = row.pair[1][slice(*candidate.target)]
            if candidate.target[0] > 0 or candidate.name:
                pool[shape(english, candidate)].add(english)
    return {kind: sorted(phrases) for kind, phrases in pool.items()}


def _marked(
    pair: Pair,
    own: Sequence[Candidate],
    pool: Mapping[Shape, Sequence[str]],
    chance: random.Random,
) -> Pair:
    french, english = pair
    chosen = _choose(own, chance)
    wanted = {one: _wanted(english[slice(*one.target)], one, pool, chance) for one in chosen}
    for one in sorted(chosen, key=lambda one: -one.target[0]):
        start, end = one.target
        new = wanted[one]
        if new != english[start:end]:
            if start == 0:
                new = new[:1].upper() + new[1:]
            english = _with_article(english[:start], new) + new + english[end:]
    for one in sorted(chosen, key=lambda one: -one.source[0]):
        start, end = one.source
        mark = f"{OPEN}{french[start:end]}{MIDDLE}{_base_form(wanted[one], one, chance)}{CLOSE}"
        french = french[:start] + mark + french[end:]
    return french, english


def _choose(own: Sequence[Candidate], chance: random.Random) -> list[Candidate]:
    """Return one to three candidates that do not overlap on either side."""
    count = chance.choice((1, 1, 1, 2, 2, 3))
    weights = [one.weight for one in own]
    chosen: list[Candidate] = []
    for _ in range(_TRIES):
        new = chance.choices(own, weights)[0]
        if all(_apart(new.source, old.source) and _apart(new.target, old.target) for old in chosen):
            chosen.append(new)
        if len(chosen) == count:
            break
    return chosen


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _wanted(
    english: str,
    candidate: Candidate,
    pool: Mapping[Shape, Sequence[str]],
    chance: random.Random,
) -> str:
    """Return the English to ask for: as in the reference, or another phrase of its shape."""
    if chance.random() < _COUNTERFACTUAL and (candidate.name or candidate.determined):
        phrases = pool.get(shape(english, candidate), ())
        if len(phrases) > _POOL:
            english = chance.choice(phrases)
        if not candidate.name and english.istitle() and " " not in english:
            english = english.lower()
    return english


def _base_form(english: str, candidate: Candidate, chance: random.Random) -> str:
    """Return what stands in the mark: glossaries have base forms, sentences have others."""
    if candidate.name:
        return english
    if chance.random() < _SINGULAR:
        english = singular(english)
    if candidate.target[0] == 0 and english[:1].isupper() and not english[1:2].isupper():
        english = english[0].lower() + english[1:]
    return english


def _with_article(before: str, phrase: str) -> str:
    """Return the English before a phrase with "a" or "an" as the phrase needs it."""
    hit = _ARTICLE.search(before)
    if not hit:
        return before
    from glossary import article_for

    article = article_for(phrase)
    kept = article.capitalize() if hit[1].isupper() else article
    return f"{before[: hit.start()]}{kept} "
