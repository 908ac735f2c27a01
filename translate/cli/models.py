"""`translate models`: list, add, verify."""

from __future__ import annotations

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def models() -> None:
    """List, add and verify Marian models.

    `translate models add Helsinki-NLP/opus-mt-fr-en` fetches a better model once, where there is
    a network; `translate --model Helsinki-NLP/opus-mt-fr-en FILES` uses it, offline from then on.
    """


@models.command("list")
def list_() -> None:
    """List the embedded model and the added ones."""
    from translate.models.store import list_models

    for model in list_models():
        size = f"{model.bytes / 1e6:.0f} MB"
        click.echo(f"{model.name}\t{model.digest[:12] or '-'}\t{size}\t{model.origin}")


@models.command()
@click.argument("source")
@click.option("--name", default="", help="Name to keep it under; else the hub's or the folder's.")
def add(source: str, name: str) -> None:
    """Add SOURCE: a folder with a MarianMT checkpoint, or a name on the Hugging Face hub."""
    from translate.models.store import add as add_model

    model = add_model(source, name=name)
    click.echo(f"{model.name} added, {model.bytes / 1e6:.0f} MB, digest {model.digest[:12]}")
    click.echo(f"Use it with: translate --model {model.name} FILES", err=True)


@models.command()
@click.argument("names", nargs=-1)
def verify(names: tuple[str, ...]) -> None:
    """Check that models are whole: files, shapes, digest. Without NAMES, all of them."""
    from translate.errors import ModelError
    from translate.models import store

    bad = 0
    for name in names or [model.name for model in store.list_models()]:
        try:
            model = store.verify(name)
            click.echo(f"{name}: ok, digest {model.digest[:12]}")
        except ModelError as error:
            click.echo(f"{name}: {error}")
            bad += 1
    if bad:
        click.get_current_context().exit(1)
