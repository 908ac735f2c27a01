"""add, edit, remove, search and show, as an editor types them."""

from __future__ import annotations

import datetime as dt
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary import load
from glossary.editing import read
from translate.cli.group import cli

Call = Callable[..., Result]
DESK = Path("glossary.csv")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a call of `translate glossary` in an empty folder, by the editor Rozenn."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_AUTHOR", "Rozenn")
    return lambda *words: CliRunner().invoke(cli, ["glossary", *words])


def test_the_first_term_makes_the_file(call: Call) -> None:
    """The file has all columns and a byte order mark; the entry has author and date."""
    today = dt.date.today()  # noqa: DTZ011
    result = call(
        "add", "tour de table", "go-round", "--forbidden-en", "table tour", "--note", "N."
    )
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "added tour-de-table-d11b56: tour de table → go-round" in result.stderr
    (entry,) = load([DESK]).entries
    assert (entry.fr, entry.en, entry.forbidden_en) == (
        "tour de table",
        "go-round",
        ("table tour",),
    )
    assert (entry.author, entry.note) == ("Rozenn", "N.")
    assert entry.date in {today, today + dt.timedelta(days=1)}  # midnight may come between
    assert DESK.read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_column_is_an_option(call: Call) -> None:
    """What is given reaches the entry; lists are repeated options."""
    result = call(
        *(
            "add",
            "Liv Aune",
            "Liv Aune",
            "--id",
            "liv",
            "--kind",
            "person",
            "--forms-fr",
            "L. Aune",
        ),
        *("--forms-en", "Ms. Aune", "--forbidden-en", "Aunt", "--gender", "f", "--speaks", "no"),
        *("--cues", "pêche", "--cues", "quotas", "--valid-from", "2020-01-02"),
        *("--valid-to", "2024-05-06", "--case", "exact", "--note", "Minister.", "--source", "wire"),
        *("--status", "proposed", "--author", "Ed", "--date", "2024-06-01"),
    )
    assert result.exit_code == 0, result.output
    values = read(DESK).named("liv")[0].values
    assert [value for value in values.values() if not value] == []
    assert (values["cues"], values["author"], values["date"]) == (
        "pêche;quotas",
        "Ed",
        "2024-06-01",
    )


def test_a_new_glossary_is_sorted_however_it_begins(call: Call) -> None:
    """Entries that come together are put in order, so that later ones find their place."""
    Path("partner.csv").write_text("fr,en\nquai,quay\nabri,shelter\n", encoding="utf-8")
    assert call("import", "partner.csv").exit_code == 0
    assert call("add", "cale", "slip").exit_code == 0
    assert [entry.fr for entry in load([DESK]).entries] == ["abri", "cale", "quai"]


def test_a_small_file_stays_small(call: Call) -> None:
    """Author and date are filled in only where the file has such columns."""
    DESK.write_text("fr;en;avis\nabri;shelter;oui\n", encoding="utf-8")
    assert call("add", "quai", "quay", "--set", "avis=non").exit_code == 0
    assert DESK.read_text(encoding="utf-8") == "fr;en;avis\nabri;shelter;oui\nquai;quay;non\n"


def test_a_homonym_needs_an_id(call: Call) -> None:
    """The second of a name is refused with the way to name it apart, then `edit` wants the id."""
    call("add", "Jean Le Bris", "Jean Le Bris", "--kind", "person")
    result = call("add", "Jean Le Bris", "Jean Le Bris", "--kind", "person")
    assert result.exit_code == 1
    assert "glossary.csv:2: Jean Le Bris → Jean Le Bris is there already" in result.stderr
    assert "give --id" in result.stderr
    assert (
        call("add", "Jean Le Bris", "J. Le Bris", "--kind", "person", "--id", "b2").exit_code == 0
    )
    result = call("edit", "jean le bris", "gender=m")
    assert result.exit_code == 2
    assert "\n  b2  Jean Le Bris → J. Le Bris" in result.stderr
    assert call("edit", "b2", "gender=m").exit_code == 0
    assert "rival\tJean Le Bris → Jean Le Bris (glossary.csv:" in call("show", "b2").stdout


