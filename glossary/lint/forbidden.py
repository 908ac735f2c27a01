"""Rules about forbidden English that can do nothing or too much (see `glossary.verification`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from glossary.english import english_plural, stem
from glossary.lint.values import Hit, Located, Material
from glossary.values import Kind
from glossary.verification import locate

_NAMED = 3
#: Forms of one kind that are compared: no entry of an editor's has more.
_MOST = 100
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b|['’]", re.IGNORECASE)


def forbidden_is_wanted(material: Material) -> Iterator[Hit]:
    """Forbidden English that counts as the wanted: its plural, its other spelling, its capitals."""
    for located, bad, good in _pairs(material, _is):
        yield located.hit(
            "forbidden_en",
            f"{_and(bad)} counts as the wanted {good!r}, so it is never reported",
            "number, spelling and hyphens are not told apart; take it out",
        )


def forbidden_in_wanted(material: Material) -> Iterator[Hit]:
    """Forbidden English that is a part of the wanted English."""
    for located, bad, good in _pairs(material, _is_part):
        yield located.hit(
            "forbidden_en",
            f"{_and(bad)} is a part of the wanted {good!r}",
            "check that it is wrong wherever it stands alone",
        )


def _pairs(
    material: Material, test: Callable[[str, str, bool], bool]
) -> Iterator[tuple[Located, list[str], str]]:
    """Yield for each entry and wanted form the forbidden ones that fail it first."""
    for located in material.entries:
        found: dict[str, list[str]] = {}
        forms = (located.entry.en, *located.entry.forms_en)[:_MOST]
        wanted = [(form, _stems(form)) for form in forms] if located.entry.forbidden_en else []
        # As verification does: names of people and places are compared letter by letter.
        exact = located.entry.kind in {Kind.PERSON, Kind.PLACE}
        for bad in located.entry.forbidden_en[:_MOST]:
            own = _stems(bad)
            near = [form for form, stems in wanted if stems in own or own in stems]
            if test is not _is and any(_is(form, bad, exact) for form in near):
                continue
            good = next((form for form in near if test(form, bad, exact)), None)
            if good is not None:
                found.setdefault(good, []).append(bad)
        for good, bads in found.items():
            yield located, bads, good


def _stems(term: str) -> str:
    """Return the joined stems of a term: a term in another has its stems in the other's.

    Comparing these first saves looking at most pairs word by word.
    """
    return "".join(stem(word) for word in _WORD.findall(_POSSESSIVE.sub("", term)))


def _and(terms: Sequence[str]) -> str:
    """Name the first few of some terms."""
    more = len(terms) - _NAMED
    return ", ".join(map(repr, terms[:_NAMED])) + (f" and {more} more" if more > 0 else "")


def _is(wanted: str, bad: str, exact: bool) -> bool:
    """Whether verification would take `bad`, or its plural, for `wanted`."""
    if locate([wanted], bad, exact=exact) == ((0, len(bad)),):
        return True
    return not exact and bad.lower() == english_plural(wanted).lower()


def _is_part(wanted: str, bad: str, _exact: bool) -> bool:
    found = locate([bad], wanted)
    # The whole in other capitals, or a name in another spelling, may well be forbidden.
    return bool(found) and found != ((0, len(wanted)),)
