"""Similar sentences: none is overlooked, and what differs is told."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.memory.helpers import entry, filled
from translate.memory.keys import SIMILAR, key, words
from translate.memory.similar import MIN_WORDS, best_like, difference
from translate.memory.store import Memory
from translate.memory.values import Kind

WORDS = ("le", "la", "port", "de", "rouvre", "lundi", "mardi", "voté", "a", "oui")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Memory, list[str]]]:
    """Return a memory of 400 sentences of ten words, and these."""
    choose = random.Random(7)  # noqa: S311 - no secret
    known = [" ".join(choose.choices(WORDS, k=choose.randint(1, 12))) for _ in range(400)]
    memory = filled(
        tmp_path_factory.mktemp("m") / "memory.sqlite", *(entry(text, "x") for text in known)
    )
    yield memory, known
    memory.close()


_changes = st.lists(
    st.tuples(
        st.sampled_from(["put", "insert", "drop"]), st.integers(0, 99), st.sampled_from(WORDS)
    ),
    max_size=4,
)


@settings(max_examples=300)
@given(start=st.integers(0, 399), changes=_changes)
def test_the_best_of_all_is_found(
    many: tuple[Memory, list[str]], start: int, changes: list[tuple[str, int, str]]
) -> None:
    """The index gives what comparing with every remembered sentence gives."""
    memory, known = many
    tokens = known[start].split()
    for change, place, word in changes:
        at = place % len(tokens)
        tokens[at : at + (change != "insert")] = [word] * (change != "drop") or tokens[:1]
    new = " ".join(tokens)
    found = best_like(memory.database, new)
    shares = [
        Levenshtein.normalized_similarity(words(new), words(text))
        for text in known
        if key(text) != key(new)
    ]
    best = max(shares)
    if len(words(new)) < MIN_WORDS or best < SIMILAR:
        assert found is None
    else:
        assert found is not None
        assert found.percent == min(99, int(best * 100 + 1e-9))


@pytest.fixture
def memory(tmp_path: Path):
    """Return a memory with sentences that are alike."""
    memory = filled(
        tmp_path / "memory.sqlite",
        entry("Le conseil municipal votera jeudi le budget du port.", "imported", kind=Kind.IMPORT),
        entry("Le conseil municipal votera mardi le budget du port.", "human", days=-9),
        entry("Tout autre chose se passe ici à la capitale.", "other"),
    )
    yield memory
    memory.close()


def test_people_come_before_imports_at_the_same_likeness(memory: Memory) -> None:
    """Nine words, one of them another: 88 %."""
    found = best_like(memory.database, "Le conseil municipal votera lundi le budget du port.")
    assert found is not None
    assert (found.percent, found.target) == (88, "human")


def test_signs_alone_are_less_than_the_same(memory: Memory) -> None:
    """The same words with other marks are 99 %, shown and not applied."""
    found = best_like(memory.database, "Le conseil municipal votera mardi le budget du port ?")
    assert found is not None
    assert (found.percent, found.target) == (99, "human")


def test_the_very_sentence_is_no_similar_one(memory: Memory) -> None:
    """What is the same is used, not shown as like itself."""
    found = best_like(memory.database, "Tout autre chose se passe ici à la capitale.")
    assert found is None


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ("Le port rouvre lundi matin", "Le port rouvre mardi", "'lundi matin' for 'mardi'"),
        ("Le grand port rouvre", "Le port rouvre", "'grand' added"),
        ("Le port rouvre", "Le port rouvre enfin", "no 'enfin'"),
        ("Le port rouvre !", "Le port rouvre.", "signs only"),
        (
            "a b c d e f g h i j",
            "a x c x e x g x i x",
            "'b' for 'x', 'd' for 'x', 'f' for 'x', ...",
        ),
    ],
)
def test_difference(new: str, old: str, told: str) -> None:
    """What an editor reads of how the French differs."""
    assert difference(new, old) == told
