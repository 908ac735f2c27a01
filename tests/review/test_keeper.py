"""Decisions on disk: each state of a review is in the files, and undo takes it out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import EntryStatus, load
from glossary.editing import Edit, Remove, edit_file
from glossary.errors import GlossaryError
from glossary.reviewing import (
    Accept,
    Action,
    Change,
    Decision,
    Decline,
    Keeper,
    Session,
    Skip,
    Undo,
    begin,
    difference,
    step,
)

_PROPOSALS = """# our proposals
id,fr,en,kind,status,author,date,evidence,desk
p0,mot zéro,word zero,term,proposed,,,a s1: mot → word,mine
p1,mot un,,term,proposed,,,,
done,fini,done,term,approved,Anne,2026-01-01,,
p2,Zorvane,Zorvane,place,proposed,,,,
"""
_GLOSSARY = (
    "id,fr,en,kind,note,status\np2,Zorvane,Zorvania,place,theirs,approved\nq,port,port,term,,\n"
)
_STAMP = {"author": "Rozenn", "date": "2026-11-28"}
_STATUS = {
    Decision.OPEN: EntryStatus.PROPOSED,
    Decision.ACCEPTED: EntryStatus.APPROVED,
    Decision.DECLINED: EntryStatus.DEPRECATED,
}


def _stamp(header: Sequence[str]) -> Mapping[str, str]:
    return {name: value for name, value in _STAMP.items() if name in header}


def _files(folder: Path) -> tuple[Path, Path]:
    proposals, target = folder / "proposed.csv", folder / "glossary.csv"
    proposals.write_text(_PROPOSALS, encoding="utf-8")
    target.write_text(_GLOSSARY, encoding="utf-8")
    return proposals, target


def _kept(keeper: Keeper, session: Session, action: Action) -> Session:
    after = step(session, action)
    changed = difference(session, after)
    if changed:
        assert not keeper.keep(*changed).refused
    return after


_ACTIONS = st.lists(
    st.sampled_from(
        [Accept(), Decline(), Skip(), Undo(), Change("en", "other"), Change("note", "n; m")]
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(_ACTIONS, st.booleans())
def test_the_files_are_the_state(
    tmp_path_factory: pytest.TempPathFactory, actions: list[Action], same: bool
) -> None:
    """After each step the files are the state, a new review goes on there, and undo empties it."""
    proposals, target = _files(tmp_path_factory.mktemp("review"))
    target = proposals if same else target
    before = {path: load([path]).entries for path in {proposals, target}}
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    for action in actions:
        session = _kept(keeper, session, action)
        rows = {entry.id: entry for entry in load([proposals]).entries}
        approved = {entry.id: entry for entry in load([target]).entries}
        for item in session.items:
            assert rows[item.id].status is _STATUS[item.decision]
            assert rows[item.id].en == item.values["en"]
            if item.decision is Decision.ACCEPTED:
                entry = approved[item.id]
                assert (entry.en, entry.status) == (item.values["en"], EntryStatus.APPROVED)
        waiting = [item.id for item in session.items if item.decision is Decision.OPEN]
        assert [item.id for item in Keeper(proposals, target, _stamp).items()] == waiting
    for _ in actions:
        session = _kept(keeper, session, Undo())
    assert {path: load([path]).entries for path in before} == before
    text = proposals.read_text(encoding="utf-8")
    assert text.startswith("# our proposals\n")
    assert ",mine" in text


def test_accepted_entries_are_stamped(tmp_path: Path) -> None:
    """The glossary gets author and date where it has these columns; evidence stays behind."""
    proposals, _ = _files(tmp_path)
    target = tmp_path / "new.csv"
    keeper = Keeper(proposals, target, _stamp)
    _kept(keeper, begin(keeper.items()), Accept())
    (entry,) = load([target]).entries
    assert (entry.id, entry.author, str(entry.date)) == ("p0", "Rozenn", "2026-11-28")
    assert "evidence" not in target.read_text(encoding="utf-8")


def test_the_entry_of_that_id_is_replaced_and_comes_back(tmp_path: Path) -> None:
    """An accepted entry overwrites what it proposes only; undo restores the old values."""
    proposals, target = _files(tmp_path)
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    for action in (Skip(), Skip(), Accept()):
        session = _kept(keeper, session, action)
    entry = next(entry for entry in load([target]).entries if entry.id == "p2")
    assert (entry.en, entry.note) == ("Zorvane", "theirs")
    _kept(keeper, session, Undo())
    entry = next(entry for entry in load([target]).entries if entry.id == "p2")
    assert (entry.en, entry.note) == ("Zorvania", "theirs")


def test_others_changed_the_proposal(tmp_path: Path) -> None:
    """The decision is refused with what they did; the glossary is as it was; then it goes."""
    proposals, target = _files(tmp_path)
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    edit_file(proposals, [Edit("p0", {"en": "theirs"})])
    changed = difference(session, step(session, Accept()))
    assert changed is not None
    kept = keeper.keep(*changed)
    assert "'word zero' → 'theirs'" in kept.refused
    assert kept.values is not None
    assert kept.values["en"] == "theirs"
    assert target.read_text(encoding="utf-8") == _GLOSSARY
    assert not keeper.keep(*changed).refused


def test_others_decided_the_proposal(tmp_path: Path) -> None:
    """What is no longer proposed has no values any more."""
    proposals, target = _files(tmp_path)
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    edit_file(proposals, [Remove("p0")])
    changed = difference(session, step(session, Decline()))
    assert changed is not None
    kept = keeper.keep(*changed)
    assert "was removed" in kept.refused
    assert kept.values is None


def test_another_review_made_the_glossary(tmp_path: Path) -> None:
    """Two reviews that both began without a glossary: the second is told, and nothing is lost."""
    proposals, target = _files(tmp_path)
    target.unlink()
    keeper = Keeper(proposals, target, _stamp)
    changed = difference(begin(keeper.items()), step(begin(keeper.items()), Accept()))
    assert changed is not None
    target.write_text("id,fr,en\np0,mot zéro,theirs\n", encoding="utf-8")
    assert "was added, with en 'theirs'" in keeper.keep(*changed).refused
    assert target.read_text(encoding="utf-8") == "id,fr,en\np0,mot zéro,theirs\n"


@pytest.mark.parametrize("same", [True, False])
def test_a_row_without_id_keeps_its_derived_one(tmp_path: Path, same: bool) -> None:
    """Another kind or French would derive another id; the entry is accepted all the same."""
    proposals = tmp_path / "proposed.csv"
    proposals.write_text("fr,en,kind,status\nfoc,jib,term,proposed\n", encoding="utf-8")
    target = proposals if same else tmp_path / "glossary.csv"
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    for action in (Change("kind", "place"), Change("fr", "grand foc"), Accept()):
        session = _kept(keeper, session, action)
    (entry,) = load([target]).entries
    assert (entry.fr, entry.kind, entry.status) == ("grand foc", "place", EntryStatus.APPROVED)


def test_others_added_to_the_glossary(tmp_path: Path) -> None:
    """An entry of that id that came meanwhile is not overwritten unseen."""
    proposals, target = _files(tmp_path)
    keeper = Keeper(proposals, target, _stamp)
    session = begin(keeper.items())
    with target.open("a", encoding="utf-8") as stream:
        stream.write("p0,mot zéro,theirs,term,,\n")
    changed = difference(session, step(session, Accept()))
    assert changed is not None
    assert "was added" in keeper.keep(*changed).refused
    rows = {entry.id: entry for entry in load([proposals]).entries}
    assert rows["p0"].status is EntryStatus.PROPOSED
    assert {entry.id: entry.en for entry in load([target]).entries}["p0"] == "theirs"


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """A missing file is an error that says so."""
    with pytest.raises(GlossaryError, match="No such file"):
        Keeper(tmp_path / "none.csv", tmp_path / "glossary.csv", _stamp)
