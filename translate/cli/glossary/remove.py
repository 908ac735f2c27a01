"""`translate glossary remove`: take an entry out."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.glossary.desk import (
    arrow,
    change,
    existing,
    file_option,
    missing,
    shown,
    the_row,
    version_option,
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("entry", metavar="ID|FR")
@file_option
@version_option
def remove(path: Path, if_version: str | None, entry: str) -> None:
    """Take an entry out of the file, named by its id or its French.

    The line that is taken out goes to standard output. To keep an entry on record that is no
    longer to be applied: `translate glossary edit ID status=deprecated`.
    """
    from glossary.editing import Remove, read_starter

    base = existing(path)
    row = the_row(base, entry, path)
    if base is None or row is None:
        starter = read_starter()
        there = starter.find(entry)
        if there:
            raise click.ClickException(
                f"{arrow(there[0])} is in the starter glossary, not in {path}; to have it not "
                f"applied: translate glossary edit {there[0].id} status=deprecated"
            )
        raise missing([base], entry, path)
    change(path, [Remove(row.id)], base, if_version, f"removed {row.id}: {arrow(row)}")
    click.echo(shown(base.records[row.at].raw.rstrip("\r\n")))
