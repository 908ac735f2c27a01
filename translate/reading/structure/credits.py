"""Photo credits at the end of a line: "… Photo X", "… © X/Y", "… (AFP)"."""

from __future__ import annotations

import re

from translate.reading.features import is_body, is_caps, looks_like_name
from translate.reading.structure.matching import is_line

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*$")
_SIGN = re.compile(r"(?:[-–—/|]\s*)?(?:©|\([cC]\) |ⓒ)")
_WORD = re.compile(
    r"(?:[-–—/|]\s*)?(?:Crédits?(?: [Pp]hotos?)?\s*:|Crédits?\s|"
    r"(?:Photos?|Image|Dessin|Visuel|Illustration)\s*[:/]|PHOTOS?\s|"
    r"Photos?\s(?:(?:d['’])?(?:archives?|illustration)\s)?(?=[A-ZÀ-Ý]))"
)
_AGENCY_TAIL = re.compile(
    r"\s[-–—/|]?\s?(?:[A-ZÀ-Ý][\w.À-ÿ-]*(?: [A-ZÀ-Ý][\w.À-ÿ-]*){0,2}\s?[/|]\s?)?"
    r"(?:AFP|REUTERS|Reuters|KEYSTONE|Keystone|MAXPPP|Maxppp|EPA|AP|Getty(?: Images)?|Belga|BELGA|"
    r"SIPA|Sipa|ABACA|Archives|LA PRESSE CANADIENNE|La Presse Canadienne|ATS)"
    r"(?:\s?[/|-]\s?[A-ZÀ-Ý][\w. À-ÿ-]{1,40})?$"
)
# "… Prénom Nom/Agence" or "… PRÉNOM NOM / AGENCE" behind a full stop.
_CAPITALISED = r"(?:[A-ZÀ-Ý][\w.À-ÿ’'-]*|\d+(?= [A-ZÀ-Ý])|de|du|des|le|la|d['’]|van|von)"
_PAIR = re.compile(
    rf"(?=[A-ZÀ-Ý]){_CAPITALISED}(?: {_CAPITALISED}){{0,3}} ?/ ?(?!\d+$){_CAPITALISED}"
    rf"(?: {_CAPITALISED}){{0,3}}"
)
_PAIR_TAIL = re.compile(rf"(?<=[.!?…»)\]])\s+(?={_PAIR.pattern}$)")
_CAPITALS_TAIL = re.compile(
    r"(?<=[.!?…»])\s+(?P<bar>[|/]\s+)?(?=[A-ZÀ-Ý’'-]{2,20}(?: [A-ZÀ-Ý’'-]{2,20}){1,4}$)"
)
_ARCHIVES = re.compile(
    rf"(?:[Aa]rchives?|ARCHIVES|Ph\.|PH\.|Photog\.|Reprod(?:uction|\.)|Repro\.?|Dessin|Infog(?:raphie|\.))"
    rf"(?: ?:)? (?:d['’]archives? )?{_CAPITALISED}(?: {_CAPITALISED}){{0,4}}\.?"
)
_LONGEST_CREDIT = 90


def ends_with_credit(text: str) -> bool:
    """Whether a line ends with the credit of a picture, in brackets or not."""
    bracket = _BRACKET.search(text)
    if bracket is not None:
        return _is_credit(bracket[1])
    return credit_start(text) > 0 or pair_start(text) > 0 or _AGENCY_TAIL.search(text) is not None


def credit_start(text: str) -> int:
    """Offset of a credit that is not in brackets, 0 when there is none.

    A sign (©) begins one anywhere; the word "Photo" only behind a stop, a dash or a bracket, and
    before a name.
    """
    tail = max(0, len(text) - _LONGEST_CREDIT)
    for match in _SIGN.finditer(text, tail):
        if match.start() and text[: match.start()].strip():
            return match.start()
    for match in _WORD.finditer(text, tail):
        before = text[: match.start()].rstrip()
        rest = text[match.end() :].strip(" .:")
        stopped = before.endswith((".", "!", "?", "…", "»", ")")) or match[0][0] in "-–—/|"
        named = (
            looks_like_name(rest.split(",")[0].split("/")[0].strip())
            or is_caps(rest)
            or ":" in match[0]
            or "/" in rest
        )
        if before and stopped and named:
            return match.start()
    return 0


def pair_start(text: str) -> int:
    """Offset of "Prénom Nom/Agence" behind the full stop of a caption, 0 without one."""
    tail = max(0, len(text) - _LONGEST_CREDIT)
    match = next(_PAIR_TAIL.finditer(text, tail), None)
    if match is None:
        match = _capitals_tail(text, tail)
    return match.end() if match else 0


def _capitals_tail(text: str, start: int) -> re.Match[str] | None:
    """The blank before "PRÉNOM NOM" that ends a caption of one sentence."""
    match = next(_CAPITALS_TAIL.finditer(text, start), None)
    if match is None or is_body(text[: match.start()]):
        return None
    name = text[match.end() :]
    return match if match["bar"] or (looks_like_name(name) and is_caps(name)) else None


def bracket_start(text: str) -> int:
    """Offset of a credit in brackets behind the full stop of a caption, 0 without one."""
    match = _BRACKET.search(text)
    if match is None or text[: match.start()].rstrip()[-1:] not in set(".!?…»"):
        return 0
    return match.start() if _is_credit(match[1]) or is_pair(match[1]) else 0


def is_pair(text: str) -> bool:
    """Whether a line is a photographer and an agency, parted by a stroke."""
    return len(text) <= _LONGEST_CREDIT and _PAIR.fullmatch(text.strip(" ()")) is not None


def is_archive_credit(text: str) -> bool:
    """Whether a line is "Archives Prénom Nom", "Ph. Prénom Nom" and the like."""
    return len(text) <= _LONGEST_CREDIT and _ARCHIVES.fullmatch(text.strip(" ()")) is not None


def _is_credit(text: str) -> bool:
    return is_line(text, "credits") or (
        text.split(" ")[0].lower().strip(":")
        in {"photo", "photos", "crédit", "crédits", "©", "image"}
        and len(text.split()) >= 2
    )


def closing_agency(text: str) -> int:
    """Offset of an agency in brackets behind the last full stop of a text, 0 without one."""
    match = _BRACKET.search(text)
    if match is None or not match.start():
        return 0
    stopped = text[: match.start()].rstrip()[-1:] in ".!?…»"
    return match.start() if stopped and is_line(match[1], "agency_names") else 0
