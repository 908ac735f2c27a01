"""Rules about forbidden English that can do nothing or too much (see `glossary.verification`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from glossary.english import english_plural
from glossary.lint.values import Hit, Located, Material
from glossary.values import Kind
from glossary.verification import locate

_NAMED = 3


def forbidden_is_wanted(material: Material) -> Iterator[Hit]:
    """Forbidden English that counts as the wanted: its plural, its other spelling, its capitals."""
    for located, bad, good in _pairs(material, _is):
        yield located.hit(
            "forbidden_en",
            f"{_and(bad)} counts as the wanted {good!r}, so it is never reported",
            "number, spelling and hyphens are not told apart; take it out",
        )


def forbidden_holds_wanted(material: Material) -> Iterator[Hit]:
    """Forbidden English that contains the wanted: where it stands, the wanted is found."""
    for located, bad, good in _pairs(material, _holds):
        yield located.hit(
            "forbidden_en",
            f"{_and(bad)}: the wanted {good!r} is a part of it, so it passes and is never reported",
            f"take out the forbidden one, or {good!r}",
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
        wanted = (located.entry.en, *located.entry.forms_en)
        # As verification does: names of people and places are compared letter by letter.
        exact = located.entry.kind in {Kind.PERSON, Kind.PLACE}
        for bad in located.entry.forbidden_en:
            if test is not _is and any(_is(form, bad, exact) for form in wanted):
                continue
            good = next((form for form in wanted if test(form, bad, exact)), None)
            if good is not None:
                found.setdefault(good, []).append(bad)
        for good, bads in found.items():
            yield located, bads, good


def _and(terms: Sequence[str]) -> str:
    """Name the first few of some terms."""
    more = len(terms) - _NAMED
    return ", ".join(map(repr, terms[:_NAMED])) + (f" and {more} more" if more > 0 else "")


def _is(wanted: str, bad: str, exact: bool) -> bool:
    """Whether verification would take `bad`, or its plural, for `wanted`."""
    if not exact and len(bad) > 2 * len(wanted) + 4:
        return False
    if locate([wanted], bad, exact=exact) == ((0, len(bad)),):
        return True
    return not exact and bad.lower() == english_plural(wanted).lower()


def _holds(wanted: str, bad: str, exact: bool) -> bool:
    return _may_hold(bad, wanted) and bool(locate([wanted], bad, exact=exact))


def _is_part(wanted: str, bad: str, exact: bool) -> bool:
    found = locate([bad], wanted) if _may_hold(wanted, bad) else ()
    # Of a name another spelling may be forbidden ("Dalai-lama").
    return bool(found) and not (exact and found == ((0, len(wanted)),))


def _may_hold(long: str, short: str) -> bool:
    """Whether it is worth looking: a cheap test before the words are compared."""
    return len(long) > len(short) - 3 and short[:2].lower() in long.lower()
