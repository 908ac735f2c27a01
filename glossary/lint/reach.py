"""Rules about entries that can never match, or no longer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from glossary.lint.spelling import written
from glossary.lint.values import Hit, Located, Material
from glossary.matching import Matcher
from glossary.values import Glossary, Kind

#: Surroundings in which a form is tried: if it is found in none, no text can have it.
_FRAMES = ("{}", "le {} a", "Ils ont parlé de {}.", "les {} de", "de la {} .")
_LONG_AGO = dt.timedelta(days=3652)


def shadowed(material: Material) -> Iterator[Hit]:
    """An entry that is found in none of its own forms: another always takes its place."""
    for located, winner in _unreached(material):
        if winner is not None:
            yield located.hit(
                "fr",
                f"never matches: {winner.seen_from(located)} always takes its place",
                "remove it, or make it a form of the other",
            )


def unmatchable(material: Material) -> Iterator[Hit]:
    """An entry that the matcher does not find even in its own French."""
    for located, winner in _unreached(material):
        if winner is None:
            yield located.hit(
                "fr",
                f"{located.entry.fr!r} is not found even in its own French",
                "look at its capitals, at `case`, and at words that cannot begin a term",
            )


def expired(material: Material) -> Iterator[Hit]:
    """An entry, people aside, whose last day is more than ten years ago."""
    for located in material.entries:
        end = located.entry.valid_to
        past = end is not None and material.today - end > _LONG_AGO
        if past and located.applies and located.entry.kind is not Kind.PERSON:
            yield located.hit(
                "valid_to",
                f"has not been valid since {end}",
                "set its status to deprecated if no article needs it",
            )


def unused(material: Material) -> Iterator[Hit]:
    """An approved entry that occurs nowhere in the corpus given."""
    if material.used is None:
        return
    for located in material.entries:
        if located.applies and not material.used.get(located.entry.id):
            yield located.hit(
                "fr", f"{located.entry.fr!r} occurs nowhere in the corpus", "is it still needed?"
            )


def _unreached(material: Material) -> Iterator[tuple[Located, Located | None]]:
    """Yield approved entries that are never found, with what is found in their place."""
    approved = [located for located in material.entries if located.applies]
    by_id = {located.entry.id: located for located in approved}
    matcher = Matcher(Glossary(entries=tuple(located.entry for located in approved)))
    for located in approved:
        winner: str | None = None
        for found in _found_in_own(matcher, located):
            if found == located.entry.id:
                break
            winner = winner or found
        else:
            yield located, by_id.get(winner) if winner else None


def _found_in_own(matcher: Matcher, located: Located) -> Iterator[str]:
    """Yield the ids of entries found in the forms of one entry, each in all surroundings."""
    on = located.entry.valid_from or located.entry.valid_to
    for frame in _FRAMES:
        for _, form in written(located):
            for match in matcher.find(frame.format(form.replace("{", "{{")), on):
                yield from (entry.id for entry in (match.entry, *match.rivals))
