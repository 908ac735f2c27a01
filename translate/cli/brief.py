"""`translate brief`: many articles or pages in, one bilingual briefing out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.findings import Tally, findings_options, many
from translate.cli.options import translation_options, translator

if TYPE_CHECKING:
    from translate.briefing.job import Work
    from translate.briefing.values import Failure
    from translate.cli.talk import Talk
    from translate.pages import Page

STDOUT = "-"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    default="outputs/briefing.md",
    show_default=True,
    metavar="FILE",
    help="Where the briefing goes; - is standard output.",
)
@click.option("--no-pages", is_flag=True, help="Keep no pages of the articles, so link none.")
@translation_options
@click.option("--overwrite", is_flag=True, help="Write over what is edited; translate all anew.")
@findings_options()
@click.option("-q", "--quiet", is_flag=True, help="No progress and no list of results.")
def brief(**options: Any) -> None:
    """Write a bilingual briefing of FILES: articles, finished pages, folders, patterns, or -.

    Articles are translated first, with a page each beside the briefing; pages made by `translate`
    are taken as they stand, the English that a person edited with them.
    """
    from translate.briefing import assemble, to_markdown
    from translate.briefing import job as briefing_job
    from translate.cli.talk import Talk
    from translate.inputs import expand
    from translate.job import findings_on
    from translate.outputs import apart, write

    inputs = expand(options["files"])
    output = None if options["output"] == STDOUT else Path(options["output"])
    work = briefing_job.plan(inputs, output, keep_pages=not options["no_pages"])
    read = [*work.pages, *work.fresh, *options["glossary"], options["output"]]
    apart({"--findings": options["findings"]}, read)
    if not work.pages and not work.fresh:
        raise click.UsageError(f"no articles in {', '.join(options['files'])}")
    if output is not None:
        briefing_job.check_output(output, overwrite=options["overwrite"])
    talk = Talk(quiet=options["quiet"])
    pages, failures = briefing_job.split(
        [*briefing_job.read_pages(work), *_translated(work, options, talk)]
    )
    if not pages and output is not None and output.exists():  # what stands there is worth more
        reasons = "; ".join(f"{failure.source}: {failure.reason}" for failure in failures)
        raise click.ClickException(f"no article could be used ({reasons})")
    text = to_markdown(assemble(pages, failures))
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
        talk.say(f"written {output}")
    tally = Tally(options["findings"])
    for page in pages:
        for finding in findings_on(page):
            tally.add(page.source, finding)
    tally.write()
    tally.failed = len(failures)
    failed = f", {tally.failed} failed" if failures else ""
    talk.say(f"{many(len(pages), 'article')}{failed}; {tally.found or 'no findings'}")
    click.get_current_context().exit(tally.exit_code(options["fail_on"]))


def _translated(work: Work, options: dict[str, Any], talk: Talk) -> list[Page | Failure]:
    if not work.fresh:
        return []
    from translate import job
    from translate.briefing.job import translated
    from translate.inputs import STDIN

    own = job.Options(
        output=work.folder,
        overwrite=options["overwrite"],
        any_language=options["any_language"],
        stdin=sys.stdin.buffer.read() if STDIN in work.fresh else b"",
    )
    engine = translator(options, tell=talk.warn)
    with talk.progress(work.fresh) as progress:
        return list(translated(work, engine, own, talk.outcome, progress))
