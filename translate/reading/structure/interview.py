"""Questions of an interview: lines that ask, each above a line that answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import MutableSequence, Sequence

from translate.reading.features import ends_sentence, is_question
from translate.reading.structure import labels as tags
from translate.reading.units import Label, Unit

Labels = MutableSequence[Label | None]
_LONGEST_QUESTION = 420
_SPEAKER = re.compile(
    r"([A-ZÀ-Ý][\w’'.À-ÿ -]{0,40}?|Q|R|Question|Réponse)\s?(?:\.\s?[–—-]|:|[–—-])\s"
)
_LABELLED_QUESTION = re.compile(r"(?:Q|Question|Q\.)\s?\d*\s?[:.–—-]\s")
#: This many asking lines, each with an answer, make an interview.
_ENOUGH = 3


def mark_interview(units: Sequence[Unit], labels: Labels, start: int) -> None:
    """Label the questions where the text is an interview."""
    open_ = [i for i in range(start, len(units)) if labels[i] is None]
    asking = [i for i in open_ if _asks(units[i].text) and _has_answer(units, labels, i)]
    if len(asking) < _ENOUGH or 5 * len(asking) < len(open_):
        return
    for i in asking:
        labels[i] = tags.QUESTION
    outlets = _outlets(units, asking)
    paired = _asked_in_pairs(units, asking)
    strong = sum(units[i].strong for i in asking) > len(asking) // 2
    for i in open_:
        if labels[i] is not None or not _has_answer(units, labels, i):
            continue
        text = units[i].text
        same_speaker = _speaker(text) in outlets
        if (
            same_speaker
            or (strong and units[i].strong and len(text) <= _LONGEST_QUESTION)
            or (paired and _heads_pair(units, i) and len(text) <= 200 and ends_sentence(text))
        ):
            labels[i] = tags.QUESTION


def _asks(text: str) -> bool:
    if len(text) > _LONGEST_QUESTION:
        return False
    if _LABELLED_QUESTION.match(text):
        return True
    # A quotation that ends with a question mark is somebody's answer.
    return is_question(text) and not text.rstrip().endswith(("»", "”"))


def _has_answer(units: Sequence[Unit], labels: Sequence[Label | None], i: int) -> bool:
    for j in range(i + 1, min(i + 4, len(units))):
        if labels[j] is None:
            return not is_question(units[j].text) or len(units[j].text) > len(units[i].text)
    return False


def has_speaker(text: str) -> bool:
    """Whether a line opens with the label of who speaks."""
    return _SPEAKER.match(text) is not None


def _speaker(text: str) -> str:
    match = _SPEAKER.match(text)
    return match[1].strip() if match else ""


def _outlets(units: Sequence[Unit], asking: Sequence[int]) -> set[str]:
    """Speaker labels that ask more often than not: their statements are questions too."""
    asked = Counter(_speaker(units[i].text) for i in asking)
    said = Counter(_speaker(unit.text) for unit in units)
    return {name for name, count in asked.items() if name and 2 * count > said[name]}


def _asked_in_pairs(units: Sequence[Unit], asking: Sequence[int]) -> bool:
    """Whether most questions stand right above their answer, with a blank line before."""
    return 2 * sum(_heads_pair(units, i) for i in asking) > len(asking)


def _heads_pair(units: Sequence[Unit], i: int) -> bool:
    return units[i].gap > 0 and i + 1 < len(units) and units[i + 1].gap == 0
