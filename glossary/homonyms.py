"""Entries that share French and kind with others: only their ids tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossary.values import Entry, Kind


def homonyms(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return for each id the ids of all that share its French and kind; entries alone have none."""
    groups: dict[tuple[str, Kind], list[str]] = {}
    for entry in entries:
        groups.setdefault((entry.fr, entry.kind), []).append(entry.id)
    return {id_: tuple(ids) for ids in groups.values() if len(ids) > 1 for id_ in ids}
