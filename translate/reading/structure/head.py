"""The head of an article: kicker, headline, standfirst, byline, picture, before the text begins."""

from __future__ import annotations

import itertools
from collections.abc import MutableSequence, Sequence

from translate.reading.dates import date_suffix
from translate.reading.features import (
    ends_sentence,
    ends_with_stop,
    fold,
    inner_stops,
    is_body,
    is_caps,
    is_question,
    looks_like_name,
    words,
)
from translate.reading.structure import labels as tags
from translate.reading.structure.dateline import dateline_end
from translate.reading.structure.first_pass import list_marker
from translate.reading.structure.matching import is_line
from translate.reading.structure.signatures import is_initials
from translate.reading.tables import column_labels
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
_LONGEST_TITLE = 220
_LONGEST_STANDFIRST = 420
#: A lead-in behind the byline that nothing marks as such is taken for one up to this length.
_LONGEST_BARE_STANDFIRST = 230
_LOOK = 14
#: Above a headline, so many words with a full stop are a word of welcome, not a kicker.
_SHORTEST_SENTENCE = 6
#: What only the head of a web page holds between headline and text.
_WEB_HEAD = {
    "reading time",
    "sharing links",
    "subscription offer",
    "feedback buttons",
    "text of the site",
    "number of readers",
    "comments",
}
#: What stands below a headline, never between it and its kicker.
_BELOW_TITLE = {BlockKind.BYLINE, BlockKind.DATE, BlockKind.DATELINE}


def mark_head(units: Sequence[Unit], labels: Labels) -> int:
    """Label the head; return the index of the unit with which the text begins."""
    body = _first_body(units, labels)
    end = _head_end(units, labels, body)
    open_ = [i for i in range(end) if labels[i] is None]
    _mark_menu(units, labels, open_)
    _mark_mastheads(units, labels, open_)
    open_ = [i for i in open_ if labels[i] is None]
    title = _title(units, labels, open_, end)
    if title is None:
        if body < end and labels[body] is tags.STANDFIRST:
            labels[body] = None
        return min(body, end)
    for i in open_:
        if i < title:
            labels[i] = _label_above_title(units, labels, i)
    labels[title] = tags.TITLE
    _mark_below_title(units, labels, title, end)
    return _bare_standfirst(units, labels, title, end)


def _label_above_title(units: Sequence[Unit], labels: Labels, i: int) -> Label:
    """A kicker; before a date or a source line, the author or the paper."""
    below = labels[i + 1]
    dated = below is not None and (below is tags.SOURCE_LINE or below.kind is BlockKind.DATE)
    if is_line(units[i].text, "issuers"):
        return tags.ISSUER
    if ends_with_stop(units[i].text) and words(units[i].text) >= _SHORTEST_SENTENCE:
        return tags.PARAGRAPH
    return tags.BYLINE if dated and _is_author(units[i]) else tags.HEADING


def _first_body(units: Sequence[Unit], labels: Sequence[Label | None]) -> int:
    body = _first_text(units, labels)
    above = [i for i in range(body) if labels[i] is None]
    # A question right above the first answer, below a headline, opens an interview.
    if (
        len(above) >= 2
        and above[-1] == body - 1
        and is_question(units[body - 1].text)
        and _asks_often(units)
    ):
        return body - 1
    return body


def _asks_often(units: Sequence[Unit]) -> bool:
    return sum(is_question(unit.text) and not is_body(unit.text) for unit in units) >= 3


def _first_text(units: Sequence[Unit], labels: Sequence[Label | None]) -> int:
    open_ = False
    for i, unit in enumerate(units):
        if labels[i] in (tags.PARAGRAPH, tags.QUOTE, tags.STANDFIRST):
            return i
        if labels[i] in (tags.LIST_ITEM, tags.TABLE_ROW) and open_:
            return i
        if labels[i] is not None:
            continue
        if unit.role is not Role.HEADING and _is_text(unit.text):
            return i
        open_ = True
    for i in range(len(units)):
        if labels[i] is None and i and ends_with_stop(units[i].text):
            return i
    return len(units)


def _is_text(text: str) -> bool:
    """Running text, or a first paragraph that a dateline gives away."""
    if is_body(text) or is_line(text, "letter_openings"):
        return True
    return (ends_sentence(text) or len(text) > 100) and dateline_end(text, first=True) > 0


