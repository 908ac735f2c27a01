"""`translate glossary lint`: formats, exit codes, which file is meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.lint import RULES
from translate.cli.group import cli

CASES = Path(__file__).parent / "cases"
THIRTY = Path(__file__).parents[1] / "cases" / "thirty_faults.csv"


def lint(*words: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "lint", *words])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a scratch folder, in which the command is called."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("row", "fail_on", "code"),
    [
        ("port,harbor", "error", 0),
        ("port.,harbor", "error", 0),
        ("port.,harbor", "warning", 3),
        ("port ,harbor", "warning", 0),
        ("port ,harbor", "info", 3),
        ("port,", "error", 3),
        ("port,", "never", 0),
    ],
)
def test_fail_on(row: str, fail_on: str, code: int) -> None:
    """Exit code 3 from the level on that is asked for."""
    Path("g.csv").write_text(f"fr,en\n{row}\n", encoding="utf-8")
    result = lint("-g", "g.csv", "--fail-on", fail_on)
    assert result.exit_code == code, result.output


def test_thirty_faults_are_thirty_findings() -> None:
    """All faults of a file are told in one go."""
    found = json.loads(lint("-g", str(THIRTY), "--format", "json").stdout)
    assert len({(item["line"], item["column"], item["message"]) for item in found}) >= 30


def test_the_file_here_is_found_and_the_starter_stands_in() -> None:
    """./glossary.csv is meant when there is one; which it was is said on stderr."""
    assert "starter" in lint("--fail-on", "never").stderr
    Path("glossary.csv").write_text("fr,en\nport.,harbor\n", encoding="utf-8")
    result = lint()
    assert result.stdout.startswith("glossary.csv:2:1: warning punctuation: ")
    assert result.stderr.splitlines() == ["glossary: ./glossary.csv", "1 entry: 1 warning"]


def test_several_files_lie_over_each_other() -> None:
    """What a later file overrides is told, and what it hides is not judged any more."""
    Path("a.csv").write_text("fr,en\nport.,harbor\nquai,quay\n", encoding="utf-8")
    Path("b.csv").write_text("fr,en\nport.,port\n", encoding="utf-8")
    result = lint("-g", "a.csv", "-g", "b.csv", "--ignore", "punctuation")
    assert result.stdout.count("\n") == 1
    assert "b.csv:2:1: info override: takes the place of 'port.' (a.csv line 2)" in result.stdout


def test_corpus() -> None:
    """Entries that occur in no article are told; our own pages are no articles."""
    Path("g.csv").write_text("fr,en\nquai,quay\nphare,lighthouse\n", encoding="utf-8")
    Path("articles").mkdir()
    Path("articles/a.txt").write_text(
        "Le quai est fermé\n\nLe quai de Kervanec est fermé depuis lundi, a dit la mairie.\n",
        encoding="utf-8",
    )
    result = lint("-g", "g.csv", "--corpus", "articles")
    assert result.exit_code == 0
    assert [line.split()[2] for line in result.stdout.splitlines()] == ["unused:"]
    assert "'phare' occurs nowhere" in result.stdout


def test_an_article_that_cannot_be_read_is_said() -> None:
    """Exit code 1, the rest is done."""
    Path("g.csv").write_text("fr,en\nquai,quay\n", encoding="utf-8")
    result = lint("-g", "g.csv", "--corpus", "none.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr


def test_github_annotations() -> None:
    """One workflow command a finding; separators inside values are escaped, line ends gone."""
    Path("a,b.csv").write_text("fr,en\nport 100% :,harbor\n", encoding="utf-8")
    result = lint("-g", "a,b.csv", "--format", "github")
    assert result.stdout == (
        "::warning file=a%2Cb.csv,line=2,title=punctuation::"
        "'port 100%25 :' ends in ':' (leave the sign out)\n"
    )


def test_nothing_of_a_file_steers_the_terminal() -> None:
    """Escape sequences, line ends and direction marks of cells are shown, not passed on."""
    text = 'fr,en,kind\nport,harbor,\x1b[2J\n"qu\u202eai",quay,\n"a\n::error::b.",c,\n'
    Path("g.csv").write_text(text, encoding="utf-8")
    for form in ("text", "github", "json"):
        out = lint("-g", "g.csv", "--format", form).stdout
        assert "\x1b" not in out
        assert "\n::error::b" not in out
        assert form == "json" or "\u202e" not in out


def test_an_unknown_rule_is_a_usage_error() -> None:
    """A misspelt rule must not pass in silence."""
    result = lint("--ignore", "punctation")
    assert result.exit_code == 2
    assert "--rules" in result.stderr


def test_rules_are_listed_and_documented() -> None:
    """--rules names each rule, and so does the table of the docs, with level and summary."""
    listed = lint("--rules").stdout
    docs = (Path(__file__).parents[3] / "docs" / "lint.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert f"{rule.name} " in listed
        assert f"| `{rule.name}` | {rule.level} | {rule.summary} |" in docs
