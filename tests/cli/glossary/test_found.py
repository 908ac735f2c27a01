"""The desk's glossary is found by itself by run and brief; faulty ones are refused or thinned."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

ARTICLE = """Le bac de Tréguidel s'arrête

Le bac de Tréguidel s'arrêtera vendredi, a annoncé mardi la mairie. La passerelle reste ouverte.
"""
THIRTY = Path(__file__).parents[2] / "glossary" / "cases" / "thirty_faults.csv"
Call = Callable[..., Result]


@pytest.fixture(params=["run", "brief"])
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Call:
    """Return a call of run or brief with the pseudo engine, the page on standard output."""
    monkeypatch.chdir(tmp_path)
    Path("bac.txt").write_text(ARTICLE, encoding="utf-8")
    words = [request.param, "bac.txt", "--engine", "pseudo", "--no-memory", "-o", "-"]
    return lambda *more: CliRunner().invoke(cli, [*words, *more])


def glossary(name: str, *rows: str) -> None:
    Path(name).write_text("\n".join(["fr,en", *rows, ""]), encoding="utf-8")


def test_it_is_found_and_said_once(call: Call) -> None:
    """No option is needed; stderr says it, unless --quiet."""
    glossary("glossary.csv", "bac,ferry")
    result = call()
    assert result.exit_code == 0, result.output
    assert "ferry" in result.stdout
    assert result.stderr.count("glossary: ./glossary.csv") == 1
    quiet = call("--quiet")
    assert "ferry" in quiet.stdout
    assert "glossary" not in quiet.stderr


def test_no_glossary_switches_it_off(call: Call) -> None:
    """Neither it nor the starter is applied, and nothing is said of it."""
    glossary("glossary.csv", "bac,ferry")
    result = call("--no-glossary")
    assert "ferry" not in result.stdout
    assert "glossary.csv" not in result.stderr


def test_files_that_are_named_stand_in_its_place(call: Call) -> None:
    """Named files lie over the starter, later over earlier; the found one counts only if named."""
    glossary("glossary.csv", "bac,ferry", "passerelle,footbridge")
    glossary("sport.csv", "bac,raft")
    alone = call("--glossary", "sport.csv")
    assert "raft" in alone.stdout
    assert "footbridge" not in alone.stdout
    both = call("--glossary", "glossary.csv", "--glossary", "sport.csv").stdout
    assert "raft" in both
    assert "footbridge" in both
    assert "ferry" not in both


def test_an_empty_one_is_no_error(call: Call) -> None:
    """A header without entries stops nothing, unless it was named."""
    glossary("glossary.csv")
    assert call().exit_code == 0
    result = call("--glossary", "glossary.csv")
    assert result.exit_code == 2
    assert "glossary.csv has no entries" in result.stderr


def test_thirty_faults_are_told_and_nothing_is_applied(call: Call) -> None:
    """Exit code 2, thirty lines, the way out, no page."""
    shutil.copy(THIRTY, "glossary.csv")
    result = call()
    assert result.exit_code == 2
    assert result.stdout == ""
    told = [line for line in result.stderr.splitlines() if line.startswith("glossary.csv:")]
    assert len(told) == 30
    assert "leave the faulty entries out with --lenient" in result.stderr
    assert "\x1b" not in result.stderr


def test_lenient_applies_the_sound_entries(call: Call) -> None:
    """The same thirty lines are told, and the rest of the glossary works."""
    shutil.copy(THIRTY, "glossary.csv")
    with Path("glossary.csv").open("a", encoding="utf-8") as stream:
        stream.write("e100,bac,ferry\n")
    result = call("--lenient")
    assert result.exit_code == 0, result.output
    assert "ferry" in result.stdout
    told = [line for line in result.stderr.splitlines() if line.startswith("glossary.csv:")]
    assert len(told) == 30
    assert "--lenient: " in result.stderr


def test_faults_of_several_files_are_told_together(call: Call) -> None:
    """Also a file that is missing; that one --lenient does not pass over."""
    glossary("a.csv", "bac,")
    result = call("--glossary", "a.csv", "--glossary", "none.csv")
    assert result.exit_code == 2
    assert "a.csv:2:2: en: en is missing" in result.stderr
    assert "none.csv: cannot be read" in result.stderr
    result = call("--lenient", "--glossary", "a.csv", "--glossary", "none.csv")
    assert result.exit_code == 2
    assert "none.csv: cannot be read" in result.stderr


def test_the_options_file_names_all_that_is_looked_at(call: Call) -> None:
    """Lint and suggest go by every file of visavis.toml, as translating does; none goes missing."""
    glossary("a.csv", "bac,ferry", "passerelle,footbridge")
    glossary("b.csv", "bac,raft")
    Path("visavis.toml").write_text('glossary = ["a.csv", "b.csv"]\n', encoding="utf-8")
    result = CliRunner().invoke(cli, ["glossary", "lint"])
    assert "glossary: ./a.csv, ./b.csv" in result.stderr
    assert "b.csv:2:1: info override" in result.stdout
    Path("visavis.toml").write_text('glossary = ["none.csv"]\n', encoding="utf-8")
    result = CliRunner().invoke(cli, ["glossary", "lint"])
    assert "none.csv:0:0: error refused: cannot be read" in result.stdout
