"""`python -m training`: the steps from corpora to a model, one command each."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

PATH = click.Path(path_type=Path)


class Steps(click.Group):
    """A group whose commands tell what is wrong with their input in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ValueError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Steps, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Make a MarianMT model from corpora: docs/training.md."""


@cli.command()
@click.option("--corpora", required=True, type=PATH, help="Folder of the corpora.")
@click.option("--use", default="europarl,law", show_default=True, help="Corpora to learn from.")
@click.option("--manifest", type=PATH, help="Another manifest than training/corpora.toml.")
@click.option("--size", default=12_000, show_default=True, help="Pieces of the vocabulary.")
@click.option("--pairs", default=600_000, show_default=True, help="Pairs to learn from, at most.")
@click.option("--output", "-o", required=True, type=PATH, help="Folder of the tokenizer.")
def subwords(**options: Any) -> None:
    """Train the joint SentencePiece model."""
    from training import cleaning, corpora, subwords

    rows = [
        pair
        for corpus in _chosen(options["manifest"], options["use"])
        for pair in cleaning.cleaned(corpora.read(options["corpora"], corpus))
    ]
    if len(rows) > options["pairs"]:
        rows = random.Random(2).sample(rows, options["pairs"])
    subwords.train(rows, options["output"], size=options["size"])
    click.echo(f"{options['output']}: {options['size']} pieces from {len(rows)} pairs")


@cli.command()
@click.option("--corpora", required=True, type=PATH, help="Folder of the corpora.")
@click.option("--use", default="europarl,news", show_default=True, help="Corpora to mark.")
@click.option("--manifest", type=PATH, help="Another manifest than training/corpora.toml.")
@click.option("--pairs", default=150_000, show_default=True, help="Pairs of each, at most.")
@click.option(
    "--common", default=0.0006, help="Words with a larger share of the text are no terms."
)
@click.option("--output", "-o", required=True, type=PATH, help="annotated.tsv")
@click.option("--seed", default=7)
def annotate(**options: Any) -> None:
    """Put inline terms into pairs, by word alignment; for the corpus `annotated`."""
    from training import alignment, annotation, cleaning, corpora
    from training.wire import wire_style

    rows = []
    for corpus in _chosen(options["manifest"], options["use"]):
        own = [
            (french, wire_style(english))
            for french, english in cleaning.cleaned(corpora.read(options["corpora"], corpus))
        ]
        rows += own[: options["pairs"]]
    chance = random.Random(options["seed"])
    marked = annotation.annotated(alignment.align(rows), chance, common=options["common"])
    chance.shuffle(marked)
    corpora.write(options["output"], marked)
    click.echo(f"{options['output']}: {len(marked)} of {len(rows)} pairs have marks")


@cli.command()
@click.option("--corpora", required=True, type=PATH, help="Folder of the corpora.")
@click.option("--use", default="", help="Corpora to take; all of the manifest unless told.")
@click.option("--manifest", type=PATH, help="Another manifest than training/corpora.toml.")
@click.option("--tokenizer", required=True, type=PATH, help="Folder that `subwords` wrote.")
@click.option("--held-out", multiple=True, type=PATH, help="Evaluation set to keep out (TSV).")
@click.option("--domain", multiple=True, type=PATH, help="Text like that to translate (TSV).")
@click.option("--dev", multiple=True, type=PATH, help="Development set (TSV), kept out too.")
@click.option("--output", "-o", required=True, type=PATH, help="Folder of the arrays.")
@click.option("--seed", default=21)
def prepare(**options: Any) -> None:
    """Clean, select, vary and encode the corpora."""
    from training.prepare import Sources, prepare

    sources = Sources(
        folder=options["corpora"],
        held_out=options["held_out"],
        domain=options["domain"],
        dev=options["dev"],
    )
    chosen = _chosen(options["manifest"], options["use"])
    prepare(
        sources,
        chosen,
        options["tokenizer"],
        options["output"],
        seed=options["seed"],
        tell=click.echo,
    )


@cli.command()
@click.option("--data", required=True, type=PATH, help="Token arrays.")
@click.option("--mix", default="", help="Shares: europarl:0.5,news:0.5; else the manifest's.")
@click.option("--work", required=True, type=PATH, help="Folder of checkpoint and result.")
@click.option("--tokenizer", required=True, type=PATH, help="Folder that `subwords` wrote.")
@click.option("--updates", required=True, type=click.IntRange(1), help="Updates of this run.")
@click.option("--init", type=PATH, help="Marian checkpoint to begin with.")
@click.option("--dev", default="", help="Arrays whose perplexity is told at the end.")
@click.option("--decay", is_flag=True, help="Learning rate to nothing; then write the model.")
@click.option("--model", default="model", show_default=True, help="Folder in --work for it.")
@click.option("--processes", default=1, type=click.IntRange(1), help="On CPU: one for each core.")
@click.option("--batch", default=12_288, type=click.IntRange(1), help="Target tokens an update.")
@click.option("--shape", default="", help="Of a new model: width=384,heads=6,encoder_layers=6")
@click.option("--seed", default=1)
def train(**options: Any) -> None:
    """Train, or go on where the last run in --work stopped (Ctrl-C saves)."""
    from training.config import Architecture, Plan
    from training.run import Job, run

    batch, seed, shape = options.pop("batch"), options.pop("seed"), options.pop("shape")
    options["mix"] = _numbers(options["mix"]) or {
        corpus.name: corpus.last if options["decay"] else corpus.share
        for corpus in _chosen(None, "")
    }
    options["dev"] = tuple(filter(None, options["dev"].split(",")))
    plan = Plan(batch=batch, micro_batch=min(3_072, batch), seed=seed)
    sizes = {name: int(value) for name, value in _numbers(shape).items()}
    try:
        architecture = Architecture(**sizes)
    except TypeError as error:
        raise click.UsageError(f"--shape: {error}") from error
    run(Job(**options, plan=plan, shape=architecture), click.echo)


@cli.command()
@click.argument("models", nargs=-1, required=True, type=PATH)
@click.option("--output", "-o", required=True, type=PATH, help="Folder of the result.")
def average(models: Sequence[Path], output: Path) -> None:
    """Write the mean of finished MODELS of one run: better than each of them."""
    from training import average

    average.average(models, output)
    click.echo(f"written {output}: the mean of {len(models)} models")


@cli.command()
@click.argument("model", type=PATH)
@click.argument("scores", nargs=-1, required=True, type=PATH)
@click.option("--name", required=True, help="Of the model, as the card calls it.")
@click.option("--manifest", type=PATH, help="Another manifest than training/corpora.toml.")
def card(model: Path, scores: Sequence[Path], name: str, manifest: Path | None) -> None:
    """Write MODEL/README.md from the SCORES that `translate evaluate --json` wrote."""
    from training.card import write_card

    write_card(model, scores, name=name, corpora=_chosen(manifest, ""))
    click.echo(f"{model / 'README.md'}: put known errors in by hand")


def _chosen(path: Path | None, names: str) -> Any:
    """Return the corpora of the manifest that are named, all if none is.

    Raises:
        ValueError: when the manifest has no corpus of a name.
    """
    from training import corpora

    every = {corpus.name: corpus for corpus in corpora.manifest(path or corpora.MANIFEST)}
    wanted = [name.strip() for name in names.split(",") if name.strip()] or list(every)
    unknown = [name for name in wanted if name not in every]
    if unknown:
        raise ValueError(f"the manifest has no {', '.join(unknown)}; it has {', '.join(every)}")
    return tuple(every[name] for name in wanted)


def _numbers(text: str) -> dict[str, float]:
    """Return "a:0.7,b:0.3" (or with "=") as names with numbers."""
    found = {}
    for part in filter(None, text.replace("=", ":").split(",")):
        name, _, value = part.partition(":")
        try:
            found[name.strip()] = float(value or 1)
        except ValueError as error:
            raise click.UsageError(f"{part!r} is no NAME:NUMBER") from error
    return found


if __name__ == "__main__":
    cli()
