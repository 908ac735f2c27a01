"""How good is a candidate: what it lacks, what it spoils."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glossary import locate, verify
from glossary.values import Outcome, Verdict
from translate.terms import guards
from translate.terms.place import nearest
from translate.terms.wants import Want

_DOUBLED = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
#: Terms of so many letters are hardly ever like other words of the sentence by chance.
_LONG = 10
_QUOTES = '«»“”„"'
#: Words that stand twice in good English ("had had", "that that").
_MAY_DOUBLE = frozenset({"had", "that", "is", "her"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A candidate with what verification says about it.

    Attributes:
        verdicts: one per want, in order.
        numbers, names: figures and other names of the French that it lacks.
        doubled: words that stand twice in a row, and terms that stand more often than asked.
        quotes: quotation marks too few or too many, against the French.
        faults: other things the checks warn about (French left, a negation or a clause lost, ...).
        score: mean log-probability per token.
    """

    text: str
    score: float
    verdicts: tuple[Verdict, ...]
    numbers: int
    names: int
    doubled: int
    quotes: int
    faults: int

    @property
    def missing(self) -> tuple[int, ...]:
        """Return the positions of the wants that are not met."""
        return tuple(
            index
            for index, verdict in enumerate(self.verdicts)
            if verdict.outcome is not Outcome.USED
        )

    @property
    def harm(self) -> tuple[int, ...]:
        """Return what must not grow when a candidate takes another's place."""
        return (self.numbers, self.names, self.doubled, self.quotes, self.faults)


def judge(source: str, wants: Sequence[Want], text: str, score: float) -> Judged:
    """Return `text` judged against the French `source` and what is wanted of it."""
    asked = _doubled(" . ".join((source, *(want.english for want in wants))))  # "Bora Bora"
    doubled = [hit for hit in _doubled(text) if hit not in _MAY_DOUBLE and hit not in asked]
    verdicts = verify([want.match for want in wants], text)
    met = [
        (want, verdict)
        for want, verdict in zip(wants, verdicts, strict=True)
        if verdict.outcome is Outcome.USED
    ]
    # "les Vingt-Sept" rendered as "EU member states" is no lost 27.
    french = _blank(source, [(want.start, want.end) for want, _ in met])
    left = _blank(text, [(verdict.start, verdict.end) for _, verdict in met])
    return Judged(
        text=text,
        score=score,
        verdicts=verdicts,
        numbers=guards.lost_numbers(french, left),
        names=guards.lost_names(french, left),
        doubled=len(doubled) + _surplus(wants, text, left),
        quotes=abs(quotation_marks(source) - quotation_marks(text)),
        faults=guards.faults(
            source,
            text,
            [((want.start, want.end), (verdict.start, verdict.end)) for want, verdict in met],
        ),
    )


def _doubled(text: str) -> list[str]:
    return [hit.lower() for hit in _DOUBLED.findall(text)]


def _surplus(wants: Sequence[Want], text: str, left: str) -> int:
    """Return how often `text` has a wanted term more than the French asks for it.

    `left` is what remains of it without the places of all that is wanted.

    "Kerdoncuff" is asked for by "Jean Kerdoncuff" too. A long term misspelt beside itself
    ("Kergoat-Le Duel Kergoat-Le Du") counts as well.
    """
    surplus = 0
    for english in dict.fromkeys(want.english for want in wants):
        asked = sum(max(1, len(locate([english], want.english))) for want in wants
                    if english in want.english)  # fmt: skip
        places = locate([english], text)
        surplus += max(0, len(places) - asked)
        if len(english) >= _LONG and len(places) == asked:
            surplus += nearest(left, english) is not None
    return surplus


def quotation_marks(text: str) -> int:
    """Return how many double quotation marks of any style `text` has."""
    return sum(text.count(mark) for mark in _QUOTES)


def _blank(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Return `text` of the same length without the letters and digits at `places`."""
    for start, end in places:
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return text


def better(new: Judged, old: Judged) -> bool:
    """Return whether `new` may take the place of `old`.

    It must meet more wants, or as many with less harm, lose no figure or name that `old` has, and
    be neither much shorter or longer nor much less likely.
    """
    if any(mine > theirs for mine, theirs in zip(new.harm, old.harm, strict=True)):
        return False
    gain = (len(old.missing), sum(old.harm)) > (len(new.missing), sum(new.harm))
    length = len(old.text)
    similar = 0.7 * length - 8 <= len(new.text) <= 1.45 * length + 12
    # A forced term lowers the score by itself: what is caught here is a sentence that fell apart.
    return gain and similar and new.score >= old.score - 1.2
