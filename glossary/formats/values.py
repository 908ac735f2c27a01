"""Values that readers and writers of exchange formats share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.errors import GlossaryError, Problem
from glossary.values import Entry

#: Bytes of a file; a glossary of 100,000 entries has about a fifth of it.
MAX_BYTES = 50_000_000


class FormatError(GlossaryError):
    """A file is not of its format, or refused as unsafe: says what, where and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something of a file that a reader did not take over.

    Attributes:
        line: where it stands, 1-based (the row of a spreadsheet); 0 when unknown.
        what: a short English phrase that is the same for all of its kind ("language de"), so that
            remarks can be counted.
    """

    line: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a writer could not put into its format: `count` values of `column` of entry `entry`."""

    entry: str
    column: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One sound entry of a file.

    Attributes:
        line: where it stands, 1-based; the row of a spreadsheet.
        columns: the columns that the file speaks of; the others of `entry` have their defaults,
            which say nothing.
    """

    line: int
    entry: Entry
    columns: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a file: sound entries, every fault, what it did not take over.

    `base` is set by workbooks of ours: the digest of each entry (by id) at the time of the export.
    """

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    base: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file and what it could not hold."""

    data: bytes
    losses: tuple[Loss, ...] = ()
