"""`translate check`: findings with file, line and row; exit codes; hostile text harmless."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.checking.pages import edited, page
from translate.cli.group import cli

Check = Callable[..., Result]
RIGHT = "Il y a 12 cargos.\tThere are 12 freighters.\n"
WRONG = "Il y a 12 cargos.\tThere are 21 freighters.\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Return a call of `translate check` in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(cli, ["check", *arguments], input=stdin)

    return call


def _write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_clean_page_is_done(check: Check) -> None:
    """Exit code 0, nothing on stdout, the sums on stderr."""
    result = check(_write("port.md", page()))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no findings in 6 sentences of 1 file" in result.stderr


def test_a_changed_figure_is_named_with_its_row(check: Check) -> None:
    """One line for machines and eyes, then both sentences; exit code 3."""
    text = edited("70,000", "17,000")
    result = check(_write("port.md", text))
    line = next(n for n, row in enumerate(text.split("\n"), 1) if '<a id="s3">' in row)
    assert result.exit_code == 3
    first, *below = result.stdout.splitlines()
    assert first.startswith(f"port.md:{line}: error number [s3] ")
    assert "70 000" in first
    assert [row.split()[0] for row in below] == ["fr", "en", "->"]


@pytest.mark.parametrize(
    ("level", "code"), [("info", 3), ("warning", 3), ("error", 3), ("never", 0)]
)
def test_fail_on(check: Check, level: str, code: int) -> None:
    """The level decides the exit code."""
    assert check(_write("a.tsv", WRONG), "--fail-on", level).exit_code == code


def test_warnings_do_not_fail_by_default(check: Check) -> None:
    """The default is error."""
    _write("glossary.csv", "fr,en,kind\ncargo,cargo ship,term\n")
    result = check(_write("a.tsv", RIGHT))
    assert result.exit_code == 0
    assert "a.tsv:1: warning term [1]" in result.stdout
    assert "glossary: ./glossary.csv" in result.stderr


def test_json_and_findings_are_the_same_lines(check: Check) -> None:
    """With the keys that `run` writes, and the line."""
    result = check(_write("a.tsv", RIGHT + WRONG), "--json", "--findings", "f.jsonl", "-q")
    assert result.stderr == ""
    assert result.stdout == Path("f.jsonl").read_text(encoding="utf-8")
    [row] = map(json.loads, result.stdout.splitlines())
    assert list(row)[:6] == ["source", "rule", "level", "segment", "message", "suggestion"]
    assert (row["source"], row["segment"], row["line"]) == ("a.tsv", "2", 2)


def test_a_bad_file_stops_no_other(check: Check) -> None:
    """It is named on stderr; exit code 1 goes before 3, and the last line tells of both."""
    result = check("fehlt.md", _write("leer.md", ""), _write("a.tsv", WRONG))
    assert result.exit_code == 1
    assert "fehlt.md cannot be read" in result.stderr
    assert "leer.md: empty" in result.stderr
    assert "a.tsv:1: error number" in result.stdout
    assert result.stderr.endswith("1 error in 1 sentence of 1 file; 2 failed\n")


def test_a_folder_means_its_pages_and_pairs(check: Check) -> None:
    """In the order of names; what is no page of ours, or old, is passed over and told."""
    Path("pages/below").mkdir(parents=True)
    for name in ("b.md", "a.md", "a.edited-1.md", "below/c.md"):
        _write(f"pages/{name}", edited("70,000", "17,000"))
    Path("pages/utf16.md").write_text(edited("70,000", "17,000"), encoding="utf-16")
    _write("pages/pairs.tsv", WRONG)
    _write("pages/notes.md", "# Notes\n")
    _write("pages/briefing.md", '---\ngenerator: "visavis 0.1.0"\n---\n')
    _write("pages/article.txt", "Le port rouvre.\n")
    _write("pages/.hidden.tsv", WRONG)
    check("pages/pairs.tsv", "--findings", "pages/f.jsonl")
    result = check("pages", "--json")
    sources = [json.loads(line)["source"] for line in result.stdout.splitlines()]
    assert sources == [f"pages/{name}" for name in ("a.md", "b.md", "pairs.tsv", "utf16.md")]
    assert result.exit_code == 3
    told = [line for line in result.stderr.splitlines() if line.startswith("skipped ")]
    assert told == [
        "skipped pages/a.edited-1.md: an old copy of a page",
        "skipped pages/briefing.md: no bilingual page of visavis",
        "skipped pages/f.jsonl: a list of findings",
        "skipped pages/notes.md: no bilingual page of visavis",
    ]
    assert "skipped" not in check("pages", "--quiet").stderr
    assert "nor is it a page" in check("pages/notes.md").stderr
    assert check("pages/below/c.md", "pages/*.tsv").stdout.count("error number") == 2


def test_a_folder_with_nothing_to_check_is_wrong_usage(check: Check) -> None:
    """Rather than a success that checked nothing."""
    Path("leer").mkdir()
    result = check("leer")
    assert result.exit_code == 2
    assert "nothing to check in leer" in result.stderr


def test_standard_input(check: Check) -> None:
    """A dash is stdin."""
    result = check("-", stdin=WRONG.encode())
    assert result.exit_code == 3
    assert result.stdout.startswith("-:1: error number [1] ")


def test_changed_only_leaves_out_what_the_draft_had(check: Check) -> None:
    """A fault of the machine in a sentence that nobody touched is not the editor's."""
    from tests.rendering.factory import build, paragraph
    from translate.rendering import to_markdown

    pairs = [line.split("\t") for line in (RIGHT + WRONG).splitlines()]
    text = to_markdown(build(paragraph(*map(tuple, pairs)), article={"source": "a.txt"}))
    assert check(_write("a.md", text)).exit_code == 3
    assert check("a.md", "--changed-only").exit_code == 0
    _write("a.md", text.replace("are 12", "are 13"))
    result = check("a.md", "--changed-only")
    assert result.exit_code == 3
    assert "[s1]" in result.stdout
    assert "[s2]" not in result.stdout


