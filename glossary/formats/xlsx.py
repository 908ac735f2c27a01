"""XLSX (Office Open XML) written for editors and read back.

Every cell is text, so that no spreadsheet computes anything; formulas are refused on reading. A
hidden sheet holds a digest of each entry at the time of export, by which `importing` finds rows
that changed in the glossary while the workbook was with an editor.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from glossary.errors import Problem
from glossary.formats import xml
from glossary.formats.cells import Row, reading
from glossary.formats.digests import digest
from glossary.formats.pairs import column_name
from glossary.formats.values import FormatError, Loss, Reading, Remark, Written
from glossary.rows import COLUMNS, to_row
from glossary.values import Case, Entry, EntryStatus, Kind

MAX_UNPACKED = 100_000_000
MAX_ROWS = 200_000
_MAX_MEMBERS = 500
#: What every package of Office Open XML has (ECMA-376, part 2), and an .ods has not.
_CONTENT_TYPES = "[Content_Types].xml"
_MAX_COLUMNS = 200
#: What one cell of a spreadsheet holds at most (ECMA-376; Excel's own limit).
_MAX_CELL = 32_767
_HIDDEN = "visavis"
_SHEET = "glossary"
_WIDTHS = {"fr": 32, "en": 32, "note": 48, "source": 28, "id": 24, "forms_fr": 28, "forms_en": 28}
_WIDTH = 14
_LISTS = {"kind": Kind, "status": EntryStatus, "case": Case, "gender": ("m", "f")}
#: Text that reads like an escaped character is itself escaped (ECMA-376, ST_Xstring).
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LEFT_MEANS = {"_x005F_": "_", "_x000D_": "\n"}
_LEFT = re.compile("|".join(_LEFT_MEANS))
_DTD = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E", re.IGNORECASE)
#: What zipfile raises for archives that are damaged, encrypted or compressed in unusual ways.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def write(entries: Sequence[Entry]) -> Written:
    """Return a workbook: frozen header, filter, lists to choose from, and the hidden digests."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = _SHEET
    losses: list[Loss] = []
    _line(sheet, 1, COLUMNS)
    for number, entry in enumerate(entries, 2):
        cells = to_row(entry)
        _line(sheet, number, [_fit(entry.id, name, cells[name], losses) for name in COLUMNS])
    _dress(sheet, len(entries) + 1)
    hidden = book.create_sheet(_HIDDEN)
    hidden.sheet_state = "veryHidden"
    for number, entry in enumerate(entries, 1):
        _line(hidden, number, (_fit(entry.id, "id", entry.id, []), digest(entry)))
    out = io.BytesIO()
    book.save(out)
    return Written(data=out.getvalue(), losses=tuple(losses))


def _line(sheet: Any, number: int, values: Sequence[str]) -> None:
    """Write texts as texts: a leading = must not make a formula, digits no number."""
    for column, value in enumerate(values, 1):
        if value:
            cell = sheet.cell(row=number, column=column)
            cell.value = value
            cell.data_type = "s"
            cell.number_format = "@"


def _fit(entry: str, column: str, value: str, losses: list[Loss]) -> str:
    text, gone = xml.legal(value)
    text = _ESCAPED.sub("_x005F_", text)
    gone += max(0, len(text) - _MAX_CELL)
    if gone:
        losses.append(Loss(entry=entry, column=column, count=gone))
    return text[:_MAX_CELL]


def _dress(sheet: Any, rows: int) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "D2"  # header, and id, French, English
    for index, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, _WIDTH)
        sheet.cell(row=1, column=index).font = Font(bold=True)
        if name in _LISTS:
            choices = ",".join(str(value) for value in _LISTS[name])
            rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
            rule.showErrorMessage = True
            rule.error = f"{name} is one of: {choices}"
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{rows + 1000}")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows}"


