"""`translate glossary diff`, on files and on revisions of git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

CASES = Path(__file__).parent / "cases"


def diff(*words: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "diff", *words])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two versions of a glossary."""
    for name in ("old.csv", "new.csv"):
        (tmp_path / name).write_bytes((CASES / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(desk: Path) -> Path:
    """Return a git repository in which glossary.csv was old.csv and is new.csv."""
    target = desk / "glossary.csv"
    target.write_bytes((desk / "old.csv").read_bytes())
    for words in (
        ["init", "-q"],
        ["add", "glossary.csv"],
        ["-c", "user.name=ed", "-c", "user.email=ed@example.org", "commit", "-qm", "old"],
    ):
        subprocess.run(["git", *words], cwd=desk, check=True)
    target.write_bytes((desk / "new.csv").read_bytes())
    return desk


@pytest.mark.parametrize(
    ("words", "golden"), [((), "changes.md"), (("--json",), "changes.json")], ids=["md", "json"]
)
def test_golden(
    words: tuple[str, ...], golden: str, desk: Path, request: pytest.FixtureRequest
) -> None:
    """The changelog and the JSON of two versions are those of the files beside them."""
    result = diff("old.csv", "new.csv", *words)
    assert result.exit_code == 0, result.output
    if request.config.getoption("--update-golden"):
        (CASES / golden).write_text(result.stdout, encoding="utf-8")
    assert result.stdout == (CASES / golden).read_text(encoding="utf-8")


def test_nothing_changed(desk: Path) -> None:
    """The same file twice is said to be the same."""
    result = diff("old.csv", "old.csv")
    assert "Nothing changed." in result.stdout


def test_since_a_revision(repository: Path) -> None:
    """The desk's own file against what git had: the same changes as of the two files."""
    of_files = diff("old.csv", "new.csv", "--json").stdout
    of_git = diff("--since", "HEAD", "--json").stdout
    assert json.loads(of_git)["changes"] == json.loads(of_files)["changes"]
    assert json.loads(of_git)["old"] == "glossary.csv@HEAD"


def test_revisions_on_either_side(repository: Path) -> None:
    """FILE@REVISION stands where a file can, also for a file in another folder."""
    old = f"{repository / 'glossary.csv'}@HEAD"
    assert diff(old, "old.csv").stdout.splitlines()[2] == "Nothing changed."
    assert "1 renamed" not in diff("new.csv", old).stdout.splitlines()[2]


def test_a_name_with_an_at_sign_is_a_file_first(desk: Path) -> None:
    """A file that exists under the whole name is meant."""
    (desk / "g@1.csv").write_bytes((desk / "old.csv").read_bytes())
    assert "Nothing changed." in diff("g@1.csv", "old.csv").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.csv", "new.csv"), "none.csv: cannot be read"),
        (("old.csv@HEAD", "new.csv"), "not a git repository"),
        (("old.csv@--output=x", "new.csv"), "is no git revision"),
        (("none/old.csv@HEAD", "new.csv"), "does not exist"),
    ],
)
def test_what_cannot_be_read(words: tuple[str, ...], said: str, desk: Path) -> None:
    """Exit code 1 and a reason; git is never given an option."""
    result = diff(*words)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not (desk / "x").exists()


def test_a_file_that_git_does_not_have(repository: Path) -> None:
    """A file beside the repository's own, and a revision that is none."""
    missing = diff("old.csv@HEAD", "new.csv")
    assert missing.exit_code == 1
    assert "old.csv" in missing.stderr
    assert diff("--since", "nowhere").exit_code == 1


@pytest.mark.parametrize("words", [(), ("old.csv",), ("old.csv", "new.csv", "--since", "HEAD")])
def test_usage(words: tuple[str, ...], desk: Path) -> None:
    """What makes no sense is exit code 2."""
    assert diff(*words).exit_code == 2


def test_faulty_rows_are_left_out_and_said(desk: Path) -> None:
    """An old version cannot be mended, so its sound rows are compared; controls are not passed."""
    Path("bad.csv").write_text("fr,en,kind\nport,harbor,\x1b[31mred\nquai,quay,term\n", "utf-8")
    result = diff("bad.csv", "bad.csv")
    assert result.exit_code == 0
    assert "bad.csv:2:3" in result.stderr
    assert "\x1b" not in result.output
    assert "Nothing changed." in result.stdout


def test_a_file_that_is_no_glossary(desk: Path) -> None:
    """Without a header there is nothing to compare."""
    Path("notes.txt").write_text("one\ntwo, three, four\n", encoding="utf-8")
    result = diff("notes.txt", "old.csv")
    assert result.exit_code == 1
    assert "no header" in result.stderr


def test_namesakes_are_shown_with_their_ids(desk: Path) -> None:
    """Only where an entry shares its French; Markdown in an id means nothing."""
    head = "id,fr,en,kind,note\n"
    rows = (
        "m,Liv Aune,Liv Aune,person,\na*b*,Liv Aune,Liv Aune,person,{0}\nx,port,harbor,term,{0}\n"
    )
    Path("a.csv").write_text(head + rows.format(""), encoding="utf-8")
    Path("b.csv").write_text(head + rows.format("here"), encoding="utf-8")
    shown = [line for line in diff("a.csv", "b.csv").stdout.splitlines() if line[:3] == "- *"]
    assert shown == [r"- **Liv Aune** (a\*b\*) → Liv Aune", "- **port** → harbor"]
