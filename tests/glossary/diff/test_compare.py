"""Comparing two versions of a glossary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Entry, EntryStatus, Glossary, Kind, merge
from glossary.compare import Change, Diff, Group, compare
from glossary.rows import derive_id

_WORD = st.sampled_from(["port", "quai", "phare", "criée", "casier"])


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    fr, kind = draw(_WORD), draw(st.sampled_from([Kind.TERM, Kind.PLACE, Kind.PERSON]))
    return Entry(
        id=draw(st.sampled_from(["a", "b", "c", derive_id(fr, kind)])),
        fr=fr,
        en=draw(_WORD),
        kind=kind,
        forms_fr=tuple(draw(st.lists(_WORD, max_size=2, unique=True))),
        note=draw(st.sampled_from(["", "note"])),
        status=draw(st.sampled_from(EntryStatus)),
    )


_GLOSSARIES = st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.id).map(
    lambda entries: merge([Glossary(entries=tuple(entries))])
)


def _applied(glossary: Glossary, diff: Diff) -> dict[str, Entry]:
    """Make the changes one by one; each must find what it says it changes."""
    entries = {entry.id: entry for entry in glossary.entries}
    for change in diff.changes:
        if change.old:
            assert entries.pop(change.old.id) == change.old
    for change in diff.changes:
        if change.new:
            assert change.new.id not in entries
            entries[change.new.id] = change.new
    return entries


@given(glossary=_GLOSSARIES)
def test_nothing_changed_from_itself(glossary: Glossary) -> None:
    """A glossary compared with itself has no change, in whatever order its entries are."""
    assert compare(glossary, glossary) == Diff()
    turned = Glossary(entries=glossary.entries[::-1])
    assert compare(glossary, turned) == Diff()


@given(old=_GLOSSARIES, new=_GLOSSARIES)
def test_the_changes_turn_one_into_the_other(old: Glossary, new: Glossary) -> None:
    """Applied to the old version they give the new one, entry for entry."""
    assert _applied(old, compare(old, new)) == {entry.id: entry for entry in new.entries}


@given(old=_GLOSSARIES, new=_GLOSSARIES)
def test_the_way_back_is_the_same_turned_round(old: Glossary, new: Glossary) -> None:
    """Comparing the other way gives the same pairs, swapped."""
    there = {(change.old, change.new) for change in compare(old, new).changes}
    back = {(change.new, change.old) for change in compare(new, old).changes}
    assert there == back


_PORT = Entry(id="a", fr="port", en="harbor")


@pytest.mark.parametrize(
    ("old", "new", "group", "columns"),
    [
        (None, _PORT, Group.ADDED, ()),
        (_PORT, None, Group.REMOVED, ()),
        (_PORT, replace(_PORT, en="port"), Group.CHANGED, ("en",)),
        (_PORT, replace(_PORT, fr="port de pêche"), Group.RENAMED, ("fr",)),
        (_PORT, replace(_PORT, id="b"), Group.RENAMED, ("id",)),
        (_PORT, replace(_PORT, status=EntryStatus.DEPRECATED), Group.DEPRECATED, ("status",)),
        (replace(_PORT, status=EntryStatus.PROPOSED), _PORT, Group.APPROVED, ("status",)),
    ],
)
def test_groups(
    old: Entry | None, new: Entry | None, group: Group, columns: tuple[str, ...]
) -> None:
    """What each kind of change is called and which columns it names."""
    sides = [Glossary(entries=(entry,) if entry else ()) for entry in (old, new)]
    (change,) = compare(*sides).changes
    assert (change.old, change.new, change.group, change.columns) == (old, new, group, columns)


def test_without_ids_new_french_is_a_new_name() -> None:
    """An id that is derived changes with the French: kind and English tell the entry."""
    old, new = (
        Entry(id=derive_id(fr, Kind.TERM), fr=fr, en="fish auction") for fr in ("criee", "criée")
    )
    (change,) = compare(Glossary(entries=(old,)), Glossary(entries=(new,))).changes
    assert change == Change(old=old, new=new)
    assert change.group is Group.RENAMED


def test_people_come_first_and_terms_by_french() -> None:
    """In each group: people first; within a kind by the French, accents aside."""
    entries = (
        Entry(id="1", fr="zone", en="zone"),
        Entry(id="2", fr="État", en="state"),
        Entry(id="3", fr="Liv Aune", en="Liv Aune", kind=Kind.PERSON),
    )
    found = compare(Glossary(), Glossary(entries=entries)).changes
    assert [change.entry.id for change in found] == ["3", "2", "1"]


_MAYOR = Entry(id="m", fr="Liv Aune", en="Liv Aune", kind=Kind.PERSON, note="mayor")
_SKIPPER = replace(_MAYOR, id="s", note="skipper")
_PAINTER = replace(_MAYOR, id="p", note="painter")


def test_a_namesake_is_nobody_renamed() -> None:
    """One who goes and one who comes share their French with a third: they are two people."""
    old, new = Glossary(entries=(_MAYOR, _SKIPPER)), Glossary(entries=(_MAYOR, _PAINTER))
    found = compare(old, new)
    assert [(change.old, change.new) for change in found.changes] == [
        (None, _PAINTER),
        (_SKIPPER, None),
    ]
    assert found.homonyms == {"p", "s"}


def test_the_last_of_a_name_keeps_it_under_another_id() -> None:
    """Where one entry on each side has the French, it is the same one."""
    (change,) = compare(Glossary(entries=(_MAYOR,)), Glossary(entries=(_PAINTER,))).changes
    assert (change.group, change.columns) == (Group.RENAMED, ("id", "note"))
