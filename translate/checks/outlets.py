"""Newspapers whose name is a common word: "Le Courrier" is no post, "La Croix" no cross.

At the start of a sentence a capital article proves nothing, but the noun behind it has a capital
only in a name. Nouns that name much else too count only where something is reported by them.
"""

from __future__ import annotations

import re
from functools import cache

from translate.checks import names
from translate.checks.tables import items
from translate.checks.text import fold, plain, words
from translate.values import Finding, Level

_ALONE = "!"
_REPORTS = (
    r"(?:(?:a|ont|avait|avaient) )?(?:écri(?:t|vent|vait)|affirm|rapport|révél|révèl|titr|publi|cit"
    r"|assur|estim|soulign|évoqu|racont|indiqu|précis|expliqu|dénonc|relèv|relev|annonc"
    r"|croit savoir|croyait savoir|consacr|not)(?:e|ent|é|ait|aient)?\b"
)
_MORE = r"(?: (?:(?:de la |de l'|du |des |de |d'|et )[\w-]+|[A-ZÀ-Ý][\w-]+)){0,2}(?: [a-zà-ÿ]+)?"
_SOURCES = r"(?:[Ss]elon|[Dd]'après|[Dd]ans|[Rr]apporte|[Ii]ndique|[Ee]stime|[Éé]crit) "
#: English that stands for a newspaper named before.
_PAPER = re.compile(r"\b(?:newspapers?|paper|daily|weekly|magazine|outlet|tabloid|broadsheet)\b")
#: Letters of a name that must be there: "Échos" is "Echos", "Courrier" may be "Courrier's".
_ENOUGH = 5
_SPORTS = r"(?! (?:de France|nationale|olympique))"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    listed = sorted(items("outlets.txt"), reverse=True)
    sure = "|".join(re.escape(one[1:]) for one in listed if one.startswith(_ALONE))
    rest = "|".join(re.escape(one) for one in listed if not one.startswith(_ALONE))
    article = r"(?:[Ll]e |[Ll]a |[Ll]es |[Ll]'|du |au |des |aux )"
    return (
        re.compile(rf"(?<![\w'-]){article}(?P<noun>{sure})(?![\w-])"),
        re.compile(
            rf"(?<![\w'-])(?:Le |La |Les |L')(?P<noun>{rest})(?![\w-]){_SPORTS}"
            rf"{_MORE} {_REPORTS}"
        ),
        re.compile(rf"{_SOURCES}(?:Le |La |Les |L')(?P<noun>{rest})(?![\w-]){_SPORTS}"),
    )


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find newspapers that have become English words."""
    french = plain(source)
    hits = [hit for pattern in _patterns() for hit in pattern.finditer(french)]
    if not hits or _PAPER.search(target.lower()):
        return []
    # The rule of names knows some of them by its table, and says so first.
    told = " ".join(finding.message for finding in names.check(source, target, segment))
    there = [word.fold for word in words(target) if word.capital]
    lost = dict.fromkeys(
        hit["noun"]
        for hit in hits
        if hit["noun"] not in told
        and not any(
            part.startswith(fold(hit["noun"]).split(" ")[0][:_ENOUGH])
            for word in there
            for part in word.split("'")
        )
    )
    return [
        Finding(
            rule="name",
            level=Level.WARNING,
            segment=segment,
            message=f'"{noun}" of the French seems to name a newspaper; it is not in the English',
        )
        for noun in lost
    ]
