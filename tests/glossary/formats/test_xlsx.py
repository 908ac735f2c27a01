"""Workbooks as editors send them, and as nobody should."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from glossary.formats import xlsx
from glossary.formats.values import FormatError


def _book(*rows: Sequence[Any], title: str = "words") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return _bytes(book)


def _bytes(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _zip(*names: str) -> bytes:
    """An archive of another program, such as an .ods."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return out.getvalue()


def _rewritten(data: bytes, name: str, part: bytes) -> bytes:
    """The archive with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for member in old.namelist():
            new.writestr(member, part if member == name else old.read(member))
    return out.getvalue()


def test_a_sheet_of_an_editor() -> None:
    """Dates and numbers become text, own columns and scribbles are said, blank rows are nothing."""
    data = _book(
        [],
        ["FR", "en", "valid_from", "source", "seen"],
        ["quai", "quay", dt.datetime.fromisoformat("2026-01-02"), 2024, "yes", "scribble"],
        [None, None, None],
        ["bac", "ferry"],
    )
    reading = xlsx.read(data, "x.xlsx")
    quay, ferry = reading.found
    assert (quay.line, quay.entry.valid_from) == (3, dt.date(2026, 1, 2))
    assert quay.entry.source == "2024"
    assert (ferry.line, ferry.entry.en) == (5, "ferry")
    assert ferry.columns == {"fr", "en", "valid_from", "source"}
    assert [remark.what for remark in reading.remarks] == [
        "column seen",
        "cells without column name",
    ]
    assert reading.base is None


def test_headings_of_peoples_own() -> None:
    """Headings in French, English or as language codes are understood; a second one is said."""
    data = _book(["Français", "EN-gb", "fr-CA"], ["quai", "quay", "débarcadère"])
    reading = xlsx.read(data, "x.xlsx")
    assert [(found.entry.fr, found.entry.en) for found in reading.found] == [("quai", "quay")]
    assert [remark.what for remark in reading.remarks] == ["column fr (again)"]


def test_formulas_and_errors_are_refused_by_cell() -> None:
    """No formula is taken, computed or not; faults name the cell."""
    data = _book(["fr", "en"], ["quai", '=HYPERLINK("x")'], ["bac", "#REF!"], ["'=1", "@x"])
    reading = xlsx.read(data, "x.xlsx")
    assert reading.found == ()
    assert [(one.line, one.column) for one in reading.problems] == [(2, 2), (3, 2), (4, 2)]
    first, second, third = (problem.message for problem in reading.problems)
    assert first == "cell B2: en: is a formula, which is not taken; paste its value instead"
    assert second == "cell B3: en: holds the error '#REF!'"
    assert third.startswith("cell B4: en: '@x' begins with '@'")


def test_the_sheet_with_our_header_is_found() -> None:
    """Other sheets are said and passed over, also hidden ones."""
    book = openpyxl.load_workbook(io.BytesIO(_book(["a", "b"], title="first")))
    hidden = book.create_sheet("hidden")
    hidden.append(["fr", "en"])
    hidden.sheet_state = "hidden"
    book.create_sheet("words").append(["fr", "en"])
    book["words"].append(["quai", "quay"])
    reading = xlsx.read(_bytes(book), "x.xlsx")
    assert [found.entry.fr for found in reading.found] == ["quai"]
    assert [remark.what for remark in reading.remarks] == ["sheet first", "sheet hidden"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 not a zip", "is no XLSX workbook"),
        (_zip("mimetype", "content.xml"), "is no Excel workbook; open it and save it as .xlsx"),
        (_book(["a", "b"]), "has no sheet whose first row names the columns fr and en"),
        (_rewritten(_book(["fr", "en"]), "xl/workbook.xml", b"<a"), "cannot be read as XLSX"),
        (
            _rewritten(
                _book(["fr", "en"]),
                "xl/worksheets/sheet1.xml",
                b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            ),
            "declares a document type",
        ),
        (
            _rewritten(
                _book(["fr", "en"]),
                "xl/worksheets/sheet1.xml",
                '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
            ),
            "declares a document type",
        ),
    ],
)
def test_broken_and_hostile_workbooks_are_refused(data: bytes, message: str) -> None:
    """What is no sound workbook is refused with the reason, not a traceback."""
    with pytest.raises(FormatError, match=message):
        xlsx.read(data, "x.xlsx")


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    """A small file that unpacks to 120 MB is refused by its directory."""
    data = _rewritten(_book(["fr", "en"]), "xl/worksheets/sheet1.xml", b"\0" * 120_000_000)
    assert len(data) < 200_000
    with pytest.raises(FormatError, match=r"unpacks to 120,\d{3},\d{3} bytes"):
        xlsx.read(data, "x.xlsx")


def test_a_row_far_down_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet with more rows than a glossary has is refused, whatever size it claims."""
    monkeypatch.setattr(xlsx, "MAX_ROWS", 100)
    book = openpyxl.load_workbook(io.BytesIO(_book(["fr", "en"])))
    book.active.cell(row=1000, column=1, value="quai")
    with pytest.raises(FormatError, match="goes on below row 100; delete what stands there"):
        xlsx.read(_bytes(book), "x.xlsx")
