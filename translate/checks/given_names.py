"""Given names that English translates: those of monarchs, popes and saints; nobody else's."""

from __future__ import annotations

from functools import cache

from translate.checks.english_names import EnglishNames
from translate.checks.quantity import roman
from translate.checks.tables import items, listed, rows
from translate.checks.text import Word, parts, plain

_REACH = 3  # words between "la reine" and the last of her given names


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {row[0]: listed(row[1]) for row in rows("given_names.tsv")}


@cache
def _romanised() -> dict[str, tuple[str, ...]]:
    return {row[0]: listed(row[1]) for row in rows("given_romanised.tsv")}


def romanised_forms(folded: str) -> tuple[str, ...]:
    """Return the spellings of a French given name for people elsewhere: "Maxime", "Maksim"."""
    return _romanised().get(folded, ())


def is_given(folded: str) -> bool:
    """Whether a folded word is a French given name with an English form."""
    return folded in _forms()


def _ruler(found: tuple[Word, ...], at: int) -> bool:
    """Whether word `at` names a monarch, a pope or a saint."""
    before = found[max(0, at - _REACH) : at]
    if any(word.fold in items("ruler_titles.txt") for word in before):
        return True
    if parts(found[at].surface)[:1] in {("saint",), ("sainte",)}:
        return True
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and (
        plain(after.surface) in {"Ier", "Ire"} or bool(roman(plain(after.surface)))
    )


def translated(found: tuple[Word, ...], at: int, target: EnglishNames) -> bool:
    """Whether word `at` is a ruler's or saint's name and the English has its English form."""
    names = [p for p in parts(found[at].surface) if p not in {"saint", "sainte"}]
    whole = _forms().get(found[at].fold, ())
    return _ruler(found, at) and (
        any(target.has(form) for form in whole)
        or all(any(target.has(f) for f in (name, *_forms().get(name, ()))) for name in names)
    )


def anglicised(found: tuple[Word, ...], at: int, target: EnglishNames) -> str:
    """Return the English given name a person's French one was turned into, "" if it was not.

    "Guillaume Tavernay" is not "William Tavernay": the surname stands after it on both sides.
    """
    if at + 1 >= len(found) or not found[at + 1].capital or target.has(found[at].fold):
        return ""
    forms = _forms().get(found[at].fold, ())
    for name, follower in zip(target.words, target.words[1:], strict=False):
        if name.fold in forms and follower.fold == found[at + 1].fold:
            return name.surface
    return ""
