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
#: Sentences whose words are kept at hand.
_KEPT = 50_000


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
    """Finds sentences that are similar in one memory; keeps the words of those it has compared."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: dict[int, int] = {}
        self._words: dict[int, tuple[bytes, list[str]]] = {}

    def best(self, text: str) -> Match | None:
        """Return the sentence most like `text`, but for one that is the same; None below 75 %.

        Of equally similar ones a person's comes before an imported one, then the newest.

        Raises:
            MemoryFileError: the memory cannot be read.
        """
        tokens = words(text)
        if len(tokens) < MIN_WORDS:
            return None
        own = key(text)
        share = THRESHOLD
        ids: list[int] = []
        with self._database.reading() as link:
            for id_ in self._candidates(link, tokens):
                other, known = self._words.get(id_, (own, tokens))  # pruned meanwhile
                likeness = Levenshtein.normalized_similarity(tokens, known, score_cutoff=share)
                if other == own or likeness < share:
                    continue
                if likeness > share:
                    ids.clear()
                share = likeness
                ids.append(id_)
            return self._match(link, share, ids) if ids else None

    def _match(self, link: sqlite3.Connection, share: float, ids: Sequence[int]) -> Match | None:
        marks = ",".join("?" * len(ids))
        query = (
            f"SELECT source, target, kind, article, made FROM segments WHERE id IN ({marks}) "  # noqa: S608
            "ORDER BY kind, made DESC, id DESC LIMIT 1"
        )
        row = link.execute(query, tuple(ids)).fetchone()
        if row is None:  # pruned meanwhile
            return None
        source, target, kind, article, made = row
        return Match(
            percent=min(99, int(share * 100 + 1e-9)),
            source=source,
            target=target,
            kind=Kind(kind),
            article=article,
            made=dt.date.fromisoformat(made[:10]),
        )

    def _candidates(self, link: sqlite3.Connection, tokens: Sequence[str]) -> list[int]:
        """Return ids that share a rare word with `tokens` and have about as many words."""
        numbers = list(dict.fromkeys(map(word_number, tokens)))
        numbers.sort(key=lambda number: self._count(link, number))
        most_missing = int(len(tokens) * (1 - THRESHOLD) + 1e-9)
        rare = numbers[: most_missing + 1]
        marks = ",".join("?" * len(rare))
        query = (
            "SELECT id FROM segments WHERE id IN "  # noqa: S608
            f"(SELECT segment FROM postings WHERE word IN ({marks})) "
            f"AND length BETWEEN ? AND ? ORDER BY id DESC LIMIT {_MOST}"
        )
        shortest, longest = len(tokens) * THRESHOLD, len(tokens) / THRESHOLD
        ids = [row[0] for row in link.execute(query, (*rare, shortest, longest)).fetchall()]
        self._load(link, ids)
        return ids

    def _load(self, link: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Have the words of some sentences at hand."""
        if len(self._words) > _KEPT:
            self._words.clear()
        query = "SELECT key, source FROM segments WHERE id = ?"
        for id_ in ids:
            if id_ in self._words:
                continue
            row = link.execute(query, (id_,)).fetchone()
            if row:
                self._words[id_] = row[0], words(row[1])

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
