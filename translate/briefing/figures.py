"""Figures of the French as the briefing gives them in English: "at least 38", "more than 600"."""

from __future__ import annotations

import re

from translate.checks.quantities import parse

#: What stands right before a figure, French to English; longer phrases first.
_BEFORE = (
    ("au moins", "at least"),
    ("pas moins de", "at least"),
    ("au plus", "at most"),
    ("jusqu'à", "up to"),
    ("plus de", "more than"),
    ("plus d'", "more than"),
    ("moins de", "fewer than"),
    ("près de", "nearly"),
    ("presque", "nearly"),
    ("environ", "about"),
    ("quelque", "about"),
    ("autour de", "about"),
    ("une", "about"),
)
#: Round numbers that "une" makes approximate: "une vingtaine".
_ROUND = re.compile(r"\w+aine\Z|millier\Z", re.IGNORECASE)
_VAGUE = {"dizaines": "dozens", "centaines": "hundreds", "milliers": "thousands"}
_LONGEST = 16
#: Kinds of `translate.checks.quantities` that count something.
_COUNTS = frozenset({"cardinal", "about", "scale", "one"})
_COUNTED = 6
#: Where what a figure counts has come to its end.
_STOP = re.compile(
    r"[,.;:!?()\[\]\"“”]|\b(?:and|or|but|who|which|while|before|after|between|because|although)\b"
)
#: Words that say nothing at the end of a cutting.
_LOOSE = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "at", "to", "from", "by", "for", "with", "as"),
        *("that", "were", "was", "had", "have", "been", "is", "are", "be", "has", "than"),
        *("their", "its", "his", "her", "they", "it", "he", "she", "into", "when", "more"),
    }
)
_SCALES = ((10**9, "billion"), (10**6, "million"))

#: Topics of the summarize package that have an English name, the gravest first.
TOPICS = {
    "dead": "Dead",
    "injured": "Injured",
    "missing": "Missing",
    "rescued": "Rescued",
    "displaced": "Displaced",
    "arrested": "Arrested",
    "aboard": "On board",
    "jobs": "Jobs",
    "protesters": "Protesters",
    "strikers": "Strikers",
    "bodies": "Bodies",
    "buried": "Buried",
    "vehicles": "Vehicles",
    "houses": "Homes and buildings",
    "%": "Percent",
    "euro": "Euros",
    "dollar": "Dollars",
    "tonne": "Metric tons",
}


def worded(french: str, start: int, end: int, value: float) -> str:
    """Return the figure ``french[start:end]`` in English, with what qualifies it."""
    surface = french[start:end].lower()
    if surface in _VAGUE:
        return _VAGUE[surface]
    before = french[max(0, start - _LONGEST) : start].replace("’", "'").lower().rstrip()
    for phrase, english in _BEFORE:
        fits = phrase != "une" or _ROUND.search(surface)
        if fits and re.search(rf"(?<!\w){phrase}\Z", before):
            return f"{english} {_number(value)}"
    return f"about {_number(value)}" if _ROUND.search(surface) else _number(value)


def rank(topic: str) -> int:
    """Return where a topic stands among others: those with a name first, in their order."""
    return list(TOPICS).index(topic) if topic in TOPICS else len(TOPICS)


def counted(english: str, value: float) -> str:
    """Return the few words after a figure in its English sentence: "people died in the fire".

    They tell a reader what the figure counts; "" when the English does not have the figure.
    """
    for quantity in parse(english, french=False):
        if quantity.kind in _COUNTS and float(quantity.value) == value:
            words = _STOP.split(english[quantity.end :], maxsplit=1)[0].split()[:_COUNTED]
            while words and words[-1].lower() in _LOOSE:
                words.pop()
            return " ".join(words)
    return ""


def _number(value: float) -> str:
    """Return a number in U.S. style, exact: "1,450", "1.7 million", "9.1"."""
    for size, name in _SCALES:
        if value >= size and round(value / size, 3) * size == value:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0")
