"""The error root of the glossary package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault of a glossary file. `line` and `column` are 1-based; 0 when unknown."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f":{self.line}" if self.line else ""
        place += f":{self.column}" if self.line and self.column else ""
        return f"{self.path}{place}: {self.message}"


class GlossaryError(Exception):
    """A glossary cannot be used. Carries every problem found, not the first one only."""

    exit_code = 1

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__("\n".join([message, *map(str, problems)]))
        self.problems = tuple(problems)


def faulty(problems: Sequence[Problem]) -> GlossaryError:
    """Return the error for a glossary that is not loaded because of its problems."""
    count = len(problems)
    plural = "s" if count > 1 else ""
    return GlossaryError(f"the glossary has {count} problem{plural}; nothing was loaded", problems)


class StaleError(GlossaryError):
    """A change was made on an old version: what it changes has been changed by others since."""
