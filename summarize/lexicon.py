"""Word lists of the package: read once, on first use, matched on folded tokens."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
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
def words(name: str) -> frozenset[str]:
    """Return the list `name` as single words."""
    return frozenset(word for phrase in phrases(name) for word in phrase)


@functools.cache
def _by_first(name: str) -> Mapping[str, tuple[Phrase, ...]]:
    groups: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases(name)):
        groups[phrase[0]].append(phrase)
    return {first: tuple(group) for first, group in groups.items()}


def opens_with(name: str, tokens_: Phrase, at: int = 0) -> bool:
    """Whether a phrase of the list `name` stands at position `at` of the tokens."""
    group = _by_first(name).get(tokens_[at], ()) if at < len(tokens_) else ()
    return any(tokens_[at : at + len(phrase)] == phrase for phrase in group)


def contains(name: str, tokens_: Phrase) -> bool:
    """Whether a phrase of the list `name` stands anywhere in the tokens; linear in their number."""
    firsts = _by_first(name)
    return any(word in firsts and opens_with(name, tokens_, at) for at, word in enumerate(tokens_))
