"""Rules about people: names that cannot be told apart, offices, what is missing."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from glossary.lint.values import Hit, Located, Material
from glossary.names.folding import fold, tokenize
from glossary.names.forms import parse_name
from glossary.names.lexicon import lexicon
from glossary.values import Kind

#: Days that two holders of one office may overlap: the day of the handover counts for both.
_HANDOVER = dt.timedelta(days=1)
_NAMED = 3
_LINKS = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en"])


def ambiguous_surname(material: Material) -> Iterator[Hit]:
    """People of one surname of whom two or more have neither cues nor dates."""
    groups: dict[tuple[str, ...], list[Located]] = {}
    for located in _people(material):
        form = parse_name(located.entry.fr)
        surname = tuple(form.words[at] for at in form.surname)
        if surname:
            groups.setdefault(surname, []).append(located)
    for group in groups.values():
        bare = [item for item in group if not _told(item)]
        if len(bare) < 2:
            continue
        for at, located in enumerate(bare):
            others = [*bare[:at][:_NAMED], *bare[at + 1 :][:_NAMED]][:_NAMED]
            more = len(bare) - 1 - len(others)
            names = ", ".join(other.seen_from(located) for other in others)
            tail = f" and {more} more" if more else ""
            yield located.hit(
                "cues" if "cues" in located.places else "fr",
                f"shares its surname with {names}{tail}, and neither has cues or dates",
                "give cues (role, institution, topic) or dates of office",
            )


def overlapping_office(material: Material) -> Iterator[Hit]:
    """Two people with one and the same office as a cue, and dates of office that overlap.

    An office is a cue that begins with a title of `data/offices.toml` and says of what. Who has no
    `valid_from` is left out: nothing can be said about them.
    """
    holders: dict[tuple[str, ...], list[tuple[dt.date, dt.date, Located, str]]] = {}
    for located in _people(material):
        entry = located.entry
        if entry.valid_from is None:
            continue
        for office, cue in {_office(cue): cue for cue in entry.cues}.items():
            if office:
                until = entry.valid_to or dt.date.max
                holders.setdefault(office, []).append((entry.valid_from, until, located, cue))
    for group in holders.values():
        ranked = sorted(group, key=lambda item: (item[0], item[1], item[2].line))
        longest = ranked[0]
        for begin, until, located, cue in ranked[1:]:
            if longest[1] - begin > _HANDOVER and longest[2].entry.en != located.entry.en:
                end = min(longest[1], until)
                span = f"from {begin}" + ("" if end == dt.date.max else f" to {end}")
                yield located.hit(
                    "valid_from",
                    f"holds the office {cue!r} {span} together with "
                    f"{longest[2].seen_from(located)}",
                    "end the dates of the one who left, or correct the cue",
                )
            longest = max(longest, (begin, until, located, cue), key=lambda item: item[1])


def missing_gender(material: Material) -> Iterator[Hit]:
    """A person without gender gets no courtesy title of their own."""
    for located in _people(material):
        if not located.entry.gender:
            yield located.hit(
                "gender" if "gender" in located.places else "fr",
                f"{located.entry.fr!r} has no gender, so a wrong M. or Mme cannot be seen",
                "write m or f",
            )


def one_word_person(material: Material) -> Iterator[Hit]:
    """A person of one word is matched wherever that word stands as a name."""
    for located in _people(material):
        if len(tokenize(located.entry.fr)) == 1 and "-" not in located.entry.fr:
            yield located.hit(
                "fr",
                f"{located.entry.fr!r} is a name of one word, so a namesake is taken for them",
                "write the full name, with the short one in forms_fr",
            )


def own_name_cue(material: Material) -> Iterator[Hit]:
    """A cue that is the person's own name says nothing."""
    for located in _people(material):
        entry = located.entry
        names = {fold(name) for name in (entry.fr, *entry.forms_fr)}
        names |= {token.fold for token in tokenize(entry.fr)}
        for cue in entry.cues:
            if fold(cue) in names:
                yield located.hit(
                    "cues",
                    f"the cue {cue!r} is the person's own name",
                    "a cue is what stands near the name: role, institution, topic",
                )


def _people(material: Material) -> Iterator[Located]:
    for located in material.entries:
        if located.live and located.entry.kind is Kind.PERSON:
            yield located


def _told(located: Located) -> bool:
    entry = located.entry
    return bool(entry.cues or entry.valid_from or entry.valid_to)


@dataclass(frozen=True, slots=True)
class _Offices:
    titles: tuple[tuple[str, ...], ...]
    ministers: tuple[tuple[str, ...], ...]
    vague: frozenset[str]
    nations: frozenset[str]


def _words(text: str) -> tuple[str, ...]:
    """Return the folded words of a title or cue, articles and prepositions left out."""
    return tuple(token.fold for token in tokenize(text) if token.fold not in _LINKS)


@cache
def _offices() -> _Offices:
    file = resources.files("glossary").joinpath("lint", "data", "offices.toml")
    data = tomllib.loads(file.read_text("utf-8"))
    return _Offices(
        titles=tuple(map(_words, data["titles"])),
        ministers=tuple(map(_words, data["ministers"])),
        vague=frozenset(map(fold, data["vague"])),
        nations=frozenset(map(fold, data["nations"])),
    )


def _office(cue: str) -> tuple[str, ...]:
    """Return the words of a cue that is an office of one country, body or place; else ()."""
    words, known = _words(cue), _offices()
    for title in known.titles:
        rest = words[len(title) :]
        if words[: len(title)] == title and any(word not in known.vague for word in rest):
            return words
    for title in known.ministers:
        rest = words[len(title) :]
        if words[: len(title)] == title and len(rest) > 1 and any(map(_of_a_nation, rest)):
            return words
    return ()


def _of_a_nation(word: str) -> bool:
    """Whether a folded word is the adjective of a nation."""
    lex = lexicon()
    known = lex.has("demonyms", word) or word in _offices().nations
    return known or (len(word) > 5 and word.endswith(lex.demonym_endings))
