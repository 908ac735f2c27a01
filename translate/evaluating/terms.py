"""Glossary terms of the French in an English text: are they there, and always rendered alike?

Success is exact match by stem for each occurrence (`glossary.verify`). Consistency follows the
WMT 2023 terminology task (Semenov et al. 2023): for each entry that stands at least twice in the
French, its first rendering is the pseudo-reference and the F1 of all its renderings is taken
against it. A rendering is seen when it is the entry's English, one of its accepted forms or a
forbidden one; an occurrence whose English is none of these counts as not found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import glossary
from glossary.english import stem
from glossary.values import Match, Outcome, Verdict
from translate.evaluating.values import TermCounts

Matches = tuple[Match, ...]


def term_matches(words: glossary.Glossary, sources: Sequence[str]) -> list[Matches]:
    """Return the terms of each sentence; places that several entries claim are left out."""
    matcher = glossary.Matcher(words)
    return [
        tuple(match for match in matcher.find(source) if not match.rivals) for source in sources
    ]


def count_terms(matches: Sequence[Matches], verdicts: Sequence[Sequence[Verdict]]) -> TermCounts:
    """Return what became of the terms, from the verdicts on each sentence's English."""
    outcomes: Counter[Outcome] = Counter()
    found: Counter[str] = Counter()
    used: Counter[str] = Counter()
    renderings: dict[str, list[str]] = defaultdict(list)
    for own in verdicts:
        for verdict in own:
            entry = verdict.match.entry
            outcomes[verdict.outcome] += 1
            found[entry.kind.value] += 1
            used[entry.kind.value] += verdict.outcome is Outcome.USED
            renderings[entry.id].append(_stems(verdict.found))
    repeated = [own for own in renderings.values() if len(own) > 1]
    return TermCounts(
        found=sum(map(len, matches)),
        used=outcomes[Outcome.USED],
        forbidden=outcomes[Outcome.FORBIDDEN],
        by_kind={kind: (used[kind], count) for kind, count in sorted(found.items())},
        repeated=len(repeated),
        consistency=_consistency(repeated),
    )


def _stems(text: str) -> str:
    return " ".join(stem(word) for word in text.replace("-", " ").split())


def _consistency(entries: Sequence[Sequence[str]]) -> float | None:
    """Return the F1 of renderings against the first one of each entry; "" is not found."""
    right = wrong = lost = 0
    for renderings in entries:
        first = next(filter(None, renderings), "")
        for rendering in renderings:
            right += bool(rendering) and rendering == first
            wrong += bool(rendering) and rendering != first
            lost += rendering != first or not rendering
    return 2 * right / (2 * right + wrong + lost) if entries else None
