"""Lint: everything in glossary files that an editor should look at, by line and column.

Rules are pure functions over located entries; `RULES` names them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from glossary.lint.registry import RULES
from glossary.lint.sheets import lay, parse_sheet, read_sheet
from glossary.lint.values import Finding, Level, Located, Material, Rule, Sheet
from glossary.usage import count, covered
from glossary.values import Glossary

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
    articles: Sequence[Sequence[str]] | None = None,
    rules: Iterable[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Return what the rules find in files laid over each other, by place.

    Args:
        today: the day against which dates are held.
        articles: a corpus, each article a sequence of its sentences; None tells nothing of use.
    """
    entries, overridden = lay(sheets)
    glossary = Glossary(entries=tuple(located.entry for located in entries))
    usage = count(glossary, articles) if articles is not None else None
    material = Material(
        sheets=tuple(sheets),
        entries=entries,
        overridden=overridden,
        today=today,
        usage=usage,
        covered=covered(glossary, usage, articles or ()) if usage else {},
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
