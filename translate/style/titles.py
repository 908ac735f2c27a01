"""Courtesy titles before names: dropped as news agencies do, or with the stop of the country.

Only "Mr.", "Ms." and the like are courtesy titles; "Dr.", "Prof.", "Sir" say what somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.style.spelling import Change
from translate.style.tables import listed
from translate.style.values import Spelling
from translate.values import Span

_COURTESY = r"(?:Mr|Mrs|Ms|Miss|Messrs)\b\.?"
_BEFORE_NAME = re.compile(rf"\b{_COURTESY}\s+\Z")
#: "Mr. and Mrs. Varin" is a couple: without its titles it would be one person.
_COUPLE = re.compile(rf"\b{_COURTESY}\s+(?:and|or|&)\s+\Z")
#: Words after which a title is part of what is said: "a Mr. Varin", "this Mr. Varin".
_HELD = re.compile(
    r"\b(?:an?|the|this|one|certain|same|other|dear|young|old|good|poor)\s+\Z", re.IGNORECASE
)
_STANDING = re.compile(rf"\b(?P<title>{_COURTESY})\s+(?P<name>[^\W\d_][\w'’-]*)")
_WITH_STOP = re.compile(r"\b(Mr|Mrs|Ms|Messrs|Dr)\.(?=\s)")
_WITHOUT_STOP = re.compile(r"\b(Mr|Mrs|Ms|Messrs|Dr)(?=\s+[^\W\d_a-z])")
#: Characters before a name in which its title is looked for.
_REACH = 40


def droppable(text: str, at: int) -> Change | None:
    """Return the change that takes the courtesy title from the name at `at`, None to leave it.

    A small particle that then opens the sentence gets its capital ("Mr. de Brey" → "De Brey").
    """
    lead = text[max(0, at - _REACH) : at]
    title = _BEFORE_NAME.search(lead)
    if not title or _COUPLE.search(lead[: title.start()]) or _HELD.search(lead[: title.start()]):
        return None
    start = at - len(title[0])
    first = text[at] if any(char.isalnum() for char in text[:start]) else text[at].upper()
    return Change(start=start, end=at + 1, old=title[0] + text[at], new=first)


def standing(text: str, quotations: Sequence[Span]) -> list[Change]:
    """Return the titles that stand before what looks like a name, outside of `quotations`."""
    found = []
    for hit in _STANDING.finditer(text):
        change = droppable(text, hit.start("name"))
        office = hit["name"].lower() in listed("office")  # "Mr. President" is no name
        if change is None or office or not hit["name"][0].isupper():
            continue
        whole = f"{hit['title']} {hit['name']}"
        told = Change(start=hit.start(), end=hit.end(), old=whole, new=hit["name"])
        if not told.within(quotations):
            found.append(told)
    return found


def stops(text: str, spelling: Spelling, quotations: Sequence[Span]) -> list[Change]:
    """Return the titles whose stop is not that of the country: "Mr." in the US, "Mr" in the UK.

    A stop is not added inside quotation marks, where "Mrs Dalloway" may be a title of a work.
    """
    if spelling is Spelling.UK:
        hits = list(_WITH_STOP.finditer(text))
    elif spelling is Spelling.US:
        hits = list(_WITHOUT_STOP.finditer(text))
    else:
        return []
    new = "" if spelling is Spelling.UK else "."
    changes = [
        Change(start=hit.start(), end=hit.end(), old=hit[0], new=hit[1] + new) for hit in hits
    ]
    if spelling is Spelling.US:
        changes = [change for change in changes if not change.within(quotations)]
    return changes
