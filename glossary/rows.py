"""One row of a glossary, checked and turned into an entry; and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from glossary.folding import TOKEN, key, tokenize
from glossary.values import Case, Entry, EntryStatus, Kind

COLUMNS = (
    "id", "fr", "en", "kind", "forms_fr", "forms_en", "forbidden_en", "gender", "speaks", "cues",
    "valid_from", "valid_to", "case", "note", "source", "status", "author", "date",
)  # fmt: skip
_ALIASES = {"organization": "organisation"}
_FORMULA = ("=", "+", "@", "-")
#: Control characters, and bytes of a command line that were no text.
_NO_TEXT = frozenset({"Cc", "Cs"})
_RESERVED = frozenset("⟦⟧‖")
#: Columns that open a line in one file or another.
_FIRST = frozenset({"id", "fr"})
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_MAX_TERM = 300
_MAX_WORDS = 40

_Choice = TypeVar("_Choice", bound=StrEnum)


class RowReader:
    """Turns one row into an entry and collects its faults as (column name, message)."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self.faults: list[tuple[str, str]] = []
        self._cells = {name: self._clean(name, value) for name, value in row.items()}

    def entry(self) -> Entry | None:
        """Return the entry, or None when there are faults."""
        fr, en = self._term("fr"), self._english()
        forms_en, forbidden = self._list("forms_en"), self._list("forbidden_en")
        allowed = {value.casefold() for value in (en, *forms_en)}
        for value in forbidden:
            if value.casefold() in allowed:
                self._fault("forbidden_en", f"{value!r} is both wanted and forbidden")
        kind = self._choice("kind", Kind, Kind.TERM)
        valid_from, valid_to = self._date("valid_from"), self._date("valid_to")
        if valid_from and valid_to and valid_to < valid_from:
            self._fault("valid_to", f"{valid_to} is before valid_from, {valid_from}")
        entry = Entry(
            id=self._get("id") or derive_id(fr, kind),
            fr=fr,
            en=en,
            kind=kind,
            forms_fr=self._list("forms_fr"),
            forms_en=forms_en,
            forbidden_en=forbidden,
            gender=self._one_of("gender", ("m", "f")),
            speaks=self._language("speaks"),
            cues=self._list("cues"),
            valid_from=valid_from,
            valid_to=valid_to,
            case=self._choice("case", Case, Case.SMART),
            note=self._get("note"),
            source=self._get("source"),
            status=self._choice("status", EntryStatus, EntryStatus.APPROVED),
            author=self._get("author"),
            date=self._date("date"),
        )
        return None if self.faults else entry

    def _fault(self, column: str, message: str) -> None:
        self.faults.append((column, message))

    def _get(self, column: str) -> str:
        return self._cells.get(column, "")

    def _clean(self, column: str, value: str) -> str:
        cell = clean(value)
        self._refuse_formula(column, cell)
        if column in _FIRST and (cell == "#" or cell.startswith("# ")):
            self._fault(
                column, f"{cell[:30]!r} would make a comment of the line; leave out the '#'"
            )
        bad = sorted(
            {char for char in cell if unicodedata.category(char) in _NO_TEXT}
            | _RESERVED & set(cell)
        )
        if bad:
            self._fault(column, f"holds {', '.join(map(repr, bad))}, which no entry may hold")
        return cell

    def _refuse_formula(self, column: str, text: str) -> None:
        if text.startswith(_FORMULA):
            self._fault(
                column,
                f"{text[:30]!r} begins with {text[0]!r}: a spreadsheet would run it as a formula; "
                "write it without that sign",
            )

    def _term(self, column: str) -> str:
        value = self._get(column)
        if not TOKEN.search(value):
            self._fault(column, f"{value!r} has no word" if value else f"{column} is missing")
        elif len(value) > _MAX_TERM or len(tokenize(value).keys) > _MAX_WORDS:
            self._fault(
                column, f"is longer than {_MAX_TERM} characters or {_MAX_WORDS} words: no term"
            )
        return value

    def _english(self) -> str:
        """Return the English; what is only proposed, or was declined, may still lack it."""
        status = self._get("status").lower()
        if not self._get("en") and status in {EntryStatus.PROPOSED, EntryStatus.DEPRECATED}:
            return ""
        return self._term("en")

    def _list(self, column: str) -> tuple[str, ...]:
        values = [part.strip() for part in self._get(column).split(";")]
        for value in values[1:]:  # a spreadsheet may take the semicolon for the end of a cell
            self._refuse_formula(column, value)
        return tuple(dict.fromkeys(value for value in values if value))

    def _choice(self, column: str, choices: type[_Choice], default: _Choice) -> _Choice:
        value = self._get(column).lower()
        value = _ALIASES.get(value, value)
        if not value:
            return default
        names = [str(choice.value) for choice in choices]
        if value not in names:
            self._fault(column, _unknown(value, names))
            return default
        return choices(value)

    def _one_of(self, column: str, names: tuple[str, ...]) -> str:
        value = self._get(column).lower()
        if value and value not in names:
            self._fault(column, _unknown(value, names))
        return value

    def _language(self, column: str) -> str:
        value = self._get(column).lower()
        if value and not _LANGUAGE.match(value):
            self._fault(column, f"{value!r} is no language code such as 'en' or 'zh'")
        return value

    def _date(self, column: str) -> dt.date | None:
        value = self._get(column)
        if not value:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self._fault(column, f"{value!r} is no date; write it as 2024-01-31")
            return None


def _unknown(value: str, names: Iterable[str]) -> str:
    names = list(names)
    close = get_close_matches(value, names, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(names)}"
    return f"{value!r} is not known; {hint}"


def clean(value: str) -> str:
    """Return a cell as it is read: composed accents, one blank for any run of blanks."""
    return " ".join(unicodedata.normalize("NFC", value).split())


def identify(row: Mapping[str, str]) -> str:
    """Return the id of a row, faulty or not: its own, or the one derived."""
    own = clean(row.get("id", ""))
    if own:
        return own
    named = clean(row.get("kind", "")).lower()
    named = _ALIASES.get(named, named)
    kind = Kind(named) if named in set(Kind) else Kind.TERM
    return derive_id(clean(row.get("fr", "")), kind)


def derive_id(fr: str, kind: Kind) -> str:
    """Return an id that depends on the French and the kind alone, readable and unique."""
    words = "-".join(key(found.group()) for found in TOKEN.finditer(fr))
    digest = hashlib.sha256(f"{kind}\0{fr}".encode(errors="replace")).hexdigest()
    return f"{words[:40].rstrip('-')}-{digest[:6]}"


def to_row(entry: Entry) -> dict[str, str]:
    """Return the cells of an entry, one for each of `COLUMNS`."""
    row: dict[str, str] = {}
    for column in COLUMNS:
        value = getattr(entry, column)
        if isinstance(value, tuple):
            row[column] = ";".join(value)
        elif isinstance(value, dt.date):
            row[column] = value.isoformat()
        else:
            row[column] = str(value or "")
    return row
