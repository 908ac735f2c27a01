"""What a format holds comes back; what does not is exactly what the losses said."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections import Counter

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.formats import registry, xmlids
from glossary.formats.cells import LISTS
from glossary.rows import COLUMNS, to_row
from glossary.values import Case, Entry, EntryStatus, Kind
from tests.glossary.formats.entries import ENTRIES

_COMPLETE = ("csv", "tbx", "tbx-2008", "tmx", "xlsx")
_PLAIN = Entry(id="quai", fr="quai", en="quay")
#: An entry that fills every column.
FULL = Entry(
    id="quai",
    fr="quai",
    en="quay",
    kind=Kind.PLACE,
    forms_fr=("débarcadère",),
    forms_en=("landing stage",),
    forbidden_en=("dock", "wharf"),
    gender="m",
    speaks="fr",
    cues=("port", "bac"),
    valid_from=dt.date(2020, 1, 1),
    valid_to=dt.date(2030, 1, 1),
    case=Case.EXACT,
    note="Stone & wood",
    source="Port authority",
    status=EntryStatus.DEPRECATED,
    author="Anne Le Goff",
    date=dt.date(2026, 1, 2),
)
#: A note that looks like one of the labelled notes of our TBX.
_LABELLED = dataclasses.replace(_PLAIN, note="visavis status: proposed", source="_x000D_", id="a b")


@pytest.mark.parametrize("name", _COMPLETE)
def test_formats_that_hold_everything(name: str) -> None:
    """CSV, TBX, TMX and XLSX give every column of every entry back, and say no loss."""

    @settings(max_examples=25)
    @example([FULL, _LABELLED])
    @given(ENTRIES)
    def check(entries: list[Entry]) -> None:
        written = registry.get(name).write(entries)
        detected, reading = registry.read(written.data, "x")
        assert detected == name
        assert (reading.problems, reading.remarks) == ((), ())
        left_out = [loss.entry for loss in written.losses]
        # A unit of TMX is a pair: an entry that has no English yet cannot be one.
        assert left_out == [one.id for one in entries if not one.en and name == "tmx"]
        assert [one.entry for one in reading.found] == [
            one for one in entries if one.id not in left_out
        ]
        assert all(found.columns == set(COLUMNS) for found in reading.found)

    check()


@pytest.mark.parametrize("name", _COMPLETE)
def test_an_empty_glossary(name: str) -> None:
    """No entries make a file that reads as no entries."""
    written = registry.get(name).write([])
    assert registry.read(written.data, "x")[1].found == ()


@pytest.mark.parametrize("name", ["deepl", "deepl-tsv", "google", "amazon"])
def test_pairs_lose_what_they_say(name: str) -> None:
    """The two columns come back, and losses count exactly the values that do not."""

    @settings(max_examples=25)
    @given(ENTRIES)
    def check(entries: list[Entry]) -> None:
        format_ = registry.get(name)
        written = format_.write(entries)
        back = format_.read(written.data, "x.csv")
        assert (back.problems, back.remarks) == ((), ())
        left_out = {loss.entry for loss in written.losses if loss.column == "entry"}
        kept = [entry for entry in entries if entry.id not in left_out]
        assert [(found.entry.fr, found.entry.en) for found in back.found] == [
            (entry.fr, entry.en) for entry in kept
        ]
        first: set[str] = set()
        for entry in entries:
            sound = entry.status is EntryStatus.APPROVED and entry.fr not in first
            assert (entry.id not in left_out) == sound
            if sound:
                first.add(entry.fr)
        lost = Counter()
        for entry, found in zip(kept, back.found, strict=True):
            lost.update(_missing(entry, found.entry))
        said = Counter()
        for loss in written.losses:
            if loss.column != "entry":
                said[loss.entry, loss.column] += loss.count
        assert said == lost

    check()


def _missing(entry: Entry, back: Entry) -> dict[tuple[str, str], int]:
    """How many values of each column, besides the id, did not come back."""
    before, after = to_row(entry), to_row(back)
    return {
        (entry.id, column): len(getattr(entry, column)) if column in LISTS else 1
        for column in COLUMNS
        if column != "id" and before[column] != after[column]
    }


def test_control_characters_are_lost_and_said() -> None:
    """Characters that XML cannot hold are left out, with the entry and the column."""
    entry = dataclasses.replace(_PLAIN, note="a\x07b", forms_fr=("q\x01\x02",))
    for name in ("tbx", "tbx-2008", "xlsx"):
        losses = {
            (one.entry, one.column): one.count for one in registry.get(name).write([entry]).losses
        }
        assert losses == {("quai", "note"): 1, ("quai", "forms_fr"): 2}


def test_a_cell_longer_than_a_spreadsheet_holds_is_lost_and_said() -> None:
    """Excel cuts cells at 32,767 characters: the rest is counted."""
    written = registry.get("xlsx").write([dataclasses.replace(_PLAIN, note="a" * 40_000)])
    assert [(loss.column, loss.count) for loss in written.losses] == [("note", 7_233)]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_ids_are_xml_names_and_come_back(text: str) -> None:
    """Every id becomes a name without blanks and is decoded to itself."""
    name = xmlids.encode(text)
    assert xmlids.decode(name) == text
    assert name[0] not in "0123456789.-"
    assert not set(name) & set(" :<>&\"'/")


def test_the_workbook_as_another_reader_sees_it() -> None:
    """The sheet has a frozen header, text cells, lists to choose from and a very hidden sheet."""
    entry = dataclasses.replace(_PLAIN, note="=SUM(A1)", source="007")
    book = openpyxl.load_workbook(io.BytesIO(registry.get("xlsx").write([entry]).data))
    sheet = book.active
    assert sheet.freeze_panes == "D2"
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert tuple(row) == COLUMNS
    assert (row["note"].data_type, row["note"].value) == ("s", "=SUM(A1)")
    assert (row["source"].data_type, row["source"].number_format) == ("s", "@")
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"person,organisation,place,title,term"' in rules.values()
    assert book["visavis"].sheet_state == "veryHidden"
