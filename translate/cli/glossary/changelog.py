"""A comparison of two glossaries as a changelog in Markdown, and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from glossary.compare import LISTS, Change, Diff, Group
from glossary.rows import to_row
from glossary.values import Entry, EntryStatus, Kind
from translate.rendering.escape import escape

_HEADINGS = {
    Group.ADDED: "Added",
    Group.REMOVED: "Removed",
    Group.APPROVED: "Approved",
    Group.DEPRECATED: "Deprecated",
    Group.PROPOSED: "Set back to proposed",
    Group.RENAMED: "Renamed",
    Group.CHANGED: "Changed",
}
_KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.PLACE: "Places",
    Kind.TITLE: "Titles",
    Kind.TERM: "Terms",
}
_COLUMNS = {
    "fr": "French",
    "en": "English",
    "forms_fr": "French forms",
    "forms_en": "English forms",
    "forbidden_en": "forbidden English",
    "speaks": "language",
    "valid_from": "valid from",
    "valid_to": "valid to",
}
#: Shown with an entry that is new or gone, in this order.
_DETAILS = ("forms_fr", "forms_en", "forbidden_en", "cues", "valid_from", "valid_to", "note")
#: The heading tells a new status, the end of the line who changed it and when.
_SAID_ABOVE = ("status", "author", "date")


def to_markdown(diff: Diff, old: str, new: str) -> str:
    """Return the changelog from the version named `old` to the one named `new`."""
    lines = [f"# Glossary changes: {escape(old)} → {escape(new)}", "", _counts(diff)]
    for group, changes in groupby(diff.changes, key=lambda change: change.group):
        lines += ["", f"## {_HEADINGS[group]}"]
        for kind, members in groupby(changes, key=lambda change: change.entry.kind):
            lines += ["", f"### {_KINDS[kind]}", ""]
            for change in members:
                lines += _item(change, told_apart=change.entry.id in diff.homonyms)
    return "\n".join(lines) + "\n"


def to_json(diff: Diff, old: str, new: str) -> dict[str, Any]:
    """Return the same as plain data: cells as in a file, list columns as items put in and out."""
    return {
        "old": old,
        "new": new,
        "counts": {group.value: number for group, number in diff.counts.items()},
        "changes": [
            {
                "group": change.group.value,
                "id": change.entry.id,
                "old": to_row(change.old) if change.old else None,
                "new": to_row(change.new) if change.new else None,
                "columns": {column: _cell_change(change, column) for column in change.columns},
            }
            for change in diff.changes
        ],
    }


def _counts(diff: Diff) -> str:
    said = [f"{number} {_HEADINGS[group].lower()}" for group, number in diff.counts.items()]
    return (", ".join(said) or "Nothing changed") + "."


def _item(change: Change, *, told_apart: bool) -> Iterator[str]:
    entry = change.entry
    by = f" — {_signed(entry)}" if _signed(entry) else ""
    unsaid = change.group is Group.ADDED and entry.status is not EntryStatus.APPROVED
    state = f" *({entry.status})*" if unsaid else ""
    own = f" ({escape(entry.id)})" if told_apart else ""
    yield f"- **{escape(entry.fr)}**{own} → {escape(entry.en) or '*none*'}{state}{by}"
    if change.old is None or change.new is None:
        for column in _DETAILS:
            value = getattr(entry, column)
            if value:
                yield f"  - {_name(column)}: {_shown(value)}"
        return
    told = [column for column in change.columns if column not in _SAID_ABOVE]
    if not told and "status" not in change.columns:
        told = list(change.columns)
    for column in told:
        yield f"  - {_name(column)}: {_difference(change.old, change.new, column)}"


def _difference(old: Entry, new: Entry, column: str) -> str:
    before, after = getattr(old, column), getattr(new, column)
    if column not in LISTS:
        return f"{_shown(before)} → {_shown(after)}"
    put_in, taken_out = _items(before, after)
    items = [f"+ {escape(item)}" for item in put_in]
    items += [f"− {escape(item)}" for item in taken_out]
    return "; ".join(items) or f"in another order: {_shown(after)}"


def _cell_change(change: Change, column: str) -> dict[str, Any]:
    before, after = getattr(change.old, column), getattr(change.new, column)
    if column in LISTS:
        put_in, taken_out = _items(before, after)
        return {"added": put_in, "removed": taken_out}
    return {"old": str(before or ""), "new": str(after or "")}


def _items(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the items put in and those taken out, each in their order."""
    old, new = set(before), set(after)
    return [item for item in after if item not in old], [item for item in before if item not in new]


def _shown(value: tuple[str, ...] | dt.date | str | None) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(escape, value)) or "*none*"
    return escape(str(value)) if value else "*none*"


def _signed(entry: Entry) -> str:
    """Return who answers for the entry as it stands and since when."""
    return ", ".join(escape(str(part)) for part in (entry.author, entry.date) if part)


def _name(column: str) -> str:
    return _COLUMNS.get(column, column)
