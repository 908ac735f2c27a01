"""`translate glossary stats`: the table, the JSON, the articles."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

CASES = Path(__file__).parent / "cases"
GLOSSARY = str(CASES / "glossary.csv")


def stats(*words: str) -> Result:
    return CliRunner().invoke(cli, ["glossary", "stats", *words])


def test_the_table(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Figures of a small glossary and two articles, as a person reads them."""
    result = stats(str(CASES / "articles"), "-g", GLOSSARY)
    assert result.exit_code == 0, result.output
    # Ages grow by the day; the rest of the line is asked for.
    lines = [line.split(", median")[0] for line in result.stdout.splitlines()]
    text = "\n".join(lines) + "\n"
    golden = CASES / "table.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_json() -> None:
    """The same as data, with every entry that is never used."""
    found = json.loads(stats(str(CASES / "articles"), "-g", GLOSSARY, "--json").stdout)
    assert found["entries"] == 6
    assert found["corpus"]["articles"] == 2
    assert found["corpus"]["never"] == ["odd-moe", "filet"]
    assert [item["id"] for item in found["corpus"]["top"]] == ["quai", "liv-aune"]


def test_without_articles_nothing_is_said_of_use() -> None:
    """No paths, no corpus."""
    assert json.loads(stats("-g", GLOSSARY, "--json").stdout)["corpus"] is None


def test_a_faulty_glossary_is_refused(tmp_path: Path) -> None:
    """Its figures would be wrong."""
    path = tmp_path / "g.csv"
    path.write_text("fr,en\nport,\n", encoding="utf-8")
    result = stats("-g", str(path))
    assert result.exit_code == 1
    assert "en is missing" in result.stderr


def test_an_article_that_cannot_be_read_is_said() -> None:
    """Exit code 1, the figures of the rest are there."""
    result = stats("none.txt", "-g", GLOSSARY)
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "6 entries" in result.stdout


def test_namesakes_are_shown_with_their_ids(tmp_path: Path) -> None:
    """Among the most frequent and among those never used; others without."""
    path = tmp_path / "g.csv"
    rows = "m,Liv Aune,Liv Aune,person\ns,Liv Aune,Liv Aune,person\nx,quai,quay,term\n"
    rows += "a,Odd Moe,Odd Moe,person\nb,Odd Moe,Odd Moe,person\n"
    path.write_text(f"id,fr,en,kind\n{rows}", encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Liv Aune a vu le quai.\n", encoding="utf-8")
    said = stats(str(article), "-g", str(path)).stdout.partition("Most frequent")[2]
    top, _, never = said.partition("Never used: 2")
    assert re.findall(r"Liv Aune \(\w\)|quai \(", top) == ["Liv Aune (m)", "Liv Aune (s)"]
    assert never.split("\n")[1:3] == ["  Odd Moe (a)", "  Odd Moe (b)"]
