"""`translate glossary add`: a new entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translate.cli.glossary.desk import (
    arrow,
    change,
    existing,
    file_option,
    say,
    shown,
    stamp,
    version_option,
)

if TYPE_CHECKING:
    from glossary.editing import Sheet
    from glossary.values import Entry

Command = TypeVar("Command", bound=Callable[..., Any])

_COLUMNS = {
    "id": "Its unique name; else made from the French and the kind.",
    "kind": "person, organisation, place, title or term (the default).",
    "forms_fr": "Another French form.",
    "forms_en": "Other English that is right too.",
    "forbidden_en": "English that must not stand for it.",
    "gender": "m or f, for persons.",
    "speaks": "Language of a person, such as en: quotations may be back-translations.",
    "cues": "French word that points at this person when it stands near.",
    "valid_from": "First day of office or use, such as 2024-01-31.",
    "valid_to": "Last day.",
    "case": "How capitals are compared: smart (the default), exact or any.",
    "note": "Footnote for readers.",
    "source": "Where the English comes from.",
    "status": "approved (the default), proposed or deprecated.",
    "author": "Who adds it; else VISAVIS_AUTHOR, else your login name.",
    "date": "When; else today.",
}
_LISTS = frozenset({"forms_fr", "forms_en", "forbidden_en", "cues"})


def _options(command: Command) -> Command:
    for column, text in reversed(_COLUMNS.items()):
        many = column in _LISTS
        command = click.option(
            f"--{column.replace('_', '-')}",
            column,
            metavar="TEXT",
            multiple=many,
            help=f"{text} May be repeated." if many else text,
        )(command)
    return command


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("fr")
@click.argument("en")
@_options
@click.option(
    "--set",
    "own",
    multiple=True,
    metavar="COLUMN=TEXT",
    help="Fill a column of your own that the file has; may be repeated.",
)
@file_option
@version_option
def add(path: Path, if_version: str | None, own: tuple[str, ...], **options: Any) -> None:
    """Add an entry: French FR is English EN.

    The file is made with its header when there is none. The new line goes to its sorted place.
    """
    from glossary.editing import Add, Change, Edit, Sheet
    from translate.cli.glossary.assignments import parse

    base = existing(path)
    sheet = base or Sheet.new(str(path))
    if if_version and base is None:
        raise click.ClickException(f"{path} is not there, so it is not version {if_version}")
    cells = {
        column: ";".join(value) if isinstance(value, tuple) else value
        for column, value in options.items()
        if value
    }
    entry = _entry({**cells, **stamp(sheet.header, cells)})
    _refuse_second(sheet, entry, named=bool(options["id"]))
    changes: list[Change] = [Add(entry)]
    if own:
        changes.append(Edit(entry.id, parse(own, dict.fromkeys(sheet.header, ""))))
    said = f"added {entry.id}: {entry.fr} → {entry.en}"
    change(path, changes, base, if_version, said)
    _tell_starter(entry)


def _entry(cells: dict[str, str]) -> Entry:
    from glossary.rows import RowReader

    reader = RowReader(cells)
    entry = reader.entry()
    if entry is None:
        faults = "".join(f"\n  {column}: {message}" for column, message in reader.faults)
        raise click.UsageError(shown(f"this is no entry; nothing was changed:{faults}"))
    return entry


def _refuse_second(sheet: Sheet, entry: Entry, *, named: bool) -> None:
    """Refuse the same French and kind once more, unless the caller names it apart."""
    same = [row for row in sheet.find(entry.fr) if row.values.get("fr") == entry.fr]
    same = [row for row in same if (row.values.get("kind", "").lower() or "term") == entry.kind]
    if same and not named:
        row = same[0]
        raise click.ClickException(
            shown(
                f"{sheet.name}:{row.line}: {arrow(row)} is there already, with id {row.id}. "
                f"To change it: translate glossary edit {row.id} en=...; "
                "for another one of the same name give --id"
            )
        )


def _tell_starter(entry: Entry) -> None:
    from glossary.editing import read_starter

    for row in read_starter().find(entry.id) + read_starter().find(entry.fr):
        if row.id == entry.id or (row.values["fr"], row.values["kind"]) == (entry.fr, entry.kind):
            say(
                f"it stands in place of the starter glossary's {arrow(row)}, whose other columns "
                f"it does not have; `translate glossary edit {row.id} en=...` copies them"
            )
            return
