"""`translate check`: English that is there already in, what is wrong with it out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from translate.cli.findings import Tally, findings_options, json_line, many
from translate.cli.options import checking_options, glossary_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from translate.checking.report import Entry

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True)
@checking_options
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON Lines on standard output.")
@findings_options(fail_on="error")
@click.option(
    "--changed-only", is_flag=True, help="Of a page, only what was changed since it was made."
)
@click.option("-q", "--quiet", is_flag=True, help="No sums.")
def check(**options: Any) -> None:
    """Check the English of FILES: pages of visavis that a person edited, TMX, pairs, or -.

    A folder means the pages and pairs in it. Pairs are lines of French, a tab and English, with an
    id before them if you like, or JSON Lines with "fr" and "en". Nothing is changed.
    """
    from translate.checking import job, report
    from translate.inputs import STDIN, as_checkable, expand
    from translate.outputs import apart
    from translate.style import style_of_pairs

    inputs = expand(options["files"], as_checkable)
    apart({"--findings": options["findings"]}, [*inputs.paths, *options["glossary"]])
    for path, reason in inputs.skipped:
        _say(f"skipped {path}: {reason}", quiet=options["quiet"])
    if not inputs.paths:
        raise click.UsageError(f"nothing to check in {', '.join(options['files'])}")
    stdin = sys.stdin.buffer.read() if STDIN in inputs.paths else b""
    show = _printer()
    tally, pairs = Tally(options["findings"]), 0
    desk = job.Desk(words=glossary_of(options), style=style_of_pairs(options["style"]))
    for outcome in job.check(inputs.paths, desk, stdin=stdin, changed_only=options["changed_only"]):
        pairs += outcome.pairs
        if outcome.failure:
            tally.failed += 1
            _say(f"failed  {outcome.failure}")
        for item in outcome.spotted:
            place = {"line": item.line, "fresh": item.fresh}
            tally.add(outcome.source, item.finding, **place)
            if options["as_json"]:
                click.echo(json_line(outcome.source, item.finding, **place), nl=False)
        if not options["as_json"]:
            for entry in report.entries(outcome.source, outcome.spotted):
                show(entry)
    tally.write()
    found, files = tally.found or "no findings", many(len(inputs.paths) - tally.failed, "file")
    failed = f"; {tally.failed} failed" if tally.failed else ""
    _say(f"{found} in {many(pairs, 'sentence')} of {files}{failed}", quiet=options["quiet"])
    click.get_current_context().exit(tally.exit_code(options["fail_on"]))


def _say(message: str, *, quiet: bool = False) -> None:
    """Say `message` on stderr, each line of it as a terminal may show it."""
    from translate.checking.report import visible

    if not quiet:
        for line in message.split("\n"):
            click.echo(visible(line), err=True)


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