def _head_end(units: Sequence[Unit], labels: Labels, body: int) -> int:
    """Index where the text begins: behind the byline or date that follows a standfirst."""
    if (
        body >= len(units)
        or labels[body] is tags.PARAGRAPH
        or is_line(units[body].text, "letter_openings")
        or not any(labels[i] is None for i in range(body))
    ):
        return body
    if len(units[body].text) > _LONGEST_STANDFIRST or dateline_end(units[body].text, first=True):
        return body
    asks = is_question(units[body].text) and not inner_stops(units[body].text)
    strong = units[body].strong and not asks
    if labels[body] is tags.STANDFIRST or strong:
        labels[body] = tags.STANDFIRST
    marked = labels[body] is tags.STANDFIRST
    last = body
    for i in range(body + 1, min(len(units), body + _LOOK)):
        label = labels[i]
        if label is None and is_body(units[i].text):
            if last == body and not marked:
                return body
            labels[body] = tags.STANDFIRST
            return last + 1
        # The author may stand unmarked below the standfirst.
        signed = label is None and i == last + 1 and _is_author(units[i])
        if _is_head_label(label) or (signed and marked):
            last = i
    return body + 1 if marked else body


def _is_head_label(label: Label | None) -> bool:
    if label is None:
        return False
    if label.kind in {BlockKind.BYLINE, BlockKind.DATE}:
        return True
    return label.reason in _WEB_HEAD


def _mark_menu(units: Sequence[Unit], labels: Labels, open_: Sequence[int]) -> None:
    """Three and more very short lines in a row above the headline are a menu."""
    run: list[int] = []
    headline = max((j for j in open_ if words(units[j].text) >= 4), default=-1)
    for i in [*open_, len(units) + 1]:
        tiny = i < len(units) and len(units[i].text) <= 25 and words(units[i].text) <= 3
        tiny = (
            tiny
            and units[i].role in {Role.NONE, Role.LIST_ITEM}
            and not ends_sentence(units[i].text)
        )
        if tiny and (not run or i == run[-1] + 1):
            run.append(i)
            continue
        if len(run) >= 3 and headline >= i:
            for j in run:
                labels[j] = tags.NAVIGATION
        run = [i] if tiny else []


def _mark_mastheads(units: Sequence[Unit], labels: Labels, open_: Sequence[int]) -> None:
    """Label the paper and its date ("La lettre de X – 8 mars 2024") beside another headline."""
    able = [i for i in open_ if labels[i] is None and _can_be_title(units[i])]
    left = len(able)
    for i in able[:_LOOK]:
        if left >= 2 and _is_masthead(units[i].text):
            labels[i] = tags.MASTHEAD
            left -= 1


def _is_masthead(text: str) -> bool:
    if len(text) > 120:
        return False
    at = date_suffix(text)
    dated = at is not None and text[:at].rstrip()[-1:] in set("–—|·•-")
    return dated or is_line(text, "mastheads")


def _title(
    units: Sequence[Unit], labels: Sequence[Label | None], open_: Sequence[int], end: int
) -> int | None:
    """Pick the headline among the unlabelled lines above the text."""
    given = [i for i in range(end) if labels[i] is tags.TITLE]
    if given:
        return given[0]
    able = [i for i in open_ if _can_be_title(units[i])]
    if any(not _is_author(units[i]) and words(units[i].text) >= 4 for i in able):
        able = [i for i in able if not _is_author(units[i])]
    top = [i for i in able if units[i].role is Role.HEADING]
    if top:
        return min(top, key=lambda i: units[i].level or 9)
    if not able:
        return None
    for here, after in itertools.pairwise(able):
        between = {label.kind for label in labels[here + 1 : after] if label is not None}
        adjacent = after - here <= 2 and not between & _BELOW_TITLE
        column_only = after == able[-1] and _names_column(units[after].text)
        if column_only or not _is_kicker(units[here], units[after], adjacent=adjacent):
            return here
    return able[-1]


def _can_be_title(unit: Unit) -> bool:
    if len(unit.text) > _LONGEST_TITLE or sum(c.isalpha() for c in unit.text) < 2:
        return False
    if unit.role is Role.HEADING:
        return True
    return (
        not ends_with_stop(unit.text)
        and not unit.text.endswith((",", ";", ":"))
        and inner_stops(unit.text) <= 1
    )


def _is_author(unit: Unit) -> bool:
    return looks_like_name(unit.text)


def _is_kicker(unit: Unit, after: Unit, *, adjacent: bool) -> bool:
    """Whether a line stands over the headline: shorter, or in capitals over small letters."""
    if is_line(unit.text, "issuers") or _names_column(unit.text):
        return not _is_author(after) and (words(after.text) >= 3 or _names_column(after.text))
    if _names_column(after.text):
        return adjacent and words(unit.text) <= 4
    if not adjacent or _is_author(after) or len(after.text) < 12:
        return False
    if ends_sentence(after.text) and len(unit.text) > 40:
        return False
    if is_caps(unit.text) and not is_caps(after.text) and len(unit.text) <= 60:
        return True
    return words(unit.text) <= 4 and len(unit.text) <= 40 and words(after.text) > words(unit.text)


