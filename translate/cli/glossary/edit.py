"""`translate glossary edit`: change an entry."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.glossary.desk import (
    change,
    existing,
    file_option,
    missing,
    say,
    stamp,
    the_row,
    version_option,
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("entry", metavar="ID|FR")
@click.argument("assignments", metavar="COLUMN=TEXT...", nargs=-1, required=True)
@file_option
@version_option
def edit(path: Path, if_version: str | None, entry: str, assignments: tuple[str, ...]) -> None:
    """Change columns of an entry, named by its id or its French.

    An empty TEXT empties the column. In a list, forms_en+=TEXT puts one more in and forms_en-=TEXT
    takes one out. Author and date are set anew. An entry of the starter glossary is first copied
    into your file, where it stands in its place.
    """
    from glossary.editing import Add, Change, Edit, Sheet, read_starter
    from translate.cli.glossary.assignments import parse

    base = existing(path)
    row = the_row(base, entry, path)
    before: list[Change] = []
    if row is None:
        starter = read_starter()
        row = the_row(starter, entry, path)
        if row is None or row.entry is None:
            raise missing([base, starter], entry, path)
        before = [Add(row.entry)]
        if if_version and row.version.startswith(if_version):
            if_version = None  # of the starter's entry, which does not change
    header = (base or Sheet.new()).header
    values = {
        column: value
        for column, value in parse(assignments, {**dict.fromkeys(header, ""), **row.values}).items()
        if value != row.values.get(column, "")
    }
    if not values:
        say(f"{row.id} has that already; nothing was changed")
        return
    changed = Edit(row.id, {**values, **stamp(header, values)})
    said = [
        f"{row.id}: {column} {row.values.get(column, '')!r} → {value!r}"
        for column, value in values.items()
    ]
    if before:
        said.insert(0, f"copied {row.id} from the starter glossary, in whose place it stands now")
    change(path, [*before, changed], base, if_version, *said)
