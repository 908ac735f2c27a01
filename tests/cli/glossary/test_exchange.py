"""`translate glossary import` and `export`, as editors run them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

_GLOSSARY = (
    "id,fr,en,kind,forms_fr,note,status,seen by\n"
    "quai,quai,quay,term,débarcadère,Stone edge,approved,Anne\n"
    "# ships\n"
    "bac,bac,ferry,term,,,approved,\n"
    "mue,mue,,term,,,proposed,\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a glossary, in which the command is called; return the glossary."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "glossary.csv"
    path.write_text(_GLOSSARY, encoding="utf-8")
    return path


def _run(*words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, ["glossary", *words], input=stdin)


def _workbook(**cells: str) -> None:
    """Change cells of g.xlsx, as an editor does, and save it."""
    book = openpyxl.load_workbook("g.xlsx")
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save("g.xlsx")


def test_a_workbook_goes_out_and_comes_back(desk: Path) -> None:
    """Only changed cells change; comments, own columns and other lines are as they were."""
    assert _run("export", "-o", "g.xlsx").exit_code == 0
    _workbook(C2="pier", B5="cale", C5="slipway")
    kept = _run("import", "g.xlsx")
    assert kept.exit_code == 0
    assert "new      cale → slipway  (term, proposed, line 5)" in kept.stdout
    assert "differs  quai  (line 2, kept)\n         en: quay → pier" in kept.stdout
    assert "xlsx: 1 new, 2 the same, 1 differs, kept" in kept.stderr
    replaced = _run("import", "g.xlsx", "--on-conflict", "replace")
    assert "differs  quai  (line 2, replaced)" in replaced.stdout
    assert desk.read_text(encoding="utf-8").splitlines()[:4] == [
        "id,fr,en,kind,forms_fr,note,status,seen by",
        "quai,quai,pier,term,débarcadère,Stone edge,approved,Anne",
        "# ships",
        "bac,bac,ferry,term,,,approved,",
    ]
    assert "cale,slipway,term,,,proposed" in desk.read_text(encoding="utf-8")


def test_who_replaces_an_entry_signs_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row changed in a workbook is the importer's; a second import of it changes nothing."""
    monkeypatch.setenv("VISAVIS_AUTHOR", "Rozenn")
    header = "id,fr,en,kind,author,date\n"
    desk.write_text(
        header + "a,quai,quay,term,Anne,2020-01-01\nb,bac,ferry,term,Anne,2020-01-01\n",
        encoding="utf-8",
    )
    _run("export", "-o", "g.xlsx")
    _workbook(C2="pier")
    for _ in range(2):
        result = _run("import", "g.xlsx", "--on-conflict", "replace")
        assert result.exit_code == 0, result.output
        rows = desk.read_text(encoding="utf-8").splitlines()
        assert rows[1].startswith("a,quai,pier,term,Rozenn,2")
        assert "2020" not in rows[1]
        assert rows[2] == "b,bac,ferry,term,Anne,2020-01-01"


def test_a_row_that_changed_meanwhile_is_refused(desk: Path) -> None:
    """The workbook must not undo what others did: both versions are shown, nothing is changed."""
    _run("export", "-o", "g.xlsx")
    _workbook(C2="pier", C3="boat")
    changed = _GLOSSARY.replace("quay", "wharf")
    desk.write_text(changed, encoding="utf-8")
    result = _run("import", "g.xlsx", "--on-conflict", "replace")
    assert result.exit_code == 1
    assert "g.xlsx:2: quai: en 'wharf' in the glossary, 'pier' in the workbook" in result.stderr
    assert "(line 2, changed here meanwhile)" in result.stdout
    assert desk.read_text(encoding="utf-8") == changed


def test_a_row_that_only_the_glossary_changed_stays(desk: Path) -> None:
    """What the editor did not touch does not come back as old."""
    _run("export", "-o", "g.xlsx")
    changed = _GLOSSARY.replace("quay", "wharf")
    desk.write_text(changed, encoding="utf-8")
    result = _run("import", "g.xlsx", "--on-conflict", "replace")
    assert result.exit_code == 0
    assert "newer    quai" in result.stdout
    assert desk.read_text(encoding="utf-8") == changed