def test_nothing_of_a_file_commands_the_terminal(check: Check) -> None:
    """Escape sequences, line breaks and turned text of sentences and ids stay in the file."""
    evil = "\x1b]0;owned\x07\x9b2J\u202e\u2028"
    row = {"id": f"{evil}1", "fr": f"Il y a 12 {evil}cargos.", "en": f"There are 21 {evil}ships."}
    result = check("-", f"{evil}.tsv", stdin=json.dumps(row).encode())
    assert "error number" in result.stdout
    assert ".tsv cannot be read" in result.stderr
    shown = set(result.stdout + result.stderr) - {"\n"}
    assert not [char for char in shown if not char.isprintable()]


def test_options_that_exclude_each_other(check: Check) -> None:
    """As in `run`; a glossary that cannot be read is wrong usage too."""
    _write("a.tsv", RIGHT)
    assert check("a.tsv", "--no-glossary", "--glossary", "g.csv").exit_code == 2
    assert check("a.tsv", "--glossary", "fehlt.csv").exit_code == 2


def test_house_style_is_checked(check: Check) -> None:
    """With `--style`, or the options file, a word of the other spelling is a warning."""
    _write("a.tsv", "La couleur du port.\tThe color of the port.\n")
    assert check("a.tsv").stdout == ""
    assert "warning style [1]" in check("a.tsv", "--style", "spelling=uk").stdout
    _write("visavis.toml", '[style]\nspelling = "uk"\n')
    assert "warning style [1]" in check("a.tsv").stdout


def test_findings_never_overwrite_what_is_checked(check: Check) -> None:
    """A slip of the hand must not cost the editor's work."""
    text = "Il a payé 12 euros.\tHe paid 12 euros.\n"
    _write("a.tsv", text)
    result = check("a.tsv", "--findings", "./a.tsv")
    assert result.exit_code == 2
    assert "would overwrite what is read" in result.stderr
    assert Path("a.tsv").read_text(encoding="utf-8") == text
