"""Where one article of a file ends and another begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from translate.reading.features import ends_sentence, ends_with_stop, is_body
from translate.reading.structure import labels as tags
from translate.reading.structure.dateline import dateline_end
from translate.reading.structure.signatures import is_signature
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

_HEAD_KINDS = {
    BlockKind.BYLINE,
    BlockKind.DATE,
    BlockKind.DATELINE,
    BlockKind.METADATA,
    BlockKind.TITLE,
}
_END = "end mark"
_LOOK = 6
_LOOK_BACK = 3


def article_starts(units: Sequence[Unit], labels: Sequence[Label | None]) -> list[int]:
    """Return the indices at which articles begin; the first is always 0.

    A new article begins behind a rule, an end mark or a line "Article 2", when running text
    stands on both sides and the part behind opens as an article does: with a headline.
    """
    starts = [0]
    top = next((i for i, unit in enumerate(units) if _is_top(unit)), len(units))
    texts = [i for i, unit in enumerate(units) if is_body(unit.text) and _text(labels[i])]
    if len(texts) < 2:
        return starts
    for i in range(1, len(units)):
        behind = _behind_break(units, labels, i, top)
        text = bisect_left(texts, starts[-1])
        if behind and texts[-1] >= behind and text < len(texts) and texts[text] < i:
            starts.append(behind)
    return starts


def _text(label: Label | None) -> bool:
    return label is None or label.kind in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}


def _is_top(unit: Unit) -> bool:
    return unit.role is Role.HEADING and unit.level == 1


def _behind_break(units: Sequence[Unit], labels: Sequence[Label | None], i: int, top: int) -> int:
    """Index where an article begins behind the break at unit `i`, 0 when there is none."""
    label = labels[i]
    if label is tags.DOCUMENT:
        return i
    if label is None:
        second = i > top and _second_title(units, labels, i)
        return i if second or _unmarked_title(units, labels, i) else 0
    if label.reason not in {"separator", _END} or i + 1 >= len(units):
        return 0
    mark = units[i].text.strip()
    # Asterisks part the sections of one text as often as two texts: ask more of them.
    weak = not (label.reason == _END or set(mark) <= set("-=_—– ")) and not _signed(units, i)
    return i + 1 if _opens(units, labels, i + 1, weak=weak) else 0


def _signed(units: Sequence[Unit], at: int) -> bool:
    """Whether the text above a break was signed, a picture's lines aside."""
    near = range(max(at - _LOOK_BACK, 1), at)
    return any(
        is_signature(units[i].text) and ends_sentence(units[i - 1].text) and units[i].gap <= 0
        for i in near
    )


def _opens(units: Sequence[Unit], labels: Sequence[Label | None], at: int, *, weak: bool) -> bool:
    """Whether the units from `at` open as an article does: headline, then byline or text."""
    title = False
    for i in range(at, min(at + _LOOK, len(units))):
        label, text = labels[i], units[i].text
        if label is not None and label.kind in _HEAD_KINDS:
            if title and label.kind is not BlockKind.METADATA:
                return True
            title = title or label.kind is BlockKind.TITLE
        elif label is not None:
            if label.kind is BlockKind.BOILERPLATE:
                return False
        elif is_body(text):
            return title and (not weak or dateline_end(text, first=True) > 0)
        elif not ends_with_stop(text) and len(text) >= 15:
            title = True
        else:
            return False
    return False


def _unmarked_title(units: Sequence[Unit], labels: Sequence[Label | None], i: int) -> bool:
    """A headline with author and date of its own, after more blank lines than paragraphs have.

    The text above must have had author and date too: pieces of a page do not, articles do.
    """
    unit = units[i]
    if unit.gap < 2 or unit.role is not Role.NONE or not _is_headline(unit.text):
        return False
    if not ends_sentence(units[i - 1].text) and labels[i - 1] is None:
        return False
    if any(other.gap >= unit.gap for other in units[i + 1 : i + _LOOK]):
        return False
    own = _head_kinds(labels, i + 1)
    return len(own) >= 2 and own <= _head_kinds(labels, 0)


def _is_headline(text: str) -> bool:
    return 15 <= len(text) <= 160 and not ends_with_stop(text) and text[-1] not in ",;:"


def _head_kinds(labels: Sequence[Label | None], at: int) -> set[BlockKind]:
    """Author and date among the lines from `at`."""
    near = labels[at : at + _LOOK]
    return {label.kind for label in near if label is not None} & {
        BlockKind.BYLINE,
        BlockKind.DATE,
        BlockKind.DATELINE,
    }


def _second_title(units: Sequence[Unit], labels: Sequence[Label | None], i: int) -> bool:
    """A headline of Markdown or HTML of the first level, not the first of the file."""
    if not _is_top(units[i]):
        return False
    return _opens(units, labels, i, weak=True)