def test_a_workbook_of_another_glossary_is_taken_in(desk: Path) -> None:
    """What a workbook remembers counts only where it came from: elsewhere its rows are new."""
    _run("export", "-o", "g.xlsx")
    result = _run("import", "g.xlsx", "-g", "other.csv")
    assert "xlsx: 3 new, 0 the same" in result.stderr
    assert "bac,bac,ferry" in Path("other.csv").read_text(encoding="utf-8")


def test_an_entry_removed_meanwhile_does_not_come_back(desk: Path) -> None:
    """A row that the glossary has removed and the editor did not touch stays removed."""
    _run("export", "-o", "g.xlsx")
    changed = _GLOSSARY.replace("bac,bac,ferry,term,,,approved,\n", "")
    desk.write_text(changed, encoding="utf-8")
    assert "newer    bac" in _run("import", "g.xlsx").stdout
    assert desk.read_text(encoding="utf-8") == changed


def test_a_row_taken_out_of_the_workbook_is_told(desk: Path) -> None:
    """Nothing is removed because a row is gone from a workbook; it is said."""
    _run("export", "-o", "g.xlsx")
    book = openpyxl.load_workbook("g.xlsx")
    book.worksheets[0].delete_rows(3)
    book.save("g.xlsx")
    result = _run("import", "g.xlsx", "--on-conflict", "replace")
    assert "missing  bac" in result.stdout
    assert desk.read_text(encoding="utf-8") == _GLOSSARY


def test_faults_are_all_told_and_nothing_is_applied_unless_lenient(desk: Path) -> None:
    """With faults nothing is imported; --lenient takes the sound entries and exits with 1."""
    Path("x.csv").write_text("fr,en\ncale,slipway\nmot,=x\nmot,+y\n", encoding="utf-8")
    result = _run("import", "x.csv")
    assert result.exit_code == 1
    assert "x.csv has 2 faults; nothing was imported" in result.stderr
    assert "x.csv:3:2: en: '=x'" in result.stderr
    assert "x.csv:4:2: en: '+y'" in result.stderr
    assert desk.read_text(encoding="utf-8") == _GLOSSARY
    lenient = _run("import", "x.csv", "--lenient")
    assert lenient.exit_code == 1
    assert "csv: 1 new, 0 the same, left out for faults: 2" in lenient.stderr
    assert "cale,slipway" in desk.read_text(encoding="utf-8")


def test_dry_run_and_fail_change_nothing(desk: Path) -> None:
    """--dry-run shows; --on-conflict fail stops with 1 where entries differ."""
    pairs = b"quai,pier\ncale,slipway\n"
    dry = _run("import", "-", "--dry-run", stdin=pairs)
    assert dry.exit_code == 0
    assert "new      cale → slipway" in dry.stdout
    failed = _run("import", "-", "--on-conflict", "fail", stdin=pairs)
    assert failed.exit_code == 1
    assert "entries differ" in failed.stderr
    assert desk.read_text(encoding="utf-8") == _GLOSSARY


def test_status_of_new_entries(desk: Path) -> None:
    """New entries are proposed whatever the file says, approved only when asked for."""
    rows = b"fr,en,status\ncale,slipway,approved\nphare,lighthouse,deprecated\n"
    _run("import", "-", stdin=rows)
    assert "cale,slipway,term,,,proposed" in desk.read_text(encoding="utf-8")
    assert "phare,lighthouse,term,,,deprecated" in desk.read_text(encoding="utf-8")
    _run("import", "-", "-g", "new.csv", "--status", "approved", stdin=b"cale,slipway\n")
    assert "cale,slipway,term" in Path("new.csv").read_text(encoding="utf-8")
    assert "approved" in Path("new.csv").read_text(encoding="utf-8")


