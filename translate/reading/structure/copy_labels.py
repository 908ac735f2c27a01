"""Copies whose parts carry labels: "TITRE : …", "CHAPÔ : …", "TEXTE :"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from translate.reading.features import fold, is_caps
from translate.reading.tables import load
from translate.reading.units import Role, Unit, cut_unit

_LABEL = re.compile(r"\W{0,2}([A-Za-zÀ-ÿ][\w À-ÿ-]{1,24}?)\s?:(?:\s+|$)")
_REASON = "label of the copy"
_BODY = "body"


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    table = load("copy")
    return {label.strip(): role for role, text in table.items() for label in text.split(",")}


def cut_copy_labels(units: Sequence[Unit]) -> list[Unit]:
    """Part the labels from what they name, and give that its role.

    One label in capitals is enough; in small letters ("Titre : …") it takes two different ones,
    a headline among them, for a text may well say "Signature : …".
    """
    found = [_label(unit) for unit in units]
    named = {role for role, _ in filter(None, found)}
    shouted = any(
        match and is_caps(unit.text[: match[1]]) for unit, match in zip(units, found, strict=True)
    )
    if "title" not in named or (len(named) < 2 and not shouted):
        return list(units)
    result: list[Unit] = []
    waiting = ""
    for unit, match in zip(units, found, strict=True):
        if match is None:
            result.append(_with_role(unit, waiting))
            waiting = ""
            continue
        role, end = match
        waiting = ""
        if role == "metadata":
            result.append(replace(unit, role=Role.METADATA, reason=_REASON))
            continue
        head, *rest = cut_unit(unit, [end])
        result.append(replace(head, role=Role.METADATA, reason=_REASON))
        result += [_with_role(part, role) for part in rest]
        if not rest:
            waiting = role
    return result


def _label(unit: Unit) -> tuple[str, int] | None:
    """Role that a unit's label gives, and where the label ends."""
    if unit.role not in {Role.NONE, Role.HEADING}:
        return None
    match = _LABEL.match(unit.text)
    role = _known().get(fold(match[1])) if match else None
    return (role, match.end()) if match and role else None


def _with_role(unit: Unit, role: str) -> Unit:
    if not role or role == _BODY or unit.role not in {Role.NONE, Role.HEADING}:
        return unit
    return replace(unit, role=Role(role), level=0 if role != "heading" else unit.level or 2)
