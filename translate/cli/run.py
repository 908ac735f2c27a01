"""`translate run`: French articles in, bilingual pages out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.findings import Tally, findings_options
from translate.cli.options import translation_options, translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translate.cli.talk import Talk
    from translate.job import Outcome

STDOUT = "-"


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
@findings_options()
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
    tally = Tally(options["findings"])
    counts: Counter[str] = Counter()
    for outcome in _outcomes(inputs.paths, output, options, talk):
        if output == STDOUT and outcome.page:
            click.echo(outcome.page, nl=False)
        talk.outcome(outcome)
        counts[outcome.status] += 1
        for finding in outcome.findings:
            tally.add(outcome.source, finding)
    tally.failed = counts["failed"]
    tally.write()
    talk.close(counts, tally.found)
    click.get_current_context().exit(tally.exit_code(options["fail_on"]))


def _mistyped(names: tuple[str, ...]) -> None:
    """Refuse a lone word that is no file but nearly a command ("docter")."""
    from difflib import get_close_matches

    from translate.cli.group import COMMANDS

    close = get_close_matches(names[0], COMMANDS, n=1, cutoff=0.75)
    if len(names) == 1 and close and not Path(names[0]).exists():
        raise click.UsageError(f"no file {names[0]!r}; did you mean the command {close[0]!r}?")


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
