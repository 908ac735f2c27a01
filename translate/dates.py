"""Clock times and calendar days in American wire style, where the French tells what is meant.

"20 h" is "8 p.m.", "11h15" is "11:15 a.m.", "14 heures" is "2 p.m."; noon and midnight are words
(AP Stylebook). A small model writes "20h", "14 a.m." or "11.15 a.m.". "17 November" is "Nov. 17".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.text import flat
from translate.checks.units import months

#: A clock time of the French: after a preposition of time, or with minutes.
_FRENCH_TIME = re.compile(
    r"(?:(?P<before>à|vers|dès|avant|après|jusqu['’]à|d['’]ici|entre|depuis|et|en|de|dur\w+"
    r"|pendant)\s+)?"
    r"(?<!\d)(?P<hour>\d{1,2})\s?(?:h|heures?)(?:\s?(?P<minute>\d{2})(?!\d))?\b"
    r"(?P<half>\s+(?:du soir|de l['’]après-midi))?(?P<of>\s+(?:de\s|d['’]))?",
    re.IGNORECASE,
)
_LASTING = re.compile(r"(?:en|dur\w+|pendant)$", re.IGNORECASE)
_UNTIL = re.compile(r"\s+(?:à|jusqu['’]à)\s+\d")
_LONGEST = 5  # hours: "un film de 2h10" lasts, "le train de 13h30" leaves
_MARK = r"(?:a\.m\.?|p\.m\.?|am|pm|AM|PM)"
_ENGLISH_TIME = re.compile(
    rf"(?P<at>\b(?:at|from|to|until|by|around|about|before|after|between|and|since) )?"
    rf"(?<![\d.,:$€£])(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d{{1,2}}))?"
    rf"(?P<mark>\s?{_MARK}|\s?h(?P<hours>ours)?\b|\s?o'clock)?(?![\d%:]|[.,]\d)"
)
#: "at 14 hours" is a clock time put word for word, "after 14 hours" a duration.
_BEFORE_HOURS = frozenset({"at ", "from ", "until "})
_MONTHS = {
    "January": "Jan.", "February": "Feb.", "March": "March", "April": "April", "May": "May",
    "June": "June", "July": "July", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.",
}  # fmt: skip
_DAY_FIRST = re.compile(
    r"(?:\bthe (?=\d{1,2}(?:st|nd|rd|th)? of ))?(?<![\d.,:-])(\d{1,2})(?:st|nd|rd|th)? (?:of )?"
    rf"({'|'.join(_MONTHS)})\b(?:,? (\d{{4}})(?!\d))?"
)


#: A month is spelled out alone and shortened before a day.
_FULL_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})(?![\d:]|[.,]\d)")
_RANGE = re.compile(r"\d(?:st|nd|rd|th)?(?:\s+(?:to|and|or|until)\s+(?:the\s+)?|\s*[-–]\s*)$")


def wire_times(source: str, text: str) -> str | None:
    """Return `text` with its clock times in wire style, None when it cannot be told which is which.

    Each clock time of the French must have one time of the English with the same minutes and the
    same hour on a 12- or 24-hour clock.
    """
    times = list(_clock_times(source))
    if not times:
        return None
    out = text
    at = 0
    for _, hour, minute in times:
        found = _matching(out, at, hour, minute) or (
            _only(out, minute) if len(times) == 1 and minute else None
        )
        if found is None:
            return None
        written = _written(hour, minute)
        start, end = found.start("hour"), found.end()
        tail = out[end:]
        if written.endswith("."):
            tail = tail.removeprefix(".")  # the full stop of "p.m." ends the sentence too
        elif (found["mark"] or "").endswith(".") and not tail.strip(" \"'"):
            written += "."
        out = out[:start] + written + tail
        at = start + len(written)
    return out


def wanted_times(source: str) -> dict[int, tuple[int, str]]:
    """Return start → (end, wire style) of each clock time of the French, from its figure on."""
    return {
        hit.start("hour"): (hit.end(), _written(hour, minute))
        for hit, hour, minute in _clock_times(source)
    }


def wire_days(source: str, text: str) -> str:
    """Return `text` with "17 November 2023" as "Nov. 17, 2023" and "the 3rd of May" as "May 3".

    "January 12" is shortened where the French has that day: "In January 12 ships sank" stays.
    """

    def turned(hit: re.Match[str]) -> str:
        if _RANGE.search(text[max(0, hit.start() - 24) : hit.start()]):
            return hit[0]  # "from 23 to 30 October" would be torn apart
        year = f", {hit[3]}" if hit[3] else ""
        return f"{_MONTHS[hit[2]]} {int(hit[1])}{year}"

    text = _DAY_FIRST.sub(turned, text)
    return _FULL_MONTH.sub(
        lambda hit: f"{_MONTHS[hit[1]]} {hit[2]}" if _is_day(source, hit[1], hit[2]) else hit[0],
        text,
    )


def _is_day(source: str, month: str, day: str) -> bool:
    """Whether the French has `day` before `month`, as in "12 janvier" or "les 12 et 13 janvier"."""
    number = list(_MONTHS).index(month) + 1
    names = "|".join(name for name, at in months(french=True).items() if at == number)
    return bool(re.search(rf"\b0?{int(day)}(?:er)?\b[^.;:]{{0,15}}?\b(?:{names})", flat(source)))


def _clock_times(source: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Yield (match, hour, minute) of each clock time of the French, durations left out."""
    for hit in _FRENCH_TIME.finditer(source):
        hour, minute = int(hit["hour"]), int(hit["minute"] or 0)
        if _lasts(hit, source):
            continue
        if hour <= 24 and minute < 60 and (hit["minute"] or hit["before"]):
            later = 12 if hit["half"] and hour < 12 else 0
            yield hit, (hour + later) % 24, minute


def _lasts(hit: re.Match[str], source: str) -> bool:
    """Whether it is a duration: "en 2h05", "après 24 heures de garde à vue", "un film de 2h10"."""
    before = (hit["before"] or "").lower()
    if _LASTING.match(before):
        return True
    if hit["half"] or _UNTIL.match(source, hit.end()) or not (hit["of"] or before == "de"):
        return False
    if not hit["minute"]:
        return True
    return before in {"", "de", "après", "depuis"} and int(hit["hour"]) < _LONGEST


def _matching(text: str, at: int, hour: int, minute: int) -> re.Match[str] | None:
    for hit in _ENGLISH_TIME.finditer(text, at):
        same = int(hit["hour"]) % 24 == hour or int(hit["hour"]) % 12 == hour % 12
        there = int(hit["minute"] or 0)
        timely = hit["mark"] or hit["minute"] or hit["at"]
        if hit["hours"] and (hit["minute"] or (hit["at"] or "").lower() not in _BEFORE_HOURS):
            continue
        if same and there == minute and timely:
            return hit
    return None


def _only(text: str, minute: int) -> re.Match[str] | None:
    """Return the one clock time of `text` if its minutes are right: then its hour is wrong."""
    timely = [hit for hit in _ENGLISH_TIME.finditer(text) if hit["mark"] and hit["minute"]]
    return timely[0] if len(timely) == 1 and int(timely[0]["minute"]) == minute else None


def _written(hour: int, minute: int) -> str:
    if minute == 0 and hour in {0, 12}:
        return "midnight" if hour == 0 else "noon"
    half = "a.m." if hour < 12 else "p.m."
    clock = f"{hour % 12 or 12}"
    return f"{clock}:{minute:02} {half}" if minute else f"{clock} {half}"
