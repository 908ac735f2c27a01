"""The text of an article: subheads, captions, questions, lists, quotations, and what follows it."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

from translate.reading.features import (
    ends_sentence,
    ends_with_stop,
    inner_stops,
    is_body,
    is_caps,
    is_question,
    looks_like_name,
    starts_small,
    words,
)
from translate.reading.structure import labels as tags
from translate.reading.structure.credits import closing_agency, ends_with_credit, is_pair
from translate.reading.structure.first_pass import list_marker
from translate.reading.structure.interview import has_speaker, mark_interview
from translate.reading.structure.matching import is_line
from translate.reading.structure.signatures import mark_signatures
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
_LONGEST_HEADING = 100
_LONGEST_CAPTION = 300
_SKIPPED = {
    BlockKind.BOILERPLATE,
    BlockKind.METADATA,
    BlockKind.CREDIT,
    BlockKind.DUPLICATE,
    BlockKind.CAPTION,
}


def mark_body(units: Sequence[Unit], labels: Labels, start: int) -> None:
    """Label everything from `start` that is still open."""
    letter = any(is_line(unit.text, "letter_openings") for unit in units[: start + 2])
    last = max(
        (i for i, u in enumerate(units) if labels[i] is None and is_body(u.text)), default=start
    )
    _mark_closing_rights(units, labels, last)
    mark_interview(units, labels, start)
    mark_signatures(units, labels, start)
    _mark_verse(units, labels, start)
    for i in range(start, len(units)):
        if labels[i] is None:
            labels[i] = _open_label(units, labels, i, last=last, letter=letter)


def _mark_closing_rights(units: Sequence[Unit], labels: Labels, last: int) -> None:
    """Rights to the text ("© Agence" below it, with no picture above) are no picture's."""
    for i in range(last + 1, len(units)):
        signed = labels[i] is tags.CREDIT and units[i].text.startswith(("©", "(c)", "Copyright"))
        if signed and labels[i - 1] is not tags.CAPTION:
            labels[i] = tags.LEGAL


def _open_label(units: Sequence[Unit], labels: Labels, i: int, *, last: int, letter: bool) -> Label:
    unit = units[i]
    if i > last and not ends_sentence(unit.text) and not _touches_text(units, i):
        name = unit.text.split(" (")[0].split(" – ")[0].lstrip("–—- ")
        if looks_like_name(name) and words(unit.text) <= 12:
            return tags.SIGNATURE if letter or unit.text[0] in "–—-" else tags.BYLINE
        if letter and _after_closing(units, i, last):
            return tags.SIGNATURE
    figures = any(c.isdigit() for c in unit.text)
    closing = i == len(units) - 1 and unit.gap > 0 and figures
    if closing and is_line(unit.text, "closing_practical"):
        return tags.PRACTICAL
    if unit.text[0] in "—–" and _closes_quote(units, i) and not ends_sentence(unit.text):
        return tags.SIGNATURE
    if unit.role is Role.HEADING or _is_subhead(units, labels, i):
        return tags.HEADING
    return tags.PARAGRAPH


def _touches_text(units: Sequence[Unit], i: int) -> bool:
    """Whether a line stands right on top of a paragraph, as a subhead does."""
    if i + 1 >= len(units) or not units[i].gap:
        return False
    return units[i + 1].gap == 0 and ends_sentence(units[i + 1].text)


def _after_closing(units: Sequence[Unit], i: int, last: int) -> bool:
    closings = range(max(last - 1, 0), i)
    return (
        any(is_line(units[j].text, "letter_closings") for j in closings)
        and words(units[i].text) <= 10
    )


def _closes_quote(units: Sequence[Unit], i: int) -> bool:
    return (
        i > 0 and len(units[i].text) <= 100 and units[i - 1].text.rstrip().endswith(("»", "”", '"'))
    )


