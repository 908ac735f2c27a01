"""The state of a review and what an action makes of it: pure, without files and terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from glossary.rows import COLUMNS, RowReader, clean
from glossary.values import EntryStatus

#: Columns that a review sets itself, or that name the entry.
FIXED = frozenset({"id", "status", "author", "date"})


class Decision(StrEnum):
    """What became of an entry. TAKEN: others decided meanwhile."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN = "decided by others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A proposed entry. `values`: its cells by column, own columns included."""

    id: str
    values: Mapping[str, str]
    decision: Decision = Decision.OPEN

    @property
    def faults(self) -> tuple[tuple[str, str], ...]:
        """What keeps it from being approved, as (column, message)."""
        reader = RowReader({**self.values, "status": EntryStatus.APPROVED})
        reader.entry()
        return tuple(reader.faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What a step replaced: the place, and the item that stood there."""

    at: int
    index: int
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A review under way.

    Attributes:
        items: in the file's order, which no action changes.
        at: the one that is shown; ``len(items)`` at the end.
        past: what each step replaced, the last step last.
        notice: why the last action did nothing, "" if it did something.
    """

    items: tuple[Item, ...] = ()
    at: int = 0
    past: tuple[_Before, ...] = field(default=(), repr=False)
    notice: str = ""

    @property
    def current(self) -> Item | None:
        """The item that is shown, None at the end."""
        return self.items[self.at] if self.at < len(self.items) else None


@dataclass(frozen=True, slots=True)
class Accept:
    """Approve the entry."""


@dataclass(frozen=True, slots=True)
class Decline:
    """Refuse the entry for good; it is not proposed again."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the entry as it is and go on."""


@dataclass(frozen=True, slots=True)
class Change:
    """Write another value into a column; the entry stays the one that is shown."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last step."""


Action: TypeAlias = Accept | Decline | Skip | Change | Undo


def begin(items: Iterable[Item]) -> Session:
    """Return a review of `items` at its first item."""
    return Session(items=tuple(items))


def step(session: Session, action: Action) -> Session:
    """Return what `action` makes of `session`; an action that cannot be done leaves a notice.

    ``step(step(s, action), Undo()) == s`` for every action that is done, but for the notice.
    """
    if isinstance(action, Undo):
        return _undone(session)
    item = session.current
    if item is None:
        return replace(session, notice="all have been seen")
    if isinstance(action, Skip):
        return _moved(session, item, session.at + 1)
    if isinstance(action, Decline):
        return _moved(session, replace(item, decision=Decision.DECLINED), session.at + 1)
    if isinstance(action, Accept):
        if item.faults:
            return replace(session, notice=_said(item.faults))
        return _moved(session, replace(item, decision=Decision.ACCEPTED), session.at + 1)
    return _changed(session, item, action)


def difference(before: Session, after: Session) -> tuple[Item, Item] | None:
    """Return the item that a step changed, as it was and as it is; None if it changed none."""
    pairs = zip(before.items, after.items, strict=True)
    return next(((one, other) for one, other in pairs if one != other), None)


def refreshed(session: Session, id_: str, values: Mapping[str, str] | None) -> Session:
    """Return `session` with an item as others left it; None: it is no longer proposed.

    Steps taken on the item before cannot be undone any more.
    """
    items = tuple(
        item
        if item.id != id_
        else replace(item, values=values, decision=Decision.OPEN)
        if values is not None
        else replace(item, decision=Decision.TAKEN)
        for item in session.items
    )
    past = tuple(before for before in session.past if before.item.id != id_)
    at = session.at
    if values is None and at < len(items) and items[at].id == id_:
        at += 1
    return Session(items=items, at=at, past=past)


def _moved(session: Session, item: Item, at: int) -> Session:
    items = list(session.items)
    before = _Before(at=session.at, index=session.at, item=items[session.at])
    items[session.at] = item
    while at < len(items) and items[at].decision is not Decision.OPEN:
        at += 1
    return Session(items=tuple(items), at=at, past=(*session.past, before))


def _undone(session: Session) -> Session:
    if not session.past:
        return replace(session, notice="nothing to undo")
    before = session.past[-1]
    items = list(session.items)
    items[before.index] = before.item
    return Session(items=tuple(items), at=before.at, past=session.past[:-1])


def _changed(session: Session, item: Item, action: Change) -> Session:
    known = [name for name in COLUMNS if name not in FIXED]
    if action.column not in known:
        message = f"{action.column!r} cannot be changed here; columns: {', '.join(known)}"
        return replace(session, notice=message)
    values = {**item.values, action.column: clean(action.value)}
    if action.column == "en":
        values |= _exchanged(values["en"], item.values)
    changed = replace(item, values=values)
    old = set(item.faults)
    new = [fault for fault in changed.faults if fault not in old]
    if new:
        return replace(session, notice=_said(new))
    if changed == item:
        return replace(session, notice="that is what it says already")
    return _moved(session, changed, session.at)


def _exchanged(english: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return what is forbidden once an editor prefers one of it: the old English instead."""
    forbidden = [text.strip() for text in values.get("forbidden_en", "").split(";")]
    if english.casefold() not in map(str.casefold, forbidden):
        return {}
    old = values.get("en", "")
    kept = (old if text.casefold() == english.casefold() else text for text in forbidden)
    return {"forbidden_en": ";".join(filter(None, kept))}


def _said(faults: Iterable[tuple[str, str]]) -> str:
    said = "; ".join(f"{column}: {message}" for column, message in faults)
    return said.replace("en: en is missing", "the English is missing")
