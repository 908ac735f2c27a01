"""The courtesy title of a person in English that nobody mended: it must fit the person."""

from __future__ import annotations

import re

from glossary.values import PersonMention, Verdict
from translate.values import Finding, Level

_TITLE = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss)\b\.?\s+(?:[A-ZÀ-Ý][\w'’-]*\s+)?$")
_TITLES = {"m": re.compile("Mr"), "f": re.compile("Ms|Mrs|Miss")}
#: Code points before a name that are looked at for its title.
_REACH = 40


def mistitled(
    segment: str, mention: PersonMention, english: str, verdict: Verdict
) -> list[Finding]:
    """Return what is wrong with the courtesy title of a name that stands at `verdict`.

    The places of such names are hidden from the rules with their titles, which follow the person:
    "M. Daskal" for a woman is right as "Ms. Daskal".
    """
    genders = {person.gender for person in mention.people or mention.candidates}
    gender = genders.pop() if len(genders) == 1 else ""
    title = _TITLE.search(english[max(0, verdict.start - _REACH) : verdict.start])
    if not gender or not title or _TITLES[gender].fullmatch(title["title"]):
        return []
    name = english[verdict.start : verdict.end]
    return [
        Finding(
            rule="title",
            level=Level.ERROR,
            segment=segment,
            message=f"{mention.surface!r} is {title['title']}. in the English",
            suggestion=f"{'Ms.' if gender == 'f' else 'Mr.'} {name}",
        )
    ]
