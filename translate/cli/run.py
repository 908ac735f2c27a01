"""`translate run`: French articles in, bilingual pages out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import translation_options, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from translate.cli.talk import Talk
    from translate.job import Outcome
    from translate.values import Finding

LEVELS = ("info", "warning", "error")
STDOUT = "-"


def findings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what is to become of the findings of a call."""
    fail_on = click.option(
        "--fail-on",
        type=click.Choice(LEVELS),
        help="Exit with 3 when a finding is at this level or above.",
    )
    findings = click.option(
        "--findings",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write all findings as JSON Lines.",
    )
    return fail_on(findings(command))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    default=None,
    metavar="FOLDER",
    help="Folder of the results, or a .md file for one article; - is standard output. "
    "[default: outputs, or - for standard input]",
)
@translation_options
@click.option("--overwrite", is_flag=True, help="Translate anew what is current or edited.")
@findings_options
@click.option("-q", "--quiet", is_flag=True, help="No progress and no list of results.")
def run(**options: Any) -> None:
    """Translate FILES: articles, folders, patterns, or - for standard input.

    Writes one page per article. Run again, it translates what is new or changed and keeps the
    rest; a page that a person edited is never overwritten without --overwrite.
    """
    from translate.cli.talk import Talk
    from translate.inputs import STDIN, expand
    from translate.outputs import apart

    _mistyped(options["files"])
    inputs = expand(options["files"])
    output = options["output"] or (STDOUT if inputs.paths == (STDIN,) else "outputs")
    apart(
        {"--findings": options["findings"]},
        [*inputs.paths, *options["glossary"]],
    )
    talk = Talk(quiet=options["quiet"])
    for path, reason in inputs.skipped:
        talk.say(f"skipped {path}: {reason}")
    if not inputs.paths:
        raise click.UsageError(f"no articles in {', '.join(options['files'])}")
    tally = Tally(keep=bool(options["findings"]))
    for outcome in _outcomes(inputs.paths, output, options, talk):
        if output == STDOUT and outcome.page:
            click.echo(outcome.page, nl=False)
        talk.outcome(outcome)
        tally.add(outcome)
    tally.write(options["findings"])
    talk.close(tally.counts)
    click.get_current_context().exit(tally.exit_code(options["fail_on"]))


def _mistyped(names: tuple[str, ...]) -> None:
    """Refuse a lone word that is no file but nearly a command ("docter")."""
    from difflib import get_close_matches

    from translate.cli.group import COMMANDS

    close = get_close_matches(names[0], COMMANDS, n=1, cutoff=0.75)
    if len(names) == 1 and close and not Path(names[0]).exists():
        raise click.UsageError(f"no file {names[0]!r}; did you mean the command {close[0]!r}?")


class Tally:
    """What a call needs to remember of its outcomes; documents are let go.

    `keep` findings as JSON lines: thousands of articles have many.
    """

    def __init__(self, *, keep: bool) -> None:
        self._keep = keep
        self.counts: Counter[str] = Counter()
        self.lines: list[str] = []
        self._worst = -1

    def add(self, outcome: Outcome) -> None:
        """Count one outcome and its findings."""
        self.counts[outcome.status] += 1
        self.add_findings(outcome.source, outcome.findings)

    def add_findings(self, source: str, findings: Iterable[Finding]) -> None:
        """Count findings of one article, and keep them if that is wanted."""
        for finding in findings:
            self._worst = max(self._worst, LEVELS.index(finding.level))
            if self._keep:
                row = {"source": source, **asdict(finding)}
                self.lines.append(json.dumps(row, ensure_ascii=False) + "\n")

    def write(self, path: Path | None) -> None:
        """Write the JSON lines to a file, if one is wanted."""
        if path:
            from translate.outputs import write

            write(path, "".join(self.lines))

    def exit_code(self, fail_on: str | None) -> int:
        """Return 1 after a failure, 3 after a finding at `fail_on` or above, else 0."""
        if self.counts["failed"]:
            return 1
        return 3 if fail_on and self._worst >= LEVELS.index(fail_on) else 0


def _outcomes(
    paths: tuple[str, ...], output: str, options: dict[str, Any], talk: Talk
) -> Iterator[Outcome]:
    from translate import job
    from translate.inputs import STDIN
    from translate.rendering import renderer

    engine = translator(options, tell=talk.warn)
    target = None if output == STDOUT else Path(output)
    single = target is not None and target.suffix == ".md" and not target.is_dir()
    if single and len(paths) > 1:
        raise click.UsageError(f"--output {output} is one file; {len(paths)} inputs need a folder")
    if target is not None and target.is_file() and not single:
        raise click.UsageError(f"--output {output} is a file; name a folder, or a .md file")
    job_options = job.Options(
        output=None if single else target,
        file=target if single else None,
        overwrite=options["overwrite"],
        any_language=options["any_language"],
        stdin=sys.stdin.buffer.read() if STDIN in paths else b"",
    )
    render = renderer("markdown")
    with talk.progress(paths) as progress:
        yield from job.run(paths, engine, render, job_options, progress=progress)
