"""First pass: what each unit says by itself or by its markup, before looking around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.reading.dates import date_suffix, glued_date_end, is_date_line
from translate.reading.features import ends_sentence, fold, is_body, looks_like_name
from translate.reading.structure import labels as tags
from translate.reading.structure.credits import is_archive_credit, is_pair
from translate.reading.structure.dateline import is_dateline
from translate.reading.structure.matching import byline_label, credit_label, is_line, line_label
from translate.reading.structure.site import is_menu, is_site_line, site_score
from translate.reading.units import Label, Role, Unit, cut_unit
from translate.values import BlockKind

_BY_ROLE = {
    Role.TITLE: tags.TITLE,
    Role.STANDFIRST: tags.STANDFIRST,
    Role.QUOTE: tags.QUOTE,
    Role.CAPTION: tags.CAPTION,
    Role.CREDIT: tags.CREDIT,
    Role.BYLINE: tags.BYLINE,
    Role.DATE: tags.DATE,
    Role.TABLE_ROW: tags.TABLE_ROW,
    Role.PARAGRAPH: tags.PARAGRAPH,
}
# Agency slugs and transmission lines: "afp/abc/def", "FRA0123 4 I 0289 FRA /AFP-AB12".
_SLUG = re.compile(
    r"[a-z]{2,8}(?:[/-][a-z]{2,8}){1,5}(?:[/-][\w]{1,12}){0,2}|"
    r"/?[A-Za-z]{2,6}(?:/[a-z]{1,5}){1,5}|"
    r"[A-Z]{2,5} ?\d{2,6}(?: [A-Z0-9/.-]{1,12}){1,8}|"
    r"(?:URGENT|FLASH|ALERTE|LEAD|PREV|PAPIER GENERAL|BULLETIN|U R G E N T)[ 0-9!-]*|"
    r"[A-Z]{2,8}[ -]\d{6}(?: ?(?:GMT|TU|UTC))?(?: [A-Z]{3,4} \d{2,4})?|"
    r"\(?(?:AFP|Reuters|ATS|Belga|APS|MAP|PC)\)? ?[-–/] ?\d{1,2}[/h:.]\d{2}.{0,20}|"
    r"\d{6}(?: GMT)? [A-Za-zéû]{3,5}\.? \d{2,4}"
)
_TOPIC_SLUG = re.compile(
    r"[A-ZÀ-Ýa-z][\wÀ-ÿ'’.]*(?:[-/][\wÀ-ÿ'’.]+){2,9}(?:[,;] ?[A-Z0-9]{2,12}){0,2}"
)
# Subheads of agencies: "- Sous pression -", "- « Ras-le-bol » -".
_INTERTITLE = re.compile(r"[-–—] ?[«“\"A-ZÀ-Ý0-9](?:[^–—-]|-(?! )|(?<! )[–—]){1,90} [-–—]")
_DATE_THEN_NAME = re.compile(r"\s*(?:[-–—|•·,]\s*|\s)(?=[Pp]ar [A-ZÀ-Ý])")
_DATE_THEN_OUTLET = re.compile(r"\s[|•·]\s(?=[A-ZÀ-Ý][^|•·:.!?\d]{3,40}$)")
_PARTS = re.compile(r"\s[-–—|•·]\s")
_SPACED_ITEMS = re.compile(r"\s{2,}|\t|\s*[|·•›»>/]\s+|\s[-–—]\s")
_CRUMB = re.compile(r"\s[›>»]\s")
_MARKER = re.compile(r"([•·▪■►‣◦*✓→–—-]|\(?\d{1,3}[.)°]|\(?[a-z]\)|[IVX]{1,4}[.)])[\s\u00a0]+\S")
_SPEECH = re.compile(r"[?!] [a-z]|\b(?:dit|demande|repond|lance|reprend|souffle|crie)-")
#: Score of a line that speaks of the page though the markup makes it a heading.
_SURE = 5.0
_BULLETS = "•·▪■►‣◦✓→"


def cut_bylines(units: Sequence[Unit]) -> list[Unit]:
    """Cut a short line where its author ends and its date begins."""
    result: list[Unit] = []
    for unit in units:
        wanted = unit.role in {Role.NONE, Role.BYLINE, Role.HEADING} and not is_dateline(unit.text)
        dated = glued_date_end(unit.text) if unit.role is Role.NONE else 0
        if dated:
            result += cut_unit(unit, [dated])
            continue
        wanted = wanted and len(unit.text) <= 160
        if not wanted or is_body(unit.text) or line_label(unit.text) is not None:
            result.append(unit)
            continue
        at = date_suffix(unit.text)
        by = _DATE_THEN_NAME.search(unit.text)
        if by and is_date_line(unit.text[: by.start()]):
            at = None
            result += cut_unit(unit, [by.end()])
            continue
        outlet = _DATE_THEN_OUTLET.search(unit.text)
        if outlet and is_date_line(unit.text[: outlet.start()]):
            first, *rest = cut_unit(unit, [outlet.end()])
            result += [first, *(replace(one, role=Role.BYLINE) for one in rest)]
            continue
        if at:
            head = unit.text[:at].rstrip(" ,|–—-(•·\u00a0")
            author = byline_label(head) or looks_like_name(head) or _short_author(head)
            barred = unit.text[len(head) : at].strip() in {"|", "•", "·"} and len(head) <= 40
            if author or barred:
                first, *rest = cut_unit(unit, [at])
                result += [replace(first, role=Role.BYLINE) if barred else first, *rest]
                continue
        result.append(unit)
    return result


def _short_author(text: str) -> bool:
    return (
        0 < len(text) <= 30
        and text.split()[-1][:1].isupper()
        and len(text.split()) <= 3
        and text[:1].isupper()
        and text[-1] not in ":."
    )


def first_labels(units: Sequence[Unit]) -> list[Label | None]:
    """Label every unit that speaks for itself; None for the others."""
    labels = [_first_label(unit) for unit in units]
    _mark_recitals(units, labels)
    _mark_sources(units, labels)
    _mark_tables(units, labels)
    _mark_lists(units, labels)
    return labels


def _first_label(unit: Unit) -> Label | None:
    label = _label_by_markup(unit) or _label_by_words(unit)
    if label not in (None, tags.QUOTE, tags.LIST_ITEM):
        return label
    # A subhead may speak to the reader too: "Relisez votre contrat".
    sure = unit.role is not Role.HEADING or site_score(unit.text) >= _SURE
    if sure and is_site_line(unit.text):
        return tags.SITE_TEXT
    if is_menu(unit.text):
        return tags.NAVIGATION
    return label


def _label_by_markup(unit: Unit) -> Label | None:
    """What the markup says for certain."""
    if unit.role is Role.FURNITURE or unit.role is Role.BOILERPLATE:
        return Label(BlockKind.BOILERPLATE, unit.reason or "site navigation")
    if unit.role is Role.METADATA:
        return Label(BlockKind.METADATA, unit.reason or "metadata")
    if unit.role in {Role.TITLE, Role.CREDIT, Role.PARAGRAPH, Role.TABLE_ROW, Role.STANDFIRST}:
        return _BY_ROLE[unit.role]
    return None


def _label_by_words(unit: Unit) -> Label | None:
    """What a line says about itself, then what the markup lets one suppose."""
    text = unit.text
    label = line_label(text) or _plain_label(text)
    if label is not None:
        return label
    if (
        unit.role is Role.QUOTE
        and text[0] in "—–-"
        and not ends_sentence(text)
        and len(text) <= 100
    ):
        return tags.SIGNATURE
    if unit.role is Role.CAPTION and is_pair(text):
        return tags.CREDIT
    if is_archive_credit(text) and unit.role is not Role.HEADING:
        return tags.CREDIT
    if unit.role in _BY_ROLE:
        return _BY_ROLE[unit.role]
    if unit.role is Role.HEADING:
        shape = _shape_label(text)
        if shape is not None and shape.kind is BlockKind.BOILERPLATE:
            return shape
        return byline_label(text) if fold(text).startswith("par ") else None
    if unit.role is Role.LIST_ITEM:
        return tags.NAVIGATION if unit.linked > 0.9 and len(text) < 60 else tags.LIST_ITEM
    return byline_label(text) or _shape_label(text) or credit_label(text) or _linked_label(unit)


def _plain_label(text: str) -> Label | None:
    """Numbers of documents, subheads of agencies, places and dates on lines of their own."""
    if not any(c.isalnum() for c in text):
        return tags.SEPARATOR
    if is_line(text, "document_number"):
        return tags.DOCUMENT
    if len(text) <= 100 and _INTERTITLE.fullmatch(text):
        return tags.HEADING
    if _is_publication_line(text):
        return tags.BYLINE
    if is_dateline(text) and byline_label(text) is None:
        return tags.DATELINE
    if is_line(text, "source_line"):
        return tags.SOURCE_LINE
    return tags.DATE if is_date_line(text) else None


def _is_publication_line(text: str) -> bool:
    """Whether a line holds author and dates in any order, parted by dashes or bars."""
    if len(text) > 200 or is_body(text):
        return False
    parts = _PARTS.split(text)
    others = [part for part in parts if not is_date_line(part)]
    return len(parts) > len(others) >= 1 and all(map(_is_author, others))


def _is_author(text: str) -> bool:
    return byline_label(text[:1].lower() + text[1:]) is not None or byline_label(text) is not None


def _shape_label(text: str) -> Label | None:
    """Label slugs, menus and breadcrumbs by their shape."""
    if len(text) <= 80 and (_SLUG.fullmatch(text) or _TOPIC_SLUG.fullmatch(text)):
        return tags.SLUG
    if is_line(text, "caption_openings"):
        return tags.CAPTION
    if len(text) <= 200 and not is_body(text):
        items = [item for item in _SPACED_ITEMS.split(text.strip()) if item.strip()]
        short = all(len(item) <= 32 and len(item.split()) <= 5 for item in items)
        figures = sum(any(c.isdigit() for c in item) for item in items)
        home = items and fold(items[0]) in {"accueil", "home", "a la une"}
        if len(items) >= (2 if home else 4) and short and figures <= 1 and text[0] not in _BULLETS:
            return tags.NAVIGATION
        if len(items) >= 2 and short and _CRUMB.search(text) and not any("«" in i for i in items):
            return Label(BlockKind.BOILERPLATE, "breadcrumb")
    return None


def _linked_label(unit: Unit) -> Label | None:
    """A paragraph that is nothing but links leads elsewhere."""
    if unit.linked > 0.85 and not is_body(unit.text):
        return tags.NAVIGATION
    return None


def _mark_recitals(units: Sequence[Unit], labels: list[Label | None]) -> None:
    """Grounds of a decision ("Vu …", "Considérant …") and who takes it are its text."""
    for i, unit in enumerate(units):
        if labels[i] is not None or not is_line(unit.text, "recitals"):
            continue
        fellow = any(is_line(other.text, "recitals") for other in units[i + 1 : i + 3])
        if fellow or labels[i - 1 : i] == [tags.PARAGRAPH]:
            labels[i] = tags.PARAGRAPH
            if i and labels[i - 1] is None and units[i - 1].text.endswith(","):
                labels[i - 1] = tags.PARAGRAPH


def _mark_sources(units: Sequence[Unit], labels: list[Label | None]) -> None:
    """Label a quotation that stands alone, and the line below that says whose it is."""
    for i, unit in enumerate(units[1:], 1):
        above, text = units[i - 1].text, unit.text
        if text[0] not in "—–" or len(text) > 100 or ends_sentence(text) or unit.gap > 1:
            continue
        if above.startswith(("«", "“", '"')) and above.endswith(("»", "”", '"')):
            labels[i] = tags.SIGNATURE
            labels[i - 1] = labels[i - 1] or tags.QUOTE


def _mark_tables(units: Sequence[Unit], labels: list[Label | None]) -> None:
    """Label runs of lines that are laid out in columns, and the short lines among them."""
    tabular = [
        (labels[i] is None or labels[i] is tags.NAVIGATION) and _columns(unit.text)
        for i, unit in enumerate(units)
    ]
    for i, unit in enumerate(units):
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(units)]
        row = tabular[i] and any(tabular[j] for j in near)
        # A breadcrumb with bars above a headline is no row.
        row = row and (labels[i] is None or tabular[i + 1 : i + 2] == [True])
        scored = labels[i] is None and len(unit.text) <= 90 and is_line(unit.text, "standings")
        if row or scored or (labels[i] is None and _heads_columns(units, tabular, i)):
            labels[i] = tags.TABLE_ROW
        elif labels[i] is None and len(unit.text) <= 60 and ":" in unit.text:
            before = i > 0 and labels[i - 1] is tags.TABLE_ROW and unit.gap == 0
            if before and not unit.text.endswith((":", ".")):
                labels[i] = tags.TABLE_ROW


def _heads_columns(units: Sequence[Unit], tabular: Sequence[bool], i: int) -> bool:
    """Whether a line holds the heads of the columns below it."""
    if i + 1 >= len(units) or not tabular[i + 1] or units[i + 1].gap or len(units[i].text) > 120:
        return False
    return len(re.split(r"\t+|\s{2,}", units[i].text)) >= 2


def _columns(text: str) -> bool:
    if len(text) > 200 or (is_body(text) and "\t" not in text):
        return False
    cells = [cell for cell in re.split(r"\t+|\s{2,}|\s*\|\s*|;(?=\S)", text) if cell.strip(" .")]
    if len(cells) >= 2 and ("\t" in text or any(any(c.isdigit() for c in cell) for cell in cells)):
        return True
    return len(cells) >= 3 and "|" in text


def list_marker(text: str) -> str:
    """The bullet or number that a line begins with, "" without one."""
    match = _MARKER.match(text)
    return match[1] if match else ""


def _mark_lists(units: Sequence[Unit], labels: list[Label | None]) -> None:
    """Label list lines: any bullet; a dash or a number with a fellow, or after a colon."""
    marks = [list_marker(u.text) if labels[i] is None else "" for i, u in enumerate(units)]
    arrows = marks.count("→")
    for i, mark in enumerate(marks):
        if not mark or units[i].role is not Role.NONE:
            continue
        kind = _mark_class(mark)
        if kind in "nr" and _heads_text(units, i):
            continue
        fellows = any(
            0 <= j < len(units) and _mark_class(marks[j]) == kind
            for j in range(i - 3, i + 4)
            if j != i
        )
        after_colon = i > 0 and units[i - 1].text.endswith(":")
        near = range(max(i - 3, 0), min(i + 4, len(units)))
        speech = any(_is_speech(marks[j], units[j].text) for j in near)
        if mark == "→" and arrows == 1 and _points_on(units, i):
            labels[i] = tags.RELATED
            continue
        if mark in _BULLETS or ((fellows or after_colon) and not speech):
            labels[i] = tags.LIST_ITEM


def _heads_text(units: Sequence[Unit], i: int) -> bool:
    """A numbered line without a stop above a paragraph is a subhead."""
    text, below = units[i].text, units[i + 1].text if i + 1 < len(units) else ""
    unstopped = not ends_sentence(text) and not text.endswith((";", ",", ":")) and len(text) <= 90
    return unstopped and ends_sentence(below) and not list_marker(below)


def _points_on(units: Sequence[Unit], i: int) -> bool:
    """Whether a lone arrow right below a paragraph is a newsletter's link to its article."""
    short = len(units[i].text) <= 60 and not any(c.isdigit() or c in ".:;!?" for c in units[i].text)
    return short and i > 0 and units[i].gap <= 0 and is_body(units[i - 1].text)


def _mark_class(mark: str) -> str:
    if not mark:
        return ""
    bare = mark.strip("().°")
    return "n" if bare.isdigit() else "r" if bare.isupper() else "a" if bare.isalpha() else "b"


def _is_speech(mark: str, text: str) -> bool:
    """A dash may open a line of dialogue as well as a list item."""
    if mark not in {"–", "—", "-"}:
        return False
    return text.rstrip(" »").endswith(("?", "!")) or _SPEECH.search(fold(text)) is not None
