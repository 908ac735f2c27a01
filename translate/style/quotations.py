"""What stands between quotation marks, also where a quotation runs over several sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translate.backquotes import quoted
from translate.values import Span

_CLOSING = '»”"'
_FIRST_MARK = re.compile(r"[«»“”\"]")


def quotations(text: str, *, inside: bool = False) -> list[Span]:
    """Return what is quoted in `text`; with `inside`, it begins in the middle of a quotation."""
    if not inside:
        return quoted(text)
    spans = quoted(f'"{text}')
    return [Span(start=max(0, span.start - 1), end=span.end - 1) for span in spans]


def begins_inside(text: str) -> bool:
    """Return whether the first quotation mark of `text` closes a quotation begun before it."""
    mark = _FIRST_MARK.search(text)
    if not mark or mark[0] in "«“":
        return False
    before, after = text[: mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] != '"' or (bool(before) and not before[-1].isspace() and not after.isalnum())


def running(sentences: Iterable[str]) -> list[bool]:
    """Return for each sentence of one paragraph whether it begins inside a quotation."""
    states, inside = [], False
    for sentence in sentences:
        states.append(inside)
        spans = quotations(sentence, inside=inside)
        last = spans[-1] if spans else None
        inside = last is not None and last.end == len(sentence) and not _closes(sentence, last)
    return states


def _closes(text: str, span: Span) -> bool:
    """Return whether a quotation that ends with `text` ends with its mark."""
    return text[-1:] in _CLOSING and (span.end - span.start > 1 or text[-1:] != '"')
