"""What the command line says while it works: on stderr, only where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import click

from translate.engines.base import Progress
from translate.job import Outcome, Status
from translate.values import Level

#: Bytes of a French word with its blank, for the estimate of the work ahead.
_BYTES_PER_WORD = 6.5


class Talk:
    """Messages and a progress bar on stderr.

    Errors are always said. The rest is silent with `quiet`; the bar also when stderr is no
    terminal.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._sizes: dict[str, float] = {}
        self._words = 0
        self._sentences = 0
        self._files = 0
        self._finished = 0.0
        self._started = monotonic()

    def say(self, message: str) -> None:
        """Say `message`, above the bar if there is one."""
        if not self._quiet:
            self._print(message)

    def warn(self, message: str) -> None:
        """Say what must not pass in silence."""
        self._print(message)

    def outcome(self, outcome: Outcome) -> None:
        """Say what became of one article."""
        if outcome.source in self._sizes:
            self._files += 1
            self._finished += self._sizes[outcome.source]
            self._show(self._finished)
        if outcome.status is Status.FAILED:
            reason = outcome.message.removeprefix(f"{outcome.source}: ")
            self._print(f"failed  {outcome.source}: {reason}")
        elif outcome.status is Status.KEPT:
            self.say(f"kept    {outcome.path} ({outcome.message})")
        elif outcome.path:
            self.say(f"written {outcome.path}{_worth_a_look(outcome)}")

    @contextmanager
    def progress(self, paths: Sequence[str]) -> Iterator[Progress]:
        """Show a bar over the files `paths` and yield what counts finished sentences."""
        self._started = monotonic()
        self._sizes = {path: _words_in(path) for path in paths}
        if self._quiet or not sys.stderr.isatty():
            yield self._count
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        with Progress(
            TextColumn("{task.fields[files]} files"),
            BarColumn(),
            TextColumn("{task.fields[sentences]} sentences, {task.fields[rate]} words/s"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        ) as bar:
            total = sum(self._sizes.values())
            self._bar = bar
            self._task = bar.add_task("", total=total, files=f"0/{len(paths)}", sentences=0, rate=0)
            try:
                yield self._count
            finally:
                self._bar = None

    def close(self, counts: Mapping[str, int], found: str = "") -> None:
        """Say the sums, and what was `found`: exit code 1 tells of failures only."""
        seconds = monotonic() - self._started
        sums = ", ".join(f"{counts[status]} {status}" for status in Status if counts.get(status))
        rate = f"; {self._words} words in {seconds:.1f} s" if self._words else ""
        self.say(f"{sums}{f'; {found}' if found else ''}{rate}")

    def _count(self, words: int) -> None:
        self._words += words
        self._sentences += 1
        self._show(max(self._finished, float(self._words)))

    def _show(self, completed: float) -> None:
        if self._bar is None:
            return
        self._bar.update(
            self._task,
            completed=completed,
            files=f"{self._files}/{len(self._sizes)}",
            sentences=self._sentences,
            rate=round(self._words / max(monotonic() - self._started, 0.001)),
        )

    def _print(self, message: str) -> None:
        if self._bar is not None:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(message, err=True)


def _worth_a_look(outcome: Outcome) -> str:
    count = sum(finding.level is not Level.INFO for finding in outcome.findings)
    return f" ({count} finding{'s' if count != 1 else ''})" if count else ""


def _words_in(path: str) -> float:
    """Return how many words a file may have, from its size."""
    try:
        return max(1.0, Path(path).stat().st_size / _BYTES_PER_WORD)
    except OSError:
        return 1.0
