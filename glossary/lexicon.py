"""Word lists that come with the package as data files, read once on first use."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib import resources


def data_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of `glossary/data`, as column name to cell."""
    text = resources.files("glossary").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """Return the sets of a data file with the columns `set` and `words` (separated by blanks)."""
    return {row["set"]: frozenset(row["words"].split()) for row in data_rows(name)}


def french(name: str, word: str) -> bool:
    """Whether `word` (case is ignored) is in the named set of ``french_words.csv``."""
    return word.lower() in word_sets("french_words.csv")[name]
