"""Lines that what stands around them gives away: menus, boxes, the foot of a page.

A line says little by itself ("Vols", "Ajouter une carte"), but among a page's own lines, above
the headline or below the last paragraph, it is one of them.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

from translate.reading.features import is_body
from translate.reading.structure import labels as tags
from translate.reading.structure.site import is_plain_item, is_site_line
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
#: Boilerplate that may stand alone in running text, and says nothing about its neighbours.
_LONERS = {"continued on another page", "advertising", "related articles"}


def mark_surroundings(units: Sequence[Unit], labels: Labels) -> None:
    """Label open lines between, beside and below the lines of the page."""
    bodies = [i for i, unit in enumerate(units) if _is_text(unit, labels[i])]
    if not bodies:
        return
    first, last = bodies[0], bodies[-1]
    _mark_touching(units, labels)
    _mark_between(units, labels, first, last)
    _mark_foot(units, labels, last)


def _is_text(unit: Unit, label: Label | None) -> bool:
    if label is None:
        return is_body(unit.text)
    return label.kind in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}


def _is_page(label: Label | None) -> bool:
    return label is not None and label.kind is BlockKind.BOILERPLATE


def _open_item(unit: Unit, label: Label | None) -> bool:
    return label is None and unit.role in {Role.NONE, Role.LIST_ITEM} and is_plain_item(unit.text)


def _mark_touching(units: Sequence[Unit], labels: Labels) -> None:
    """Lines that lean towards the page and touch a line of it, downwards then upwards."""
    indices = range(len(units))
    for order, step in ((indices, -1), (reversed(indices), 1)):
        for i in order:
            near = i + step
            if not 0 <= near < len(units) or not _is_page(labels[near]):
                continue
            gap = units[i].gap if step < 0 else units[near].gap
            if labels[i] is None and gap <= 0 and is_site_line(units[i].text, near=True):
                labels[i] = tags.SITE_TEXT


def _mark_between(units: Sequence[Unit], labels: Labels, first: int, last: int) -> None:
    """Single short lines between two lines of the page: above the text, or in one group."""
    for i in range(1, min(last, len(units) - 1)):
        if not (_open_item(units[i], labels[i]) and _is_page(labels[i - 1])):
            continue
        if not _is_page(labels[i + 1]):
            continue
        if i < first and not _has_other_title(units, labels, i, first):
            continue
        touching = units[i].gap <= 0 and units[i + 1].gap <= 0
        if i < first or touching:
            labels[i] = tags.NAVIGATION


def _has_other_title(units: Sequence[Unit], labels: Labels, i: int, first: int) -> bool:
    """Whether a longer open line stands between this one and the text."""
    size = len(units[i].text)
    return any(labels[j] is None and len(units[j].text) > size for j in range(i + 1, first))


def _mark_foot(units: Sequence[Unit], labels: Labels, last: int) -> None:
    """Below the last paragraph, once the page has begun to speak, short lines are its own."""
    begun = False
    for i in range(last + 1, len(units)):
        label = labels[i]
        if _is_page(label):
            begun = begun or (label is not None and label.reason not in _LONERS)
        elif begun and _open_item(units[i], label):
            labels[i] = tags.NAVIGATION
