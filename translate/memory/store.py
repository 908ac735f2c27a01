"""Sentences that people translated: kept, found again, counted, let go."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from translate.memory.database import Database
from translate.memory.keys import key, signposts, words
from translate.memory.values import Added, Counts, Entry, Kind, MemoryFileError

_COLUMNS = "source, target, kind, made, author, article, digest, row"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
#: Sentences that are read at once: no lock is held between two such pages.
_PAGE = 1000


class Memory:
    """The sentences of a memory file; see `Database` for what opening may raise."""

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.database = Database(path, must_exist=must_exist)

    @property
    def path(self) -> Path:
        """Return where it stands."""
        return self.database.path

    def close(self) -> None:
        """Let the file go."""
        self.database.close()

    def is_empty(self) -> bool:
        """Whether no person's sentence is in it."""
        with self.database.reading() as link:
            return link.execute("SELECT 1 FROM segments LIMIT 1").fetchone() is None

    def exact(self, sources: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Return what is remembered of each of `sources`: human before import, newest first."""
        found = {}
        query = f"SELECT {_COLUMNS} FROM segments WHERE key = ? ORDER BY kind, made DESC, id DESC"  # noqa: S608
        with self.database.reading() as link:
            for source in dict.fromkeys(sources):
                rows = link.execute(query, (key(source),)).fetchall()
                if rows:
                    found[source] = tuple(map(_entry, rows))
        return found

    def add(
        self, entries: Iterable[Entry], told: Callable[[Entry, str], None] | None = None
    ) -> Added:
        """Keep `entries`, all or none; what is known already changes nothing.

        `told` hears of each entry whether it is "new", "same", "older", or has "replaced" one.

        An entry that knows its article and row takes the place of the one that stood for that row:
        it is the same sentence, corrected again; unless that was done later.
        """
        counts = {"new": 0, "same": 0, "replaced": 0, "older": 0}
        with self.database.writing() as link:
            for entry in entries:
                state = _put(link, entry)
                counts[state] += 1
                if told:
                    told(entry, state)
        return Added(**counts)

    def entries(self, kinds: Sequence[Kind] = tuple(Kind)) -> Iterator[Entry]:
        """Yield all entries of some kinds in the order in which they came."""
        last = 0
        query = f"SELECT id, {_COLUMNS} FROM segments WHERE id > ? ORDER BY id LIMIT {_PAGE}"  # noqa: S608
        while True:
            with self.database.reading() as link:
                rows = link.execute(query, (last,)).fetchall()
                page = [_entry(row[1:]) for row in rows]
            if not rows:
                return
            last = rows[-1][0]
            yield from (entry for entry in page if entry.kind in kinds)

    def readable(self, kinds: Sequence[Kind], told: Callable[[str], None]) -> Iterator[Entry]:
        """Yield entries as far as the file can be read; `told` hears where that ends."""
        try:
            yield from self.entries(kinds)
        except MemoryFileError as fault:
            told(str(fault))

    def counts(self) -> Counts:
        """Return how much stands in it."""
        with self.database.reading() as link:
            kinds = dict(link.execute("SELECT kind, COUNT(*) FROM segments GROUP BY kind"))
            ends = "MIN(made), MAX(made), COUNT(DISTINCT NULLIF(digest, ''))"
            oldest, newest, articles = link.execute(f"SELECT {ends} FROM segments").fetchone()  # noqa: S608
            models = dict(link.execute("SELECT model, COUNT(*) FROM decodes GROUP BY model"))
        return Counts(
            human=kinds.get(Kind.HUMAN, 0),
            imported=kinds.get(Kind.IMPORT, 0),
            decodes=sum(models.values()),
            size=self.path.stat().st_size,
            articles=articles,
            oldest=oldest or "",
            newest=newest or "",
            models=models,
        )

    def prune(
        self, *, before: dt.datetime | None, model_only: bool, dry_run: bool = False
    ) -> tuple[int, int]:
        """Let go what was made until a moment (None: everything); give its room back.

        Args:
            model_only: spare what people wrote. dry_run: count only.

        Returns:
            How many sentences and how many decodes went.
        """
        limit = stamp(before) if before else "~"  # sorts behind every date
        tables = ("decodes",) if model_only else ("segments", "decodes")
        gone = {"segments": 0, "decodes": 0}
        if dry_run:
            with self.database.reading() as link:
                for table in tables:
                    query = f"SELECT COUNT(*) FROM {table} WHERE made <= ?"  # noqa: S608
                    gone[table] = link.execute(query, (limit,)).fetchone()[0]
            return gone["segments"], gone["decodes"]
        with self.database.writing() as link:
            for table in tables:
                query = f"DELETE FROM {table} WHERE made <= ?"  # noqa: S608
                gone[table] = link.execute(query, (limit,)).rowcount
            if gone["segments"]:
                link.execute("DELETE FROM postings WHERE segment NOT IN (SELECT id FROM segments)")
        if any(gone.values()):
            self.database.vacuum()
        return gone["segments"], gone["decodes"]


def stamp(moment: dt.datetime) -> str:
    """Return a moment as the memory writes it: UTC, to the second."""
    return moment.astimezone(dt.UTC).strftime(_STAMP)


def storable(text: str) -> str:
    """Return `text` with what is no character (lone surrogates) replaced: UTF-8 has none."""
    return text.encode("utf-8", "replace").decode("utf-8")


def text_of(value: object) -> str:
    """Return a text of the database as such; SQLite itself lets a column hold anything.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, str):
        raise ValueError(f"{type(value).__name__} for a text")  # noqa: TRY004 - see `reading`
    return value


def _entry(row: Sequence[object]) -> Entry:
    source, target, kind, made, author, article, digest, place = map(text_of, row)
    return Entry(
        source=source,
        target=target,
        kind=Kind(kind),
        made=dt.datetime.strptime(made, _STAMP).replace(tzinfo=dt.UTC),
        author=author,
        article=article,
        digest=digest,
        row=place,
    )


def _put(link: sqlite3.Connection, entry: Entry) -> str:
    """Keep one entry; return "new", "same", "replaced" or "older"."""
    own, target = key(entry.source), storable(entry.target)
    older: list[int] = []
    if entry.digest and entry.row:
        rows = link.execute(
            "SELECT id, target, made FROM segments "
            "WHERE digest = ? AND row = ? AND kind = ? AND key = ?",
            (entry.digest, entry.row, entry.kind, own),
        ).fetchall()
        if any(known == target for _, known, _ in rows):
            return "same"
        if any(made > stamp(entry.made) for _, _, made in rows):
            return "older"
        older = [id_ for id_, _, _ in rows]
    for id_ in older:
        link.execute("DELETE FROM segments WHERE id = ?", (id_,))
        link.execute("DELETE FROM postings WHERE segment = ?", (id_,))
    tokens = words(entry.source)
    done = link.execute(
        f"INSERT OR IGNORE INTO segments (key, {_COLUMNS}, length) "  # noqa: S608
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            own,
            storable(entry.source),
            target,
            entry.kind,
            stamp(entry.made),
            *map(storable, (entry.author, entry.article, entry.digest, entry.row)),
            len(tokens),
        ),
    )
    if not done.rowcount:
        return "same"
    postings = [(word, done.lastrowid) for word in signposts(tokens)[0]]
    link.executemany("INSERT INTO postings VALUES (?, ?)", postings)
    return "replaced" if older else "new"
