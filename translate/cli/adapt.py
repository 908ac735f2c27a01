"""`translate adapt`: a model fine-tuned on a desk's own corrections, kept only when better."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import glossary_of, glossary_options

if TYPE_CHECKING:
    from translate.adapting.job import Listener
    from translate.adapting.values import Pair, Report

_FILE = click.Path(path_type=Path, dir_okay=False)
_REFUSED = 3
#: Columns of a table that is not on a terminal; nothing is folded then.
_WIDE = 1000


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--memory",
    type=_FILE,
    help="Learn from what people wrote in this memory. [default: the one of `translate memory`]",
)
@click.option("--tsv", type=_FILE, help="Learn from these pairs instead: .tsv, .csv or .tmx.")
@click.option("--model", default="embedded", show_default=True, help="Model to adapt.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write."
)
@glossary_options
@click.option("--replay", type=_FILE, help="French sentences not to forget. [default: ours]")
@click.option(
    "--rate",
    default=5e-5,
    show_default=True,
    type=click.FloatRange(0, 0.01, min_open=True),
    help="Learning rate.",
)
@click.option(
    "--rounds",
    default=12,
    show_default=True,
    type=click.IntRange(1, 100),
    help="At most so many rounds over the pairs.",
)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0), help="Of all chance.")
@click.option(
    "--threads", default=0, type=click.IntRange(0, 256), help="CPU threads; 0 takes all cores."
)
@click.option("--overwrite", is_flag=True, help="Replace the model in the folder.")
@click.option("--json", "json_", is_flag=True, help="Print all figures as JSON, not the table.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def adapt(**options: Any) -> None:
    """Fine-tune a model on a desk's own corrections; needs torch (`visavis[marian]`).

    Prints how it translates before and after, on pairs held out and on general news. A model that
    is not surely better on the first, or worse on the second, is not written: exit code 3.
    """
    from translate.adapting.table import as_data

    if options["memory"] and options["tsv"]:
        raise click.UsageError("--memory and --tsv exclude each other")
    report = _adapted(options)
    if options["json_"]:
        click.echo(json.dumps(as_data(report), ensure_ascii=False, indent=2))
    else:
        _print(report)
    for reason in report.refusals:
        click.echo(f"not written: {reason}", err=True)
    if report.refusals:
        click.get_current_context().exit(_REFUSED)
    if not options["quiet"]:
        folder = options["output"]
        click.echo(f"written {folder}; `translate models add {folder} --name desk`", err=True)


def _adapted(options: dict[str, Any]) -> Report:
    """Read the pairs and adapt.

    Raises:
        ConfigError: torch is not installed, or the model or a file makes no sense.
    """
    from translate.adapting.job import Settings, adapt
    from translate.adapting.network import libraries
    from translate.adapting.values import Plan
    from translate.errors import ConfigError, EngineError, ModelError
    from translate.models import store

    try:
        libraries()
        words = glossary_of(options)
        pairs, faulty, source = _pairs(options)
        settings = Settings(
            model=store.resolve(options["model"]),
            words=words,
            replay=options["replay"],
            threads=options["threads"],
            overwrite=options["overwrite"],
            plan=Plan(rate=options["rate"], rounds=options["rounds"], seed=options["seed"]),
        )
        with _listener(quiet=options["quiet"]) as listener:
            return adapt(
                pairs, options["output"], settings, source=source, faulty=faulty, listener=listener
            )
    except (EngineError, ModelError) as error:
        raise ConfigError(str(error)) from error  # an option that makes no sense: exit code 2


def _pairs(options: dict[str, Any]) -> tuple[list[Pair], int, str]:
    """Return the pairs, how many cannot be read, and where they are from."""
    from translate.adapting.pairs import from_memory, from_table

    if options["tsv"]:
        return *from_table(options["tsv"]), options["tsv"].name
    from translate.cli.memory import open_memory

    memory = open_memory(options["memory"])
    return from_memory(memory), 0, f"memory {memory.path.name}"


@contextmanager
def _listener(*, quiet: bool) -> Iterator[Listener]:
    """Give what talks on stderr, with a bar where a person is looking."""
    from translate.adapting.job import Listener

    class Lines(Listener):
        def say(self, message: str) -> None:
            click.echo(message, err=True)

    if quiet or not sys.stderr.isatty():
        yield Listener() if quiet else Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        class Bar(Listener):
            def say(self, message: str) -> None:
                bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
                bar.reset(task, description="", total=None)

            def step(self, label: str, done: int, total: int) -> None:
                bar.update(task, description=label, completed=done, total=total)

        yield Bar()


def _print(report: Report) -> None:
    """Print the table and its notes; plain aligned text where no person looks."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from translate.adapting.table import HEADS, notes, rows
    from translate.evaluating.reading import printable

    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _WIDE, highlight=False)
    table = Table(box=box.SIMPLE_HEAD if terminal else None, pad_edge=False)
    for at, head in enumerate(HEADS):
        table.add_column(head, justify="right" if at else "left")
    for label, *cells in rows(report):
        name = Text(f"  {label}") if any(cells) else Text(label, style="bold")
        table.add_row(name, *map(Text, cells))
    if table.row_count:
        console.print(table)
    for what, text in notes(report):
        console.print(Text(f"{printable(what)}: {printable(text)}", style="dim"), soft_wrap=True)
