"""What an import would do to a glossary: new, the same, differing, and changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from glossary.editing import Add, Change, Edit
from glossary.errors import Problem, StaleError
from glossary.formats.digests import BOOKKEEPING, digest
from glossary.formats.values import Found, Reading
from glossary.rows import COLUMNS, to_row
from glossary.values import Entry, EntryStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An entry that the file has otherwise: `columns` gives (the glossary's, the file's) cell.

    `stale` is set when the glossary changed the entry after the workbook was exported.
    """

    line: int
    id: str
    columns: Mapping[str, tuple[str, str]]
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import finds.

    Attributes:
        new: (line, entry as it would be added). same: how many entries bring nothing new.
        differing: entries that both have, with other cells.
        newer: ids that the glossary changed or removed since a workbook was exported, and the
            editor did not touch.
        missing: ids of the glossary that were in the workbook at its export and no longer are; not
            told of a workbook with faults.
    """

    new: tuple[tuple[int, Entry], ...] = ()
    same: int = 0
    differing: tuple[Difference, ...] = ()
    newer: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def plan(
    current: Sequence[Entry], reading: Reading, status: EntryStatus = EntryStatus.PROPOSED
) -> Plan:
    """Compare a file with a glossary; `status` is given to what is new.

    An entry is the same one when the id is, else when French and kind are. Only columns that the
    file speaks of are compared. The status is compared only for workbooks of ours, which come back
    to the desk they left: elsewhere it is another desk's word. New entries that the file calls
    deprecated stay so, and what lacks its English stays proposed.
    """
    known = _Known(current)
    base = known.own(reading.base)
    new: list[tuple[int, Entry]] = []
    differing: list[Difference] = []
    newer: list[str] = []
    same = 0
    seen: set[str] = set()
    for found in reading.found:
        mine = known.match(found)
        seen.add(mine.id if mine else found.entry.id)
        was = base.get(found.entry.id) if base is not None else None
        if mine is None and was is not None and was == digest(found.entry):
            newer.append(found.entry.id)  # removed here meanwhile, and not touched there
        elif mine is None:
            new.append((found.line, _added(found.entry, status)))
        elif was is not None and digest(mine) != was == digest(found.entry):
            newer.append(mine.id)
        elif columns := _different(mine, found, own=base is not None):
            stale = was is not None and digest(mine) != was
            differing.append(Difference(line=found.line, id=mine.id, columns=columns, stale=stale))
        else:
            same += 1
    # A faulty row is there, but which entry it is may not be readable.
    gone = [id_ for id_ in base or () if id_ not in seen and id_ in known.ids]
    return Plan(
        new=tuple(new),
        same=same,
        differing=tuple(differing),
        newer=tuple(newer),
        missing=() if reading.problems else tuple(gone),
    )


def changes(
    found: Plan, *, replace_differing: bool, stamped: Mapping[str, str] | None = None
) -> list[Change]:
    """Return the changes of the file that a plan means.

    Args:
        stamped: author and date of what is replaced, where the file names none of its own.
    """
    made: list[Change] = [Add(entry) for _, entry in found.new]
    if replace_differing:
        made += [
            Edit(
                one.id,
                {**(stamped or {}), **{name: theirs for name, (_, theirs) in one.columns.items()}},
            )
            for one in found.differing
        ]
    return made


def refuse_stale(found: Plan, path: str) -> None:
    """Refuse to replace what changed in the glossary while a workbook was away.

    Raises:
        StaleError: with each such row, both versions of each cell, and how to merge.
    """
    problems = [
        Problem(path=path, line=one.line, column=0, message=f"{one.id}: {_both(one.columns)}")
        for one in found.differing
        if one.stale
    ]
    if problems:
        raise StaleError(
            "rows of the workbook changed in the glossary since it was exported; nothing was "
            "imported. Put what is right into these rows of a workbook exported anew, or import "
            "with --on-conflict keep and edit these entries by hand",
            problems,
        )


def _both(columns: Mapping[str, tuple[str, str]]) -> str:
    return "; ".join(
        f"{column} {mine!r} in the glossary, {theirs!r} in the workbook"
        for column, (mine, theirs) in columns.items()
    )


class _Known:
    """The entries of a glossary, by id and by what they name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.ids: dict[str, Entry] = {}
        self._french: dict[str, list[Entry]] = {}
        for entry in entries:
            self.ids[entry.id] = entry
            self._french.setdefault(entry.fr, []).append(entry)

    def own(self, base: Mapping[str, str] | None) -> Mapping[str, str] | None:
        """Return what a workbook remembers if it left this glossary: most of its ids are here."""
        if base is None or sum(id_ in self.ids for id_ in base) * 2 < len(base):
            return None
        return base

    def match(self, found: Found) -> Entry | None:
        entry = found.entry
        if entry.id in self.ids:
            return self.ids[entry.id]
        same = self._french.get(entry.fr, [])
        if "kind" in found.columns:
            same = [one for one in same if one.kind is entry.kind]
        return next((one for one in same if one.en == entry.en), same[0] if same else None)


def _different(mine: Entry, found: Found, *, own: bool) -> dict[str, tuple[str, str]]:
    """Return the columns that differ; in a workbook of our `own`, who and when alone is nothing."""
    old, new = to_row(mine), to_row(found.entry)
    skipped = {"id"} if own else {"id", "status"}
    differing = {
        column: (old[column], new[column])
        for column in COLUMNS
        if column in found.columns and column not in skipped and old[column] != new[column]
    }
    return {} if own and differing.keys() <= BOOKKEEPING else differing


def _added(entry: Entry, status: EntryStatus) -> Entry:
    if entry.status is EntryStatus.DEPRECATED:
        return entry
    return replace(entry, status=status if entry.en else EntryStatus.PROPOSED)
