"""`translate evaluate`: scores of translations against references, and against a baseline."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import engine_of, glossary_of, sentence_options, translator

if TYPE_CHECKING:
    from translate.cli.talk import Talk
    from translate.engines.base import Progress
    from translate.evaluating import Corpus, Evaluation, System

STDOUT = "-"
#: Columns of a table that is not on a terminal; nothing is folded then.
_WIDE = 1000
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("data", required=False, type=_FILE)
@click.option("--source", type=_FILE, help="French, a sentence a line, instead of DATA.")
@click.option(
    "--reference", multiple=True, type=_FILE, help="English, line by line; may be repeated."
)
@click.option("--hypothesis", type=_FILE, help="Score this English; translate nothing.")
@click.option("--baseline", type=_FILE, help="Compare with this English, line by line.")
@click.option("--baseline-model", metavar="MODEL", help="Compare with another model.")
@click.option("--baseline-plain", is_flag=True, help="Compare with the model's bare decode.")
@click.option("--plain", is_flag=True, help="Measure the bare decode: no glossary, no repair.")
@sentence_options
@click.option("--limit", type=click.IntRange(1), help="Only the first so many sentences.")
@click.option("--chrf++", "plus", is_flag=True, help="chrF++ (with word n-grams), not chrF2.")
@click.option(
    "--resamples",
    default=1000,
    show_default=True,
    type=click.IntRange(1, 100_000),
    help="Resamples of the bootstrap.",
)
@click.option(
    "--seed", default=12345, show_default=True, type=click.IntRange(1), help="Of the bootstrap."
)
@click.option(
    "--json", "json_", metavar="FILE", help="Write all figures as JSON; - is standard output."
)
@click.option("--save", type=_FILE, help="Write the English scored, line by line.")
@click.option("--report", type=_FILE, help="Write a page (HTML) with the worst sentences.")
@click.option(
    "--worst",
    default=20,
    show_default=True,
    type=click.IntRange(0, 1000),
    help="Sentences shown in the page.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def evaluate(**options: Any) -> None:
    """Score translations with BLEU, chrF and TER, terms, consistency and checks.

    DATA is a table (.tsv, .csv: source, reference and, if it has one, hypothesis), JSON Lines with
    these keys, or a TMX file, perhaps gzipped. Its French is translated sentence by sentence by the
    whole pipeline, unless the English to score is given.
    """
    from translate.cli.talk import Talk
    from translate.evaluating import evaluate as measure
    from translate.evaluating.table import as_data
    from translate.outputs import apart, write

    _check(options)
    results = {f"--{name}": options[name] for name in ("save", "report")}
    given = ("data", "source", "hypothesis", "baseline")
    apart(
        {**results, "--json": options["json_"]},
        [*(options[name] for name in given), *options["reference"], *options["glossary"]],
    )
    talk = Talk(quiet=options["quiet"])
    corpus, texts = _read(options)
    entries = glossary_of(options)
    system = _system(options, corpus, texts["hypothesis"], talk)
    if options["save"]:
        write(options["save"], "".join(f"{line}\n" for line in system.hypotheses))
        talk.say(f"written {options['save']}")
    evaluation = measure(
        corpus,
        system,
        _baseline(options, corpus, texts["baseline"], talk),
        words=entries,
        plus=options["plus"],
        resamples=options["resamples"],
        seed=options["seed"],
        step=lambda what: talk.say(f"measuring: {what}"),
    )
    if options["report"]:
        from translate.evaluating.html import to_html

        write(options["report"], to_html(evaluation, worst=options["worst"]))
        talk.say(f"written {options['report']}")
    if options["json_"] == STDOUT:
        click.echo(_json(as_data(evaluation)), nl=False)
        return
    if options["json_"]:
        write(Path(options["json_"]), _json(as_data(evaluation)))
        talk.say(f"written {options['json_']}")
    _print(evaluation)


def _check(options: dict[str, Any]) -> None:
    """Refuse options that exclude each other or lack their partner."""
    lines = options["source"] is not None, bool(options["reference"])
    if options["data"] is None and not all(lines):
        raise click.UsageError("give DATA, or both --source and --reference")
    if options["data"] is not None and any(lines):
        raise click.UsageError("give DATA, or --source and --reference, not both")
    baselines = [name for name in ("baseline", "baseline_model", "baseline_plain") if options[name]]
    if len(baselines) > 1:
        names = " and ".join(f"--{name.replace('_', '-')}" for name in baselines)
        raise click.UsageError(f"{names} exclude each other")
    if options["hypothesis"] and options["plain"]:
        raise click.UsageError("--plain decodes; with --hypothesis nothing is translated")


def _read(options: dict[str, Any]) -> tuple[Corpus, dict[str, tuple[str, ...] | None]]:
    """Read all files before anything slow begins; return what --limit leaves of them."""
    from translate.evaluating import read_corpus, read_hypotheses, read_lines

    if options["data"] is not None:
        corpus = read_corpus(options["data"])
    else:
        corpus = read_lines(options["source"], options["reference"])
    texts = {}
    for name in ("hypothesis", "baseline"):
        path = options[name]
        lines = read_hypotheses(path, corpus) if path else None
        texts[name] = lines[: options["limit"]] if lines is not None else None
    return corpus.first(options["limit"]), texts


def _system(
    options: dict[str, Any], corpus: Corpus, lines: tuple[str, ...] | None, talk: Talk
) -> System:
    """Return the system that is asked about: given text, the bare model, the whole pipeline."""
    from translate.evaluating import given

    if lines is not None:
        return given(options["hypothesis"].name, lines)
    if corpus.hypotheses is not None and not options["plain"]:
        return given("hypothesis", corpus.hypotheses)
    return _translated(options, corpus, talk, plain=options["plain"])


def _baseline(
    options: dict[str, Any], corpus: Corpus, lines: tuple[str, ...] | None, talk: Talk
) -> System | None:
    from translate.evaluating import given

    if lines is not None:
        return given(options["baseline"].name, lines)
    if options["baseline_model"]:
        other = {**options, "model": options["baseline_model"]}
        return _translated(other, corpus, talk, plain=options["plain"])
    if options["baseline_plain"]:
        return _translated(options, corpus, talk, plain=True)
    return None


def _translated(options: dict[str, Any], corpus: Corpus, talk: Talk, *, plain: bool) -> System:
    from translate.engines.base import Decoding
    from translate.evaluating import translated, translated_plain

    name = f"{options['model']}{' (bare)' if plain else ''}"
    with _progress(f"translating with {name}", len(corpus.sources), options["quiet"]) as progress:
        if plain:
            engine = engine_of(options)
            decoding = Decoding(beam=options["beam"])
            system = translated_plain(
                name, engine, corpus.sources, decoding=decoding, progress=progress
            )
        else:
            # A memory may hold the references.
            made = translator({**options, "summary": 0, "quiet": True, "no_memory": True})
            system = translated(name, made, corpus.sources, progress=progress)
    rate = len(corpus.sources) / max(system.seconds, 0.001)
    talk.say(f"{name}: translated in {system.seconds:.1f} s, {rate:.0f} sentences/s")
    return system


@contextmanager
def _progress(label: str, total: int, quiet: bool) -> Iterator[Progress]:
    """Show a bar on stderr, where a person is looking."""
    if quiet or not sys.stderr.isatty():
        yield lambda _words: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda _words: bar.advance(task)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _print(evaluation: Evaluation) -> None:
    """Print the table and what makes it comparable; plain aligned text where no person looks."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from translate.evaluating.reading import printable
    from translate.evaluating.table import cells, heads, notes, rows

    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _WIDE, highlight=False)
    table = Table(box=box.SIMPLE_HEAD if terminal else None, pad_edge=False)
    table.add_column("")
    for head in heads(evaluation):
        table.add_column(Text(printable(head)), justify="right")
    for row in rows(evaluation):
        label = f"  {row.label}" if row.indent else row.label
        style = "dim" if row.indent else ""
        table.add_row(Text(label, style=style), *map(Text, cells(evaluation, row)))
    console.print(table)
    for what, text in notes(evaluation):
        console.print(Text(f"{printable(what)}: {printable(text)}", style="dim"), soft_wrap=True)
