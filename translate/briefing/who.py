"""Who is meant, in sentences out of their page: "Mr. Varin [Paul Varin]", both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.pages import Name, Page, Row

_COURTESY = re.compile(r"(?:M|MM|Mme|Mmes|Mlle|Me)\.?\s+")
#: Pages list so many sentences of a name at most.
_LISTED = 8
_AMBIGUOUS = "ambiguous"
_INFERRED = "inferred"


def introduced(rows: Iterable[Row], page: Page) -> list[Row]:
    """Return `rows` with the full name added where they first give only part of it.

    Only where both languages have that part; an inferred identity carries a question mark, an
    ambiguous one its candidates.
    """
    people = [name for name in page.names if name.kind == "person"]
    known: set[str] = set()
    out = []
    for row in rows:
        fr, en = row.french, row.english
        for person in people:
            if person.english in known or not _stands_in(person, row, people):
                continue
            if person.english in en:
                known.add(person.english)
                continue
            added = _added(person, fr, en)
            if added:
                known.add(person.english)
                fr, en = added
        out.append(replace(row, french=fr, english=en))
    return out


def _stands_in(person: Name, row: Row, people: Sequence[Name]) -> bool:
    """Whether `person` is the one a form in this row can only mean, as far as the page tells."""
    if row.id in person.segments:
        return True
    if len(person.segments) < _LISTED:
        return False
    forms = set(person.french)
    return not any(other is not person and forms & set(other.french) for other in people)


def _added(person: Name, fr: str, en: str) -> tuple[str, str] | None:
    """Return both sentences with the full name after the part of it they have."""
    full_fr = next((form for form in person.french if _is_full(form)), person.english)
    if full_fr in fr:
        return None
    for form in sorted(person.french, key=len, reverse=True):
        surname = _COURTESY.sub("", form)
        at_fr = fr.find(form)
        hit = re.search(rf"\b{re.escape(surname)}\b", en) if surname[:1].isupper() else None
        if at_fr < 0 or hit is None:
            continue
        name_fr, name_en = _shown(person, full_fr)
        end = at_fr + len(form)
        return (
            f"{fr[:end]} [{name_fr}]{fr[end:]}",
            f"{en[: hit.end()]} [{name_en}]{en[hit.end() :]}",
        )
    return None


def _shown(person: Name, full_fr: str) -> tuple[str, str]:
    if person.status == _AMBIGUOUS:
        return f"? {person.english.replace(' or ', ' ou ')}", f"? {person.english}"
    doubt = "?" if person.status == _INFERRED else ""
    return f"{full_fr}{doubt}", f"{person.english}{doubt}"


def _is_full(form: str) -> bool:
    return " " in form and not _COURTESY.match(form) and form[:1].isupper()
