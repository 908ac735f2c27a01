"""Pairs of translation services and our own table: dialects, directions, faults."""

from __future__ import annotations

import pytest

from glossary.formats import registry
from glossary.formats.values import FormatError, Reading


def _pairs(reading: Reading) -> list[tuple[str, str]]:
    return [(found.entry.fr, found.entry.en) for found in reading.found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deepl", "quai,quay\nbac,ferry\n"),
        ("deepl", '"quai";"quay"\n\nbac;ferry'),
        ("deepl", "quai,quay,FR,EN\nbac,ferry,fr,en-gb\n"),
        ("deepl-tsv", "quai\tquay\nbac\tferry\n"),
        ("google", "fr,en,pos,description\nquai,quay,noun,\nbac,ferry,noun,\n"),
        ("amazon", "en,fr,de\nquay,quai,Kai\nferry,bac,Fähre\n"),
        ("amazon", "fr-FR\ten-US\nquai\tquay\nbac\tferry\n"),
        ("csv", "seen;by;fr;en\n;;quai;quay\n;;bac;ferry\n"),
        ("csv", "Anglais,Français\nquay,quai\nferry,bac\n"),
        ("csv", "fr;en;kind\nquai;quay;\nbac;ferry;term\n"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_dialects_are_told_apart(name: str, text: str, encoding: str) -> None:
    """Header, separator and encoding are found out; the pairs are the same in all."""
    suffix = ".tsv" if name == "deepl-tsv" else ".csv"
    found, reading = registry.read(text.encode(encoding), f"x{suffix}")
    assert found == name
    assert _pairs(reading) == [("quai", "quay"), ("bac", "ferry")]
    assert reading.problems == ()


def test_the_direction_is_turned_round_and_other_languages_are_said() -> None:
    """English first is turned round; a third language is not taken over."""
    _, reading = registry.read(b"en,fr,de\nquay,quai,Kai\n", "x.csv")
    assert [remark.what for remark in reading.remarks] == [
        "language de",
        "direction en to fr, turned round",
    ]


def test_deepl_with_codes() -> None:
    """Rows with codes are turned round, or left out where they are of other languages."""
    _, reading = registry.read(b"quay,quai,en,fr\nKai,quai,de,fr\n", "x.csv", "deepl")
    assert _pairs(reading) == [("quai", "quay")]
    assert [remark.what for remark in reading.remarks] == [
        "direction en to fr, turned round",
        "languages de to fr",
    ]


def test_languages_without_ours_are_refused() -> None:
    """A table of German and Italian is refused by name."""
    with pytest.raises(FormatError, match="has the languages de, it; French and English"):
        registry.read(b"de,it\nKai,banchina\n", "x.csv")


def test_prose_is_refused_as_a_whole() -> None:
    """A text without pairs gives one reason, not a fault for each line."""
    with pytest.raises(FormatError, match="3 of 3 lines have not two cells, the first is line 1"):
        registry.read(b"Le port rouvrira.\n\nLa maire l'a dit.\nFin.\n", "x.txt")


def test_a_column_beside_the_languages_is_no_language() -> None:
    """Google's part of speech is called a column."""
    _, reading = registry.read(b"fr,en,pos\nquai,quay,noun\n", "x.csv")
    assert [remark.what for remark in reading.remarks] == ["column pos"]


def test_rows_of_other_languages_are_no_faults() -> None:
    """In a table of many languages a row may lack ours: told by its line, no fault."""
    _, reading = registry.read(b"fr,en,de\nquai,,Kai\nbac,ferry,\n", "x.csv")
    assert _pairs(reading) == [("bac", "ferry")]
    assert (2, "row without en term") in [(one.line, one.what) for one in reading.remarks]
    assert reading.problems == ()
    _, reading = registry.read(b"fr,en\nquai,\nbac,ferry\n", "x.csv", "amazon")
    assert [problem.line for problem in reading.problems] == [2]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\r\n"])
def test_an_empty_file_is_named(data: bytes) -> None:
    """A file without anything is likelier a failed download than no news."""
    with pytest.raises(FormatError, match=r"x\.csv: is empty"):
        registry.read(data, "x.csv")


def test_zero_bytes_here_and_there_are_no_utf_16() -> None:
    """A damaged file is said to hold NUL characters, not to have odd cells."""
    with pytest.raises(FormatError, match="holds NUL characters"):
        registry.read(b"fr,en\nma\0t,mast\n" * 300, "x.csv")


def test_a_row_with_one_cell_among_pairs_is_a_fault() -> None:
    """One ragged row does not hide the others."""
    _, reading = registry.read(b"quai,quay\nbac\ncale,slipway,extra\nmole,jetty\n", "x.csv")
    assert _pairs(reading) == [("quai", "quay"), ("cale", "slipway"), ("mole", "jetty")]
    assert [(one.line, one.column) for one in reading.problems] == [(2, 2)]
    assert [(one.line, one.what) for one in reading.remarks] == [(3, "cells beyond the second")]


def test_all_faults_of_a_table_are_told_with_line_and_cell() -> None:
    """Thirty faulty rows give thirty faults; the sound row is read all the same."""
    rows = "".join(f"mot {n},=cmd{n},term\n" for n in range(30))
    _, reading = registry.read(f"fr,en,kind\n{rows}quai,quay,term\n".encode(), "x.csv")
    assert [(one.line, one.column) for one in reading.problems] == [(n, 2) for n in range(2, 32)]
    assert _pairs(reading) == [("quai", "quay")]


def test_rows_that_are_there_twice() -> None:
    """The same pair twice is said; one French term with two English ones is a fault."""
    _, reading = registry.read(b"quai,quay\nquai,quay\nquai,dock\n", "x.csv")
    assert [remark.what for remark in reading.remarks] == ["a row that is there twice"]
    (problem,) = reading.problems
    assert problem.line == 3
    assert "'quai' stands already on line 1, with the English 'quay'" in problem.message


def test_columns_of_an_editor_are_said() -> None:
    """A column that is not ours is not taken over, and that is said."""
    _, reading = registry.read(b"fr,en,seen by\nquai,quay,Anne\n", "x.csv")
    assert [remark.what for remark in reading.remarks] == ["column seen by"]
    assert reading.found[0].columns == {"fr", "en"}


def test_unknown_formats_and_other_files_are_refused() -> None:
    """A misspelt format, an old workbook, other XML and binaries are refused with what to do."""
    with pytest.raises(FormatError, match=r"'tbxx' is not known; did you mean 'tbx'\?"):
        registry.get("tbxx")
    with pytest.raises(FormatError, match=r"old kind \(.xls\); save it as .xlsx"):
        registry.read(b"\xd0\xcf\x11\xe0\xa1\xb1", "x.xls")
    with pytest.raises(FormatError, match="begins with <html>; read are tmx, tbx, martif"):
        registry.read(b"<html><body/></html>", "x.xml")
    with pytest.raises(FormatError, match=r"x\.csv: "):
        registry.read(b"\0\1\2\0\0\0\xff", "x.csv")
    with pytest.raises(FormatError, match="the limit is 50 MB"):
        registry.read(b" " * 50_000_001, "standard input")