def test_a_glossary_with_faults_is_mended_first(desk: Path) -> None:
    """Nothing is imported into a glossary that cannot be loaded."""
    desk.write_text(_GLOSSARY + "x,,,term,,,approved,\n", encoding="utf-8")
    result = _run("import", "-", stdin=b"cale,slipway\n")
    assert result.exit_code == 1
    assert "glossary.csv:6:2: fr" in result.stderr


def test_what_was_not_taken_over_is_counted(desk: Path) -> None:
    """Other languages and a turned direction are said once, with how often and where."""
    result = _run("import", "-", "--dry-run", stdin=b"en,fr,de\nslipway,cale,Slip\n")
    assert "not taken over: language de (line 1)" in result.stderr
    assert "note: direction en to fr, turned round (line 1)" in result.stderr


def test_export_says_what_is_lost_and_never_overwrites(desk: Path) -> None:
    """Losses are grouped by column; a file that is there is kept unless told otherwise."""
    result = _run("export", "--to", "deepl", "-o", "d.csv")
    assert result.exit_code == 0
    assert Path("d.csv").read_bytes() == b"quai,quay\nbac,ferry\n"
    assert "left out: 1 entry (mue): not approved" in result.stderr
    assert "not held: forms_fr, 1 value of 1 entry (quai)" in result.stderr
    assert "written d.csv: 2 entries as deepl" in result.stderr
    again = _run("export", "--to", "amazon", "-o", "d.csv")
    assert again.exit_code == 2
    assert Path("d.csv").read_bytes() == b"quai,quay\nbac,ferry\n"
    assert _run("export", "--to", "amazon", "-o", "d.csv", "--overwrite").exit_code == 0
    assert Path("d.csv").read_bytes().startswith(b"fr,en\n")


@pytest.mark.parametrize("form", ["csv", "xlsx", "tbx", "tmx", "google"])
def test_export_says_that_own_columns_and_comments_stay(desk: Path, form: str) -> None:
    """Columns of an editor's own and comments are in no format, and none is dropped in silence."""
    said = _run("export", "--to", form, "-o", "out").stderr.splitlines()
    assert "not held: your column seen by, 1 cell of glossary.csv" in said
    assert "not held: 1 comment line of glossary.csv" in said


def test_the_glossary_itself_is_never_written_over(desk: Path) -> None:
    """What no format holds, and what others change meanwhile, would be lost."""
    before = desk.read_bytes()
    result = _run("export", "-o", "../" + str(desk.parent.name) + "/glossary.csv", "--overwrite")
    assert result.exit_code == 2
    assert "is the glossary itself; choose another name" in result.stderr
    assert desk.read_bytes() == before


def test_a_device_without_end_is_refused(desk: Path) -> None:
    """What has no size is read up to the limit, not until the memory is full."""
    result = _run("import", "/dev/zero")
    assert result.exit_code == 1
    assert "the limit is 50 MB" in result.stderr


def test_export_to_standard_output(desk: Path) -> None:
    """The result is alone on standard output, byte for byte; a workbook too when it is piped."""
    result = _run("export", "--to", "google")
    assert result.stdout_bytes == b"fr,en,description\nquai,quay,Stone edge\nbac,ferry,\n"
    book = openpyxl.load_workbook(io.BytesIO(_run("export", "--to", "xlsx").stdout_bytes))
    assert book.worksheets[0]["B2"].value == "quai"


def test_unknown_formats_are_refused(desk: Path) -> None:
    """A misspelt format and a suffix of no format name those there are."""
    assert "did you mean 'tbx'" in _run("export", "--to", "tbxx").stderr
    nameless = _run("export", "-o", "x.doc")
    assert (nameless.exit_code, "name a format with --to: csv, xlsx, tbx" in nameless.stderr) == (
        2,
        True,
    )
    assert "tbx-2008" in _run("export", "--formats").stdout


def test_nothing_in_a_file_steers_the_terminal(desk: Path) -> None:
    """Names of columns and sheets from a file are shown without control characters."""
    result = _run("import", "-", "--dry-run", stdin=b"fr,en,a\x1b[31mb\ncale,slip,\n")
    assert "\x1b" not in result.stderr
    assert "not taken over: column a" in result.stderr
