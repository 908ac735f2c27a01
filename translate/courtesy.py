"""The courtesy title of a person in English that nobody mended: it must fit the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.values import Outcome, PersonMention, Verdict
from translate.terms import Origin, Want
from translate.values import Finding, Level

_TITLE = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss)\b\.?\s+(?:[A-ZÀ-Ý][\w'’-]*\s+)?$")
_TITLES = {"m": re.compile("Mr"), "f": re.compile("Ms|Mrs|Miss")}
#: Code points before a name that are looked at for its title.
_REACH = 40


def mention_of(want: Want, people: Sequence[PersonMention]) -> PersonMention | None:
    """Return the mention that a wanted name belongs to."""
    return next((one for one in people if one.start <= want.start < one.end), None)


def mistitled(
    segment: str,
    people: Sequence[PersonMention],
    wants: Sequence[Want],
    verdicts: Sequence[Verdict],
    english: str,
) -> Iterator[Finding]:
    """Yield the names of a sentence that stand behind the courtesy title of the other gender.

    The places of such names are hidden from the rules with their titles, which follow the person:
    "M. Daskal" for a woman is right as "Ms. Daskal".
    """
    for want, verdict in zip(wants, verdicts, strict=True):
        mention = mention_of(want, people)
        if not mention or want.origin is not Origin.PERSON or verdict.outcome is not Outcome.USED:
            continue
        genders = {person.gender for person in mention.people or mention.candidates}
        gender = genders.pop() if len(genders) == 1 else ""
        title = _TITLE.search(english[max(0, verdict.start - _REACH) : verdict.start])
        if not gender or not title or _TITLES[gender].fullmatch(title["title"]):
            continue
        name = english[verdict.start : verdict.end]
        yield Finding(
            rule="title",
            level=Level.ERROR,
            segment=segment,
            message=f"{mention.surface!r} is {title['title']}. in the English",
            suggestion=f"{'Ms.' if gender == 'f' else 'Mr.'} {name}",
        )
