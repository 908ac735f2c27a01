"""`translate glossary show`: all about an entry."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.desk import arrow, existing, file_option, missing, shown, version

if TYPE_CHECKING:
    from glossary.editing import Place


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("entry", metavar="ID|FR")
@file_option
def show(path: Path, entry: str) -> None:
    """Show all fields of an entry, where it stands, and what else claims the same French.

    Looks into your file and the starter glossary. In a pipe: one field a line, tab-separated.
    """
    from glossary.editing import lay, read_starter

    own, starter = existing(path), read_starter()
    places = lay([starter, *([own] if own else [])])
    wanted = {
        row.id: row for sheet in (own, starter) if sheet is not None for row in sheet.find(entry)
    }
    found = [place for place in places if place.row.id in wanted]
    if not found:
        raise missing([own, starter], entry, path)
    for number, place in enumerate(found):
        if number:
            click.echo()
        _write(list(_fields(place, places)))


def _fields(place: Place, places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """Yield the fields that have something, then what the file does not say itself."""
    from glossary.editing import rivals

    yield from ((name, value) for name, value in place.row.values.items() if name and value)
    if not place.row.values.get("id"):
        yield "id (derived)", place.row.id
    yield "from", str(place)
    yield "version", version(place.row)
    for column, message in place.row.faults:
        yield "fault", f"{column}: {message}"
    if place.replaced:
        yield "replaced by", f"{arrow(place.replaced.row)} ({place.replaced})"
    elif (status := place.row.values.get("status", "").lower()) not in {"", "approved"}:
        yield "not applied", f"it is {status}"
    for other in rivals(places, place):
        if other.row.id != place.row.id:
            note = other.row.values.get("note", "")
            yield "rival", f"{arrow(other.row)}{f', {note}' if note else ''} ({other})"


def _write(fields: Sequence[tuple[str, str]]) -> None:
    if not sys.stdout.isatty():
        for name, value in fields:
            click.echo(shown(f"{name}\t{value}").replace("\n", " "))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in fields:
        table.add_row(Text(shown(name), style="bold"), Text(shown(value)))
    Console(highlight=False).print(table)
