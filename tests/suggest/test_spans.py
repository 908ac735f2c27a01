"""Words in spans, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.checks.text import words
from translate.suggest.spans import inside, touched

_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda pair: (pair[0], sum(pair))),
    max_size=5,
)
_TEXTS = st.lists(st.sampled_from(["le", "port", "de", "Saint-Lys", "l'eau", "x"]), max_size=9)


@given(_TEXTS, _SPANS)
def test_touched(pieces: list[str], spans: list[tuple[int, int]]) -> None:
    """A word is touched when it shares a letter with some span."""
    found = words(" ".join(pieces), french=True)
    wanted = {
        at
        for at, word in enumerate(found)
        if any(start < word.end and word.start < end for start, end in spans)
    }
    assert touched(found, spans) == wanted


@given(_TEXTS, _SPANS)
def test_inside(pieces: list[str], spans: list[tuple[int, int]]) -> None:
    """A word is inside when spans cover each of its letters."""
    found = words(" ".join(pieces), french=True)
    covered = {at for start, end in spans for at in range(start, end)}
    wanted = {
        at for at, word in enumerate(found) if covered.issuperset(range(word.start, word.end))
    }
    assert inside(found, spans) == wanted
