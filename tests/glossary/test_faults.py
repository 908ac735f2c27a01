"""Bad input: every fault told, nothing applied; or, leniently, the sound entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary import GlossaryError, load, load_lenient, tables
from glossary.encodings import EncodingError, detect
from glossary.formats import registry

THIRTY = Path(__file__).parent / "cases" / "thirty_faults.csv"


def write(folder: Path, data: bytes) -> Path:
    path = folder / "g.csv"
    path.write_bytes(data)
    return path


def test_thirty_faults_are_thirty_problems() -> None:
    """Each is of another sort, has its own line and says so; nothing is loaded."""
    with pytest.raises(GlossaryError, match="has 30 problems; nothing was loaded") as caught:
        load([THIRTY])
    problems = caught.value.problems
    assert len(problems) == 30
    assert len({re.sub(r"'.*?'", "", problem.message) for problem in problems}) >= 25
    assert len({(problem.line, problem.column) for problem in problems}) == 30
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_leniently_the_sound_entries_are_loaded() -> None:
    """The two sound lines are there, and the same thirty problems come beside them."""
    glossary, problems = load_lenient([THIRTY])
    assert [entry.fr for entry in glossary.entries] == ["digue", "écluse"]
    assert len(problems) == 30


@pytest.mark.parametrize("data", [None, b"sommet,summit,x\n", b'fr,en\n"a,b\n', b"\0\1\2\3"])
def test_what_is_no_glossary_is_refused_even_leniently(tmp_path: Path, data: bytes | None) -> None:
    """A missing file, no header, an open quotation mark, no text: nothing is passed over."""
    path = tmp_path / "g.csv" if data is None else write(tmp_path, data)
    with pytest.raises(GlossaryError):
        load_lenient([path])


def test_two_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """The size alone decides: not a byte of the file is read."""
    path = tmp_path / "g.csv"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(GlossaryError, match="has 200,000,000 bytes; a glossary has at most 50 MB"):
        load([path])


def test_what_has_no_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device says that it has no bytes and never stops giving some."""
    monkeypatch.setattr(tables, "MAX_BYTES", 1000)
    with pytest.raises(GlossaryError, match="does not end"):
        load([Path("/dev/zero")])


def test_comments_and_own_columns_are_passed_over(tmp_path: Path) -> None:
    """Editors' comments and columns are no entries and no faults; a hashtag is an entry."""
    text = (
        "sep=;\n# Glossaire\n;;\nfr;en;avis;;dernière lecture\nquai;quay;oui;;2024\n"
        '"# ""ports"" ; à revoir";;\n#;;\n#MeToo;#MeToo\n'
    )
    entries = load([write(tmp_path, text.encode())]).entries
    assert [(entry.fr, entry.en) for entry in entries] == [("quai", "quay"), ("#MeToo", "#MeToo")]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("forbiden_en", "forbidden_en"),
        ("forbidden", "forbidden_en"),
        ("forms fr", "forms_fr"),
        ("validfrom", "valid_from"),
        ("notes", "note"),
        ("gendre", "gender"),
        ("Statut", "status"),
        ("update", ""),
        ("avis", ""),
        ("français (bis)", ""),
        ("es", ""),
    ],
)
def test_a_misspelt_column_is_told_from_an_own_one(name: str, meant: str) -> None:
    """A name close to a column that is missing is a likely slip; any other is the desk's own."""
    assert tables.misspelt(name.lower()) == meant


def test_a_column_that_stands_twice_is_refused_even_leniently(tmp_path: Path) -> None:
    """Which of two English columns is meant cannot be told, so neither is applied or imported."""
    path = write(tmp_path, b"fr,en,en\nquai,quay,wharf\n")
    with pytest.raises(GlossaryError, match="column 'en' stands twice"):
        load_lenient([path])
    _, reading = registry.read_file(path)
    assert reading.found == ()
    assert "column 'en' stands twice" in reading.problems[0].message


def test_a_second_note_column_is_no_slip() -> None:
    """Close to a column that is there, a name was meant."""
    assert not list(tables.header_faults(("fr", "en", "note", "note2")))


