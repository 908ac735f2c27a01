"""Page furniture of plain text: page numbers, running heads and what else interrupts a sentence."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from translate.reading.features import ends_sentence, fold, is_body, starts_small
from translate.reading.plain.hyphens import ends_with_hyphen
from translate.reading.plain.lines import Line, breaks_off, is_list_line
from translate.reading.structure.matching import byline_label, line_label

_PAGE_NUMBER = re.compile(
    r"[\s\[(|/–—-]*(?:(?:page|p\.?|folio)\s*)?(\d{1,4})(?:\s*(?:/|sur|de|of)\s*\d{1,4})?[\s\])|/–—-]*",
    re.IGNORECASE,
)
_MARKED_PAGE = re.compile(
    r"\s*(?:[\[(|–—-]+\s*(?:page\s*)?\d{1,4}\s*[\])|–—-]+|(?:page|p\.|folio)\s*\d{1,4}\b.{0,14}|\d{1,4}\s*(?:/|sur)\s*\d{1,4})\s*",
    re.IGNORECASE,
)
#: A footnote at the bottom of a page.
NOTE = re.compile(r"(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}[.)]|[¹²³⁴-⁹]|\*+|†|Note \d)\s*\S")
_CONTINUED = re.compile(
    r"[(\[…\s.]*(?:lire la )?(?:suite|a suivre|suite et fin|voir suite|tournez)\b.{0,40}"
)
#: A sentence is interrupted by a few lines at most; more is another text.
_LONGEST_INTERRUPTION = 8
_LONGEST_HEAD = 90
#: Without wrapping, a line this short that lacks its full stop is no broken sentence.
_SHORTEST_BROKEN = 60
_NUMBERED = re.compile(r"(?:page|p\.) ?#.{12}|.{12,}(?:page|p\.) ?#$")
_SPACED = re.compile(r"\s{2,}|\t|\s[|•·–—]\s")
#: A line that ends with one of these has not ended its sentence.
_DANGLING = frozenset(
    [
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "de",
        "du",
        "d'",
        "l'",
        "et",
        "ou",
        "que",
        "qui",
        "a",
        "au",
        "aux",
        "en",
        "dans",
        "par",
        "pour",
        "sur",
        "avec",
    ]
)
_PSEUDONYM = re.compile(r"\S{1,30}\s?:\s")


def page_number(text: str) -> bool:
    """Whether a line holds a page number and nothing else."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text))


def _recurs(line: Line, shapes: Counter[str]) -> bool:
    return len(line.text) <= _LONGEST_HEAD and shapes[_shape(line.text)] >= 2


def running_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of page numbers and running heads that stand between paragraphs.

    A lone number counts when it is marked as a page number, comes at a page break, or when lone
    numbers go up through the text; a short line counts when it recurs beside those.
    """
    shapes = Counter(_shape(line.text) for line in lines if len(line.text) <= _LONGEST_HEAD)
    lone = [i for i, line in enumerate(lines) if line.text.isdigit() and len(line.text) <= 4]
    values = [int(lines[i].text) for i in lone]
    counted = len(values) >= 2 and all(b - a == 1 for a, b in itertools.pairwise(values))
    found = {
        i
        for i, line in enumerate(lines)
        if len(line.text) <= 40
        and (
            _MARKED_PAGE.fullmatch(line.text)
            or (
                page_number(line.text) and (line.page or (i + 1 < len(lines) and lines[i + 1].page))
            )
        )
    }
    if counted:
        found |= set(lone)
    # A lone number beside a line that recurs is the page number under its running head.
    for i in lone:
        for j in (i - 1, i + 1):
            if 0 <= j < len(lines) and _recurs(lines[j], shapes) and _SPACED.search(lines[j].text):
                found |= {i, j}
    beside = {i + step for i in found for step in (-2, -1, 1, 2)}
    for i, line in enumerate(lines):
        recurs = _recurs(line, shapes)
        at_page = (
            (i == 0 and bool(found))
            or line.page
            or (i + 1 < len(lines) and lines[i + 1].page)
            or i in beside
        )
        numbered = recurs and _SPACED.search(line.text) and _NUMBERED.match(_shape(line.text))
        if recurs and (at_page or numbered) and not ends_sentence(line.text):
            found.add(i)
    return frozenset(found)


def interruption(lines: Sequence[Line], at: int, running: frozenset[int], width: int) -> int:
    """Return the index of the line where the sentence broken off by line `at` goes on.

    0 when the next line is no interruption, or when nothing further on continues the sentence.
    """
    line = lines[at]
    hyphen = ends_with_hyphen(line.text)
    if not (breaks_off(line.text) or hyphen) or at + 1 >= len(lines):
        return 0
    if is_list_line(line.text) and not width:
        return 0
    full = width > 0 and len(line.text) + line.indent >= width - 14
    loose = not full and (width > 0 or len(line.text) < _SHORTEST_BROKEN)
    dangling = line.text[-1] == "," or fold(line.text).split(" ")[-1] in _DANGLING
    paged = note = False
    for index in range(at + 1, min(at + 2 + _LONGEST_INTERRUPTION, len(lines))):
        candidate = lines[index]
        paged = (
            paged
            or candidate.page
            or index in running
            or _CONTINUED.fullmatch(fold(candidate.text)) is not None
        )
        if loose and not paged:
            return 0
        if index > at + 1 or candidate.gap or candidate.page:
            if _goes_on(candidate.text) and index not in running:
                between = index > at + 1 or candidate.page
                return index if between or (full and starts_small(candidate.text)) else 0
            if (
                paged
                and (full or dangling)
                and index > at + 1
                and _resumes_in_capitals(lines, index, running)
            ):
                return index
        note = note or (full and NOTE.match(candidate.text) is not None)
        if not (note or index in running or _is_furniture(candidate.text)):
            return 0
    return 0


def _goes_on(text: str) -> bool:
    if not starts_small(text) or is_list_line(text) or text[0] in "–—-" or _PSEUDONYM.match(text):
        return False
    return byline_label(text) is None and line_label(text) is None and "@" not in text.split()[0]


def _resumes_in_capitals(lines: Sequence[Line], index: int, running: frozenset[int]) -> bool:
    text = lines[index].text
    if index in running or _is_furniture(text) or NOTE.match(text) or is_list_line(text):
        return False
    return len(text) >= 30 or is_body(text)


def _is_furniture(text: str) -> bool:
    if page_number(text):
        return True
    if len(text) > _LONGEST_HEAD:
        return False
    label = line_label(text)
    if label is not None and label.reason in {"advertising", "related articles", "sharing links"}:
        return True
    if _CONTINUED.fullmatch(fold(text)):
        return True
    # A running head with its page number: "L'Écho du Val    12 mars 2024    3".
    if not _SPACED.search(text):
        return False
    parts = text.split()
    numbered = len(parts) >= 2 and (
        parts[-1].strip("-–—|").isdigit() or parts[0].strip("-–—|").isdigit()
    )
    return numbered and not ends_sentence(text)
