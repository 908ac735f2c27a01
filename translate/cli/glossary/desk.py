"""What the commands share that look into a glossary file or change it."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translate.cli.glossary.common import default_file

if TYPE_CHECKING:
    from glossary.editing import Change, Row, Sheet

Command = TypeVar("Command", bound=Callable[..., Any])

#: Names the editor in the column `author`; else the login name.
AUTHOR = "VISAVIS_AUTHOR"
_VERSION_DIGITS = 12

file_option: Callable[[Command], Command] = click.option(
    "-g",
    "--glossary",
    "path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=default_file,
    help="The glossary file. [default: that of visavis.toml, else ./glossary.csv]",
)
version_option: Callable[[Command], Command] = click.option(
    "--if-version",
    metavar="DIGEST",
    help="Refuse when the entry (or the file) is no longer this version; `show` prints it.",
)


def stamp(header: Sequence[str], values: Mapping[str, str]) -> dict[str, str]:
    """Return author and date for a change, as far as the file has these columns."""
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the editor's own day
    stamped = {"author": _author(), "date": today}
    return {name: own for name, own in stamped.items() if name in header and name not in values}


def change(
    path: Path,
    changes: Sequence[Change],
    base: Sheet | None,
    if_version: str | None,
    *messages: str,
) -> None:
    """Make changes in the file and say so; `base` None means that it is to be made."""
    from glossary.editing import edit_file

    if base is None:
        changes = _sorted(changes)
    sheet = edit_file(path, changes, base=if_version or base, create=base is None)
    for message in messages:
        say(message)
    say(f"{path} is now version {version(sheet)}")


def _sorted(changes: Sequence[Change]) -> Sequence[Change]:
    """Put the entries of a new glossary into the order in which later ones find their place."""
    from glossary.editing import Add
    from glossary.folding import key

    adds = [change for change in changes if isinstance(change, Add)]
    rest = [change for change in changes if not isinstance(change, Add)]
    return [*sorted(adds, key=lambda add: key(add.entry.fr)), *rest]


def existing(path: Path) -> Sheet | None:
    """Read the file, None if there is none."""
    from glossary.editing import read

    return read(path) if path.exists() else None


def the_row(sheet: Sheet | None, wanted: str, path: Path) -> Row | None:
    """Return the one row that an id or a French term means, None if there is none.

    Raises:
        click.UsageError: several rows have that French.
    """
    rows = sheet.find(wanted) if sheet else ()
    if len(rows) > 1:
        listed = "".join(
            f"\n  {row.id}  {arrow(row)}  {row.values.get('note', '')}" for row in rows
        )
        raise click.UsageError(
            shown(f"{path} has {wanted!r} several times; name one by its id:{listed}")
        )
    return rows[0] if rows else None


def missing(sheets: Sequence[Sheet | None], wanted: str, path: Path) -> click.ClickException:
    """Return the error for an entry that is nowhere, with what may have been meant."""
    names = [
        name
        for sheet in sheets
        if sheet
        for row in sheet.rows
        for name in (row.id, row.values["fr"])
    ]
    close = get_close_matches(wanted, names, 1, 0.75)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return click.ClickException(shown(f"{path} has no entry {wanted!r}{hint}"))


def arrow(row: Row) -> str:
    """Return "French → English" of a row."""
    return f"{row.values.get('fr', '')} → {row.values.get('en', '') or '?'}"


def version(of: Sheet | Row) -> str:
    """Return as much of the version of a file or an entry as names it."""
    return of.version[:_VERSION_DIGITS]


def shown(text: str) -> str:
    """Return text of a file as a terminal may show it: nothing in it can steer the terminal."""
    from translate.rendering.escape import clean

    return clean(text)


def say(message: str) -> None:
    """Say something on stderr."""
    click.echo(shown(message), err=True)


def _author() -> str:
    named = os.environ.get(AUTHOR, "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a container without users