def _names_column(text: str) -> bool:
    """A column of the paper: "La chronique de X", "ENTRETIEN"."""
    folded = fold(text).strip(" :.")
    return is_line(text, "columns") or {folded, folded.removesuffix("s")} & column_labels() != set()


def _mark_below_title(units: Sequence[Unit], labels: Labels, title: int, end: int) -> None:
    signed = False
    for i in range(title + 1, end):
        unit, label = units[i], labels[i]
        if label is not None:
            signed = signed or label.kind is BlockKind.BYLINE
            continue
        nearby = labels[i + 1] if i + 1 < len(units) else None
        if nearby is tags.CREDIT and not ends_with_stop(unit.text) and not _is_author(unit):
            labels[i] = tags.CAPTION
        elif (_is_author(unit) or is_initials(unit.text)) and not is_body(unit.text):
            labels[i] = tags.BYLINE
            signed = True
        elif (
            signed
            and labels[i - 1] is tags.BYLINE
            and words(unit.text) <= 4
            and unit.gap == 0
            and not ends_sentence(unit.text)
        ):
            labels[i] = tags.BYLINE
        elif _is_occasion(unit.text):
            labels[i] = tags.DATE
        elif i == end - 1 and _heads_text(units, labels, i, title, signed=signed):
            labels[i] = tags.HEADING
        else:
            labels[i] = tags.STANDFIRST


def _is_occasion(text: str) -> bool:
    """A date with a word before it: "Séance du 21 mars 2024"."""
    at = date_suffix(text) if len(text) <= 60 else None
    return at is not None and words(text[:at]) <= 3


def _heads_text(units: Sequence[Unit], labels: Labels, i: int, title: int, *, signed: bool) -> bool:
    """Whether the last line of the head is the first subhead of the text."""
    if ends_sentence(units[i].text) and not is_question(units[i].text):
        return False
    marked = units[i].role is Role.HEADING and i > title + 1
    if (
        signed
        or marked
        or list_marker(units[i].text)
        or any(labels[j] is tags.STANDFIRST for j in range(title, i))
    ):
        return True
    touching = i + 1 < len(units) and units[i + 1].gap == 0
    return touching and units[i].gap > 0 and i > title


def _bare_standfirst(units: Sequence[Unit], labels: Labels, title: int, end: int) -> int:
    """On a web page, a short first paragraph behind the publication line is the standfirst."""
    if any(labels[i] is tags.STANDFIRST for i in range(title, end)) or end + 1 >= len(units):
        return end
    published = any(_is_web_head(labels[i]) for i in range(title, end)) or any(
        _is_page(labels[i]) for i in range(title)
    )
    behind = _next_open(labels, end + 1)
    if behind >= len(units):
        return end
    unit, after = units[end], units[behind]
    between = {label.kind for label in labels[end + 1 : behind] if label is not None}
    # Copies of agencies have no standfirst of the paper's.
    own = not any(
        labels[i] is tags.BYLINE and is_line(units[i].text, "with_agency") for i in range(end)
    )
    pictured = own and bool(between & {BlockKind.CAPTION, BlockKind.CREDIT})
    spaced = unit.gap > 0 and after.gap > 0 and len(after.text) > 1.2 * len(unit.text)
    short = len(unit.text) <= _LONGEST_BARE_STANDFIRST
    opens = is_line(unit.text, "letter_openings") or dateline_end(unit.text, first=True) > 0
    first = labels[end] is None and not opens
    if first and short and own and _is_attached(units, labels, title, end):
        labels[end] = tags.STANDFIRST
        return end + 1
    if published and short and first and is_body(after.text) and (spaced or pictured):
        labels[end] = tags.STANDFIRST
        return end + 1
    return end


def _is_attached(units: Sequence[Unit], labels: Labels, title: int, end: int) -> bool:
    """Whether one paragraph hangs on the author or date above it, parted from the text below."""
    signed = end > title + 1 and labels[end - 1] in (tags.BYLINE, tags.DATE)
    parted = units[end].gap == 0 and units[end + 1].gap > 0
    bodies = sum(is_body(unit.text) for unit in units[end + 1 : end + _LOOK])
    return signed and parted and bodies >= 2 and ends_sentence(units[end].text)


def _next_open(labels: Sequence[Label | None], at: int) -> int:
    """Index of the next open unit behind pictures and lines of the page."""
    skipped = {BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.METADATA}
    while at < len(labels):
        label = labels[at]
        if label is None or label.kind not in skipped:
            break
        at += 1
    return at if at < len(labels) and labels[at] is None else len(labels)


def _is_page(label: Label | None) -> bool:
    """Whether a label says "web page"; running heads are of paper."""
    if label is None or label.kind is not BlockKind.BOILERPLATE:
        return False
    return label.reason not in {"running head", "page number"}


def _is_web_head(label: Label | None) -> bool:
    return label is not None and label.reason in _WEB_HEAD