def read(data: bytes, path: str) -> Reading:
    """Read the first visible sheet that has a header with `fr` and `en`.

    Raises:
        FormatError: no workbook, unpacks to more than 100 MB, more than 200,000 rows, declares
            entities, or has no such sheet.
    """
    _check(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # Extensions that openpyxl does not know (charts, rules) are none of our business.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
            return _read(book, path)
    except FormatError:
        raise
    except Exception as error:  # openpyxl raises what it meets in a broken workbook
        reason = f"{type(error).__name__}: {error}"[:200]
        raise FormatError(f"cannot be read as XLSX ({reason}); save it anew as .xlsx") from error


def _check(data: bytes) -> None:
    """Refuse archives that are no workbook, grow too large, or hold a DTD (forbidden by OPC)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if size > MAX_UNPACKED or len(members) > _MAX_MEMBERS:
                raise FormatError(
                    f"unpacks to {size:,} bytes in {len(members)} parts; "
                    f"the limits are {MAX_UNPACKED // 1_000_000} MB and {_MAX_MEMBERS}"
                )
            if _CONTENT_TYPES not in archive.namelist():
                raise FormatError("is no Excel workbook; open it and save it as .xlsx")
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as part:
                        if _DTD.search(part.read()):
                            raise FormatError("declares a document type, which is refused")
    except _BROKEN as error:
        raise FormatError(f"is no XLSX workbook ({error}); save it as .xlsx") from error


def _read(book: Any, path: str) -> Reading:
    base = None
    remarks: list[Remark] = []
    chosen: Any = None
    first, header = 0, tuple[str, ...]()
    for sheet in book.worksheets:
        if sheet.title == _HIDDEN:
            base = {str(row[0].value): str(row[1].value) for row in _cells(sheet) if len(row) > 1}
            continue
        if chosen is None and sheet.sheet_state == "visible":
            first, header = _header(sheet)
            chosen = sheet if header else None
        if chosen is not sheet:
            remarks.append(Remark(line=0, what=f"sheet {sheet.title}"))
    if chosen is None:
        raise FormatError("has no sheet whose first row names the columns fr and en")
    remarks += [
        Remark(line=first, what=f"column {name}" + (" (again)" if name in header[:at] else ""))
        for at, name in enumerate(header)
        if name and (name not in COLUMNS or name in header[:at])
    ]
    problems: list[Problem] = []
    rows = list(_rows(chosen, first, header, path, problems, remarks))
    places = {name: index for index, name in reversed(list(enumerate(header, 1)))}
    return reading(
        rows,
        path,
        problems=problems,
        remarks=remarks,
        place=lambda line, column: _place(places.get(column, 0), line),
        base=base,
    )


def _place(column: int, line: int) -> tuple[int, str]:
    from openpyxl.utils import get_column_letter

    return column, f"cell {get_column_letter(column)}{line}: " if column else ""


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), 1):
        if number > MAX_ROWS:
            raise FormatError(
                f"sheet {sheet.title!r} goes on below row {MAX_ROWS:,}; delete what stands there "
                "(Ctrl+End leads to it), or split the sheet"
            )
        yield row


def _header(sheet: Any) -> tuple[int, tuple[str, ...]]:
    """The row of the header and its names; (0, ()) when the sheet has none."""
    for number, row in enumerate(_cells(sheet), 1):
        names = tuple(column_name(str(cell.value or "")) for cell in row)
        if any(names):
            return (number, names) if {"fr", "en"} <= set(names) else (0, ())
    return 0, ()


def _rows(
    sheet: Any,
    first: int,
    header: Sequence[str],
    path: str,
    problems: list[Problem],
    remarks: list[Remark],
) -> Iterator[Row]:
    for number, row in enumerate(_cells(sheet), 1):
        if number <= first or all(cell.value is None for cell in row):
            continue
        cells: dict[str, str] = {}
        faulty = False
        for index, cell in enumerate(row):
            name = header[index] if index < len(header) else ""
            text, fault = _text(cell)
            if name in COLUMNS and fault:
                column, where = _place(index + 1, number)
                message = f"{where}{name}: {fault}"
                problems.append(Problem(path=path, line=number, column=column, message=message))
                faulty = True
            elif name in COLUMNS:
                cells.setdefault(name, text)
            elif text and not name:
                remarks.append(Remark(line=number, what="cells without column name"))
        if not faulty and any(cells.values()):
            # A row that ends early has empty cells there, which were cleared.
            yield number, {**dict.fromkeys((n for n in header if n in COLUMNS), ""), **cells}


def _text(cell: Any) -> tuple[str, str]:
    """The text of a cell, and what is wrong with it."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return "", "is a formula, which is not taken; paste its value instead"
    if cell.data_type == "e":
        return "", f"holds the error {value!r}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat(), ""
    if isinstance(value, dt.date):
        return value.isoformat(), ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), ""
    return _escape_undone(str(value)), ""


def _escape_undone(text: str) -> str:
    """Undo what openpyxl leaves: our own escape, and Excel's for the end of a line."""
    return _LEFT.sub(lambda found: _LEFT_MEANS[found[0]], text)
