"""Remembered sentences that are like a new one.

Similarity is one minus the Levenshtein distance of the two lists of words over the longer length,
the usual fuzzy match of translation memories. Nothing that is similar enough is overlooked, see
`keys.signposts`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from translate.memory.database import Database
from translate.memory.keys import SIMILAR, key, signposts, words
from translate.memory.store import text_of
from translate.memory.values import Kind

#: Shorter sentences are alike by chance.
MIN_WORDS = 4
#: Sentences that are compared at most, the newest: all but one of a thousand forms have fewer.
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


def best_like(database: Database, text: str) -> Match | None:
    """Return the sentence most like `text`, but for one that is the same; None below 75 %.

    Of equally similar ones a person's comes before an imported one, then the newest.

    Raises:
        MemoryFileError: the memory cannot be read.
    """
    tokens = words(text)
    if len(tokens) < MIN_WORDS:
        return None
    numbers, shared = signposts(tokens)
    query = (
        "SELECT source, target, kind, article, made FROM segments WHERE id IN ("  # noqa: S608
        f"SELECT segment FROM postings WHERE word IN ({','.join('?' * len(numbers))}) "
        "GROUP BY segment HAVING COUNT(*) >= ?) AND length BETWEEN ? AND ? AND key <> ? "
        f"ORDER BY kind, made DESC, id DESC LIMIT {_MOST}"
    )
    shortest, longest = len(tokens) * SIMILAR, len(tokens) / SIMILAR
    with database.reading() as link:
        rows = link.execute(query, (*numbers, shared, shortest, longest, key(text))).fetchall()
        likeness = [_likeness(tokens, text_of(row[0])) for row in rows]
        share = max(likeness, default=0.0)
        if share < SIMILAR:
            return None
        source, target, kind, article, made = map(text_of, rows[likeness.index(share)])
        return Match(
            percent=min(99, int(share * 100 + 1e-9)),
            source=source,
            target=target,
            kind=Kind(kind),
            article=article,
            made=dt.date.fromisoformat(made[:10]),
        )


def _likeness(tokens: Sequence[str], source: str) -> float:
    return Levenshtein.normalized_similarity(tokens, _words_of(source))


@lru_cache(maxsize=20_000)
def _words_of(source: str) -> tuple[str, ...]:
    """Return the words of a remembered sentence; a text is asked about often in one run."""
    return tuple(words(source))


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
