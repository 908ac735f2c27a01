"""Times of day and the days beside a day: "à 21 heures" is not "in 21 hours"."""

from __future__ import annotations

import re

# Not the minutes of "9:20 a.m.".
_IMPOSSIBLE = re.compile(r"(?<![:.\d])\b(1[3-9]|2[0-4])(?:[:.][0-5]\d)? ?([ap])\.?m\b")
_AT_FRENCH = re.compile(r"(?:\ba|\bvers|\bdes|\bavant) (\d{1,2}) ?h(?:eures?)?\b(?! de )")
_SPAN_ENGLISH = re.compile(r"\b(?:in|within|for|after) (\d{1,2}) hours\b")
_HALF_FRENCH = re.compile(
    r"\b(\d{1,2}) ?h(?:eures?)?(?: ?\d\d)? (du matin|du soir|de l'apres-midi)\b"
)
_HALF_ENGLISH = re.compile(r"(?<![:.\d])\b(\d{1,2})(?:[:.]\d\d)? ?([ap])\.?m\b")
_NEXT_DAY = re.compile(r"\b(?:next|following) day\b|\bday after\b")
_DAY_BEFORE = re.compile(
    r"\b(?:day|night|evening) before\b|\bprevious (?:day|night|evening)\b|\beve\b|\bday earlier\b"
    r"|\byesterday\b|\bovernight\b|\blast night\b"
)
_DAY_FRENCH = re.compile(r"\b(?:lun|mar|mercre|jeu|vendre|same)dis?\b|\bdimanches?\b")
_DAY_ENGLISH = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_TWO_BEFORE = re.compile(r"\btwo days\b|\b2 days\b|\b48 hours\b|\bbefore\b|\bearlier\b")


def _halves(french: str, english: str) -> list[str]:
    """Return findings for hours of the morning that became hours of the evening, or the reverse."""
    found = []
    for hour, half in _HALF_FRENCH.findall(french):
        wanted = "a" if half == "du matin" else "p"
        got = {letter for other, letter in _HALF_ENGLISH.findall(english) if other == hour}
        if got and wanted not in got:
            found.append(f'"{hour} heures {half}" reads "{hour} {got.pop()}.m." in the English')
    return found


def check(french: str, english: str) -> list[str]:
    """Return messages for times that have moved; both texts are folded, apostrophes straight."""
    found = [
        f'"{match.group()}." is no time of day' for match in _IMPOSSIBLE.finditer(english)
    ] + _halves(french, english)
    timed, spans = set(_AT_FRENCH.findall(french)), set(_SPAN_ENGLISH.findall(english))
    found += [
        f'the time of day "{hour} heures" reads as a duration' for hour in sorted(timed & spans)
    ]
    eve = re.search(r"\b(?:la|cette) veille\b", french) and "lendemain" not in french
    if eve and _NEXT_DAY.search(english) and not _DAY_BEFORE.search(english):
        found.append('"la veille" is the day before')
    two = "avant-veille" in french
    # "coulé l'avant-veille": "sank on Friday".
    two = two and len(_DAY_ENGLISH.findall(english)) <= len(_DAY_FRENCH.findall(french))
    if two and not _TWO_BEFORE.search(english):
        found.append('"l\'avant-veille" is two days before')
    return found