def test_edit_changes_columns_and_lists(call: Call) -> None:
    """Columns are set, emptied, lists lengthened and shortened; author and date follow."""
    call("add", "vanne", "valve", "--forms-en", "gate", "--author", "Ed", "--date", "2020-01-01")
    result = call("edit", "VANNE", "en=sluice gate", "forms-en+=floodgate", "forms_en-=gate")
    assert result.exit_code == 0, result.output
    assert "en 'valve' → 'sluice gate'" in result.stderr
    (entry,) = load([DESK]).entries
    assert (entry.en, entry.forms_en, entry.author) == ("sluice gate", ("floodgate",), "Rozenn")
    assert call("edit", "vanne", "forms_en=", "author=Ed").exit_code == 0
    (entry,) = load([DESK]).entries
    assert (entry.forms_en, entry.author) == ((), "Ed")
    before = DESK.read_bytes()
    assert "nothing was changed" in call("edit", "vanne", "en=sluice gate").stderr
    assert DESK.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("add", "quai", "=1+1"), 2, "en: '=1+1' begins with '=': a spreadsheet would run it"),
        (("add", "quai", "quay", "--kind", "plce", "--gender", "z"), 2, "gender: 'z' is not known"),
        (("edit", "abri", "note=@x"), 1, "glossary.csv:2:3: note: '@x' begins with '@'"),
        (("edit", "abri", "en="), 1, "glossary.csv:2:2: en: en is missing"),
        (("edit", "abri", "enn=x"), 1, "no column 'enn'; did you mean 'en'?"),
        (("edit", "abri", "shelter"), 2, "'shelter' is not COLUMN=TEXT"),
        (("edit", "abri", "note-=x"), 2, "'x' is not in note"),
        (("edit", "abry", "en=x"), 1, "no entry 'abry'; did you mean 'abri'?"),
        (("edit", "abri", "en=x", "--if-version", "0123456789ab"), 1, "made on an old version"),
        (("add", "quai", "quay", "--if-version", "0123456789ab"), 1, "made on an old version"),
        (("remove", "abry"), 1, "did you mean 'abri'?"),
        (("show", "abry"), 1, "did you mean 'abri'?"),
        (("show", "abri", "-g", "none.csv"), 1, "none.csv has no entry 'abri'"),
    ],
)
def test_refusals_leave_the_file(
    call: Call, words: tuple[str, ...], code: int, message: str
) -> None:
    """Each says what is wrong and where; not a byte is changed."""
    DESK.write_text("fr,en,note\nabri,shelter,\n", encoding="utf-8")
    result = call(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert DESK.read_text(encoding="utf-8") == "fr,en,note\nabri,shelter,\n"


def test_a_starter_entry_is_copied_when_edited(call: Call) -> None:
    """It keeps its columns and stands in the starter's place; remove names the way out."""
    result = call("edit", "Affaires mondiales Canada", "note=A ministry.")
    assert "copied affaires-mondiales-canada from the starter glossary" in result.stderr
    (entry,) = load([DESK]).entries
    assert (entry.note, entry.forbidden_en[0]) == ("A ministry.", "World Affairs Canada")
    known = version_of(call, "Radio-Canada")
    assert call("edit", "Radio-Canada", "note=N.", "--if-version", known).exit_code == 0
    result = call("remove", "agence Chine nouvelle")
    assert result.exit_code == 1
    assert "translate glossary edit agence-chine-nouvelle status=deprecated" in result.stderr


def test_what_an_addition_hides_is_said(call: Call) -> None:
    """A new entry of the same French and kind stands in the place of the starter's."""
    result = call("add", "agence Chine nouvelle", "Xinhua", "--kind", "organisation")
    assert "in place of the starter glossary's agence Chine nouvelle → Xinhua News" in result.stderr


def test_remove_prints_the_line(call: Call) -> None:
    """What is gone can be put back by hand; the comment above it stays."""
    DESK.write_text("# ports\nfr,en\nabri,shelter\nquai,quay\n", encoding="utf-8")
    result = call("remove", "Abri")
    assert (result.exit_code, result.stdout) == (0, "abri,shelter\n")
    assert DESK.read_text(encoding="utf-8") == "# ports\nfr,en\nquai,quay\n"


def test_search_folds_and_is_tsv_in_a_pipe(call: Call) -> None:
    """Accents and capitals do not matter; each line says where the entry stands."""
    call("add", "écluse", "lock", "--note", "Of a canal.", "--date", "2024-01-01")
    result = call("search", "ECLUSE")
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert lines[0] == ["id", "fr", "en", "kind", "status", "note", "from"]
    assert lines[1][1:] == ["écluse", "lock", "term", "approved", "Of a canal.", "glossary.csv:2"]
    assert call("search", "canal", "lock").stdout == result.stdout
    assert call("search", "kzzz").stdout == ""
    assert "starter:" in call("search", "Chine nouvelle").stdout


def test_without_a_file_the_starter_is_searched(call: Call) -> None:
    """That is said, and no file is made."""
    result = call("search", "Chine nouvelle")
    assert "there is no glossary.csv; only the starter glossary is searched" in result.stderr
    assert not DESK.exists()


def test_show_tells_all(call: Call) -> None:
    """Fields, file and line, version, what replaces it."""
    call("edit", "agence Chine nouvelle", "en=Xinhua")
    result = call("show", "Chine nouvelle")
    assert "from\tglossary.csv:2\n" in result.stdout
    assert f"version\t{read(DESK).rows[0].version[:12]}\n" in result.stdout
    assert "replaced by\tagence Chine nouvelle → Xinhua (glossary.csv:2)" in result.stdout
    assert call("edit", "Chine nouvelle", "status=deprecated").exit_code == 0
    assert "not applied\tit is deprecated" in call("show", "agence-chine-nouvelle").stdout


def version_of(call: Call, entry: str) -> str:
    return dict(line.split("\t") for line in call("show", entry).stdout.splitlines())["version"]


def test_a_version_from_show_is_good_for_one_change(call: Call) -> None:
    """`--if-version` takes what `show` prints until the entry is another; others do not count."""
    call("add", "quai", "quay")
    known = version_of(call, "quai")
    call("add", "bassin", "basin")
    assert call("edit", "quai", "en=wharf", "--if-version", known).exit_code == 0
    for words in (("edit", "quai", "en=pier"), ("remove", "quai")):
        result = call(*words, "--if-version", known)
        assert result.exit_code == 1
        assert f"the entry is now version {version_of(call, 'quai')}" in result.stderr
    assert {entry.en for entry in load([DESK]).entries} == {"wharf", "basin"}


def test_the_files_version_is_told_and_taken(call: Call) -> None:
    """The version said after each change names the whole file."""
    said = call("add", "quai", "quay").stderr.split()[-1]
    assert read(DESK).version.startswith(said)
    assert call("add", "cale", "slip", "--if-version", said).exit_code == 0
    assert call("add", "bassin", "basin", "--if-version", said).exit_code == 1


def test_the_options_file_names_the_desks_glossary(call: Call) -> None:
    """What `visavis.toml` has translations go by is what is edited, searched and checked."""
    Path("visavis.toml").write_text('glossary = ["agency.csv", "desk.csv"]\n', encoding="utf-8")
    assert call("add", "quai", "quay").exit_code == 0
    assert not DESK.exists()
    assert load([Path("desk.csv")]).entries[0].fr == "quai"
    assert "desk.csv:2" in call("search", "quai").stdout
    assert "glossary: ./agency.csv, ./desk.csv" in call("lint").stderr
    assert call("add", "quai", "quay", "-g", "other.csv").exit_code == 0
    assert Path("other.csv").exists()


EVIL = "fr,en,note\nabri,\x1b]0;owned\x07\x1b[31mred,\u202egnp.exe\nquai,quay,\x9b2J\n"


def terminal(*words: str) -> str:
    """What the command writes to a terminal of 100 columns."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from translate.cli import main; main()", "glossary", *words],
        stdout=slave,
        stderr=slave,
        env={**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"},
    )
    os.close(slave)
    chunks: list[bytes] = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(master)
    process.wait()
    return b"".join(chunks).decode()


@pytest.mark.parametrize("words", [("search", "a"), ("show", "abri"), ("show", "quai")])
def test_file_content_does_not_steer_the_terminal(call: Call, words: tuple[str, ...]) -> None:
    """Escape sequences, C1 controls and direction overrides of a file are not passed on."""
    DESK.write_text(EVIL, encoding="utf-8")
    for text in (call(*words).output, terminal(*words)):
        assert "red" in text or "quay" in text
        assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_errors_do_not_steer_the_terminal(call: Call) -> None:
    """Nor does what a message quotes."""
    DESK.write_text(EVIL, encoding="utf-8")
    for words in (("edit", "abri", "note=x"), ("remove", "abri"), ("add", "abri", "x")):
        assert not set(call(*words).output) & set("\x1b\x07\x9b\u202e")


def test_a_terminal_gets_a_table(call: Call) -> None:
    """Columns with heads instead of tabs."""
    call("add", "écluse", "lock")
    text = terminal("search", "ecluse")
    assert "French" in text
    assert "\t" not in text


def test_a_file_that_is_named_does_not_steer_the_terminal(call: Call, tmp_path: Path) -> None:
    """Names of files and what they hold are cleaned on their way into errors."""
    named = "x\x1b[2Jy.csv"
    (tmp_path / named).write_text("fr,en,id\nquai,quay,a\x1b[2J\n", encoding="utf-8")
    for words in (("edit", "b", "en=b"), ("edit", "quai", "en="), ("add", "quai", "x")):
        result = call(*words, "-g", named)
        assert result.exit_code == 1
        assert "\x1b" not in result.output
