"""What becomes of the findings of a call: counted, kept where a file is wanted, an exit code."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from translate.values import Finding

LEVELS = ("info", "warning", "error")
NEVER = "never"


def findings_options(*, fail_on: str = NEVER) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what adds the options of a call's findings; `fail_on` is the default."""
    level = click.option(
        "--fail-on",
        type=click.Choice([*LEVELS, NEVER]),
        default=fail_on,
        show_default=True,
        help="Exit with 3 when a finding is at this level or above.",
    )
    findings = click.option(
        "--findings",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write all findings as JSON Lines.",
    )
    return lambda command: level(findings(command))


class Tally:
    """The findings of a call, by level, and how many of its inputs failed.

    `path` is where they go as JSON lines; without it none is kept: thousands of articles have many.
    """

    def __init__(self, path: Path | None) -> None:
        self.failed = 0
        self._path = path
        self._lines: list[str] = []
        self._levels: Counter[str] = Counter()

    def add(self, source: str, finding: Finding, **more: object) -> None:
        """Count a finding; `more` is what its JSON line says besides."""
        self._levels[finding.level] += 1
        if self._path:
            self._lines.append(json_line(source, finding, **more))

    @property
    def found(self) -> str:
        """How many findings there are of each level, the worst first; "" for none."""
        return ", ".join(
            many(self._levels[level], level) for level in reversed(LEVELS) if self._levels[level]
        )

    def write(self) -> None:
        """Write the JSON lines, if they are wanted."""
        if self._path:
            from translate.outputs import write

            write(self._path, "".join(self._lines))

    def exit_code(self, fail_on: str) -> int:
        """Return 1 after a failure, 3 after a finding at `fail_on` or above, else 0."""
        if self.failed:
            return 1
        bad = LEVELS[LEVELS.index(fail_on) :] if fail_on != NEVER else ()
        return 3 if any(self._levels[level] for level in bad) else 0


def json_line(source: str, finding: Finding, **more: object) -> str:
    """Return a finding as one line of JSON."""
    return json.dumps({"source": source, **asdict(finding), **more}, ensure_ascii=False) + "\n"


def many(count: int, name: str) -> str:
    """Return a count with its noun in the right number."""
    return f"{count} {name}{'' if count == 1 else 's'}"
