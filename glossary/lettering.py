"""Comparing a form of an entry with the text letter by letter: accents and capitals.

Keys (see `glossary.folding`) have already been found equal, so only accents and capitals differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.values import Case, Entry, Kind

_MIN_SPELT_OUT = 3
_GRAVE = str.maketrans({"è": "é", "È": "É"})
_ARTICLES = frozenset({"le", "la", "les", "l"})


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the letters of the text agree with those of a form.

    Attributes:
        raised: the first word has a capital where the form has none ("Précurseur").
        shouted: words stand in capitals where the form has small letters ("PRÉCURSEUR").
        common: the form is a common noun by its letters, small at the start, article aside.
    """

    raised: bool = False
    shouted: bool = False
    common: bool = False

    @property
    def exact(self) -> bool:
        """Whether capitals agree."""
        return not (self.raised or self.shouted)


def _is_common(form: Sequence[str]) -> bool:
    head = form[1] if len(form) > 1 and form[0].lower() in _ARTICLES else form[0]
    return head[:1].islower()


def _accents_agree(form: str, text: str, *, loose: bool, foreign: bool) -> bool:
    """Whether accents agree: a capital may lack its accent (Etat), é and è are one letter.

    `loose` lets the text lack any accent, `foreign` lets it also have more than the form.
    """
    if len(form) != len(text):
        return foreign
    for wanted, given in zip(form.translate(_GRAVE), text.translate(_GRAVE), strict=True):
        if wanted.lower() == given.lower() or foreign:
            continue
        if not given.isascii() or not (given.isupper() or loose):
            return False
    return True


def _word(
    form: str, text: str, entry: Entry, *, common: bool, named: bool, first: bool, alone: bool
) -> Lettering | None:
    """Compare the capitals of one word; None if they disagree.

    `first`, `alone`: it is the first, the only word. `common`: the form is a common noun.
    `named`: a later word has a capital, so that the first may lose its own ("mer Rouge").
    """
    same = [a.isupper() == b.isupper() for a, b in zip(form, text, strict=False)]
    if all(same) or entry.case is Case.ANY:
        return Lettering()
    if entry.case is Case.EXACT:
        return None
    if text.isupper() and len(text) > 1:
        return Lettering(shouted=not _spelt_in_capitals(form, entry, alone=alone))
    if not all(same[1:]):
        return None
    if text[0].isupper():
        # Names get capitals more freely than their entry has: "Organe International".
        if first:
            return Lettering(raised=True)
        return None if common and entry.kind is Kind.TERM else Lettering()
    article = first and not alone and form.lower() in _ARTICLES
    lowered = entry.kind is Kind.TITLE or (first and named)
    return Lettering() if article or (lowered and not alone) else None


def _spelt_in_capitals(form: str, entry: Entry, *, alone: bool) -> bool:
    """Surnames and acronyms read as words are also written in capitals: MACRON, UNICEF."""
    if entry.kind is Kind.PERSON:
        return not alone
    named = entry.kind is Kind.ORGANISATION and form[:1].isupper()
    return named and alone and len(form) >= _MIN_SPELT_OUT


def compare(form: Sequence[str], text: Sequence[str], entry: Entry) -> Lettering | None:
    """Compare a form with the text word by word under the entry's case policy.

    Returns:
        How they agree, or None if accents or capitals tell them apart.
    """
    if form == text:
        return Lettering(common=_is_common(form))
    foreign = entry.kind is Kind.PERSON and len(form) > 1
    loose = foreign or entry.kind is Kind.PLACE
    raised = shouted = False
    common, alone = _is_common(form), len(form) == 1
    named = any(word[:1].isupper() for word in form[1:])
    for index, (wanted, given) in enumerate(zip(form, text, strict=True)):
        if wanted == given:
            continue
        if not _accents_agree(wanted, given, loose=loose, foreign=foreign):
            return None
        found = _word(
            wanted, given, entry, common=common, named=named, first=index == 0, alone=alone
        )
        if found is None:
            return None
        raised |= found.raised
        shouted |= found.shouted
    return Lettering(raised=raised, shouted=shouted, common=common)
