"""Pairs of texts as the checks take them, and what is already known to be right in them.

A glossary may want "EU member states" for "Vingt-Sept". Such a place has been verified by its owner
and is hidden from the rules: one and the same stand-in replaces it on both sides, so that to every
rule it is a name that was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from translate.values import Finding

#: ``[start, end)`` in code points.
Range = tuple[int, int]
#: A range of the French and the range of the English that was verified as its translation.
Known = tuple[Range, Range]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words the French of a segment quotes, as the article tells.

    Attributes:
        start: where the French names them (code points).
        english: whether they speak English, so that the quotation went through French.
    """

    start: int
    name: str
    english: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One segment as it is checked.

    Attributes:
        known: places verified as translations of each other; rules report nothing inside them.
        speaker: who is quoted, None if nobody knows better than the words of the clause.
        score: mean log-probability per target token (natural log), None if not a model's.
    """

    segment: str
    source: str
    target: str
    known: Sequence[Known] = ()
    score: float | None = None
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """A pair with stand-ins for its known places; `names` gives (stand-in, French, English)."""

    source: str
    target: str
    names: tuple[tuple[str, str, str], ...] = ()

    def unmask(self, finding: Finding) -> Finding:
        """Return `finding` with the words of the texts where the stand-ins were."""
        message, suggestion = finding.message, finding.suggestion
        for name, french, english in self.names:
            # A rule that quotes a word folded has read it in the English.
            message = message.replace(name, french).replace(name.lower(), english)
            suggestion = suggestion.replace(name, english)
        return replace(finding, message=message, suggestion=suggestion)


def _stand_in(number: int) -> str:
    """Return a capitalised word that no language has, the same length for every number."""
    letters = ascii_lowercase
    high, low = divmod(number % len(letters) ** 2, len(letters))
    return f"Zq{letters[high]}{letters[low]}xv"


def _meets(one: Range, others: Iterable[Range]) -> Range | None:
    return next((other for other in others if one[0] < other[1] and other[0] < one[1]), None)


def _replaced(text: str, names: dict[Range, str]) -> str:
    for (start, end), name in sorted(names.items(), reverse=True):
        text = text[:start] + name + text[end:]
    return text


def _empty(span: Range, text: str) -> bool:
    start, end = span
    return not 0 <= start < end <= len(text)


def mask(source: str, target: str, known: Iterable[Known]) -> Masked:
    """Return the pair with its known places hidden.

    Two places of the French may share one of the English ("le président Ruiz, M. Ruiz"): they get
    the same stand-in. Ranges that are empty or lie outside their text are passed over.
    """
    french: dict[Range, str] = {}
    english: dict[Range, str] = {}
    names: list[tuple[str, str, str]] = []
    for mine, theirs in known:
        if _empty(mine, source) or _empty(theirs, target):
            continue
        other, own = _meets(theirs, english), _meets(mine, french)
        name = english[other] if other else french[own] if own else _stand_in(len(names))
        if other and own:
            continue
        if not other:
            english[theirs] = name
        if not own:
            french[mine] = name
        names.append((name, source[slice(*mine)], target[slice(*theirs)]))
    return Masked(_replaced(source, french), _replaced(target, english), tuple(names))
