"""`translate glossary export`: a glossary for other tools."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.common import chosen, glossary_option
from translate.cli.glossary.desk import say

if TYPE_CHECKING:
    from glossary.formats.values import Loss

STDOUT = "-"
#: So many entries are named in a line about what was lost.
_NAMED = 3


def _list_formats(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if not value or ctx.resilient_parsing:
        return
    from glossary.formats.registry import FORMATS

    wide = max(map(len, FORMATS))
    for name, found in FORMATS.items():
        click.echo(f"{name:{wide}}  {found.description}")
    ctx.exit()


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@glossary_option
@click.option("--to", "form", metavar="FORMAT", help="Format; else the suffix of --output says it.")
@click.option(
    "-o",
    "--output",
    default=STDOUT,
    show_default=True,
    metavar="FILE",
    help="Where it goes; - is standard output.",
)
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--formats",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_formats,
    help="List the formats and exit.",
)
def export(glossaries: tuple[Path, ...], form: str | None, output: str, overwrite: bool) -> None:
    """Write a glossary for term bases, translation services, memories or spreadsheets.

    What the format cannot hold is said. A workbook (xlsx) that was edited comes back with
    `translate glossary import`.
    """
    from glossary import load
    from glossary.atomic import write_bytes
    from glossary.formats.registry import get

    name = form or _by_suffix(output)
    writer = get(name)
    if output == STDOUT and name == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("a workbook is nothing for a terminal; give a file with --output")
    if output != STDOUT and Path(output).exists() and not overwrite:
        raise click.UsageError(f"{output} is there; choose another name, or give --overwrite")
    paths = chosen(glossaries)
    if output != STDOUT and Path(output).resolve() in {path.resolve() for path in paths}:
        raise click.UsageError(f"{output} is the glossary itself; choose another name")
    entries = load(paths).entries
    written = writer.write(entries)
    left_out = {loss.entry for loss in written.losses if loss.column == "entry"}
    if output == STDOUT:
        click.echo(written.data, nl=False)
    else:
        write_bytes(Path(output), written.data)
        say(f"written {output}: {_counted(len(entries) - len(left_out))} as {name}")
    for line in [*told(written.losses), *_told_of_own(paths)]:
        say(line)


def _by_suffix(output: str) -> str:
    """Return the first format with the suffix of a file."""
    from glossary.formats.registry import FORMATS

    suffix = Path(output).suffix.lower()
    for name, found in FORMATS.items():
        if suffix in found.suffixes:
            return name
    raise click.UsageError(f"name a format with --to: {', '.join(FORMATS)}")


def told(losses: Sequence[Loss]) -> list[str]:
    """Return a line for each column that lost something; whole entries first."""
    grouped: dict[str, list[Loss]] = {}
    for loss in losses:
        grouped.setdefault(loss.column, []).append(loss)
    lines: list[str] = []
    for column, found in sorted(grouped.items(), key=lambda one: (one[0] != "entry", one[0])):
        ids = list(dict.fromkeys(loss.entry for loss in found))
        named = ", ".join(ids[:_NAMED]) + (", …" if len(ids) > _NAMED else "")
        count = sum(loss.count for loss in found)
        if column == "entry":
            why = "not approved, without English, or French that is there already"
            lines.append(f"left out: {_counted(count)} ({named}): {why}")
        else:
            values = _counted(count, "value", "values")
            lines.append(f"not held: {column}, {values} of {_counted(len(ids))} ({named})")
    return lines


def _told_of_own(paths: Sequence[Path]) -> list[str]:
    """Return a line for each column of an editor's own and for the comments: no format has them."""
    from glossary.editing import read

    lines: list[str] = []
    for sheet in map(read, paths):
        for name in sheet.own_columns:
            if filled := sum(bool(row.values.get(name)) for row in sheet.rows):
                cells = _counted(filled, "cell", "cells")
                lines.append(f"not held: your column {name}, {cells} of {sheet.name}")
        if sheet.comments:
            said = _counted(len(sheet.comments), "comment line", "comment lines")
            lines.append(f"not held: {said} of {sheet.name}")
    return lines


def _counted(count: int, one: str = "entry", many: str = "entries") -> str:
    return f"{count} {one if count == 1 else many}"
