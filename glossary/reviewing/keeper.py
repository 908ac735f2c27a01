"""Keeping the decisions of a review in the files, each before the next key is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.editing import Add, Edit, Remove, Row, Sheet, edit_file, read
from glossary.editing import Change as FileChange
from glossary.errors import StaleError
from glossary.reviewing.session import Decision, Item
from glossary.rows import COLUMNS, RowReader
from glossary.values import EntryStatus

_STATUS = {
    Decision.OPEN: EntryStatus.PROPOSED,
    Decision.ACCEPTED: EntryStatus.APPROVED,
    Decision.DECLINED: EntryStatus.DEPRECATED,
}
#: The columns of which the id of a row without one is derived.
_NAMING = frozenset({"fr", "kind"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a decision on disk.

    Attributes:
        refused: what others did meanwhile, "" when the decision is kept.
        values: the item as it stands now, when refused; None if it is no longer proposed.
    """

    refused: str = ""
    values: Mapping[str, str] | None = None


class Keeper:
    """Writes what changes between two states of an item.

    A decision sets the status of its row in `proposals`; an accepted entry goes to `target` too,
    which may be the same file. The order of the two writes is such that a review that is killed
    between them shows the entry again rather than losing it.

    Args:
        stamp: gives author and date, as far as a header has these columns.

    Raises:
        GlossaryError: a file cannot be read or written; nothing was changed then.
    """

    def __init__(
        self, proposals: Path, target: Path, stamp: Callable[[Sequence[str]], Mapping[str, str]]
    ) -> None:
        self._proposals, self._target, self._stamp = proposals, target, stamp
        self._sheet = read(proposals)
        self._same = target.exists() and target.resolve() == proposals.resolve()
        self._wanted: Sheet | None = None
        if not self._same:
            self._wanted = read(target) if target.exists() else None
        #: Rows of the target as they were before an entry was accepted, None for no row.
        self._replaced: dict[str, Row | None] = {}

    def items(self) -> tuple[Item, ...]:
        """Return what waits for review, in the file's order; rows of one id are left out."""
        return tuple(
            Item(id=row.id, values=row.values)
            for row in self._sheet.rows
            if _waits(row) and len(self._sheet.named(row.id)) == 1
        )

    def keep(self, before: Item, after: Item) -> Kept:
        """Write the step from `before` to `after`."""
        if before == after:
            return Kept()
        accepted = after.decision is Decision.ACCEPTED
        taken_back = before.decision is Decision.ACCEPTED
        try:
            if accepted and not self._same:
                self._put(after)
            try:
                self._mark(before, after)
            except StaleError:
                if accepted and not self._same:
                    self._take_back(after)
                raise
            if taken_back and not self._same:
                self._take_back(before)
        except StaleError as error:
            return self._refused(after.id, str(error))
        return Kept()

    def _mark(self, before: Item, after: Item) -> None:
        """Write the changed cells and the status into the row of the proposal."""
        values = {
            column: after.values.get(column, "")
            for column in {**before.values, **after.values}
            if before.values.get(column, "") != after.values.get(column, "")
        }
        if not after.values.get("id") and _NAMING & values.keys():
            values["id"] = after.id  # else another one would be derived
        if before.decision is not after.decision:
            values["status"] = _STATUS[after.decision]
            stamp = self._stamp(self._sheet.header)
            reopened = after.decision is Decision.OPEN
            values |= {name: after.values[name] if reopened else stamp[name] for name in stamp}
        self._sheet = edit_file(self._proposals, [Edit(after.id, values)], base=self._sheet)

    def _put(self, item: Item) -> None:
        """Write an accepted entry into the glossary, over the entry of its id if there is one."""
        cells = {column: item.values.get(column, "") for column in COLUMNS}
        header = self._wanted.header if self._wanted else COLUMNS
        cells |= {"id": item.id, "status": EntryStatus.APPROVED, **self._stamp(header)}
        rows = self._wanted.named(item.id) if self._wanted else ()
        change: FileChange
        if rows:
            values = {name: value for name, value in cells.items() if value and name != "id"}
            change = Edit(item.id, values)
        else:
            entry = RowReader(cells).entry()
            if entry is None:
                raise ValueError(f"{item.id} was accepted with faults")
            change = Add(entry)
        self._edit_target(change)
        self._replaced.setdefault(item.id, rows[0] if rows else None)

    def _take_back(self, item: Item) -> None:
        """Undo `_put`."""
        row = self._replaced.pop(item.id)
        if row is None:
            self._edit_target(Remove(item.id))
        else:
            header = self._wanted.header if self._wanted else ()
            values = {name: row.values.get(name, "") for name in header if name != "id"}
            self._edit_target(Edit(item.id, values))

    def _edit_target(self, change: FileChange) -> None:
        base = self._wanted or Sheet.new()
        create = self._wanted is None
        self._wanted = edit_file(self._target, [change], base=base, create=create)

    def _refused(self, id_: str, message: str) -> Kept:
        """Read both files anew and tell how the item stands now."""
        self._sheet = read(self._proposals)
        if not self._same and self._target.exists():
            self._wanted = read(self._target)
        rows = self._sheet.named(id_)
        values = rows[0].values if len(rows) == 1 and _waits(rows[0]) else None
        return Kept(refused=message, values=values)


def _waits(row: Row) -> bool:
    return row.values.get("status", "").lower() == EntryStatus.PROPOSED
