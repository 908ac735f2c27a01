"""Entries of a glossary that a proposal should be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from glossary.folding import tokenize
from glossary.values import Entry

_MOST = 4


class Rivals:
    """Finds entries that share the French of a proposal, or hold it or are held by it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in entries:
            for form in (entry.fr, *entry.forms_fr):
                words = _words(form)
                for word in dict.fromkeys(words):
                    self._by_word[word].append((words, entry))

    def of(self, fr: str) -> tuple[Entry, ...]:
        """Return the nearest entries, those of the same French first."""
        own = _words(fr)
        found: dict[str, tuple[tuple[int, int], Entry]] = {}
        for word in dict.fromkeys(own):
            for words, entry in self._by_word.get(word, ()):
                if _holds(words, own) or _holds(own, words):
                    rank = (abs(len(words) - len(own)), len(found))
                    found.setdefault(entry.id, (rank, entry))
        ranked = sorted(found.values(), key=lambda item: item[0])
        return tuple(entry for _, entry in ranked[:_MOST])


def _words(text: str) -> tuple[str, ...]:
    return tuple(tokenize(text).keys)


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether `short` stands in `long` as a run of words."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "
