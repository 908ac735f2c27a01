"""A desk's own term that the matcher left alone is said, not passed over in silence.

The matcher withholds a common word where another sense is likelier ("four" as oven, kiln or flop),
`translate.terms.doubt` one that the model read in another sense.
For the starter glossary that is as it should be; an editor who added the word wants to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from glossary.values import Entry, EntryStatus, Kind, Match
from translate.terms.doubt import Doubt
from translate.terms.spelling import fold
from translate.values import Finding, Level, Segment

#: Author of the starter glossary's entries.
STARTER = "visavis"
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def single_words(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the desk's own terms of one word, by their folded singular."""
    return {
        _singular(entry.fr): entry
        for entry in entries
        if entry.kind is Kind.TERM
        and entry.author != STARTER
        and entry.status is EntryStatus.APPROVED
        and _WORD.fullmatch(entry.fr)
    }


def withheld(
    segment: Segment,
    matches: Sequence[Match],
    words: dict[str, Entry],
    doubts: Sequence[Doubt] = (),
) -> Iterator[Finding]:
    """Yield a remark for each place of `segment` where a desk's own term was not asked for.

    Either one of `words` stands there and did not match, or the model's English spoke against it.
    """
    for doubt in doubts:
        if doubt.want.match.entry.author != STARTER:
            yield _doubted(segment, doubt)
    if not words:
        return
    for hit in _WORD.finditer(segment.text):
        entry = words.get(_singular(hit[0])) if hit[0].islower() else None
        taken = any(match.start < hit.end() and hit.start() < match.end for match in matches)
        if entry and not taken:
            yield Finding(
                rule="term",
                level=Level.INFO,
                segment=segment.id,
                message=f"{hit[0]!r}: {entry.en!r} was not asked for, another sense is likelier",
                suggestion="if it is meant, give the entry cues or a longer French form",
            )


def _doubted(segment: Segment, doubt: Doubt) -> Finding:
    match = doubt.want.match
    return Finding(
        rule="term",
        level=Level.INFO,
        segment=segment.id,
        message=f"{match.surface!r}: {match.entry.en!r} was not asked for,"
        f" the model reads {doubt.shown!r}",
        suggestion=f"if it is meant, put {doubt.shown!r} into forbidden_en of the entry",
    )


def _singular(word: str) -> str:
    folded = fold(word)
    return folded[:-1] if folded.endswith(("s", "x")) and len(folded) > 3 else folded
