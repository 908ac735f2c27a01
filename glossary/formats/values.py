"""Values that readers and writers of exchange formats share."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.errors import GlossaryError

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
