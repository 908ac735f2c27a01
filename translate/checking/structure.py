"""What the make of an edited page tells: sentences that are gone, numbers that no longer match."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.checking.values import Sentence, Spotted
from translate.checks.coverage import source_coverage
from translate.values import Finding, Level

_ID = re.compile(r"s(\d{1,6})")
#: Share of a sentence's content words with a counterpart from which its English is taken to be
#: there, and words that make a share worth looking at.
_COVERED = 0.4
_FEWEST = 2


def faults(sentences: Sequence[Sentence], named: Sequence[str] = ()) -> Iterator[Spotted]:
    """Yield what is wrong with the rows of one page.

    Args:
        named: ids that the rest of the page points at; none of them may be missing.
    """
    yield from _gone(sentences, named)
    for sentence in sentences:
        if sentence.joined:
            yield from _mismatched(sentence)


def _gone(sentences: Sequence[Sentence], named: Sequence[str]) -> Iterator[Spotted]:
    """Yield sentences of which the page has not even the French.

    Our numbers run from 1 without gaps, whatever order the headline brings them into.
    """
    lines: dict[int, int] = {}
    for sentence in sentences:
        for id_ in [sentence.id, *(id_ for id_, _ in sentence.joined)]:
            if hit := _ID.fullmatch(id_):
                lines.setdefault(int(hit[1]), sentence.line)
    wanted = {int(hit[1]) for hit in map(_ID.fullmatch, named) if hit}
    last = max(lines, default=0)
    if wanted and max(wanted) - last <= len(lines) + len(wanted):
        last = max(last, *wanted)
    for number in range(1, last + 1):
        if number in lines:
            continue
        near = [lines[other] for other in (number - 1, number + 1) if other in lines]
        yield Spotted(
            finding=Finding(
                rule="omission",
                level=Level.ERROR,
                segment=f"s{number}",
                message="the sentence is gone from the page: its row, or its anchor "
                f'<a id="s{number}"></a>, is not there',
                suggestion="put the row back; a sentence may be left out in English, not in French",
            ),
            line=max(near, default=1),
        )


def _mismatched(sentence: Sentence) -> Iterator[Spotted]:
    """Yield what the numbers of a row say: sentences without English, numbers that nobody has."""
    ids = [id_ for id_, _ in sentence.joined]
    for id_, french in sentence.joined:
        if id_ in sentence.numbers:
            continue
        if _covered(french, sentence.english):
            message = "its number is gone; its English is taken to stand with that of its row"
            yield _spotted(sentence, id_, french, Level.INFO, message)
        else:
            message = "the sentence has no English: neither its number nor its words are there"
            yield _spotted(sentence, id_, french, Level.ERROR, message)
    for number, times in Counter(sentence.numbers).items():
        if number not in ids or times > 1:
            why = "twice" if number in ids else "without French beside it"
            message = (
                f"the number {number.removeprefix('s')} stands {why} in the English of this row"
            )
            yield _spotted(sentence, ids[0], sentence.french, Level.WARNING, message)


def _covered(french: str, english: str) -> bool:
    judged = [item.found for item in source_coverage(french, english) if item.found is not None]
    return len(judged) < _FEWEST or sum(judged) >= _COVERED * len(judged)


def _spotted(sentence: Sentence, id_: str, french: str, level: Level, message: str) -> Spotted:
    return Spotted(
        finding=Finding(rule="omission", level=level, segment=id_, message=message),
        line=sentence.line,
        french=french,
        english=sentence.english,
    )
