"""What the make of an edited page tells: sentences gone, numbers amiss, other French."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.checking.values import Sentence, Spotted
from translate.checks.coverage import source_coverage
from translate.pages import Page
from translate.values import Finding, Level

_ID = re.compile(r"s(\d{1,6})")
#: Share of a sentence's content words with a counterpart from which its English is taken to be
#: there, and words that make a share worth looking at.
_COVERED = 0.4
_FEWEST = 2


def faults(sentences: Sequence[Sentence], gone: Sequence[str]) -> Iterator[Spotted]:
    """Yield what is wrong with the rows of one page.

    Args:
        gone: ids that the page remembers and that no row has.
    """
    yield from _gone(sentences, gone)
    for sentence in sentences:
        for id_ in sentence.french_changed:
            message = "the French is not the one that was translated: somebody changed it"
            yield _spotted(sentence, id_, sentence.french, Level.WARNING, message, rule="source")
        if sentence.joined:
            yield from _mismatched(sentence)


def stale(page: Page) -> Iterator[Spotted]:
    """Yield points of the summary that still have a sentence as it was before it was edited."""
    rows = {row.id: row for row in page.rows if not row.joined}
    for point in page.summary:
        row = rows.get(point.id)
        if page.tracked and row and row.changed and not point.changed:
            yield Spotted(
                finding=Finding(
                    rule="summary",
                    level=Level.WARNING,
                    segment=point.id,
                    message="the summary still has this sentence as it was before it was edited",
                    suggestion=row.english,
                ),
                line=point.line,
                french=point.french,
                english=point.english,
            )


def _gone(sentences: Sequence[Sentence], gone: Sequence[str]) -> Iterator[Spotted]:
    """Yield sentences of which the page has not even the French.

    Ids run from 1 without gaps, so that a page which forgot them still tells most.
    """
    lines: dict[int, int] = {}
    for sentence in sentences:
        for id_ in [sentence.id, *(id_ for id_, _ in sentence.joined)]:
            if hit := _ID.fullmatch(id_):
                lines.setdefault(int(hit[1]), sentence.line)
    missing = {int(hit[1]) for hit in map(_ID.fullmatch, gone) if hit}
    ordered = sorted(lines)
    for low, high in zip([0, *ordered], ordered, strict=False):
        missing.update(range(low + 1, min(high, low + len(lines) + 1)))
    for number in sorted(missing):
        before = max((other for other in ordered if other < number), default=0)
        yield Spotted(
            finding=Finding(
                rule="omission",
                level=Level.ERROR,
                segment=f"s{number}",
                message="the sentence is gone from the page: its row, or its anchor "
                f'<a id="s{number}"></a>, is not there',
                suggestion="put the French back; only its English may be left out",
            ),
            line=lines.get(before, 1),
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
            message = f"the number {number[1:]} stands {why} in the English of this row"
            yield _spotted(sentence, ids[0], sentence.french, Level.WARNING, message)


def _covered(french: str, english: str) -> bool:
    judged = [item.found for item in source_coverage(french, english) if item.found is not None]
    return len(judged) < _FEWEST or sum(judged) >= _COVERED * len(judged)


def _spotted(
    sentence: Sentence, id_: str, french: str, level: Level, message: str, rule: str = "omission"
) -> Spotted:
    return Spotted(
        finding=Finding(rule=rule, level=level, segment=id_, message=message),
        line=sentence.line,
        french=french,
        english=sentence.english,
    )
