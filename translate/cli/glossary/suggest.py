"""`translate glossary suggest`: entries that articles and their pages suggest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.common import chosen, glossary_option, starter_path

if TYPE_CHECKING:
    from glossary import Entry
    from translate.suggest import Proposal

STDOUT = "-"
_FAILED = 1


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@glossary_option
@click.option(
    "-o",
    "--output",
    default="proposed.csv",
    show_default=True,
    metavar="FILE",
    help="Where proposals are added, for `glossary review`; - is standard output.",
)
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1), help="Proposals at most."
)
@click.option(
    "--min-count",
    default=2,
    show_default=True,
    type=click.IntRange(1),
    help="How often a name must stand in the French.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output; write no file.")
@click.option("--any-language", is_flag=True, help="Go on when a text does not look French.")
def suggest(
    paths: tuple[str, ...],
    glossaries: tuple[Path, ...],
    output: str,
    limit: int,
    min_count: int,
    as_json: bool,
    any_language: bool,
) -> None:
    """Propose entries from PATHS: French articles, finished pages, folders of them.

    Names that no glossary has, terms that the pages render in several ways, names that the English
    alters. What stands in the glossary or in the file of proposals, declined or not, is not
    proposed again. Exit codes: 0 done, 1 some inputs cannot be read.
    """
    from translate.suggest import propose, read
    from translate.suggest.rows import save, to_csv, to_json

    file = None if as_json or output == STDOUT else Path(output)
    entries = _entries(chosen(glossaries), file)
    corpus = read(paths, any_language=any_language)
    for name, reason in corpus.failures:
        _say(f"left out {name}: {reason}")
    if not corpus.sources:
        raise click.ClickException(f"no articles and no pages in {', '.join(paths)}")
    proposals = propose(corpus.sources, entries, min_count=min_count, limit=limit)
    if as_json:
        click.echo(json.dumps([*map(to_json, proposals)], ensure_ascii=False, indent=1))
    elif file is None:
        click.echo(to_csv(proposals), nl=False)
    elif proposals:
        save(proposals, file)
        _show(proposals)
        count = f"{len(proposals)} proposal{'s' if len(proposals) > 1 else ''}"
        _say(f"{count} added to {file}; next: translate glossary review {file}")
    else:
        _say("nothing new to propose")
    click.get_current_context().exit(_FAILED if corpus.failures else 0)


def _entries(paths: Sequence[Path], output: Path | None) -> list[Entry]:
    """Return all that is decided or waits: the starter's entries, the desk's, the proposals."""
    import glossary

    files = [starter_path(), *paths]
    if output is not None and output.exists():
        files.append(output)
    return [entry for file in dict.fromkeys(files) for entry in glossary.load([file]).entries]


def _show(proposals: Sequence[Proposal]) -> None:
    """Show proposals as a table where a person is looking."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from translate.cli.glossary.desk import shown

    console = Console()
    if not console.is_terminal:
        return
    table = Table(box=None, pad_edge=False)
    for name in ("", "French", "English", "kind", "why", "times", "articles"):
        table.add_column(name, justify="right" if name in {"", "times", "articles"} else "left")
    for number, one in enumerate(proposals, 1):
        english = Text(shown(one.en)) if one.en else Text("to be filled in", style="yellow")
        counts = (Text(str(one.count)), Text(str(one.articles)))
        why = Text(shown("; ".join(one.why)))
        table.add_row(str(number), Text(shown(one.fr)), english, Text(one.kind.value), why, *counts)
    console.print(table)


def _say(message: str) -> None:
    from translate.cli.glossary.desk import shown

    click.echo(shown(message), err=True)