def _is_subhead(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """A short line without a full stop, with text below it."""
    unit = units[i]
    text = unit.text
    if len(text) > _LONGEST_HEADING or words(text) > 16 or words(text) == 0:
        return False
    # "Températures (min. / max.)": the stop belongs to the bracket.
    bracketed = text.endswith(")") and "(" in text[1:] and "." not in text.split("(")[0]
    if text.endswith("…") and words(text) <= 5 and _touches_text(units, i):
        return True
    if (
        (ends_with_stop(text) and not bracketed)
        or text.endswith((",", ";", ":", "…", "..."))
        or starts_small(text)
    ):
        return False
    if is_question(text) and has_speaker(text) and not _touches_text(units, i):
        return False
    if inner_stops(text) > 1 or (list_marker(text) in set("–—-•") and not unit.strong):
        return False
    if not _text_below(units, labels, i):
        return False
    if unit.strong or is_caps(text):
        return True
    if ends_sentence(text) and not bracketed:
        return is_question(text) and words(text) <= 14 and "»" not in text[:-1]
    return True


def _text_below(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether running text, a list or a table follows, other than skipped parts between."""
    for j in range(i + 1, min(len(units), i + 12)):
        label = labels[j]
        if label is not None and label.kind in _SKIPPED:
            continue
        if label is not None:
            return label.kind in {
                BlockKind.LIST_ITEM,
                BlockKind.TABLE_ROW,
                BlockKind.QUESTION,
                BlockKind.QUOTE,
                BlockKind.PARAGRAPH,
            }
        text = units[j].text
        if ends_sentence(text) or len(text) > _LONGEST_HEADING or text.endswith((":", ";")):
            return True
        # Two short lines on top of each other: the upper one heads a section of sections.
        if units[j].gap == 0 and units[i].gap == 0:
            return False
    return False


def mark_captions(units: Sequence[Unit], labels: Labels) -> None:
    """A line above a credit, or one that ends with a credit, is a caption."""
    last = max(
        (i for i, u in enumerate(units) if labels[i] is None and len(u.text) >= 60), default=0
    )
    _mark_pairs(units, labels)
    for i, unit in enumerate(units):
        text = unit.text
        if labels[i] is not None or len(text) > _LONGEST_CAPTION or unit.role is Role.HEADING:
            continue
        below = labels[i + 1] if i + 1 < len(units) else None
        above_credit = below is tags.CREDIT and units[i + 1].gap == 0 and not is_body(text)
        signed_off = i == last and closing_agency(text) > 0
        credited = i > 0 and inner_stops(text) <= 3 and ends_with_credit(text) and not signed_off
        if above_credit or credited or _below_credit(units, labels, i):
            labels[i] = tags.CAPTION


def _mark_pairs(units: Sequence[Unit], labels: Labels) -> None:
    """Label "Prénom Nom / Agence" right below a short line with a stop: a picture's credit."""
    for i, unit in enumerate(units[1:], 1):
        above = units[i - 1]
        if labels[i] is not None or labels[i - 1] is not None or not is_pair(unit.text):
            continue
        caption = len(above.text) <= _LONGEST_CAPTION and inner_stops(above.text) <= 2
        if unit.gap <= 0 and caption and ends_sentence(above.text) and above.gap > 0:
            labels[i - 1], labels[i] = tags.CAPTION, tags.CREDIT


def _below_credit(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """A lone line under a credit, where the credit stands above its caption."""
    if i < 1 or labels[i - 1] is not tags.CREDIT or units[i].gap or is_body(units[i].text):
        return False
    alone = i + 1 >= len(units) or units[i + 1].gap > 0
    apart = units[i - 1].gap > 0 or (i > 1 and _is_published(labels[i - 2]))
    return alone and apart and not looks_like_name(units[i].text)


def _is_published(label: Label | None) -> bool:
    return label is not None and label.kind in {BlockKind.BYLINE, BlockKind.DATE}


def _mark_verse(units: Sequence[Unit], labels: Labels, start: int) -> None:
    """Three and more short lines without a blank between them: verse, a quotation or a list."""
    run: list[int] = []
    for i in range(start, len(units) + 1):
        short = (
            i < len(units)
            and labels[i] is None
            and units[i].role is Role.NONE
            and len(units[i].text) <= 70
            and not ends_with_stop(units[i].text)
            and not is_question(units[i].text)
        )
        if short and (not run or (units[i].gap == 0 and run[-1] == i - 1)):
            run.append(i)
            continue
        _label_run(units, labels, run, i)
        run = [i] if short else []


def _label_run(units: Sequence[Unit], labels: Labels, run: Sequence[int], after: int) -> None:
    if len(run) < 3:
        return
    below = units[after] if after < len(units) else None
    body_below = below is not None and below.gap == 0 and is_body(below.text)
    inner = run[:-1] if body_below else run
    if inner and units[inner[0]].text.endswith(":"):
        inner = inner[1:]
    if len(inner) < 3:
        return
    numbered = [any(c.isdigit() for c in units[i].text) for i in inner]
    if not numbered[0] and all(numbered[1:]) and units[inner[0]].gap > 0:
        # "Agenda" over a list of dates.
        labels[inner[0]] = tags.HEADING
        inner, numbered = inner[1:], numbered[1:]
    figures = sum(numbered)
    above = units[inner[0] - 1].text if inner[0] else ""
    if figures >= 0.6 * len(inner):
        label = tags.TABLE_ROW
    elif above.endswith(":") and not units[inner[0]].text.startswith(("«", "“", '"')):
        label = tags.LIST_ITEM
    else:
        label = tags.QUOTE
    for i in inner:
        labels[i] = label
