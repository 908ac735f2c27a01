"""What the model gave is remembered under all that decides it, so that it is not decoded twice.

A hit is what the engine would give again, so a page is the same with it and without. The key has
the engine, model, precision and decoding options, the libraries' versions, the French, and the
English that was asked for in it: the glossary and the people of an article reach an engine in no
other way, so a glossary that changes costs only the sentences it changes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from translate.engines.base import (
    Alignment,
    Decoding,
    Engine,
    EngineInfo,
    Hypothesis,
    Progress,
    Request,
)
from translate.memory.database import Database
from translate.memory.store import stamp, storable, text_of
from translate.memory.values import MemoryFileError

#: Results that are written in one transaction.
BATCH = 256
#: Distributions whose release may change what an engine gives, besides ours.
_LIBRARIES = {
    "ctranslate2": ("ctranslate2", "sentencepiece"),
    "marian": ("transformers", "torch", "sentencepiece"),
}


class RememberingEngine:
    """An engine that looks into a memory before it decodes.

    A memory that cannot be read or written is told to `tell` and left alone from then on; no
    translation is lost by it. Results are written `BATCH` at a time, since each commit waits for
    the disk; `flush` writes the last ones. `hits` counts the requests that the memory answered.
    """

    def __init__(
        self, engine: Engine, database: Database, tell: Callable[[MemoryFileError], None]
    ) -> None:
        self._engine = engine
        self._database = database
        self._tell = tell
        self._identity = _identity(engine.info)
        self._reads, self._writes = True, database.writable
        self._pending: dict[bytes, Hypothesis] = {}
        self.hits = 0

    @property
    def info(self) -> EngineInfo:
        """Return engine, model and digest."""
        return self._engine.info

    @property
    def reads_marks(self) -> bool:
        """Return whether `Request.terms` have any effect."""
        return self._engine.reads_marks

    def align(self, source: str, target: str) -> Alignment:
        """Align `target` with `source`."""
        return self._engine.align(source, target)

    def translate(
        self,
        requests: Sequence[Request],
        *,
        decoding: Decoding,
        progress: Progress | None = None,
    ) -> list[Hypothesis]:
        """Translate `requests`, those from the memory first; see `Engine`."""
        keys = [_key(self._identity, decoding, request) for request in requests]
        known = self._known(keys)
        todo = [index for index, own in enumerate(keys) if own not in known]
        if progress:
            for request, own in zip(requests, keys, strict=True):
                if own in known:
                    progress(len(request.text.split()))
        fresh = self._engine.translate(
            [requests[index] for index in todo], decoding=decoding, progress=progress
        )
        made = {keys[index]: found for index, found in zip(todo, fresh, strict=True)}
        self.hits += len(requests) - len(todo)
        if self._writes:
            self._pending.update((own, item) for own, item in made.items() if _keepable(item))
        if len(self._pending) >= BATCH:
            self.flush()
        return [known.get(own) or made[own] for own in keys]

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, Hypothesis]:
        if not self._reads:
            return {}
        found = {own: self._pending[own] for own in keys if own in self._pending}
        query = "SELECT text, score, pieces, truncated FROM decodes WHERE key = ?"
        try:
            with self._database.reading() as link:
                for own in dict.fromkeys(own for own in keys if own not in found):
                    row = link.execute(query, (own,)).fetchone()
                    if row:
                        found[own] = Hypothesis(
                            text=text_of(row[0]),
                            score=float(row[1]),
                            pieces=int(row[2]),
                            truncated=bool(row[3]),
                        )
        except MemoryFileError as fault:
            self._reads = self._writes = False
            self._tell(fault)
            return {}
        return found

    def flush(self) -> None:
        """Write what was decoded since the last time."""
        pending, self._pending = self._pending, {}
        if not pending:
            return
        now = stamp(dt.datetime.now(dt.UTC))
        model = f"{self.info.model} {self.info.digest[:12]}"
        rows = [
            (own, model, item.text, item.score, item.pieces, int(item.truncated), now)
            for own, item in pending.items()
        ]
        try:
            with self._database.writing() as link:
                link.executemany("INSERT OR IGNORE INTO decodes VALUES (?,?,?,?,?,?,?)", rows)
        except MemoryFileError as fault:
            self._writes = False
            self._tell(fault)


def _keepable(item: Hypothesis) -> bool:
    """Whether a result is one, and is text that UTF-8 has."""
    return not item.failed and item.text == storable(item.text)


def _identity(info: EngineInfo) -> list[str]:
    """Return what of engine and installation decides a result."""
    versions = [version("visavis")]
    for name in _LIBRARIES.get(info.engine, ()):
        try:
            versions.append(version(name))
        except PackageNotFoundError:
            versions.append("")
    return [info.engine, info.digest, info.precision, *versions]


def _key(identity: Sequence[str], decoding: Decoding, request: Request) -> bytes:
    terms = [(term.span.start, term.span.end, term.en) for term in request.terms]
    parts = json.dumps([identity, str(decoding), request.text, terms])
    return hashlib.blake2b(parts.encode("ascii"), digest_size=16).digest()
