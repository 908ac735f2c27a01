"""Quotations of English speakers that reached us through French: no verbatim words to print.

The speaker is sought in the clause of the quotation: the cue nearest to it decides, an office with
a nationality ("le ministre britannique"), an institution, a newspaper, a person, or a resident of
an English-speaking place. Callers that have resolved the people of the article give the speaker.
"""

from __future__ import annotations

import re
from functools import cache

from translate.checks.lexicon import is_english, is_nationality
from translate.checks.pairs import Speaker
from translate.checks.tables import items, listed, rows
from translate.checks.text import fold, plain, words
from translate.values import Finding, Level

_QUOTE = re.compile(r"«\s*([^«»]{2,})\s*»|“([^“”]{2,})”|\"([^\"]{2,})\"")
_ENGLISH_QUOTE = re.compile(r"[\"“][^\"“”]*\w|(?<!\w)'\w")
_CLAUSE = re.compile(r";|, tandis que|, alors que|, mais |, quand |[.!?] |, pendant que|, puis ")
_REACH = 6  # words between an office and its nationality
_RESIDENT = re.compile(
    r"\b\d{1,3} ans\b|\b(?:habitant|habitante|resident|residente|riveraine?|maire|gouverneure?"
    r"|sherif|"
    r"senat(?:eur|rice)|procureure?|policier|pasteur|professeure?|etudiante?|electeur|electrice|"
    r"fermier|eleveur|retraitee?|veteran|infirmiere?|universite|joueur|joueuse)\b"
)
_CARRIER = re.compile(r"\b(?:a la|au|a l'|a|par|par l'|par la|par le|contre|sur|sur la chaine"
                      r"|chaine|avec|"
                      r"chez|depuis|envers|vers|face a|visant|rencontrer) ?$")  # fmt: skip
_OFFICE_REACH = 45  # code points before "du Pentagone" where the office stands
_FEWEST = 2  # words: one quoted word is hardly anybody's verbatim


@cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple(
        (row[0], name) for row in rows("english_speakers.tsv") if row[0] != "nationality"
        for name in listed(row[1])
    )  # fmt: skip


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(
        form
        for row in rows("english_speakers.tsv")
        if row[0] == "nationality"
        for form in listed(row[1])
    )


def _clause(source: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause around a quotation; cuts inside quotations do not count."""
    quoted = [(m.start(), m.end()) for m in _QUOTE.finditer(source)]
    left, right = 0, len(source)
    for match in _CLAUSE.finditer(source):
        if any(a <= match.start() < b for a, b in quoted):
            continue
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def _offices(clause: str) -> list[tuple[int, bool]]:
    """Return (offset, English speaker?) for offices with a nationality, and peoples."""
    found = words(clause, french=True)
    cues = []
    for at, word in enumerate(found):
        if word.fold not in items("person_nouns.txt"):
            continue
        for other in found[at + 1 : at + 1 + _REACH]:
            gap = clause[found[at].end : other.start]
            if any(mark in gap for mark in ',;:«»"“”'):
                break
            if other.fold in _nationalities():
                cues.append((word.start, True))
                break
            if not other.capital and is_nationality(other.fold):
                cues.append((word.start, False))
                break
        else:
            continue
    return cues


def _speakers(clause: str) -> list[tuple[int, bool]]:
    """Return (offset, English speaker?) for every cue of the clause."""
    cues = _offices(clause)
    straight = plain(clause)
    resident = bool(_RESIDENT.search(fold(straight)))
    for kind, name in _names():
        if kind == "place" and (not resident or any(not english for _, english in cues)):
            continue
        if name not in straight:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", straight):
            if kind == "place" or not _in_place(straight, match.start()):
                cues.append((match.start(), True))
    return cues


def _in_place(text: str, at: int) -> bool:
    """Whether a name is only a place or a carrier ("à la Maison-Blanche", "a déclaré à la BBC").

    "Le porte-parole du Pentagone" speaks for it: an office before "du" makes it the speaker.
    """
    before = fold(text[max(0, at - 30) : at])
    if _CARRIER.search(before):
        return True
    link = re.search(r"\b(?:de la|du|de l'|des|de|d') ?$", before)
    if not link:
        return False
    offices = words(text[max(0, at - _OFFICE_REACH) : at], french=True)[-4:]
    return not any(word.fold in items("person_nouns.txt") for word in offices)


def _english_already(quote: str) -> bool:
    """Whether the quoted words are English in the French text itself."""
    found = [word.fold for word in words(quote)]
    return (
        bool(found)
        and all(is_english(word) or len(word) < 3 for word in found)
        and not any(word in items("french_function.txt") for word in found)
    )


def check(source: str, target: str, segment: str, speaker: Speaker | None = None) -> list[Finding]:
    """Find quotations that must not be printed as a speaker's own English.

    `speaker` is who speaks by the names of the article: that goes before the words of the clause.
    """
    if not _ENGLISH_QUOTE.search(target):
        return []
    for match in _QUOTE.finditer(source):
        quote = next(group for group in match.groups() if group)
        if (
            len(quote.split()) < _FEWEST
            or _english_already(quote)
            or fold(quote.strip()) in fold(target)
        ):
            continue
        left, right = _clause(source, match.start(), match.end())
        outside = (
            source[left : match.start()]
            + " " * (match.end() - match.start())
            + source[match.end() : right]
        )
        cues = _speakers(_blank_quotes(outside))
        if speaker and left <= speaker.start < right:
            cues = [(speaker.start - left, speaker.english)]
        if not cues:
            continue
        start, end = match.start() - left, match.end() - left
        nearest = min(cues, key=lambda cue: start - cue[0] if cue[0] < start else cue[0] - end)
        if nearest[1]:
            who = f" by {speaker.name}" if speaker and speaker.english else ""
            message = (
                f'"{_short(quote)}" was said{who} in English and went through French: not verbatim'
            )
            return [
                Finding(rule="backquote", level=Level.WARNING, segment=segment, message=message,
                        suggestion="find the original words, or paraphrase without quotation marks")
            ]  # fmt: skip
    return []


def _blank_quotes(clause: str) -> str:
    return _QUOTE.sub(lambda m: " " * len(m.group()), clause)


def _short(quote: str) -> str:
    return quote.strip() if len(quote) <= 60 else quote.strip()[:57] + "..."
