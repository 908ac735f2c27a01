"""`translate brief`, driven by the pseudo engine: articles and pages in, one briefing out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

PORT = """Le port de Kervanec rouvre lundi

Le port de Kervanec rouvrira lundi matin, a annoncé mercredi M. Tanguy Le Dantec.

« Tout est prêt », a déclaré M. Le Dantec. Quelque 4 317 tonnes de sel attendent sur le quai.
"""
VOTE = """Ostravie : le Sénat vote la réforme des retraites

Le Sénat ostravien a adopté mercredi la réforme des retraites par 61 voix contre 40.

Les syndicats appellent à une grève générale et le gouvernement promet de tenir bon.
"""

Brief = Callable[..., Result]


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Brief:
    """Return a call of `translate brief` with the pseudo engine, two articles at hand."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(PORT, encoding="utf-8")
    Path("vote.txt").write_text(VOTE, encoding="utf-8")

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        arguments = ("brief", "--engine", "pseudo", *arguments)
        return CliRunner().invoke(cli, arguments, input=stdin)

    return call


def _read(name: str = "outputs/briefing.md") -> str:
    return Path(name).read_text(encoding="utf-8")


def test_articles_become_pages_and_a_briefing(brief: Brief) -> None:
    """Pages stand beside the briefing, which links them."""
    result = brief("port.txt", "vote.txt")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "written outputs/briefing.md" in result.stderr
    assert sorted(path.name for path in Path("outputs").iterdir()) == [
        "briefing.md",
        "port.md",
        "vote.md",
    ]
    assert "](port.md#s2)" in _read()


def test_finished_pages_give_the_same_briefing(brief: Brief) -> None:
    """Fresh files, their pages, and the folder of the pages: the same bytes, in any order."""
    brief("port.txt", "vote.txt")
    fresh = _read()
    assert brief("vote.txt", "port.txt").exit_code == 0
    assert _read() == fresh
    assert brief("outputs/vote.md", "outputs/port.md", "-o", "outputs/b2.md").exit_code == 0
    assert _read("outputs/b2.md") == fresh
    assert brief("outputs", "-o", "outputs/b3.md").exit_code == 0
    assert _read("outputs/b3.md") == fresh


def test_edited_english_is_used(brief: Brief) -> None:
    """What a person wrote into a page stands in the briefing."""
    brief("port.txt")
    page = Path("outputs/port.md")
    row = next(line for line in _read("outputs/port.md").split("\n") if "<sub>2</sub>" in line)
    edited = row.rpartition("|")[0].rpartition("|")[0] + "| <sub>2</sub>\u00a0The harbor opens. |"
    page.write_text(_read("outputs/port.md").replace(row, edited), encoding="utf-8")
    assert brief("port.txt").exit_code == 0
    assert "- The harbor opens. (**port**" in _read()
    assert "1 page edited by hand" in _read()


def test_links_start_from_the_briefing(brief: Brief) -> None:
    """A briefing elsewhere links the pages where they stand."""
    brief("port.txt")
    assert brief("outputs/port.md", "-o", "heute/b.md").exit_code == 0
    assert "](../outputs/port.md#s2)" in _read("heute/b.md")


