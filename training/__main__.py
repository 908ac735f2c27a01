"""`python -m training`: the steps from corpora to a model, one command each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Make a MarianMT model from corpora: docs/training.md."""


@cli.command()
@click.option("--data", required=True, type=click.Path(path_type=Path), help="Token arrays.")
@click.option("--mix", required=True, help="Shares of the arrays: europarl:0.5,news:0.5")
@click.option("--work", required=True, type=click.Path(path_type=Path), help="Checkpoint, result.")
@click.option(
    "--tokenizer",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder with source.spm, target.spm, vocab.json, tokenizer_config.json.",
)
@click.option("--updates", required=True, type=click.IntRange(1), help="Updates of this run.")
@click.option("--init", type=click.Path(path_type=Path), help="Checkpoint to begin with.")
@click.option("--dev", default="", help="Arrays whose perplexity is told at the end.")
@click.option("--decay", is_flag=True, help="Learning rate to nothing; then write the model.")
@click.option("--processes", default=1, type=click.IntRange(1), help="One for each core is best.")
@click.option("--batch", default=12_288, type=click.IntRange(1), help="Target tokens an update.")
@click.option("--seed", default=1)
def train(**options: Any) -> None:
    """Train, or go on where the last run in --work stopped (Ctrl-C saves)."""
    from training.config import Plan
    from training.run import Job, run

    batch = options.pop("batch")
    job = Job(
        **options
        | {
            "mix": _shares(options["mix"]),
            "dev": tuple(filter(None, options["dev"].split(","))),
            "plan": Plan(batch=batch, micro_batch=min(3_072, batch), seed=options.pop("seed")),
        }
    )
    try:
        run(job, click.echo)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _shares(mix: str) -> dict[str, float]:
    """Return "a:0.7,b:0.3" as names with weights."""
    shares = {}
    for part in mix.split(","):
        name, _, weight = part.partition(":")
        try:
            shares[name.strip()] = float(weight or 1)
        except ValueError as error:
            raise click.UsageError(f"--mix: {part!r} is no NAME:WEIGHT") from error
    return shares


if __name__ == "__main__":
    cli()
