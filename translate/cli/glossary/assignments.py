"""What stands on a command line as COLUMN=TEXT."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import click

_ASSIGNMENT = re.compile(r"([^=+]+?)(\+|-)?=(.*)", re.DOTALL)


def parse(assignments: Sequence[str], now: Mapping[str, str]) -> dict[str, str]:
    """Return column -> new value; ``+=`` and ``-=`` put in and take out one value of a list.

    >>> parse(["en=dike", "forms-en+=levee"], {"forms_en": "dyke"})
    {'en': 'dike', 'forms_en': 'dyke;levee'}

    Raises:
        click.UsageError: an argument is no assignment, or takes out what is not there.
    """
    values: dict[str, str] = {}
    for argument in assignments:
        found = _ASSIGNMENT.fullmatch(argument)
        if not found:
            raise click.UsageError(f"{argument!r} is not COLUMN=TEXT, such as en=embassy")
        column, sign, text = found[1].strip().lower(), found[2], found[3].strip()
        if column not in now:
            column = column.replace("-", "_")
        values[column] = _combined(values.get(column, now.get(column, "")), sign, text, column)
    return values


def _combined(before: str, sign: str | None, text: str, column: str) -> str:
    if not sign:
        return text
    listed = [part.strip() for part in before.split(";") if part.strip()]
    if sign == "+":
        return ";".join(dict.fromkeys([*listed, text]))
    if text not in listed:
        raise click.UsageError(f"{text!r} is not in {column}: {before or 'it is empty'}")
    return ";".join(part for part in listed if part != text)
