"""What the command line says while it works: on stderr, only where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic
from typing import Any

import click

from translate.engines.base import Progress
from translate.job import Outcome, Status
from translate.values import Level


class Talk:
    """Messages and a progress bar on stderr.

    Errors are always said. The rest is silent with `quiet`; the bar also when stderr is no
    terminal.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._words = 0
        self._started = monotonic()

    def say(self, message: str) -> None:
        """Say `message`, above the bar if there is one."""
        if not self._quiet:
            self._print(message)

    def outcome(self, outcome: Outcome) -> None:
        """Say what became of one article."""
        if self._bar is not None and "#" not in outcome.source:
            self._bar.advance(self._task)
        if outcome.status is Status.FAILED:
            self._print(f"failed  {outcome.source}: {outcome.message}")
        elif outcome.status is Status.KEPT:
            self.say(f"kept    {outcome.path} ({outcome.message})")
        elif outcome.path:
            self.say(f"written {outcome.path}{_worth_a_look(outcome)}")

    @contextmanager
    def progress(self, files: int) -> Iterator[Progress | None]:
        """Show a bar over `files` and yield what counts finished sentences."""
        self._started = monotonic()
        if self._quiet or not sys.stderr.isatty():
            yield self._count
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.progress import TimeRemainingColumn as Left

        with Progress(
            TextColumn("files"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[sentences]} sentences, {task.fields[rate]} words/s"),
            Left(),
            console=Console(stderr=True),
            transient=True,
        ) as bar:
            self._bar, self._task = bar, bar.add_task("", total=files, sentences=0, rate=0)
            try:
                yield self._count
            finally:
                self._bar = None

    def close(self, counts: Mapping[str, int]) -> None:
        """Say the sums."""
        seconds = monotonic() - self._started
        sums = ", ".join(f"{counts[status]} {status}" for status in Status if counts.get(status))
        rate = f"; {self._words} words in {seconds:.1f} s" if self._words else ""
        self.say(f"{sums}{rate}")

    def _count(self, words: int) -> None:
        self._words += words
        if self._bar is not None:
            done = self._bar.tasks[0].fields["sentences"] + 1
            rate = round(self._words / max(monotonic() - self._started, 0.001))
            self._bar.update(self._task, sentences=done, rate=rate)

    def _print(self, message: str) -> None:
        if self._bar is not None:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(message, err=True)


def _worth_a_look(outcome: Outcome) -> str:
    findings = outcome.document.findings if outcome.document else ()
    count = sum(finding.level is not Level.INFO for finding in findings)
    return f" ({count} finding{'s' if count != 1 else ''})" if count else ""
