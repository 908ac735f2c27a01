"""A member of a list that the English dropped: "A, B, C et D" as "A, B and D"."""

from __future__ import annotations

import itertools
import re

from translate.checks.coverage import (
    Covered,
    links,
    matching,
    source_coverage,
    target_coverage,
)
from translate.checks.text import plain, words

_FRENCH_JOINT = re.compile(r",? (?:et|ou|ainsi que) ")
_ENGLISH_JOINT = re.compile(r",? (?:and|or|as well as) ")
_END = re.compile(r"[,.;:!?()«»\"“”—–]")
_MOST = 8  # lists of a text
_LONGEST = 5  # words of a member
_NOUN = re.compile(
    r"(?:(?:de|à|en|par|pour|avec|dans|sur) )?(?:d'|l'|(?:de|le|la|les|un|une|des|du|au|aux|son|sa"
    r"|ses|leurs?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) )"
)
_FAR = 300  # characters before the joint

Span = tuple[int, int]


def _lists(text: str, joint: re.Pattern[str]) -> list[list[Span]]:
    """Return the lists of a text as spans of their members; the first and the last are rough."""
    found = itertools.islice(joint.finditer(text), _MOST)
    return [_list(text, match.start(), match.end()) for match in found]


def _list(text: str, stop: int, start: int) -> list[Span]:
    end = _END.search(text, start)
    tail = list(re.finditer(r"\S+", text[start : end.start() if end else len(text)]))
    last = (start, start + tail[min(len(tail), _LONGEST) - 1].end()) if tail else (start, start)
    found = [last]
    begin = max(0, stop - _FAR)
    while stop > begin:
        comma = text.rfind(", ", begin, stop)
        cut = comma + 2 if comma >= 0 else begin
        part = list(re.finditer(r"\S+", text[cut:stop]))
        broken = any(_END.search(m.group()) for m in part)
        if comma < 0 or len(part) > _LONGEST or broken:
            if part:
                found.append((cut + part[max(0, len(part) - 4)].start(), stop))
            break
        found.append((cut, stop))
        stop = comma
    return found[::-1]


def dropped(source: str, target: str) -> str:
    """Return the member of a list of three or more that the English list lacks, "" if none does.

    All members of the English list must be members of the French one, and no English word may be
    without counterpart: a list put otherwise ("parents" for fathers and mothers) is none.
    """
    french, english = plain(source), plain(target)
    lists = [
        found
        for found in _lists(french, _FRENCH_JOINT)
        if len(found) > 2 and all(_NOUN.match(french, a) for a, _ in found[1:])
    ]
    if not lists or any(item.found is False for item in target_coverage(source, target)):
        return ""
    judged = {item.word.start: item for item in source_coverage(source, target)}
    for wanted in lists:
        for got in _lists(english, _ENGLISH_JOINT):
            if 2 <= len(got) < len(wanted) and (lost := _lost(source, target, wanted, got, judged)):
                return source[lost[0] : lost[1]]
    return ""


def _lost(
    source: str, target: str, wanted: list[Span], got: list[Span], judged: dict[int, Covered]
) -> Span | None:
    starts = [word.start for word in words(target)]
    table = links(source, target)
    reach: list[list[int]] = []
    for a, b in wanted:
        places = {
            starts[other]
            for word, others in zip(words(source, french=True), table, strict=True)
            if a <= word.start < b and word.start in judged
            for other in others
        }
        reach.append([n for n, (c, d) in enumerate(got) if any(c <= at < d for at in places)])
    partner = matching(reach)
    if len(partner) != len(got):
        return None
    for n in sorted(set(range(1, len(wanted))) - set(partner.values()), reverse=True):
        a, b = wanted[n]
        inside = [item for start, item in judged.items() if a <= start < b]
        if any(item.found is False for item in inside):
            return wanted[n]
    return None
