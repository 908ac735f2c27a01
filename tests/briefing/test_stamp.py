"""The front matter of a briefing: recognised as ours, and edits are noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendering.strategies import texts
from translate.briefing import assemble, to_markdown
from translate.errors import InputError
from translate.pages import read_page
from translate.rendering import read_provenance

from .articles import page, vote


def test_briefing_is_ours_and_unedited() -> None:
    """A fresh briefing is recognised; one changed word makes it edited."""
    text = to_markdown(assemble([vote()]))
    found = read_provenance(text)
    assert found is not None
    assert not found.edited
    changed = read_provenance(text.replace("passed the pension", "adopted the pension"))
    assert changed is not None
    assert changed.edited


def test_briefing_is_no_page() -> None:
    """A briefing given as an input is refused, not briefed."""
    with pytest.raises(InputError):
        read_page(to_markdown(assemble([vote()])))


@given(french=texts, english=texts, outlet=texts)
def test_any_text_makes_a_whole_briefing(french: str, english: str, outlet: str) -> None:
    """Hostile words neither break the front matter nor pass for an edit."""
    from tests.rendering.factory import paragraph

    made = page((paragraph((f"Le port {french}", f"The harbor {english}")),), "a.txt", outlet)
    found = read_provenance(to_markdown(assemble([made])))
    assert found is not None
    assert not found.edited


@given(data=st.text(max_size=40))
def test_title_of_any_source_name(data: str) -> None:
    """Whatever a file is called, the briefing names it and stays whole."""
    from dataclasses import replace

    found = read_provenance(to_markdown(assemble([replace(vote(), source=data or "x")])))
    assert found is not None
    assert not found.edited
