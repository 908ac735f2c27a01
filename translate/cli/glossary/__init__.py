"""`translate glossary`: what editors do with a glossary, one file per command."""

from __future__ import annotations

import click

from translate.cli.lazy import LazyGroup

#: command -> ("module:command", one line for --help), in the order shown.
SUBCOMMANDS: dict[str, tuple[str, str]] = {}


@click.group(
    cls=LazyGroup, table=SUBCOMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
def glossary() -> None:
    """Keep a glossary: add and change entries, check it, compare it, exchange it."""