def test_a_broken_line_does_not_hide_the_next(tmp_path: Path) -> None:
    """Bad quotation marks are one problem; the lines after them are read."""
    path = write(tmp_path, b'fr,en\n"a" b,c\nquai,quay\n"d" e,f\ncale,\n')
    with pytest.raises(GlossaryError) as caught:
        load([path])
    assert [problem.line for problem in caught.value.problems] == [2, 4, 5]


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_conflict_marks_of_git_are_named(tmp_path: Path, style: str) -> None:
    """Each mark is one problem that says what to do, wherever it stands; the rest is read."""
    base = "||||||| 3f2a1\nquai,dock\n" if style == "diff3" else ""
    text = f"<<<<<<< HEAD\nfr,en\nquai,quay\n{base}=======\nfr,en\n>>>>>>> other\ncale,\n"
    with pytest.raises(GlossaryError) as caught:
        load([write(tmp_path, text.encode())])
    marked = [one.line for one in caught.value.problems if "conflict mark of git" in one.message]
    assert marked == ([1, 4, 6, 8] if base else [1, 4, 6])


def test_a_cell_without_end_is_named_as_such(tmp_path: Path) -> None:
    """Too long a cell is told by its length, not by advice about quotation marks inside it."""
    path = write(tmp_path, b"fr,en\n" + b"a" * 200_000 + b",x\nquai,quay\n")
    with pytest.raises(GlossaryError, match="a cell has more than 100,000 characters"):
        load([path])


TEXT = "œuvre d’été,École,président du Sénat à Genève,çà et là"


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_encodings_are_told_apart(codec: str) -> None:
    """French text is read in the encoding it was written in."""
    assert detect(f"fr,en\n{TEXT}\n".encode(codec)) == (b"", codec)


def test_latin_nine_and_dos() -> None:
    """What differs from Windows-1252 in a few letters decides."""
    assert detect("sœur,sister\nété,summer".encode("iso8859-15")) == (b"", "iso8859-15")
    assert detect("été,summer\nprésident,president\nà,at".encode("cp850")) == (b"", "cp850")


def test_an_encoding_that_cannot_be_told_is_named() -> None:
    """Two readings that are equally likely are shown with their names, and neither is taken."""
    with pytest.raises(EncodingError, match="'École' if it is MacRoman, 'âcole' if DOS"):
        detect("École,school".encode("mac_roman"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(tmp_path: Path, separator: str) -> None:
    """Comma, semicolon, tab and bar are found by the header, also below a comment with commas."""
    text = f"# un, deux; trois | quatre\nfr{separator}en\nquai{separator}quay\n"
    assert load([write(tmp_path, text.encode())]).entries[0].en == "quay"


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("28/11/2026", "05/06/2024"), ("2026-11-28", "2024-06-05")),
        (("11/28/2026", "5/6/2024"), ("2026-11-28", "2024-05-06")),
        (("5.6.2024", "2024/06/05"), ("2024-06-05", "2024-06-05")),
        (("2024-06-05 00:00:00", "06/06/2024"), ("2024-06-05", "2024-06-06")),
    ],
)
def test_dates_that_a_spreadsheet_rewrote(
    tmp_path: Path, cells: tuple[str, str], wanted: tuple[str, str]
) -> None:
    """The order of day and month is told by the whole file."""
    rows = "".join(f"mot{number},word,{cell}\n" for number, cell in enumerate(cells))
    entries = load([write(tmp_path, f"fr,en,date\n{rows}".encode())]).entries
    assert tuple(str(entry.date) for entry in entries) == wanted


@pytest.mark.parametrize("others", ["", "28/11/2026 11/28/2026"])
def test_a_date_that_could_be_two_is_a_fault(tmp_path: Path, others: str) -> None:
    """Nothing tells, or the file contradicts itself: it is not guessed."""
    cells = ["05/06/2024", *others.split(), "31/02/2024"]
    rows = "".join(f"mot{number},word,{cell}\n" for number, cell in enumerate(cells))
    with pytest.raises(GlossaryError) as caught:
        load([write(tmp_path, f"fr,en,date\n{rows}".encode())])
    lines = [problem.line for problem in caught.value.problems]
    assert lines == ([2, len(cells) + 1] if others else [3])


def test_hostile_lines_take_linear_time(tmp_path: Path) -> None:
    """A hundred thousand lines with one stray quotation mark each are told at once."""
    path = write(tmp_path, b"fr,en\n" + b'"a" b,c\n' * 100_000)
    _, problems = load_lenient([path])
    assert len(problems) == 100_000
