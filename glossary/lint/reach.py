"""Rules about entries that can never match, or no longer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from glossary import senses
from glossary.lint.spelling import written
from glossary.lint.values import Hit, Located, Material
from glossary.matching import Matcher
from glossary.names.topics import content_words
from glossary.values import Glossary, Kind

#: Surroundings in which a form is tried: if it is found in none, no text can have it.
_FRAMES = ("{}", "le {} a", "Ils ont parlé de {}.", "les {} de", "de la {} .")
_LONG_AGO = dt.timedelta(days=3652)


def unmatchable(material: Material) -> Iterator[Hit]:
    """An entry that the matcher does not find even in its own French."""
    for located in material.entries:
        # Each alone: thousands of entries of one French would be looked through for each of them.
        if located.applies and not _found_in_own(located):
            yield located.hit(
                "fr",
                f"{located.entry.fr!r} is not found even in its own French",
                "look at its signs and capitals, and at `case`",
            )


def function_word(material: Material) -> Iterator[Hit]:
    """A French form that has nothing but function words: it would match everywhere."""
    for located in material.entries:
        for column, form in written(located):
            if located.live and not content_words(form):
                yield located.hit(
                    column,
                    f"{form!r} is a word of grammar and would match in most sentences",
                    "remove it, or write the whole term",
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
    for located in _without_use(material):
        if located.entry.id not in material.covered:
            yield located.hit(
                "fr", f"{located.entry.fr!r} occurs nowhere in the corpus", "is it still needed?"
            )


def shadowed(material: Material) -> Iterator[Hit]:
    """An approved entry that stands in the corpus only inside longer entries."""
    by_id = {located.entry.id: located for located in material.entries}
    for located in _without_use(material):
        longer = material.covered.get(located.entry.id)
        if longer is not None:
            yield located.hit(
                "fr",
                f"{located.entry.fr!r} stands in the corpus, but always inside a longer entry such "
                f"as {by_id[longer].seen_from(located)}, which wins",
                "is it still needed?",
            )


def _without_use(material: Material) -> Iterator[Located]:
    if material.usage is not None:
        for located in material.entries:
            if located.applies and located.entry.id not in material.usage.occurrences:
                yield located


def _found_in_own(located: Located) -> bool:
    if senses.rare(located.entry):
        return True  # it needs a cue, which no frame has
    matcher = Matcher(Glossary(entries=(located.entry,)))
    return any(
        matcher.find(frame.format(form)) for frame in _FRAMES for _, form in written(located)
    )
