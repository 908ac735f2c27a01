"""Reads the word tables beside this module: UTF-8, tab-separated, ``#`` begins a comment line."""

from __future__ import annotations

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    text = resources.files("translate.checks").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name` in ``data/``, fields stripped.

    Raises:
        FileNotFoundError: when the package was installed without this table.
    """
    return tuple(tuple(field.strip() for field in line.split("\t")) for line in _lines(name))


@cache
def items(name: str) -> frozenset[str]:
    """Return the entries of the word list `name` as a set."""
    return frozenset(_lines(name))  # word lists have one field; they are long


def listed(field: str) -> tuple[str, ...]:
    """Return the comma-separated members of a field."""
    return tuple(part.strip() for part in field.split(",") if part.strip())
