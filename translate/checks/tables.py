"""Reads the word tables beside this module: UTF-8, tab-separated, ``#`` begins a comment line."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name` in ``data/``, fields stripped.

    Raises:
        FileNotFoundError: when the package was installed without this table.
    """
    text = resources.files("translate.checks").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(
        tuple(field.strip() for field in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def items(name: str) -> frozenset[str]:
    """Return the first fields of the table `name` as a set."""
    return frozenset(row[0] for row in rows(name))


def listed(field: str) -> tuple[str, ...]:
    """Return the comma-separated members of a field."""
    return tuple(part.strip() for part in field.split(",") if part.strip())
