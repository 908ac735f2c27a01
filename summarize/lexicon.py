"""Word lists of the package: read once, on first use, matched on folded tokens."""

from __future__ import annotations

import functools
from importlib import resources

from summarize.words import tokens

Phrase = tuple[str, ...]


@functools.cache
def phrases(name: str) -> frozenset[Phrase]:
    """Return the phrases of ``data/<name>.txt`` as tuples of folded tokens.

    One phrase a line; "#" starts a comment.
    """
    text = resources.files("summarize").joinpath("data", f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(phrase for line in lines if (phrase := tokens(line)))


@functools.cache
def _longest(name: str) -> int:
    return max(map(len, phrases(name)))


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return the list `name` as single words."""
    return frozenset(word for phrase in phrases(name) for word in phrase)


def opens_with(name: str, tokens_: Phrase) -> bool:
    """Whether the tokens begin with a phrase of the list `name`."""
    known = phrases(name)
    return any(tokens_[:size] in known for size in range(1, _longest(name) + 1))


def contains(name: str, tokens_: Phrase) -> bool:
    """Whether a phrase of the list `name` stands anywhere in the tokens; linear in their number."""
    known, longest = phrases(name), _longest(name)
    return any(
        tokens_[at : at + size] in known
        for at in range(len(tokens_))
        for size in range(1, longest + 1)
    )