def test_standard_output_and_no_pages(brief: Brief) -> None:
    """On stdout, or with --no-pages, no page is kept and none linked."""
    result = brief("port.txt", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("---\n")
    assert "port.md" not in result.stdout
    assert not Path("outputs").exists()
    assert brief("port.txt", "--no-pages").exit_code == 0
    assert [path.name for path in Path("outputs").iterdir()] == ["briefing.md"]


def test_standard_input_is_an_article(brief: Brief) -> None:
    """A dash among the files is read from stdin."""
    result = brief("-", "vote.txt", "-o", "-", stdin=PORT.encode())
    assert result.exit_code == 0
    assert "Briefing: 2 articles" in result.stdout


def test_failures_are_in_the_briefing(brief: Brief) -> None:
    """What cannot be read is named in it, the rest is done, and the exit code is 1."""
    Path("leer.txt").write_text("", encoding="utf-8")
    result = brief("leer.txt", "fehlt.txt", "vote.txt")
    assert result.exit_code == 1
    left = _read().partition("Left out\n")[2]
    assert "- leer.txt: " in left
    assert "- fehlt.txt: " in left
    assert "Sénat" in _read()


def test_only_failures_make_a_briefing_that_says_so(brief: Brief) -> None:
    """Nothing usable: nothing is invented."""
    assert brief("fehlt.txt").exit_code == 1
    assert "No article has a sentence that could stand here." in _read()


def test_what_a_person_wrote_is_not_overwritten(brief: Brief) -> None:
    """A foreign file and an edited briefing stop the call; --overwrite keeps the edited one."""
    Path("notizen.md").write_text("meins", encoding="utf-8")
    result = brief("vote.txt", "-o", "notizen.md")
    assert result.exit_code == 1
    assert "was not made by visavis" in result.stderr
    assert _read("notizen.md") == "meins"
    brief("vote.txt")
    Path("outputs/briefing.md").write_text(_read() + "Zusatz\n", encoding="utf-8")
    assert "was edited by hand" in brief("vote.txt").stderr
    assert brief("vote.txt", "--overwrite").exit_code == 0
    assert "Zusatz" in _read("outputs/briefing.edited-1.md")
    assert "Zusatz" not in _read()


def test_briefing_does_not_take_the_place_of_a_page(brief: Brief) -> None:
    """An article called briefing.txt would have its page there."""
    Path("briefing.txt").write_text(PORT, encoding="utf-8")
    result = brief("briefing.txt")
    assert result.exit_code == 1
    assert "would overwrite outputs/briefing.md" in result.stderr


def test_briefing_as_input_is_refused(brief: Brief) -> None:
    """Named it is a failure; in a folder it is passed over."""
    brief("vote.txt")
    result = brief("outputs/briefing.md", "-o", "b2.md")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        1,
        "0 articles, 1 failed; no findings",
    )
    assert "is no bilingual page" in _read("b2.md")
    assert brief("outputs", "-o", "b3.md").exit_code == 0


def test_folder_without_articles_is_a_usage_error(brief: Brief) -> None:
    """There is nothing to brief."""
    Path("leer").mkdir()
    assert brief("leer").exit_code == 2


def test_glossary_options_exclude_each_other(brief: Brief) -> None:
    """The shared options check each other as in `run`."""
    result = brief("vote.txt", "--glossary", "g.csv", "--no-glossary")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_findings_file_and_exit_code(brief: Brief) -> None:
    """Findings of fresh articles and of their finished pages are the same, with suggestions."""
    wanted = ("--fail-on", "warning", "--findings", "f.jsonl")
    assert brief("port.txt", "--fail-on", "error").exit_code in {0, 3}
    assert brief("port.txt", *wanted, "--overwrite").exit_code == 3
    fresh = _read("f.jsonl")
    rows = [json.loads(line) for line in fresh.splitlines()]
    assert {row["source"] for row in rows} == {"port.txt"}
    assert {"warning", "error"} & {row["level"] for row in rows}
    assert brief("outputs/port.md", *wanted, "--overwrite").exit_code == 3
    assert _read("f.jsonl") == fresh
    assert brief("outputs/port.md", "--overwrite").exit_code == 0


def test_findings_never_overwrite_a_page(brief: Brief) -> None:
    """Neither a finished page nor the briefing itself; a list of findings may be renewed."""
    brief("port.txt")
    page = _read("outputs/port.md")
    for name in ("outputs/port.md", "outputs/briefing.md"):
        result = brief("outputs", "--findings", name)
        assert result.exit_code == 2
        assert f"--findings {name} would overwrite" in result.stderr
    assert brief("outputs", "--findings", "outputs/f.jsonl").exit_code == 0
    assert brief("outputs", "--findings", "outputs/f.jsonl").exit_code == 0
    assert _read("outputs/port.md") == page
