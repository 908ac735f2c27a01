"""Lines that what stands around them gives away: menus, boxes, the foot of a page.

A line says little by itself ("Vols", "Ajouter une carte"), but among a page's own lines, above
the headline or below the last paragraph, it is one of them.
"""

from __future__ import annotations

import re
from collections.abc import MutableSequence, Sequence

from translate.reading.features import (
    ends_sentence,
    ends_with_stop,
    fold,
    is_body,
    is_other_script,
    looks_like_name,
    words,
)
from translate.reading.structure import labels as tags
from translate.reading.structure.signatures import is_signature
from translate.reading.structure.site import is_plain_item, is_site_line
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
#: Boilerplate that may stand alone in running text, and says nothing about its neighbours.
_SHORTEST_BOX = 3
_LOOK = 40
_BY = re.compile(r"^[Pp]ar ")
#: What a paper's portrait of its own author calls a name; those of guests are worth reading.
_OFFICES = frozenset(
    ["journaliste", "reporter", "redacteur", "redactrice", "correspondant", "correspondante"]
)
_LONERS = {"continued on another page", "advertising", "related articles"}


def mark_surroundings(units: Sequence[Unit], labels: Labels) -> None:
    """Label open lines between, beside and below the lines of the page."""
    bodies = [i for i, unit in enumerate(units) if _is_text(unit, labels[i])]
    if not bodies:
        return
    while len(bodies) > 1 and _closes_page(units, labels, bodies[-1]):
        labels[bodies.pop()] = tags.SITE_TEXT
    _mark_authors(units, labels, bodies)
    bodies = [i for i in bodies if labels[i] is not tags.AUTHOR]
    first, last = bodies[0], bodies[-1]
    for i in (*range(first), *range(last + 1, len(units))):
        if labels[i] is None and is_other_script(units[i].text):
            labels[i] = tags.NAVIGATION
    _mark_menus(units, labels, first)
    _mark_touching(units, labels)
    _mark_between(units, labels, first, last)
    _mark_boxes(units, labels, last)
    _mark_foot(units, labels, last)
    _mark_empty_headings(units, labels, first)


def _mark_authors(units: Sequence[Unit], labels: Labels, bodies: Sequence[int]) -> None:
    """Portraits of staff below the text: they begin with the name of the byline."""
    if len(bodies) < 2:
        return
    head = units[max(bodies[1] - _LOOK, 0) : bodies[1]]
    above = (_BY.sub("", unit.text).split(",")[0].strip() for unit in head)
    names = tuple({f"{name} " for name in above if looks_like_name(name)})
    for i in range(bodies[1] + 1, len(units)):
        if labels[i] is None and units[i].text.startswith(names):
            rest = fold(units[i].text).replace(",", "").split(" ")[2:7]
            if not _OFFICES.isdisjoint(rest):
                labels[i] = tags.AUTHOR


