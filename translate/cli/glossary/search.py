"""`translate glossary search`: entries that hold some words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.desk import existing, file_option, say, shown

if TYPE_CHECKING:
    from glossary.editing import Place

_HEADS = ("id", "fr", "en", "kind", "status", "note", "from")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text", nargs=-1, required=True)
@file_option
def search(path: Path, text: tuple[str, ...]) -> None:
    """Find the entries that hold every word of TEXT; accents and capitals do not matter.

    Looks into French, English, further forms, notes and ids, in your file and in the starter
    glossary. In a pipe the result is tab-separated, with a header.
    """
    from glossary.editing import lay, matching, read_starter

    own = existing(path)
    if own is None:
        say(f"there is no {path}; only the starter glossary is searched")
    places = lay([read_starter(), *([own] if own else [])])
    found = [row_of(place) for place in matching(places, " ".join(text))]
    say(f"{len(found)} of {len(places)} entries")
    if sys.stdout.isatty():
        _table(found)
        return
    for row in [list(_HEADS), *found] if found else ():
        click.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))


def row_of(place: Place) -> list[str]:
    """Return the cells of one line of the result."""
    values = place.row.values
    where = f"{place}, replaced" if place.replaced else str(place)
    status = values.get("status", "") or "approved"
    kind = values.get("kind", "") or "term"
    cells = (values.get("fr", ""), values.get("en", ""), kind, status, values.get("note", ""))
    return [shown(cell) for cell in (place.row.id, *cells, where)]


def _table(found: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not found:
        return
    table = Table(header_style="bold", box=None, pad_edge=False, expand=True)
    for head, ratio in (("French", 3), ("English", 3), ("kind", 0), ("note", 2), ("from", 0)):
        if head == "note":
            table.add_column(head, ratio=ratio, no_wrap=True, overflow="ellipsis")
        else:
            table.add_column(head, ratio=ratio or None, overflow="fold")
    for _, fr, en, kind, status, note, where in found:
        style = "dim" if where.endswith("replaced") or status != "approved" else ""
        named = kind if status == "approved" else f"{kind}, {status}"
        table.add_row(*(Text(cell) for cell in (fr, en, named, note, where)), style=style)
    Console(highlight=False).print(table)
