"""`translate glossary diff`: what changed between two versions, as a changelog."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("versions", nargs=-1, metavar="[OLD] [NEW]")
@click.option(
    "--since",
    metavar="REVISION",
    help="Compare a file (default ./glossary.csv) with what this git revision had.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--markdown", is_flag=True, help="Write Markdown on a terminal too.")
def diff(versions: tuple[str, ...], since: str | None, as_json: bool, markdown: bool) -> None:
    """Tell what changed between two versions of a glossary.

    OLD and NEW are files, or FILE@REVISION for what a git revision had. Markdown, where the output
    is no terminal.
    """
    from glossary.compare import compare
    from translate.cli.glossary.changelog import to_json, to_markdown
    from translate.cli.glossary.common import DEFAULT
    from translate.cli.glossary.versions import read_revision, read_version

    if since is not None:
        if len(versions) > 1:
            raise click.UsageError("--since compares one file; leave out the other, or --since")
        new = versions[0] if versions else str(DEFAULT)
        old, before = f"{new}@{since}", read_revision(Path(new), since)
    elif len(versions) == 2:
        old, new = versions
        before = read_version(old)
    else:
        raise click.UsageError("give OLD and NEW, or one file and --since REVISION")
    changes = compare(before, read_version(new))
    if as_json:
        click.echo(json.dumps(to_json(changes, old, new), ensure_ascii=False, indent=2))
        return
    text = to_markdown(changes, old, new)
    if markdown or not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))
