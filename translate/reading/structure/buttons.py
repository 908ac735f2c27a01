"""Buttons at the end of a paragraph: "… aux constructeurs. Lire l'article"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.reading.structure.matching import line_label
from translate.reading.structure.site import is_site_line
from translate.reading.units import Role, Unit, cut_unit
from translate.values import BlockKind

_LONGEST = 45
_TAIL = re.compile(r"[.!?…»”)][\s\u00a0]+(?:[→>›▸►»]\s*)?(?=[A-ZÀ-Ý])[^.!?…«»]{3,42}[→>›»\s]*$")


def cut_buttons(units: Sequence[Unit]) -> list[Unit]:
    """Cut what is a button off the sentences before it."""
    result: list[Unit] = []
    for unit in units:
        at = _button_start(unit.text) if unit.role in {Role.NONE, Role.LIST_ITEM} else 0
        result += cut_unit(unit, [at]) if at else [unit]
    return result


def _button_start(text: str) -> int:
    """Offset of a button behind the last full stop, 0 without one."""
    if len(text) < 60:
        return 0
    match = _TAIL.search(text, len(text) - _LONGEST)
    if match is None:
        return 0
    at = match.start() + 1
    tail = text[at:].strip(" →>›▸►»\u00a0")
    label = line_label(tail)
    named = label is not None and label.kind is BlockKind.BOILERPLATE
    return at if named or is_site_line(tail) else 0
