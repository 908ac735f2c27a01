"""Loading, checking and saving of glossary files."""

from __future__ import annotations

import csv
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import GlossaryError, dump, from_rows, load, merge, save, starter, tables
from glossary.rows import COLUMNS, to_row
from glossary.values import Case, EntryStatus, Kind

FULL = (
    "id,fr,en,kind,forms_fr,forms_en,forbidden_en,gender,speaks,cues,valid_from,valid_to,case,"
    "note,source,status,author,date\n"
    "p1,Liv Aune,Liv Aune,person,L. Aune;Aune,Aune,,F,no,pêche; quotas ,2020-01-02,2024-05-06,"
    'exact,"A note, with comma",wire,proposed,ed,2024-06-01\n'
)


def write(folder: Path, text: str, name: str = "g.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_every_column_is_read(tmp_path: Path) -> None:
    """All columns of the canonical form reach the entry, lists cut at semicolons."""
    (entry,) = load([write(tmp_path, FULL)]).entries
    assert (entry.id, entry.kind, entry.gender, entry.speaks) == ("p1", Kind.PERSON, "f", "no")
    assert (entry.forms_fr, entry.cues) == (("L. Aune", "Aune"), ("pêche", "quotas"))
    assert (str(entry.valid_from), str(entry.valid_to)) == ("2020-01-02", "2024-05-06")
    assert (entry.case, entry.status) == (Case.EXACT, EntryStatus.PROPOSED)
    assert (entry.note, str(entry.date)) == ("A note, with comma", "2024-06-01")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_are_detected(tmp_path: Path, encoding: str, separator: str) -> None:
    """Six encodings and three separators give the same entry."""
    text = f"fr{separator}en\nœuvre d’été{separator}summer work\n"
    (entry,) = load([write(tmp_path, text, encoding=encoding)]).entries
    assert (entry.fr, entry.en) == ("œuvre d’été", "summer work")


def test_two_columns_need_no_header(tmp_path: Path) -> None:
    """A file of two columns without header is French and English."""
    path = write(tmp_path, "sommet;summit\nembargo;embargo\n")
    assert [(entry.fr, entry.en) for entry in load([path]).entries] == [
        ("sommet", "summit"),
        ("embargo", "embargo"),
    ]


def test_three_columns_need_a_header(tmp_path: Path) -> None:
    """Without header a file of three columns is refused, and the message says what is wanted."""
    with pytest.raises(GlossaryError, match="no header with the columns fr and en"):
        load([write(tmp_path, "sommet,summit,x\n")])


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    """Each fault of a file is named with its line and the number of its cell."""
    text = (
        "id,fr,en,kind,forbidden_en,gender,valid_from\n"
        "a,sommet,summit,plce,,x,2024-13-01\n"
        '"b",=1+1,x,,,,\n'
        "c,,empty,,,,\n"
        "d,digue,dike,,Dike,,\n"
        '"e","ligne\nbrisée",line,,,,\n'
        "e,autre,other,,,,\n"
    )
    with pytest.raises(GlossaryError) as caught:
        load([write(tmp_path, text)])
    places = {(problem.line, problem.column) for problem in caught.value.problems}
    assert places == {(2, 4), (2, 6), (2, 7), (3, 2), (4, 2), (5, 5), (8, 1)}
    assert "did you mean 'place'?" in str(caught.value)


def test_bytes_that_are_no_text_are_refused() -> None:
    """What a terminal hands over of a word in another encoding is a fault, not a traceback."""
    with pytest.raises(GlossaryError, match="fr: holds"):
        from_rows([{"fr": "\udce9t\udce9", "en": "summer"}])


@pytest.mark.parametrize("sign", ["=", "+", "@", "-"])
def test_formulas_are_refused(sign: str) -> None:
    """A cell that a spreadsheet would run is refused in every column."""
    with pytest.raises(GlossaryError, match="formula"):
        from_rows([{"fr": "a", "en": "b", "note": f"{sign}cmd()"}])
    with pytest.raises(GlossaryError, match="formula"):  # where a semicolon ends a cell
        from_rows([{"fr": "a", "en": "b", "forms_en": f"c; {sign}cmd()"}])


def test_problems_of_several_files_are_joined(tmp_path: Path) -> None:
    """A missing file and a faulty one are reported together."""
    faulty = write(tmp_path, "fr,en\nsommet,\n")
    with pytest.raises(GlossaryError) as caught:
        load([tmp_path / "none.csv", faulty])
    assert {Path(problem.path).name for problem in caught.value.problems} == {"none.csv", "g.csv"}


def test_unknown_and_repeated_columns(tmp_path: Path) -> None:
    """A misspelt column is a fault with a suggestion, a repeated one too."""
    with pytest.raises(GlossaryError) as caught:
        load([write(tmp_path, "fr,en,forbiden_en,en\nsommet,summit,x,y\n")])
    messages = " ".join(problem.message for problem in caught.value.problems)
    assert "'forbidden_en'" in messages
    assert "stands twice" in messages


def test_more_cells_than_columns(tmp_path: Path) -> None:
    """A comma without quotes is found by its line."""
    with pytest.raises(GlossaryError, match=r":2:3: has 3 cells under 2 columns"):
        load([write(tmp_path, "fr,en\nsommet,summit, meeting\n")])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"fr,en\n\xa0\xb0\xdf\xa6,x\n", "is not text"),
        (b"PK\x03\x04\0\0\0\0\x14\0\x08\0" * 9, "is a workbook or another archive"),
        (b'fr,en\n"sommet" x,summit\n', "cannot be read as CSV"),
        (b'fr,en\n"' + b"x" * 200_000 + b'",y\n', "a cell has more than"),
    ],
)
def test_no_table(tmp_path: Path, data: bytes, message: str) -> None:
    """Bytes that are no table are refused in words, not with a traceback."""
    path = tmp_path / "g.csv"
    path.write_bytes(data)
    with pytest.raises(GlossaryError, match=message):
        load([path])


