"""The state of a review: undo inverts, nothing is lost, the order is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.reviewing import (
    Accept,
    Action,
    Change,
    Decision,
    Decline,
    Item,
    Session,
    Skip,
    Undo,
    begin,
    difference,
    refreshed,
    step,
)


def _item(number: int, en: str) -> Item:
    values = {"id": f"p{number}", "fr": f"mot {number}", "en": en, "status": "proposed"}
    return Item(id=f"p{number}", values=values)


_ITEMS = st.lists(st.sampled_from(["", "word", "two words"]), min_size=1, max_size=6).map(
    lambda words: tuple(_item(number, en) for number, en in enumerate(words))
)
_CHANGES = st.builds(
    Change,
    st.sampled_from(["en", "note", "kind", "status", "id", "no-column"]),
    st.sampled_from(["", "word", "place", "=1+1", "a\x1b[31mb", "x"]),
)
_ACTIONS = st.lists(st.sampled_from([Accept(), Decline(), Skip(), Undo()]) | _CHANGES, max_size=25)


def _run(items: tuple[Item, ...], actions: list[Action]) -> Session:
    session = begin(items)
    for action in actions:
        session = step(session, action)
    return session


@given(_ITEMS, _ACTIONS, st.sampled_from([Accept(), Decline(), Skip()]) | _CHANGES)
def test_undo_inverts(items: tuple[Item, ...], actions: list[Action], last: Action) -> None:
    """Whatever was done before, undo brings back the state before the last step."""
    before = _run(items, actions)
    after = step(before, last)
    if not after.notice:
        assert step(after, Undo()) == replace(before, notice="")
    else:
        assert replace(after, notice=before.notice) == before


@given(_ITEMS, _ACTIONS)
def test_undo_to_the_beginning(items: tuple[Item, ...], actions: list[Action]) -> None:
    """As many undos as steps give the review as it began."""
    session = _run(items, actions)
    for _ in range(len(actions)):
        session = step(session, Undo())
    assert replace(session, notice="") == begin(items)


@given(_ITEMS, _ACTIONS)
def test_nothing_is_lost(items: tuple[Item, ...], actions: list[Action]) -> None:
    """Items keep their number, order and ids; what is accepted is sound."""
    session = _run(items, actions)
    assert [item.id for item in session.items] == [item.id for item in items]
    assert 0 <= session.at <= len(items)
    for item in session.items:
        assert item.decision is not Decision.ACCEPTED or not item.faults
        assert item.values["id"] == item.id


@given(_ITEMS, _ACTIONS, st.sampled_from([Accept(), Decline(), Skip(), Undo()]) | _CHANGES)
def test_a_step_changes_one_item(
    items: tuple[Item, ...], actions: list[Action], action: Action
) -> None:
    """What must be saved after a step is one item at most."""
    before = _run(items, actions)
    after = step(before, action)
    changed = [pair for pair in zip(before.items, after.items, strict=True) if pair[0] != pair[1]]
    assert len(changed) <= 1
    assert difference(before, after) == (changed[0] if changed else None)


def test_an_entry_without_english_is_not_accepted() -> None:
    """The notice says what is missing, and the entry stays on the screen until it has it."""
    session = step(begin([_item(0, "")]), Accept())
    assert (session.at, session.notice) == (0, "the English is missing")
    session = step(step(session, Change("en", "word")), Accept())
    assert session.current is None
    assert session.items[0].decision is Decision.ACCEPTED


def test_preferring_the_other_rendering() -> None:
    """English that would be forbidden becomes the wanted one, and the old one is forbidden."""
    values = {**_item(0, "election").values, "forbidden_en": "vote; poll"}
    session = begin([replace(_item(0, "election"), values=values)])
    changed = step(session, Change("en", "Vote"))
    assert changed.items[0].values["en"] == "Vote"
    assert changed.items[0].values["forbidden_en"] == "election;poll"
    assert step(changed, Undo()) == session
    other = step(session, Change("en", "runoff"))
    assert other.items[0].values["forbidden_en"] == "vote; poll"


@pytest.mark.parametrize("column", ["status", "id", "author", "date", "no-such-column"])
def test_columns_that_a_review_sets_itself(column: str) -> None:
    """They cannot be edited by hand, and the notice lists those that can."""
    session = step(begin([_item(0, "word")]), Change(column, "x"))
    assert "forbidden_en" in session.notice
    assert session.items == (_item(0, "word"),)


def test_undone_entries_come_again_and_decided_ones_do_not() -> None:
    """After two undos the first is shown; decided anew, the review goes on behind it."""
    session = _run((_item(0, "a"), _item(1, "b"), _item(2, "c")), [Accept(), Decline(), Undo()])
    assert session.at == 1
    assert step(session, Undo()).at == 0
    assert step(session, Skip()).at == 2


def test_others_decided() -> None:
    """An entry that is no longer proposed is passed over, and nothing on it can be undone."""
    session = step(begin([_item(0, "a"), _item(1, "b")]), Change("en", "other"))
    session = refreshed(session, "p0", None)
    assert session.at == 1
    assert session.items[0].decision is Decision.TAKEN
    assert step(session, Undo()).notice == "nothing to undo"


def test_others_changed() -> None:
    """An entry that others changed is shown as they left it."""
    session = refreshed(begin([_item(0, "a")]), "p0", {"id": "p0", "fr": "mot 0", "en": "theirs"})
    assert session.at == 0
    assert session.items[0].values["en"] == "theirs"
