"""The word lists themselves and how they are matched."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import lexicon
from summarize.words import tokens, word_count

NAMES = sorted(
    path.name.removesuffix(".txt")
    for path in resources.files("summarize").joinpath("data").iterdir()
    if path.name.endswith(".txt")
)


@pytest.mark.parametrize("name", NAMES)
def test_list_says_what_it_is_and_repeats_nothing(name: str) -> None:
    """Each file opens with a comment, and no line stands twice."""
    path = resources.files("summarize").joinpath("data", f"{name}.txt")
    first, *lines = path.read_text("utf-8").splitlines()
    assert first.startswith("# ")
    assert lexicon.phrases(name)
    if name != "stopwords":
        folded = [tokens(line) for line in lines]
        assert sorted(folded) == sorted(set(folded))


@given(words=st.lists(st.sampled_from(["selon", "ce", "dernier", "lundi", "x"]), max_size=9))
def test_contains_is_a_search_for_any_phrase(words: list[str]) -> None:
    """The indexed search finds what a plain one finds."""
    line = f" {' '.join(words)} "
    expected = any(f" {' '.join(phrase)} " in line for phrase in lexicon.phrases("leaning"))
    assert lexicon.contains("leaning", tuple(words)) is expected


def test_words_are_counted_as_an_editor_does() -> None:
    """Typographic blanks before : and inside quotation marks make no words."""
    assert word_count("« L'eau monte : 3 mètres »") == 4
