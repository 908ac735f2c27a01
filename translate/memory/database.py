"""The file of a memory: opened with care, written in whole transactions.

A rollback journal, not a write-ahead log: SQLite's WAL needs shared memory and so one machine, and
a memory may stand in a network folder; a file copied without its log would lack what was committed
last. ``synchronous=EXTRA`` syncs the folder too, so that a commit outlives a loss of power.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from translate.memory.values import MemoryFileError, MemoryUnavailableError

#: "vism" as an integer: stands in the file's header, so that other databases are told apart.
APPLICATION = 0x7669736D
SCHEMA = 1
#: Seconds to wait for another run that is writing.
PATIENCE = 30.0
#: KiB that a transaction may take before it writes to the file and shuts readers out.
_ROOM = 400_000
_MAGIC = b"SQLite format 3\0"
_TABLES = (
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY,
        key BLOB NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('human', 'import')),
        made TEXT NOT NULL,
        author TEXT NOT NULL,
        article TEXT NOT NULL,
        digest TEXT NOT NULL,
        row TEXT NOT NULL,
        length INTEGER NOT NULL,
        UNIQUE (key, kind, digest, row, target)
    )""",
    """CREATE INDEX segments_row ON segments (digest, row)""",
    """CREATE TABLE postings (
        word INTEGER NOT NULL,
        segment INTEGER NOT NULL,
        PRIMARY KEY (word, segment)
    ) WITHOUT ROWID""",
    """CREATE TABLE decodes (
        key BLOB PRIMARY KEY,
        model TEXT NOT NULL,
        text TEXT NOT NULL,
        score REAL NOT NULL,
        pieces INTEGER NOT NULL,
        truncated INTEGER NOT NULL,
        made TEXT NOT NULL
    ) WITHOUT ROWID""",
)
_REASONS = {
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_BUSY: "is in use by another program; try again",
    sqlite3.SQLITE_READONLY: "may not be written",
    sqlite3.SQLITE_PERM: "may not be used",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
}
_REMEDY = "move it away or name another --memory, or translate with --no-memory"


def default_path() -> Path:
    """Return where the user's memory stands; `VISAVIS_MEMORY` moves it."""
    own = os.environ.get("VISAVIS_MEMORY")
    return Path(own) if own else Path(platformdirs.user_data_dir("visavis")) / "memory.sqlite"


class Database:
    """One open memory file.

    Args:
        path: made when it is not there, with its folders, unless `must_exist`.

    Raises:
        MemoryFileError: it is no memory, is of a newer version, damaged, or cannot be opened.
    """

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.path = path
        self.writable = True
        with self.faults():
            if must_exist and not path.exists():
                raise MemoryFileError(f"there is no memory {path}")
            _check_head(path)
            self._link = self._open()
            try:
                self._prepare()
            except BaseException:
                self._link.close()
                raise

    def close(self) -> None:
        """Let the file go."""
        self._link.close()

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """Turn errors of the database and the file system into `MemoryFileError`."""
        try:
            yield
        except sqlite3.Error as error:
            raise _explained(self.path, error) from error
        except OSError as error:
            message = f"the memory {self.path} cannot be used: {error.strerror}"
            raise MemoryUnavailableError(message) from error

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reading; read short and whole, so that no writer waits."""
        with self.faults():
            try:
                yield self._link
            except (ValueError, TypeError) as error:
                message = f"the memory {self.path} holds what no visavis wrote ({error}); {_REMEDY}"
                raise MemoryFileError(message) from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection in a transaction: all of it is kept at the end, or nothing.

        Others can read meanwhile: pages wait in main memory, up to `_ROOM`, until the end.
        """
        with self.faults():
            self._link.execute(f"PRAGMA cache_size=-{_ROOM}")
            self._link.execute("BEGIN IMMEDIATE")
            try:
                yield self._link
                self._link.execute("COMMIT")
            except BaseException:
                if self._link.in_transaction:  # a full disk may have rolled back already
                    self._link.execute("ROLLBACK")
                raise
            finally:
                self._link.execute("PRAGMA cache_size=-2000")

    def vacuum(self) -> None:
        """Give free pages back to the file system."""
        with self.faults():
            self._link.execute("VACUUM")

    def problems(self) -> list[str]:
        """Return what an integrity check of the whole file says, nothing when it is sound."""
        with self.reading() as link:
            rows = [row[0] for row in link.execute("PRAGMA integrity_check(10)")]
        return [] if rows == ["ok"] else rows

    def _open(self) -> sqlite3.Connection:
        """Open for reading and writing; a file that may not be written is opened for reading."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self.writable = not self.path.exists() or os.access(self.path, os.W_OK)
        mode = "rwc" if self.writable else "ro"
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        link = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        for setting in ("trusted_schema=OFF", "cell_size_check=ON", "synchronous=EXTRA"):
            link.execute(f"PRAGMA {setting}")
        return link

    def _prepare(self) -> None:
        """Make the tables of a new file; refuse what is not ours, is newer or was altered."""
        if self._is_new() and self.writable:
            with self.writing() as link:
                if self._is_new():  # another run may have been faster
                    for table in _TABLES:
                        link.execute(table)
                    link.execute(f"PRAGMA application_id={APPLICATION}")
                    link.execute(f"PRAGMA user_version={SCHEMA}")
        if self._number("application_id") != APPLICATION:
            raise MemoryFileError(f"{self.path} is the database of another program; {_REMEDY}")
        version = self._number("user_version")
        if version > SCHEMA:
            raise MemoryFileError(
                f"the memory {self.path} was made by a newer visavis (schema {version}, this one "
                f"reads {SCHEMA}); update visavis, or {_REMEDY}"
            )
        if self._schema() != {_squeezed(table) for table in _TABLES}:
            raise MemoryFileError(f"the tables of the memory {self.path} were altered; {_REMEDY}")

    def _is_new(self) -> bool:
        return not self._number("user_version") and not self._schema()

    def _number(self, pragma: str) -> int:
        return int(self._link.execute(f"PRAGMA {pragma}").fetchone()[0])

    def _schema(self) -> set[str]:
        rows = self._link.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {_squeezed(row[0]) for row in rows}


def _squeezed(sql: str) -> str:
    return re.sub(r"\s+", " ", sql)


def _check_head(path: Path) -> None:
    """Refuse what cannot be a database before SQLite looks at it."""
    if path.is_dir():
        raise MemoryFileError(f"{path} is a folder; name a file with --memory")
    if not path.exists():
        return
    with path.open("rb") as stream:
        head = stream.read(len(_MAGIC))
    if head and head != _MAGIC:
        raise MemoryFileError(f"{path} is no translation memory (not SQLite); {_REMEDY}")


def _explained(path: Path, error: sqlite3.Error) -> MemoryFileError:
    """Return what an error of SQLite means to the user and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return MemoryFileError(
            f"the memory {path} is damaged ({error}); put back a copy, or {_REMEDY}; "
            "`translate memory export` may save what can still be read"
        )
    reason = _REASONS.get(code, f"cannot be used: {error}")
    return MemoryUnavailableError(f"the memory {path} {reason}")
