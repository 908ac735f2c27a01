"""Lint: everything in glossary files that an editor should look at, by line and column.

Rules are pure functions over located entries; `RULES` names them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from glossary.lint.registry import RULES
from glossary.lint.sheets import lay, parse_sheet, read_sheet
from glossary.lint.values import Finding, Level, Located, Material, Rule, Sheet

__all__ = [
    "RULES",
    "Finding",
    "Level",
    "Located",
    "Material",
    "Rule",
    "Sheet",
    "lay",
    "lint",
    "parse_sheet",
    "read_sheet",
]


def lint(
    sheets: Sequence[Sheet],
    *,
    today: dt.date,
    used: Mapping[str, int] | None = None,
    rules: Iterable[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Return what the rules find in files laid over each other, by place.

    Args:
        used: occurrences in a corpus by entry id (see `glossary.usage.count`), None without one.
    """
    entries, overridden = lay(sheets)
    material = Material(
        sheets=tuple(sheets), entries=entries, overridden=overridden, today=today, used=used
    )
    found = {
        Finding(
            path=hit.path,
            line=hit.line,
            column=hit.column,
            rule=rule.name,
            level=rule.level,
            message=hit.message,
            hint=hit.hint,
        )
        for rule in rules
        for hit in rule.find(material)
    }
    return tuple(sorted(found))
