"""Pairs: what is left out and why, how they are divided."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapting import desk
from translate.adapting import pairs as cleaning
from translate.adapting.values import Cleaned, Pair, TooFewPairsError
from translate.errors import InputError
from translate.memory.keys import key
from translate.memory.store import Memory
from translate.memory.values import Entry, Kind

GOOD = Pair("Le port de Kervanec rouvrira lundi.", "The port of Kervanec will reopen Monday.")


def _fits(pair: Pair) -> bool:
    return len(pair.source) < 100


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        (Pair("Le port rouvre.", " "), "empty or unreadable"),
        (Pair("", "The port reopens."), "empty or unreadable"),
        (Pair("Le port rouvre. " * 20, "The port reopens. " * 20), "too long for the model"),
        (Pair("Le port a 12 navires.", "The port has 48 ships."), "broken, the checks say"),
        (
            Pair("Le syndicat a déposé un préavis de grève.", "The museum sold two paintings."),
            "broken, the checks say",
        ),
    ],
)
def test_what_is_left_out_is_counted(pair: Pair, why: str) -> None:
    """Each reason is counted, and the good pair stays."""
    found = cleaning.cleaned([GOOD, pair], _fits)
    assert found.pairs == (GOOD,)
    assert found.left_out == {why: 1}
    assert found.read == 2


def test_the_last_english_of_a_sentence_counts() -> None:
    """Whoever corrects a sentence again means the later English; blanks make no other sentence."""
    older = Pair("Le port de  Kervanec rouvrira lundi.", "Kervanec's port opens again Monday.")
    found = cleaning.cleaned([older, GOOD], _fits)
    assert found.pairs == (GOOD,)
    assert found.left_out == {"duplicate": 1}


def test_house_style_is_no_fault() -> None:
    """Every pair of the invented desk is usable: its own words are what is to be learned."""
    found = cleaning.cleaned((Pair(*row) for row in desk.rows(200)), lambda _: True)
    assert found.left_out == {}


def test_english_of_other_sentences_is_found() -> None:
    """Most shuffled pairs go, true ones stay; drafts that differ from the English tell."""
    true = [Pair(*row) for row in desk.rows(100)]
    drafts = [pair.target.replace("harbor authority", "captain") for pair in true]
    assert len(cleaning.without_strangers(_all(true), drafts).pairs) > 95
    mixed = [Pair(*row) for row in desk.shuffled(100)]
    left = cleaning.without_strangers(_all(mixed), drafts)
    assert len(left.pairs) < 50
    assert left.left_out["English of another sentence"] == 100 - len(left.pairs)


def _all(pairs: list[Pair]) -> Cleaned:
    return Cleaned(pairs=tuple(pairs), left_out={})


@given(st.integers(40, 300), st.randoms())
def test_parts_are_whole_and_the_same_for_any_order(count: int, draw: object) -> None:
    """Every pair is in one part, and the order in which they came decides nothing."""
    pairs = [Pair(f"Phrase numéro {at}.", f"Sentence number {at}.") for at in range(count)]
    parts = cleaning.divided(pairs)
    assert sorted((*parts.train, *parts.aside, *parts.held_out)) == sorted(pairs)
    assert len(parts.held_out) >= cleaning.FEWEST
    assert len(parts.aside) >= cleaning.FEWEST_ASIDE
    assert len(parts.train) >= cleaning.FEWEST_TRAINED
    shuffled = list(pairs)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cleaning.divided(shuffled) == parts


def test_a_held_out_pair_stays_held_out() -> None:
    """A pair that is added moves no pair between the parts, unless it takes its place."""
    pairs = [Pair(*row) for row in desk.rows(150)]
    before, after = cleaning.divided(pairs[:140]), cleaning.divided(pairs[:141])
    moved = set(before.held_out) - set(after.held_out)
    assert len(moved) <= 1
    assert all(key(pair.source) for pair in moved)


def test_too_few_pairs() -> None:
    """The error says how many there are and how many it takes."""
    with pytest.raises(TooFewPairsError, match=r"39 usable pairs .* at least 40") as caught:
        cleaning.divided([Pair(*row) for row in desk.rows(39)])
    assert caught.value.exit_code == 2


def test_only_people_teach(tmp_path: Path) -> None:
    """Of a memory, what this desk's people wrote is taken, the newest last."""
    memory = Memory(tmp_path / "m.sqlite")
    moments = [dt.datetime(2026, 1, day, tzinfo=dt.UTC) for day in (3, 2, 1)]
    kinds = (Kind.HUMAN, Kind.IMPORT, Kind.HUMAN)
    memory.add(
        Entry(source=f"Phrase {at}.", target=f"Sentence {at}.", kind=kind, made=made)
        for at, (kind, made) in enumerate(zip(kinds, moments, strict=True))
    )
    assert [pair.source for pair in cleaning.from_memory(memory)] == ["Phrase 2.", "Phrase 0."]
    memory.close()


def test_tables(tmp_path: Path) -> None:
    """A row that lacks its English is counted; a file that is no table is an error."""
    table = tmp_path / "c.tsv"
    table.write_text("Le port.\tThe port.\nLa mairie.\t\n", encoding="utf-8")
    assert cleaning.from_table(table) == ([Pair("Le port.", "The port.")], 1)
    (tmp_path / "c.doc").write_bytes(b"\x00")
    with pytest.raises(InputError, match=r"c\.doc"):
        cleaning.from_table(tmp_path / "c.doc")