def _closes_page(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a paragraph at the foot, behind a line of the page, goes on in its voice."""
    return labels[i] is None and _is_page(labels[i - 1]) and is_site_line(units[i].text, near=True)


def _is_text(unit: Unit, label: Label | None) -> bool:
    if label is None:
        return is_body(unit.text)
    return label.kind in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}


def _is_page(label: Label | None) -> bool:
    return label is not None and label.kind is BlockKind.BOILERPLATE


def _open_item(unit: Unit, label: Label | None) -> bool:
    return label is None and unit.role in {Role.NONE, Role.LIST_ITEM} and is_plain_item(unit.text)


def _mark_menus(units: Sequence[Unit], labels: Labels, first: int) -> None:
    """Three and more tiny lines in a row above a longer one; counters beside the byline."""
    run: list[int] = []
    long = (j for j in range(first - 1, -1, -1) if labels[j] is None and words(units[j].text) >= 4)
    headline = next(long, -1)
    for i in range(first + 1):
        text = units[i].text
        tiny = i < first and len(text) <= 25 and words(text) <= 3 and not ends_sentence(text)
        tiny = tiny and units[i].role in {Role.NONE, Role.LIST_ITEM, Role.BOILERPLATE}
        if tiny and (labels[i] is None or _is_page(labels[i])):
            run.append(i)
            continue
        # The last may be the headline's own column.
        if len(run) > 3 and units[run[-1]].gap > 0:
            run.pop()
        if len(run) >= 3 and headline >= i:
            for j in run:
                labels[j] = labels[j] or tags.NAVIGATION
        run = []
    for i in range(1, first):
        counter = labels[i] is None and not any(c.isalpha() for c in units[i].text)
        if counter and labels[i - 1] is not None and units[i].gap <= 0:
            labels[i] = tags.READERS


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
    for i in range(min(last, len(units) - 1)):
        below_page = i == 0 or _is_page(labels[i - 1])
        if not (below_page and _open_item(units[i], labels[i])):
            continue
        if not _is_page(labels[i + 1]):
            continue
        if i < first and not _has_other_title(units, labels, i, first):
            continue
        touching = units[i].gap <= 0 and units[i + 1].gap <= 0
        if i < first or touching:
            labels[i] = tags.NAVIGATION


def _has_other_title(units: Sequence[Unit], labels: Labels, i: int, first: int) -> bool:
    """Whether a longer open line stands between this one and the text, not too far below."""
    size = len(units[i].text)
    below = range(i + 1, min(first, i + _LOOK))
    return any(labels[j] is None and len(units[j].text) > size for j in below)


def _mark_above_page(units: Sequence[Unit], labels: Labels, last: int) -> None:
    """Short lines right on top of the first line of the page at the foot, below the signature."""
    page = next((i for i in range(last + 1, len(units)) if _is_foot_page(labels[i])), 0)
    _mark_keywords(units, labels, last, page)
    signed = [i for i in range(last + 1, page) if is_signature(units[i].text)]
    if not signed or signed[0] != last + 1:
        return
    for i in range(page - 1, signed[-1], -1):
        short = len(units[i].text) <= 100 and not ends_with_stop(units[i].text)
        if labels[i] is not None or not short or units[i + 1].gap > 0:
            return
        labels[i] = tags.NAVIGATION


def _mark_keywords(units: Sequence[Unit], labels: Labels, last: int, page: int) -> None:
    """Two and more tiny lines between the text and the first line of the page are keywords."""
    between = range(last + 1, page)
    tiny = all(
        labels[i] is None
        and units[i].role in {Role.NONE, Role.LIST_ITEM}
        and len(units[i].text) <= 25
        and words(units[i].text) <= 2
        and not ends_sentence(units[i].text)
        and not is_signature(units[i].text)
        and units[i].gap <= int(i == last + 1)
        for i in between
    )
    if tiny and len(between) >= 2 and units[last + 1].gap > 0 and units[page].gap <= 0:
        for i in between:
            labels[i] = tags.NAVIGATION


def _is_foot_page(label: Label | None) -> bool:
    return _is_page(label) and label is not None and label.reason not in _LONERS


def _mark_boxes(units: Sequence[Unit], labels: Labels, last: int) -> None:
    """Runs of short lines at the foot that end in a line of the page, one leaning towards it."""
    run: list[int] = []
    for i in range(last + 1, len(units)):
        if _is_page(labels[i]):
            leaning = any(is_site_line(units[j].text, near=True) for j in run)
            if len(run) >= _SHORTEST_BOX and leaning:
                for j in run:
                    labels[j] = tags.NAVIGATION
            run = []
        elif _open_item(units[i], labels[i]) and not is_signature(units[i].text):
            if units[i].gap > 0:
                run = []
            run.append(i)
        else:
            run = []


def _mark_empty_headings(units: Sequence[Unit], labels: Labels, first: int) -> None:
    """A heading of the markup over nothing but lines of the page heads a box of it."""
    boxed = False
    for i in range(len(units) - 1, first, -1):
        if labels[i] is None and units[i].role is Role.HEADING:
            if boxed:
                labels[i] = tags.NAVIGATION
            boxed = False
        else:
            below = units[i + 1].role is Role.HEADING if i + 1 < len(units) else True
            boxed = _is_foot_page(labels[i]) and (boxed or below)


def _amid_page(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a short sentence stands within a block of lines of the page."""
    if len(units[i].text) > 100 or is_body(units[i].text) or units[i].gap > 0:
        return False
    block = labels[max(i - 3, 0) : i]
    above = all(map(_is_page, block)) and sum(map(_is_foot_page, block)) >= 2
    below = i + 1 == len(units) or (units[i + 1].gap <= 0 and _is_foot_page(labels[i + 1]))
    return above and below


def _mark_foot(units: Sequence[Unit], labels: Labels, last: int) -> None:
    """Below the last paragraph, once the page has begun to speak, short lines are its own."""
    _mark_above_page(units, labels, last)
    begun = False
    for i in range(last + 1, len(units)):
        label = labels[i]
        if _is_page(label):
            begun = begun or _is_foot_page(label)
        elif begun and label is None and units[i].role in {Role.NONE, Role.LIST_ITEM}:
            text = units[i].text
            short = len(text) <= 100 and not ends_with_stop(text)
            if short or _amid_page(units, labels, i) or is_site_line(text, near=True):
                labels[i] = tags.NAVIGATION
