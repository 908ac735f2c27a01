"""Edited pages from disk into a memory, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from translate.checks import check_pair
from translate.errors import InputError
from translate.inputs import as_page, expand
from translate.memory.learn import Lesson, lesson
from translate.memory.store import Memory
from translate.memory.values import Entry
from translate.pages import read_page
from translate.reading.decoding import decode
from translate.values import Level

_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What became of one page: ids by what `Memory.add` says of them, or why it failed.

    `notes` say how its text was decoded, where that was a guess.
    """

    lesson: Lesson = field(default_factory=partial(Lesson, entries=()))
    by_state: dict[str, list[str]] = field(default_factory=dict)
    failure: str = ""
    notes: tuple[str, ...] = ()

    def summary(self, file: Path) -> str:
        """Return one line: what was learned, what was known, what is as the machine wrote it."""
        if self.failure:
            return f"{file}: nothing learned"
        words = {
            "": "to be learned",
            "new": "learned",
            "replaced": "learned anew",
            "same": "known already",
            "older": "left, since they were corrected later",
        }
        parts = [
            f"{len(ids)} {words[state]} ({_listed(ids)})"
            for state in words
            if (ids := self.by_state.get(state, []))
        ]
        if self.lesson.untouched:
            parts.append(f"{self.lesson.untouched} as the machine wrote them")
        return f"{file}: {', '.join(parts) or 'nothing to learn'}"

    def complaints(self, file: Path) -> Iterator[str]:
        """Yield why sentences, or the page, were not taken."""
        if self.failure:
            yield f"failed: {self.failure}"
        for refusal in self.lesson.refusals:
            where = _listed(list(refusal.rows))
            yield f"{file}:{refusal.line}: sentence {where} not taken: {refusal.reason}"

    def warnings(self, file: Path) -> Iterator[str]:
        """Yield what was guessed, which sentences the page lacks, what checks hold against it."""
        yield from (f"{file}: {note}" for note in self.notes)
        if self.lesson.gone:
            where = _listed(self.lesson.gone)
            yield f"{file}: sentence {where} not found on the page, or not in a row of its table"
        for entry in self.lesson.entries:
            for found in check_pair(entry.source, entry.target):
                if found.level is Level.ERROR:
                    where = entry.row.removeprefix("s")
                    yield f"{file}: sentence {where}, learned all the same: {found.message}"


def pages_of(names: Sequence[str]) -> list[Path]:
    """Return the files that `names` mean; a folder means the pages of ours in it."""
    return [Path(path) for path in expand(names, as_page).paths]


def teach(store: Memory | None, file: Path, *, now: dt.datetime, author: str = "") -> Taught:
    """Put into `store` (None: only look) what a person changed on the page `file`.

    The moment of the change is that of the file, `now` at the latest.

    Raises:
        MemoryFileError: the memory cannot be written.
    """
    try:
        read = decode(file.read_bytes(), str(file))
        if not read.encoding.startswith("utf"):  # its signs are lost, so each sentence looks edited
            return Taught(failure=f"{file} is not in Unicode ({read.encoding}); save it as UTF-8")
        saved = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
        page = read_page(read.text, name=str(file))
        found = lesson(page, name=str(file), now=min(saved, now), author=author)
    except OSError as error:
        return Taught(failure=f"{file} cannot be read: {error.strerror}")
    except InputError as error:
        return Taught(failure=str(error))
    by_state: dict[str, list[str]] = {}

    def told(entry: Entry, state: str) -> None:
        by_state.setdefault(state, []).append(entry.row)

    if store is None:
        by_state[""] = [entry.row for entry in found.entries]
    else:
        store.add(found.entries, told)
    return Taught(
        lesson=found,
        by_state={state: ids for state, ids in by_state.items() if ids},
        notes=read.notes,
    )


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(id_.removeprefix("s") for id_ in ids[:_NAMED])
    return f"{shown} and {len(ids) - _NAMED} more" if len(ids) > _NAMED else shown
