"""What changed between two versions of a glossary."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from glossary.folding import key
from glossary.homonyms import homonyms
from glossary.rows import COLUMNS, derive_id
from glossary.values import Entry, EntryStatus, Glossary, Kind

#: Columns whose cells are lists: their items are compared, not the cell.
LISTS = ("forms_fr", "forms_en", "forbidden_en", "cues")


class Group(StrEnum):
    """What an editor would call a change, in the order of a changelog."""

    ADDED = "added"
    REMOVED = "removed"
    APPROVED = "approved"
    DEPRECATED = "deprecated"
    PROPOSED = "proposed"
    RENAMED = "renamed"
    CHANGED = "changed"


_OF_STATUS = {
    EntryStatus.APPROVED: Group.APPROVED,
    EntryStatus.DEPRECATED: Group.DEPRECATED,
    EntryStatus.PROPOSED: Group.PROPOSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry before and after; `old` is None if it was added, `new` if it was removed."""

    old: Entry | None
    new: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is now, or was last."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change has an entry before or after it")
        return found

    @property
    def group(self) -> Group:
        """A change of status goes before a new name, a new name before other cells."""
        if self.old is None:
            return Group.ADDED
        if self.new is None:
            return Group.REMOVED
        if self.old.status is not self.new.status:
            return _OF_STATUS[self.new.status]
        renamed = (self.old.id, self.old.fr) != (self.new.id, self.new.fr)
        return Group.RENAMED if renamed else Group.CHANGED

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose cells differ, in the order of a file; none if added or removed."""
        if self.old is None or self.new is None:
            return ()
        return tuple(
            column for column in COLUMNS if getattr(self.old, column) != getattr(self.new, column)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Every change, by group, kind (people first) and French; empty when nothing changed.

    `homonyms`: ids of changed entries whose French others of their version have too.
    """

    changes: tuple[Change, ...] = ()
    homonyms: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[Group, int]:
        """How many changes each group has; groups without any are left out."""
        numbers = {group: sum(change.group is group for change in self.changes) for group in Group}
        return {group: number for group, number in numbers.items() if number}


def compare(old: Glossary, new: Glossary) -> Diff:
    """Return what turns `old` into `new`; the order of entries does not count.

    Entries are the same by id; else by French and kind, unless several of one version share them;
    else, where ids are derived from the French, by English and kind, if only one entry on each side
    has them.
    """
    shared = homonyms(old.entries).keys() | homonyms(new.entries).keys()

    def by_french(entry: Entry) -> Hashable:
        return None if entry.id in shared else (entry.fr, entry.kind)

    before = {entry.id: entry for entry in old.entries}
    after = {entry.id: entry for entry in new.entries}
    pairs = [(entry, after[id_]) for id_, entry in before.items() if id_ in after]
    changes = [Change(old=one, new=two) for one, two in pairs if one != two]
    for one, _ in pairs:
        del before[one.id], after[one.id]
    for name in (by_french, _by_english):
        for one, two in _renamed(before.values(), after.values(), name):
            changes.append(Change(old=one, new=two))
            del before[one.id], after[two.id]
    changes += [Change(old=entry, new=None) for entry in before.values()]
    changes += [Change(old=None, new=entry) for entry in after.values()]
    changed = {entry.id for change in changes for entry in (change.old, change.new) if entry}
    return Diff(changes=tuple(sorted(changes, key=_order)), homonyms=frozenset(shared & changed))


def _by_english(entry: Entry) -> Hashable:
    derived = entry.id == derive_id(entry.fr, entry.kind)
    return (entry.en, entry.kind) if derived else None


def _renamed(
    before: Iterable[Entry], after: Iterable[Entry], name: Callable[[Entry], Hashable]
) -> list[tuple[Entry, Entry]]:
    """Pairs that share a name which nobody else on either side has."""
    old, new = _unique(before, name), _unique(after, name)
    return [(entry, new[shared]) for shared, entry in old.items() if shared in new]


def _unique(
    entries: Iterable[Entry], name: Callable[[Entry], Hashable]
) -> Mapping[Hashable, Entry]:
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(name(entry), []).append(entry)
    return {shared: found[0] for shared, found in groups.items() if shared and len(found) == 1}


def _order(change: Change) -> tuple[int, int, str, str]:
    entry = change.entry
    return list(Group).index(change.group), list(Kind).index(entry.kind), key(entry.fr), entry.id