def test_size_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused before it is read."""
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    with pytest.raises(GlossaryError, match="at most"):
        load([write(tmp_path, "fr,en\nsommet,summit\n")])


def test_later_files_win(tmp_path: Path) -> None:
    """The same id, or the same French and kind, is replaced by the later file."""
    first = write(tmp_path, "id,fr,en\n1,sommet,summit\n2,digue,dike\n3,quai,quay\n", "a.csv")
    second = write(tmp_path, "id,fr,en\n1,sommet,top\n9,digue,levee\n", "b.csv")
    entries = load([first, second]).entries
    assert [(entry.id, entry.en) for entry in entries] == [
        ("1", "top"),
        ("3", "quay"),
        ("9", "levee"),
    ]


def test_derived_ids_are_stable_and_tell_kinds_apart() -> None:
    """An id depends on the French and the kind alone, whatever the other rows."""
    row = {"fr": "Bras", "en": "arm"}
    alone = from_rows([row]).entries[0].id
    among = from_rows([{"fr": "bras", "en": "arm"}, row]).entries[1].id
    place = from_rows([row | {"kind": "place"}]).entries[0].id
    assert alone == among
    assert alone.startswith("bras-")
    assert alone != place


def test_same_french_twice_needs_ids(tmp_path: Path) -> None:
    """Two lines for one French term in one file are duplicates unless they carry ids."""
    with pytest.raises(GlossaryError, match="already used on line 2"):
        load([write(tmp_path, "fr,en\nmoule,mold\nmoule,mussel\n")])


def test_digest_follows_content(tmp_path: Path) -> None:
    """The digest is the same for the same content and another for another."""
    rows = [{"fr": "sommet", "en": "summit"}]
    path = write(tmp_path, "en;fr\nsummit;sommet\n")
    assert from_rows(rows).digest == load([path]).digest
    assert from_rows(rows).digest != from_rows([{"fr": "sommet", "en": "peak"}]).digest


def test_save_and_load_again(tmp_path: Path) -> None:
    """What is saved loads as the same glossary, byte for byte when saved again."""
    path, again = tmp_path / "a.csv", tmp_path / "b.csv"
    glossary = load([write(tmp_path, FULL)])
    save(glossary, path)
    assert load([path]) == glossary
    save(load([path]), again)
    assert path.read_bytes() == again.read_bytes()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.csv", "b.csv", "g.csv"]


def test_save_keeps_mode_and_follows_links(tmp_path: Path) -> None:
    """An existing file keeps its permissions, and a link stays a link."""
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    save(from_rows([{"fr": "sommet", "en": "summit"}]), link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load([path]).entries[0].en == "summit"


def test_save_into_no_folder(tmp_path: Path) -> None:
    """A path that cannot be written is a glossary error and leaves nothing behind."""
    with pytest.raises(GlossaryError, match="cannot be written"):
        save(from_rows([]), tmp_path / "none" / "a.csv")
    assert not os.listdir(tmp_path)  # noqa: PTH208 - hidden files count


def test_starter_loads() -> None:
    """The glossary of the package has no problem and is in canonical columns."""
    glossary = starter()
    assert len(glossary.entries) > 50
    assert next(csv.reader([dump(glossary).splitlines()[0]])) == list(COLUMNS)


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).filter(
    lambda cell: not cell.strip().startswith(("=", "+", "@", "-")) and not set(cell) & set("⟦⟧‖")
)
WORD = st.text("abcéèœ' ’-", min_size=1, max_size=12).filter(
    lambda word: not word.strip().startswith("-") and any(char.isalpha() for char in word)
)


@given(st.lists(st.tuples(WORD, WORD, CELL), max_size=6))
def test_any_rows_survive_the_round_trip(rows: list[tuple[str, str, str]]) -> None:
    """Entries written to cells and read again are the same entries."""
    cells = [
        {"id": str(number), "fr": fr, "en": en, "note": note}
        for number, (fr, en, note) in enumerate(rows)
    ]
    glossary = from_rows(cells)
    assert from_rows(to_row(entry) for entry in glossary.entries) == glossary


def test_a_layer_that_reuses_an_id_and_renames_its_entry_loses_neither() -> None:
    """The later layer's `a` is new French; its `b` has what `a` was: both stand."""
    below = from_rows([{"id": "a", "fr": "digue", "en": "dike"}])
    above = from_rows(
        [{"id": "a", "fr": "écluse", "en": "lock"}, {"id": "b", "fr": "digue", "en": "levee"}]
    )
    found = {(entry.id, entry.en) for entry in merge([below, above]).entries}
    assert found == {("a", "lock"), ("b", "levee")}


@pytest.mark.parametrize("column", ["id", "fr"])
def test_what_would_be_a_comment_in_a_file_is_no_entry(column: str) -> None:
    """A line that begins with "# " is passed over on reading, so no entry may write one."""
    row = {"id": "a", "fr": "port", "en": "harbor"} | {column: "# port"}
    with pytest.raises(GlossaryError, match="comment"):
        from_rows([row])
    assert from_rows([row | {column: "#port"}]).entries
