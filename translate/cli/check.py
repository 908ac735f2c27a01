"""`translate check`: English that is there already in, what is wrong with it out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import checking_options, glossary_of
from translate.cli.run import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from translate.checking.report import Entry
    from translate.checking.values import Outcome

NEVER = "never"
_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True)
@checking_options
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON Lines on standard output.")
@click.option(
    "--findings",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all findings as JSON Lines.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, NEVER]),
    default="error",
    show_default=True,
    help="Exit with 3 when a finding is at this level or above.",
)
@click.option(
    "--changed-only", is_flag=True, help="Of a page, only what was changed since it was made."
)
@click.option("-q", "--quiet", is_flag=True, help="No sums.")
def check(**options: Any) -> None:
    """Check the English of FILES: pages of visavis that a person edited, TMX, pairs, or -.

    Pairs are lines of French, a tab and English, with an id before them if you like, or JSON Lines
    with "fr" and "en". Nothing is changed.
    """
    from translate.checking import job, report
    from translate.inputs import STDIN
    from translate.outputs import apart
    from translate.style import style_of_pairs

    files = options["files"]
    apart({"--findings": options["findings"]}, [*files, *options["glossary"]])
    stdin = sys.stdin.buffer.read() if STDIN in files else b""
    show = _printer()
    tally = Tally()
    desk = job.Desk(words=glossary_of(options), style=style_of_pairs(options["style"]))
    for outcome in job.check(files, desk, stdin=stdin, changed_only=options["changed_only"]):
        tally.add(outcome)
        if outcome.failure:
            click.echo(f"failed  {report.visible(outcome.failure)}", err=True)
        lines = [report.json_line(outcome.source, item) for item in outcome.spotted]
        tally.lines += lines if options["findings"] else []
        if options["as_json"]:
            click.echo("".join(lines), nl=False)
        else:
            for entry in report.entries(outcome.source, outcome.spotted):
                show(entry)
    if options["findings"]:
        from translate.outputs import write

        write(options["findings"], "".join(tally.lines))
    if not options["quiet"]:
        click.echo(tally.sums(), err=True)
    click.get_current_context().exit(tally.exit_code(options["fail_on"]))


class Tally:
    """What a call needs to remember of its outcomes."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._levels: Counter[str] = Counter()
        self._files = self._failed = self._pairs = 0

    def add(self, outcome: Outcome) -> None:
        """Count one file."""
        self._files += 1
        self._failed += bool(outcome.failure)
        self._pairs += outcome.pairs
        self._levels.update(item.finding.level for item in outcome.spotted)

    def sums(self) -> str:
        """Return one line of sums."""
        found = ", ".join(
            f"{self._levels[level]} {level}{'s' if self._levels[level] != 1 else ''}"
            for level in reversed(LEVELS)
            if self._levels[level]
        )
        checked = self._files - self._failed
        failed = f"; {self._failed} failed" if self._failed else ""
        return (
            f"{found or 'no findings'} in {self._pairs} sentence{'s' if self._pairs != 1 else ''} "
            f"of {checked} file{'s' if checked != 1 else ''}{failed}"
        )

    def exit_code(self, fail_on: str) -> int:
        """Return 1 after a failure, 3 after a finding at `fail_on` or above, else 0."""
        if self._failed:
            return 1
        bad = LEVELS[LEVELS.index(fail_on) :] if fail_on in LEVELS else ()
        return 3 if any(self._levels[level] for level in bad) else 0


def _printer() -> Callable[[Entry], None]:
    """Return what prints one entry: with colours where a person is looking, else plain."""
    if not sys.stdout.isatty():
        return lambda entry: click.echo(entry.text)
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)

    def show(entry: Entry) -> None:
        segment = f" [{entry.segment}]" if entry.segment else ""
        line = Text.assemble(
            (f"{entry.place}: ", "dim"),
            (entry.level, _STYLES[entry.level]),
            (f" {entry.rule}{segment} ", "bold"),
            entry.message,
        )
        for label, text in entry.below:
            line.append(f"\n    {label} ", style="dim").append(text)
        console.print(line)

    return show
