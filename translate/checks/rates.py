"""What a figure is counted by: "40 tonnes par semaine", "90 euros le mégawattheure"."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.tables import listed, rows
from translate.checks.text import flat
from translate.values import Finding, Level

_MONEY = (
    r"(?:euros?|dollars?|francs?|livres?|centimes?|cents?|yuans?|yens?|roubles?|couronnes?|[€$£])"
)
#: Letters and signs before which an English answer begins: "week" answers in "40 tons/week".
_BEGINS = r"(?<![a-z])"


@cache
def _table() -> dict[str, re.Pattern[str]]:
    """Return French word → pattern of what answers it in English."""
    return {
        row[0]: re.compile("|".join(_answer(form) for form in listed(row[1])))
        for row in rows("rates.tsv")
    }


def _answer(form: str) -> str:
    return re.escape(form) if form.startswith("/") else _BEGINS + re.escape(form)


@cache
def _french() -> re.Pattern[str]:
    """Return the pattern of a rate: a figure or "fois", then "par", or money with an article."""
    units = "|".join(sorted(map(re.escape, _table()), key=len, reverse=True))
    counted = r"(?:\d|\bfois\b|\b(?:deux|trois|quatre|cinq|six|dix)\b)[^,;:.()«»\"]{0,30}? par "
    return re.compile(rf"(?:{counted}|{_MONEY} (?:le |la |l'|de l'|du |par ))(?P<unit>{units})\b")


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find rates whose second half the English lacks."""
    french, english = flat(source), flat(target)
    for match in _french().finditer(french):
        if not _table()[match["unit"]].search(english):
            shown = source[match.start("unit") - 4 : match.end("unit")].strip()
            return [
                Finding(
                    rule="number", level=Level.WARNING, segment=segment,
                    message=f'the figure is counted by something ("{shown}") in the French only',
                )
            ]  # fmt: skip
    return []
