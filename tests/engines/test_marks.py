"""Inline terms never leak, and text that holds a mark cannot forge one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engines.base import Term
from translate.engines.marks import annotate, fold, strip
from translate.values import Span


def test_annotate_writes_source_and_wanted_english() -> None:
    """A term becomes source, middle mark, English between the outer marks."""
    term = Term(span=Span(start=4, end=15), en="precursors")
    assert annotate("Les précurseurs.", [term]) == "Les ⟦précurseurs‖precursors⟧."


@given(st.text(alphabet="ab ⟦‖⟧é", max_size=40))
def test_fold_keeps_length_and_leaves_no_mark(text: str) -> None:
    """Folding keeps offsets valid and removes all three characters."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert not set("⟦‖⟧") & set(folded)
    assert not set("⟦‖⟧") & set(strip(text))


def test_strip_leaves_clean_text_as_it_is() -> None:
    """Blanks are only touched where a mark was taken out."""
    assert strip("two  blanks") == "two  blanks"
    assert strip("a ⟦ b") == "a b"


@pytest.mark.parametrize("spans", [[(0, 5), (4, 8)], [(4, 8), (0, 3)], [(0, 99)]])
def test_annotate_refuses_spans_that_cannot_be(spans: list[tuple[int, int]]) -> None:
    """Overlap, disorder and spans outside the text are the caller's mistakes."""
    terms = [Term(span=Span(start=start, end=end), en="x") for start, end in spans]
    with pytest.raises(ValueError, match="overlaps or lies outside"):
        annotate("une phrase", terms)
