"""Datelines: "(Pékin)", "PARIS, 12 mars (AFP) -", "Genève, le 3 mai –" before a sentence."""

from __future__ import annotations

import re

from translate.reading.features import fold
from translate.reading.tables import column_labels, form, words

_WORD = r"(?:[A-ZÀ-Ý][\w’'.À-ÿ]*(?:-[\wÀ-ÿ’'.]+)*)"
_LINK = (
    r"(?:(?:de la|de l['’]|de|du|des|la|le|les|sur|sous|en|aux?|lès|et|à|of|the|el|al|bin) "
    r"|[dl]['’])"
)
_PLACE = rf"{_WORD}(?:[ /]{_LINK}?{_WORD}){{0,5}}(?: unies)?"
_MONTH = r"(?:janv|févr?|fév|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan)[a-zéû]*\.?"
_DAY = r"(?:le |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?,? ?(?:le )?"
_DATE = rf"(?:{_DAY}(?:1er|\d{{1,2}})[ /.-](?:{_MONTH}|\d{{1,2}})(?:[ /.-](?:20)?\d{{2}})?)"
_AGENCY = r"\([^()\n]{2,60}\)"
_DASH = r"(?:\s*(?:\.\s?)?[-–—]{1,2}\s*|\s*:\s+)"
_FULL = re.compile(
    rf"(?P<place>{_PLACE})(?P<more>(?:, {_WORD}(?: {_WORD}){{0,2}})?"
    rf"(?:\s*\((?:[A-ZÀ-Ý][^()\d]{{1,40}})\))?"
    rf"(?:,? ?{_DATE})?,?(?:\s*{_AGENCY})?,?(?:\s*{_DATE})?)(?P<sign>{_DASH}|\s+)(?=\S)"
)
_BRACKETED = re.compile(
    rf"\((?P<place>{_PLACE}(?:,? [^()]{{0,60}})?)\)(?:\s*[-–—:.]+)?\s+(?=[«“\"A-ZÀ-Ý0-9])"
)
_AGENCY_ONLY = re.compile(
    rf"(?P<agency>{_AGENCY}|AFP|ATS|Belga|Reuters)\s*[-–—:]+\s*(?=[«“\"A-ZÀ-Ý])"
)
_REPORTER = re.compile(
    r"(?:De|D['’]) ?(?:notre|nos|votre) (?:envoyé|correspondant)[^.–—:]{3,80}\s*[-–—:]\s+"
    r"(?=[«“\"A-ZÀ-Ý])"
)
_TIME_BEHIND = re.compile(r",? (?:à )?\d{1,2} ?(?:h|:) ?\d{0,2}$")
_BLANKS = {0xA0: " ", 0x202F: " ", 0x2009: " "}
_WEEKDAY = re.compile(r", (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")
_LONGEST = 110


def dateline_end(text: str, *, first: bool = False) -> int:
    """Offset behind the dateline that a paragraph opens with, 0 without one.

    A place in small letters with neither date nor agency counts only in the first paragraph of
    an article (`first`), before a dash.
    """
    head = text[: _LONGEST + 40].translate(_BLANKS)
    for pattern in (_BRACKETED, _REPORTER, _AGENCY_ONLY):
        match = pattern.match(head)
        if match and _bracket_is_place(pattern, match, first=first):
            return match.end()
    match = _FULL.match(head)
    if match is None or match.end() > _LONGEST:
        return 0
    return match.end() if _is_dateline(match, head[match.end() :], first=first) else 0


def is_dateline(text: str) -> bool:
    """Whether a whole line is a dateline: "Montval, le 5 mars 2024", "VERNOIS (ats)"."""
    if len(text) > 80:
        return False
    bare = _TIME_BEHIND.sub("", text.translate(_BLANKS))
    match = _FULL.match(f"{bare} – A")
    if match is None or match.end() != len(bare) + 3 or not match["more"].strip(" ,"):
        return False
    agency = re.search(r"\(([^()]*)\)$", bare)
    if agency is not None:
        return form("agency_names").fullmatch(fold(agency[1])) is not None
    if _WEEKDAY.search(match["more"]) and re.search(r"(?:19|20)\d\d$", bare):
        return True
    return ", le " in bare or fold(match["place"]) in words("cities")


def _bracket_is_place(pattern: re.Pattern[str], match: re.Match[str], *, first: bool) -> bool:
    if pattern is _AGENCY_ONLY:
        return form("dateline_agency").fullmatch(fold(match["agency"].strip("()"))) is not None
    if pattern is _REPORTER:
        return True
    place = match["place"]
    stage = place.endswith((".", "!", "?", "…")) or fold(place).startswith(
        ("rires", "il ", "elle ", "silence")
    )
    return not stage and (first or len(place.split()) <= 3) and len(place.split()) <= 9


def _is_dateline(match: re.Match[str], rest: str, *, first: bool) -> bool:
    place, more, sign = match["place"], match["more"].strip(" ,"), match["sign"].strip()
    if not rest[:1] or rest[0].islower():
        return False
    if not any(len(word.strip(".")) > 1 for word in place.split()) or _INITIALS.fullmatch(place):
        return False
    capitals = place.upper() == place and len(place) > 2
    folded = fold(place)
    if folded in column_labels() or folded.split()[0] in {
        "info",
        "exclusif",
        "direct",
        "video",
        "photos",
    }:
        return False
    if any(part in column_labels() for part in folded.split(" ")) and not more:
        return False
    if more:
        agency = re.search(r"\(([^()]*)\)\W*$", more)
        known = (
            agency is not None and form("dateline_agency").fullmatch(fold(agency[1])) is not None
        )
        dated = re.search(r"\d", more) is not None
        if not sign:
            return known
        return known or dated or capitals
    if not sign or ":" in sign:
        return False
    # Places in small letters are hard to tell from people, clubs and topics.
    return (capitals and (first or folded in words("cities"))) or (
        first and folded in words("cities")
    )
