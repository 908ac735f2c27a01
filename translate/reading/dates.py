"""French dates: full calendar dates, and lines that hold nothing but a date."""

from __future__ import annotations

import datetime as dt
import re

from translate.reading.features import fold

_MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "juill": 7,
    "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11,
    "nov": 11, "decembre": 12, "dec": 12,
}  # fmt: skip
_WEEKDAYS = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lun",
    "mar",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
]
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:1er|[0-3]?\d)"
_WRITTEN = re.compile(rf"\b({_DAY}) ({_MONTH}),? ((?:19|20)\d\d)\b")
_DAY_MONTH = re.compile(rf"\b{_DAY} {_MONTH}(?! ?\d{{4}})")
_NUMERIC = re.compile(r"(?<![\d/.-])([0-3]?\d)([/.-])([01]?\d)\2((?:19|20)?\d\d)(?![\d/-])")
_ISO = re.compile(r"(?<![\d/-])((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?!\d)")
_TIME = r"\d{1,2} ?(?:h|:|heures?) ?\d{0,2}(?: ?min| ?(?:am|pm|gmt|utc|tu))?(?::\d\d)?"
_VERB = (
    r"(?:article )?(?:publiee?|mise? a jour|mise? en ligne|modifiee?|actualisee?|parue?|postee?|"
    r"creee?|diffusee?|redigee?|maj|derniere (?:mise a jour|modification|maj)|mise a jour|"
    r"publication|date(?: de (?:publication|parution))?|edition|update|posted|published|ecrit)"
)
_OPENING = re.compile(rf"(?:{_VERB}|le (?:(?:{'|'.join(_WEEKDAYS)})\.? )?\d+)\b")
_STARTS_VERB = re.compile(rf"{_VERB}\b")
_FILLER = re.compile(
    rf"{_TIME}|\b(?:{_VERB}|le|la|a|de|du|des|les|et|ce|en|depuis|il y a|hier|"
    rf"aujourd'hui|avant-hier|"
    rf"{'|'.join(_WEEKDAYS)}|heures?|minutes?|jours?|semaines?|mois|min|heure (?:de|d')\s?\w+|"
    r"gmt|utc|tu|est|edt|hne|hae|cet|cest)\b|\d{1,2}|[\s,;:.()|/•·–—-]+"
)
_VAGUE = re.compile(
    r"\bil y a \d+ (?:heures?|minutes?|min|h|jours?|semaines?|mois|ans?)\b|\b(?:hier|aujourd'hui)\b"
)


def find_date(text: str) -> dt.date | None:
    """Return the first full calendar date (day, month and year) of a text, day before month."""
    folded = fold(text)
    hits: list[tuple[int, dt.date]] = []
    for pattern, order in ((_WRITTEN, "dmy"), (_NUMERIC, "d_my"), (_ISO, "ymd")):
        for match in pattern.finditer(folded):
            found = _as_date(match, order)
            if found is not None:
                hits.append((match.start(), found))
                break
    return min(hits)[1] if hits else None


def _as_date(match: re.Match[str], order: str) -> dt.date | None:
    groups = match.groups()
    if order == "dmy":
        day, month, year = groups[0].removesuffix("er"), _MONTHS[groups[1].strip(".")], groups[2]
    elif order == "d_my":
        day, month, year = groups[0], int(groups[2]), groups[3]
    else:
        year, month, day = groups[0], int(groups[1]), groups[2]
    try:
        # Two-digit years of press dates are of this century.
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a line holds a date, a time or "mis à jour …", and nothing else."""
    if len(text) > 160 or not (any(c.isdigit() for c in text) or _VAGUE.search(fold(text))):
        return False
    folded = fold(text).strip(" .;:()[]•·|–—-")
    dated = _has_date(folded)
    timed = re.search(_TIME, folded) is not None or _VAGUE.search(folded) is not None
    if not dated and not (timed and _STARTS_VERB.match(folded)):
        return False
    rest = folded
    for pattern in (_VAGUE, _WRITTEN, _DAY_MONTH, _NUMERIC, _ISO, _FILLER):
        rest = pattern.sub(" ", rest)
    return not rest.strip(" t0123456789.+z'")


def _has_date(folded: str) -> bool:
    return any(p.search(folded) for p in (_WRITTEN, _DAY_MONTH, _NUMERIC, _ISO))


def date_suffix(text: str) -> int | None:
    """Offset where a date that runs to the end of a short line begins, None without one.

    "L. F. 15 mars 2024" and "Belga Publié le 14-03-24 à 09:12" give the offset of the date.
    """
    if len(text) > 160 or not any(c.isdigit() for c in text[-24:]) or is_date_line(text):
        return None
    full = find_date(text) is not None
    for match in re.finditer(r"(?:^|(?<=[\s,|(–—-]))(?=\S)", text):
        at = match.start()
        tail = fold(text[at:])
        opens = tail[:1].isdigit() or _OPENING.match(tail) or tail.split(" ")[0] in _WEEKDAYS
        # "Bélier (21 mars-20 avril)" is no byline: without a year, only "Publié …" opens a date.
        opens = bool(opens) and (full or _STARTS_VERB.match(tail) is not None)
        if at and opens and is_date_line(text[at:]):
            return at
    return None


def glued_date_end(text: str) -> int:
    """Offset behind "Publié le … à …" that an export glued to the first sentence, else 0."""
    if len(text) <= 60 or not _STARTS_VERB.match(fold(text[:40])):
        return 0
    end = 0
    for match in re.finditer(r"\s(?=[«“\"A-ZÀ-Ý])", text[:140]):
        if is_date_line(text[: match.start()]):
            end = match.end()
    return end if end and text[end:].strip() and not is_date_line(text) else 0
