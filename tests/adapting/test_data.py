"""The sentences that ship: replayed ones, measured ones, and marks in what is trained on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import glossary
from tests.adapting import desk
from translate.adapting import marking, replay
from translate.adapting.values import Pair
from translate.checks import check_pair
from translate.errors import InputError
from translate.memory.keys import key
from translate.values import Level

WORDS = glossary.from_rows([{"fr": "capitainerie", "en": "harbor authority", "kind": "term"}])


def test_no_sentence_is_both_replayed_and_measured() -> None:
    """What measures forgetting is never trained on, and nothing stands twice."""
    replayed, _ = replay.sentences(None)
    measured = replay.general()
    keys = [key(text) for text in (*replayed, *(pair.source for pair in measured))]
    assert len(keys) == len(set(keys)) > 200


def test_the_references_are_sound() -> None:
    """The checks warn about nothing in the English that general text is measured against."""
    for pair in replay.general():
        found = [one for one in check_pair(*pair) if one.level is not Level.INFO]
        assert found == [], pair.source


def test_sentences_of_ones_own_are_replayed(tmp_path: Path) -> None:
    """Of a table the first column counts; no sentence twice; an empty file is an error."""
    path = tmp_path / "old.tsv"
    lines = [f"Phrase {at}.\tSentence {at}." for at in range(20)]
    path.write_text("\n".join([*lines, lines[0], ""]), encoding="utf-8")
    assert replay.sentences(path) == ([f"Phrase {at}." for at in range(20)], "old.tsv")
    path.write_text("\n".join(lines[:19]), encoding="utf-8")
    with pytest.raises(InputError, match=r"old\.tsv has 19 sentences"):
        replay.sentences(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"old\.tsv cannot be read"):
        replay.sentences(path)


def test_terms_are_marked_in_part_of_the_pairs() -> None:
    """About half of the pairs with the term have it in marks; without marks all is as it was."""
    pairs = [Pair(*row) for row in desk.rows(200)]
    with_term = [pair for pair in pairs if "capitainerie" in pair.source]
    made, count = marking.marked(pairs, WORDS)
    assert len(with_term) / 4 < count < 3 * len(with_term) / 4
    bare = [re.sub(r"⟦([^‖]*)‖([^⟧]*)⟧", r"\1", pair.source) for pair in made]
    assert bare == [pair.source for pair in pairs]
    wanted = re.findall(r"⟦(\w+)‖([^⟧]*)⟧", "".join(pair.source for pair in made))
    assert len(wanted) == count
    assert {english.lower() for _, english in wanted} == {"harbor authority"}


def test_english_that_has_another_word_is_not_marked() -> None:
    """Marks only say what the reference does."""
    pairs = [Pair(f"La capitainerie a fermé le quai {at}.", "The port closed.") for at in range(20)]
    assert marking.marked(pairs, WORDS) == (pairs, 0)


def test_asking() -> None:
    """A request asks for the glossary's English of each term."""
    found = marking.asking(["La capitainerie a fermé.", "Rien de neuf."], WORDS)
    assert [term.en for term in found[0].terms] == ["harbor authority"]
    assert found[1].terms == ()
    assert marking.text_of(found[0], marks=True) == "La ⟦capitainerie‖harbor authority⟧ a fermé."
    assert marking.text_of(found[0], marks=False) == "La capitainerie a fermé."
