"""HTML pages to units: what shows, in source order, with what the markup says about it.

Everything visible becomes a unit; what the page itself marks as navigation, sharing, comments
and the like is boilerplate. trafilatura, where it is installed, has a say about the short lines
that the page does not mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.reading.dates import find_date
from translate.reading.decoding import decode
from translate.reading.features import is_body
from translate.reading.html_head import page_meta
from translate.reading.html_parser import parse_page
from translate.reading.normal import normalize
from translate.reading.source import Source
from translate.reading.structure.matching import byline_label, line_label
from translate.reading.units import Role, Unit
from translate.values import InlineKind

#: Larger pages are left to our own rules: trafilatura builds several trees of a page.
_LARGEST_FOR_TRAFILATURA = 2_000_000
#: Lines above the main text that may be its head.
_HEAD_LINES = 5
_LONGEST_CREDIT = 90
_NOTE = (
    "trafilatura is not installed; the main text was found by our own rules "
    "(pip install 'visavis[web]')"
)


def read(data: bytes, name: str) -> list[Source]:
    """Read an HTML page.

    Raises:
        InputError: when the bytes are binary or undecodable.
    """
    decoded = decode(data, name)
    text = normalize(decoded.text).replace("\f", "\n")
    page = parse_page(text)
    units = page.units
    notes = decoded.notes
    # A page that marks its main part needs no second opinion.
    main = frozenset() if page.has_main else _main_lines(text)
    if main is None:
        notes = (*notes, _NOTE)
    elif main:
        units = _judged(units, main)
    units = _picture_credits(_above_headline(units))
    return [Source(units=_linked(units), meta=page_meta(page), notes=notes)]


def _main_lines(text: str) -> frozenset[str] | None:
    """Lines of the main text after trafilatura; None when it is not installed."""
    try:
        import trafilatura
    except ImportError:
        return None
    if len(text) > _LARGEST_FOR_TRAFILATURA:
        return frozenset()
    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001  whatever it stumbles over, our own rules still stand
        return frozenset()
    return frozenset(_key(line) for line in (found or "").split("\n") if line.strip())


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _judged(units: Sequence[Unit], main: frozenset[str]) -> list[Unit]:
    """On a page without a main part, short lines far from trafilatura's text are boilerplate.

    It drops headlines, standfirsts and captions of old pages: what stands within its text or
    right above it is not judged.
    """
    found = [i for i, unit in enumerate(units) if _key(unit.text) in main]
    if not found:
        return list(units)
    near = range(found[0] - _HEAD_LINES, found[-1] + 1)
    return [
        unit if i in near or not _is_loose(unit) else _outside(unit) for i, unit in enumerate(units)
    ]


def _is_loose(unit: Unit) -> bool:
    """A short line of which neither markup nor words say what it is."""
    if unit.role not in {Role.NONE, Role.LIST_ITEM} or len(unit.text) > 80 or is_body(unit.text):
        return False
    return not (line_label(unit.text) or byline_label(unit.text) or find_date(unit.text))


def _outside(unit: Unit) -> Unit:
    return replace(unit, role=Role.BOILERPLATE, reason="outside the main text")


def _above_headline(units: Sequence[Unit]) -> list[Unit]:
    """List items above the first headline of a page are its menus."""
    top = next((i for i, u in enumerate(units) if u.role is Role.HEADING and u.level == 1), 0)
    return [
        replace(unit, role=Role.BOILERPLATE, reason="site navigation")
        if i < top and unit.role is Role.LIST_ITEM and not is_body(unit.text)
        else unit
        for i, unit in enumerate(units)
    ]


def _picture_credits(units: Sequence[Unit]) -> list[Unit]:
    """What is called copyright right below a caption is the picture's, not the page's."""
    result = list(units)
    for i, unit in enumerate(units[1:], 1):
        footer = unit.role is Role.BOILERPLATE and unit.reason == "site footer"
        if footer and units[i - 1].role is Role.CAPTION and len(unit.text) <= _LONGEST_CREDIT:
            result[i] = replace(unit, role=Role.CREDIT, reason="")
    return result


def _linked(units: Sequence[Unit]) -> list[Unit]:
    """Short lines of nothing but links lead elsewhere; links within a page are dropped."""
    result = []
    for given in units:
        unit = replace(given, inlines=tuple(i for i in given.inlines if _useful(i.kind, i.href)))
        link_only = (
            unit.linked > 0.9
            and unit.role in {Role.NONE, Role.LIST_ITEM}
            and not is_body(unit.text)
        )
        if link_only and len(unit.text) <= 120:
            unit = replace(unit, role=Role.BOILERPLATE, reason="links")
        result.append(unit)
    return result


def _useful(kind: InlineKind, href: str) -> bool:
    return kind is not InlineKind.LINK or href.startswith(("http://", "https://", "mailto:"))
