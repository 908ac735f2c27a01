"""What no candidate may lose: the figures and the names of the French."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.values import Entry, Kind, Match
from translate.checks import Known, acronyms, check_pair, names, numbers, outlets
from translate.dates import wanted_times
from translate.values import Level

#: What else spoils a sentence; figures, names and marks are counted on their own. "untranslated" is
#: not here: another search puts a real but wrong word for a garbled one, which nobody sees then.
_OTHER_RULES = frozenset({"negation", "omission", "repetition", "currency", "direction"})
#: The names of what they find: "direction" finds figures, and an "addition" is none of it.
_OTHER_FAULTS = frozenset({"negation", "omission", "repetition", "currency", "number"})


def lost_numbers(source: str, target: str) -> int:
    """Return how many figures of `source` are not in `target`, or are in it from nowhere."""
    found = numbers.compare(source, target)
    return len(found.missing) + len(found.alien)


def lost_names(source: str, target: str) -> int:
    """Return how many names of `source` are not in `target`, neither as they are nor in English."""
    return len(names.survive(source, target))


def faults(source: str, target: str, known: Sequence[Known]) -> int:
    """Return how many things the checks warn about that are counted by none of the others here.

    Args:
        known: places verified as translations of each other; nothing inside them is a fault.
    """
    return sum(
        finding.level is not Level.INFO and finding.rule in _OTHER_FAULTS
        for finding in check_pair(source, target, known=known, rules=_OTHER_RULES)
    )


def name_matches(source: str, target: str) -> tuple[Match, ...]:
    """Return the names that `target` lacks as matches, so that they are asked for like terms.

    "Jean Kerdoncuff" is one name even where both its words are lost.
    """
    found: list[Match] = []
    for lost in names.survive(source, target):
        if lost.partly:  # "Hitchcock" for "Alfred Hitchcock" is enough
            continue
        start = lost.start
        near = found and not source[found[-1].end : start].strip(" \u00a0\u202f-")
        if near and not lost.english and found[-1].entry.en == found[-1].surface:
            start = found.pop().start
        surface = source[start : lost.end]
        english = lost.english or (surface,)
        entry = Entry(
            id=f"name:{surface}", fr=surface, en=english[0], forms_en=english[1:], kind=Kind.PLACE
        )
        found.append(Match(entry=entry, start=start, end=lost.end, surface=surface))
    for start, end in outlets.lost(source, target):
        if not any(start < match.end and match.start < end for match in found):
            paper = source[start:end]
            entry = Entry(id=f"name:{paper}", fr=paper, en=paper, kind=Kind.ORGANISATION)
            found.append(Match(entry=entry, start=start, end=end, surface=paper))
    for acronym in acronyms.lost(source, target):
        place = re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", source)
        if place:
            entry = Entry(id=f"name:{acronym}", fr=acronym, en=acronym, kind=Kind.ORGANISATION)
            start, end = place.span()
            found.append(Match(entry=entry, start=start, end=end, surface=acronym))
    return tuple(found)


def figure_matches(source: str, target: str) -> tuple[Match, ...]:
    """Return the figures that `target` lacks as matches: "4 317" is asked for as "4,317".

    The hour of a clock time is asked for as the whole time: "14 heures" as "2 p.m.".
    """
    times = wanted_times(source)
    found = []
    for start, figure_end, figure in numbers.wanted(source, target):
        end, english = times.get(start, (figure_end, figure))
        entry = Entry(id=f"figure:{english}", fr=source[start:end], en=english)
        found.append(Match(entry=entry, start=start, end=end, surface=source[start:end]))
    return tuple(found)
