"""Remembered sentences that are like a new one, found by their rarest words.

Similarity is one minus the Levenshtein distance of the two lists of words over the longer length,
the usual fuzzy match of translation memories. At 75 % at most a quarter of the words of a sentence
are missing from the other, so one of any quarter of them plus one stands in it: only the postings
of the rarest ones are read (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006), and nothing
that is similar enough is overlooked.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz.distance import Levenshtein

from translate.memory.database import Database
from translate.memory.keys import key, word_number, words
from translate.memory.values import Kind

#: Share of the words, 0 to 1, from which a sentence is worth showing.
THRESHOLD = 0.75
#: Shorter sentences are alike by chance.
MIN_WORDS = 4
#: A word that more remembered sentences have is not counted further, it is common.
_COMMON = 2000
#: Sentences that are compared at most, the newest.
_MOST = 2000
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A remembered sentence like another; `percent` is 75 to 99."""

    percent: int
    source: str
    target: str
    kind: Kind
    article: str
    made: dt.date


class Finder:
    """Finds sentences that are similar in one memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: dict[int, int] = {}

    def best(self, text: str) -> Match | None:
        """Return the sentence most like `text`, but for one that is the same; None below 75 %.

        Of equally similar ones a person's comes before an imported one, then the newest.

        Raises:
            MemoryFileError: the memory cannot be read.
        """
        tokens = words(text)
        if len(tokens) < MIN_WORDS:
            return None
        with self._database.reading() as link:
            rows = self._candidates(link, tokens)
        own = key(text)
        best: tuple[float, bool, str, int] | None = None
        found: tuple[Any, ...] = ()
        for row in rows:
            id_, row_key, source, _, kind, made, _ = row
            if row_key == own:
                continue
            share = Levenshtein.normalized_similarity(tokens, words(source), score_cutoff=THRESHOLD)
            rank = (share, kind == Kind.HUMAN, made, id_)
            if share >= THRESHOLD and (best is None or rank > best):
                best, found = rank, row
        if best is None:
            return None
        _, _, source, target, kind, made, article = found
        return Match(
            percent=min(99, int(best[0] * 100 + 1e-9)),
            source=source,
            target=target,
            kind=Kind(kind),
            article=article,
            made=dt.date.fromisoformat(made[:10]),
        )

    def _candidates(self, link: sqlite3.Connection, tokens: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return rows that share a rare word with `tokens` and have about as many words."""
        numbers = list(dict.fromkeys(map(word_number, tokens)))
        numbers.sort(key=lambda number: self._count(link, number))
        most_missing = int(len(tokens) * (1 - THRESHOLD) + 1e-9)
        rare = numbers[: most_missing + 1]
        marks = ",".join("?" * len(rare))
        query = (
            "SELECT id, key, source, target, kind, made, article FROM segments WHERE id IN "  # noqa: S608
            f"(SELECT segment FROM postings WHERE word IN ({marks})) "
            f"AND length BETWEEN ? AND ? ORDER BY id DESC LIMIT {_MOST}"
        )
        shortest, longest = len(tokens) * THRESHOLD, len(tokens) / THRESHOLD
        return link.execute(query, (*rare, shortest, longest)).fetchall()

    def _count(self, link: sqlite3.Connection, number: int) -> int:
        """Return how many sentences have a word, up to `_COMMON`."""
        if number not in self._counts:
            query = "SELECT COUNT(*) FROM (SELECT 1 FROM postings WHERE word = ? LIMIT ?)"
            self._counts[number] = link.execute(query, (number, _COMMON)).fetchone()[0]
        return self._counts[number]


def difference(new: str, old: str) -> str:
    """Say in which words `new` differs from `old`, at most three places.

    >>> difference("Le port rouvre lundi matin", "Le port rouvre mardi")
    "'lundi matin' for 'mardi'"
    """
    mine, theirs = words(new), words(old)
    parts = []
    for tag, start, end, mine_start, mine_end in SequenceMatcher(
        None, theirs, mine, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        before, after = " ".join(theirs[start:end]), " ".join(mine[mine_start:mine_end])
        if before and after:
            parts.append(f"{after!r} for {before!r}")
        else:
            parts.append(f"{after!r} added" if after else f"no {before!r}")
    more = ["..."] if len(parts) > _SHOWN else []
    return ", ".join([*parts[:_SHOWN], *more]) or "signs only"
