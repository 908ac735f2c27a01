"""Entries as hypothesis draws them: nasty but legal, so that they survive our own CSV unchanged."""

from __future__ import annotations

import datetime as dt
import unicodedata

from hypothesis import strategies as st

from glossary.rows import RowReader, to_row
from glossary.values import Case, Entry, EntryStatus, Kind

#: What breaks CSV, XML, spreadsheets and screens when it is not escaped.
_NASTY = (
    '"', "'", "&", "<", ">", ",", "|", "\\", "]]>", "&amp;", "<!--", "_x0041_", "'tis", "%s", "{0}",
    "\u05e9\u05dc\u05d5\u05dd", "\u0627\u0644\u062c\u0632\u0627\u0626\u0631", "\u200f", "\u202e",
    "e\u0301", "\u0152uvre", "l\u2019\u00e9t\u00e9", "\u00ab\u00a0x\u00a0\u00bb", "\U0001f600",
    "visavis note: a", "visavis speaks: de", "#", "1,5", "007", "TRUE", "2024-01-31", "null",
)  # fmt: skip
_CHARS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="⟦⟧‖\ufffe\uffff")


def _clean(text: str) -> str:
    """Bring text into the form in which a cell is read: NFC, single blanks, no formula sign."""
    return " ".join(unicodedata.normalize("NFC", text).split()).lstrip("=+@-; ")


_PIECES = st.one_of(st.sampled_from(_NASTY), st.text(_CHARS, max_size=8))
_TEXTS = st.lists(_PIECES, max_size=4).map(lambda pieces: _clean(" ".join(pieces)))
_TERMS = st.tuples(_TEXTS, st.sampled_from(["mot", "Été", "x"])).map(
    lambda pair: _clean(f"{pair[0]} {pair[1]}")
)
_FORMS = st.lists(
    _TERMS.map(lambda text: _clean(text.replace(";", ","))), max_size=3, unique_by=str.casefold
)
_DATES = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    en, forms = draw(_TERMS), draw(_FORMS)
    allowed = {text.casefold() for text in (en, *forms)}
    since, until = draw(_DATES), draw(_DATES)
    status = draw(st.sampled_from(EntryStatus))
    if status is not EntryStatus.APPROVED and draw(st.booleans()):
        en = ""  # what is only proposed may lack its English
    return Entry(
        id=draw(_TERMS).lstrip("# "),  # a row that begins with "# " is a comment of our CSV
        fr=draw(_TERMS),
        en=en,
        kind=draw(st.sampled_from(Kind)),
        forms_fr=tuple(draw(_FORMS)),
        forms_en=tuple(forms),
        forbidden_en=tuple(text for text in draw(_FORMS) if text.casefold() not in allowed),
        gender=draw(st.sampled_from(["", "m", "f"])),
        speaks=draw(st.sampled_from(["", "ar", "zh"])),
        cues=tuple(draw(_FORMS)),
        valid_from=since,
        valid_to=until if until and (since is None or until >= since) else None,
        case=draw(st.sampled_from(Case)),
        note=draw(_TEXTS),
        source=draw(_TEXTS),
        status=status,
        author=draw(_TEXTS),
        date=draw(_DATES),
    )


def _legal(entry: Entry) -> bool:
    reader = RowReader(to_row(entry))
    return reader.entry() == entry and not reader.faults


ENTRIES = st.lists(
    _entries().filter(_legal), min_size=1, max_size=2, unique_by=lambda entry: entry.id
)
