"""What a memory holds and what it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from translate.errors import VisavisError


class MemoryFileError(VisavisError):
    """A file cannot be used as memory: it is none, newer, altered, damaged, or not there."""

    exit_code = 2


class MemoryUnavailableError(MemoryFileError):
    """A memory cannot be used now: locked, on a full disk, not to be read or written."""

    exit_code = 1


class Kind(StrEnum):
    """Who stands for a remembered English sentence; people of this desk come first."""

    HUMAN = "human"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A French sentence with English that a person wrote.

    Attributes:
        made: when, in UTC. author: who, "" if nobody says so.
        article: name of the article or file it came from, "" if unknown.
        digest: SHA-256 of that article's source with "#2" for the second of a file, "" if unknown.
        row: id of the sentence in that article ("s12"), "" if unknown.
    """

    source: str
    target: str
    kind: Kind
    made: dt.datetime
    author: str = ""
    article: str = ""
    digest: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of entries, by number.

    Attributes:
        new: not known before. same: known. replaced: took the place of what its row had.
        older: left out, since its row was corrected later.
    """

    new: int = 0
    same: int = 0
    replaced: int = 0
    older: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What stands in a memory.

    Attributes:
        human, imported: sentences. decodes: results of the model. size: bytes of the file.
        articles: how many articles the human sentences come from.
        oldest, newest: dates of human and imported sentences, ISO 8601, "" if there are none.
    """

    human: int
    imported: int
    decodes: int
    size: int
    articles: int = 0
    oldest: str = ""
    newest: str = ""
    models: dict[str, int] = field(default_factory=dict)
