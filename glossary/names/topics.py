"""Content words, cues and fields of activity: does a sentence talk of what a person does?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from glossary.names.folding import Token, tokenize
from glossary.names.lexicon import lexicon

_PREFIX = 5
#: Weight of a role word that many people share.
_GENERIC_WEIGHT = 0.3


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase without function words."""
    return tuple(t.fold for t in tokenize(text) if not lexicon().has("function", t.fold))


def key_of(word: str) -> str:
    """Return the beginning of a word by which its family is found."""
    return word[:_PREFIX] if len(word) >= _PREFIX else word.rstrip("sx")


#: Beginnings of words that only look like one family (the same length in a pair).
_APART = (("gouverneu", "gouvernem"),)


def related(left: str, right: str) -> bool:
    """Whether two folded words are forms of one word or family ("police", "policiers")."""
    if left == right or left.rstrip("sx") == right.rstrip("sx"):
        return True
    shorter = min(len(left), len(right))
    if any({left[: len(a)], right[: len(a)]} == {a, b} for a, b in _APART):
        return False
    need = max(_PREFIX, -(-3 * shorter // 4))
    return shorter >= _PREFIX and left[:need] == right[:need]


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a passage, found by their beginning.

    `meeting` tells whether somebody meets or addresses somebody.
    """

    by_key: dict[str, list[tuple[int, str]]]
    sequence: tuple[tuple[int, str], ...]
    meeting: bool
    topics: dict[int, list[tuple[int, str]]]
    signs: dict[int, list[tuple[int, str]]]

    def positions(self, word: str) -> list[int]:
        """Return the token positions of words related to `word`."""
        return [at for at, other in self.by_key.get(key_of(word), []) if related(word, other)]


def passage_words(tokens: Sequence[Token], start: int) -> Words:
    """Index a passage whose first word stands at `start` of its sentence."""
    lex = lexicon()
    sequence = tuple(
        (i, t.fold) for i, t in enumerate(tokens, start) if not lex.has("function", t.fold)
    )
    by_key: dict[str, list[tuple[int, str]]] = {}
    for at, word in sequence:
        by_key.setdefault(key_of(word), []).append((at, word))
    stems = tuple(lex.words["meeting"])
    meeting = any(word.startswith(stems) for _, word in sequence)
    return Words(by_key, sequence, meeting, _match(sequence, "topics"), _match(sequence, "signs"))


@lru_cache(maxsize=3)
def _table(part: str) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Index the phrases of fields.toml by the first two letters of their first word."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, one in enumerate(lexicon().fields):
        phrases: tuple[tuple[str, ...], ...] = getattr(one, part)
        for phrase in phrases:
            table.setdefault(phrase[0][:2], []).append((number, phrase))
    return table


def _match(sequence: Sequence[tuple[int, str]], part: str) -> dict[int, list[tuple[int, str]]]:
    table, hits = _table(part), dict[int, list[tuple[int, str]]]()
    for here, (at, word) in enumerate(sequence):
        for number, phrase in table.get(word[:2], ()):
            if not begins(word, phrase[0]):
                continue
            ahead = sequence[here : here + len(phrase)]
            if len(ahead) == len(phrase) and all(
                begins(other, stem) for (_, other), stem in zip(ahead, phrase, strict=True)
            ):
                hits.setdefault(number, []).append((at, word))
    return hits


def begins(word: str, stem: str) -> bool:
    """Whether `word` begins with `stem`; a short stem must be the whole word but for a plural."""
    if len(stem) <= 4:
        return word.rstrip("sx") == stem.rstrip("sx")
    return word.startswith(stem)


def fields_of(phrases: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the fields whose people are described so."""
    return frozenset().union(*map(_fields_of_phrase, phrases))


@lru_cache(maxsize=65536)
def _fields_of_phrase(phrase: str) -> frozenset[int]:
    return frozenset(_match(tuple(enumerate(content_words(phrase))), "roles"))


def cue_hits(
    cue: Sequence[str], words: Words, barred: AbstractSet[int]
) -> tuple[float, frozenset[int]]:
    """Return the weighted part (0 to 1) of a cue's words in the sentence, and where they stand.

    A plural of kin tells nothing: "lequel des deux frères" is no sign of the brother.
    """
    total = hit = 0.0
    where: set[int] = set()
    for word in cue:
        weight = _GENERIC_WEIGHT if lexicon().has("generic_roles", word) else 1.0
        total += weight
        plural = f"{word}s" if lexicon().has("kin", word) else ""
        found = {
            at
            for at, other in words.by_key.get(key_of(word), [])
            if at not in barred and other != plural and related(word, other)
        }
        where |= found
        hit += weight if found else 0.0
    if not total:
        return 0.0, frozenset()
    return hit / total * (0.5 if total <= _GENERIC_WEIGHT else 1.0), frozenset(where)
