"""Values of the lint: located entries, what the rules look at, what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from glossary.errors import Problem
from glossary.usage import Usage
from glossary.values import Entry, EntryStatus


class Level(StrEnum):
    """How bad a finding is, the worst first.

    ERROR: the file is refused, or an entry cannot do what it says. WARNING: likely a mistake.
    INFO: worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An entry and where it stands.

    Attributes:
        line: on which its row begins, from 1.
        places: the number of each column, from 1.
        cells: as they stand in the file, before blanks are folded.
    """

    entry: Entry
    path: str
    line: int
    places: Mapping[str, int]
    cells: Mapping[str, str]

    @property
    def live(self) -> bool:
        """Whether the entry applies or may be approved."""
        return self.entry.status is not EntryStatus.DEPRECATED

    @property
    def applies(self) -> bool:
        """Whether the entry is looked for in texts."""
        return self.entry.status is EntryStatus.APPROVED

    def hit(self, column: str, message: str, hint: str) -> Hit:
        """Return what a rule found in the cell `column` of this entry."""
        return Hit(
            path=self.path,
            line=self.line,
            column=self.places.get(column, 0),
            message=message,
            hint=hint,
        )

    def seen_from(self, other: Located) -> str:
        """Name this entry in a message about another one: by its line, its file if it differs."""
        where = "" if self.path == other.path else f"{self.path} "
        return f"{self.entry.fr!r} ({where}line {self.line})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What one rule found: where (see `Finding`), what is wrong and what to do."""

    path: str
    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One file: its sound entries, and what `glossary.load` would refuse it for.

    Attributes:
        places: the number of each column, from 1.
        rows: every row by its line, the faulty ones too.
    """

    path: str
    places: Mapping[str, int] = field(default_factory=dict)
    rows: tuple[tuple[int, Mapping[str, str]], ...] = ()
    entries: tuple[Located, ...] = ()
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the rules look at.

    Attributes:
        sheets: the files in order, later over earlier.
        entries: the sound entries that are in force, those laid over left out.
        overridden: (the entry that lost, the entry of a later file that stands in its place).
        today: the day against which dates are held.
        usage: what a corpus uses; None when none was given.
        covered: entries that stand in it only inside another one, by their ids.
    """

    sheets: tuple[Sheet, ...]
    entries: tuple[Located, ...]
    overridden: tuple[tuple[Located, Located], ...]
    today: dt.date
    usage: Usage | None = None
    covered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its name, its level, one line of explanation and the function that finds."""

    name: str
    level: Level
    summary: str
    find: Callable[[Material], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One finding. `line` and `column` (cell number) count from 1; 0 is the whole file or row."""

    path: str
    line: int
    column: int
    rule: str
    level: Level
    message: str
    hint: str

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        where = f"{self.path}:{self.line}:{self.column}"
        return f"{where}: {self.level} {self.rule}: {self.message}{hint}"
