"""[style] in an options file, --style on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

ARTICLE = """Bertil Skovgaard a visité lundi le port de la ville avec ses deux adjoints.

Il a dit : the harbor and the color. Les travaux reprendront dans deux semaines, selon la mairie.
"""


@pytest.fixture
def _article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(ARTICLE, encoding="utf-8")


def _translate(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--engine", "pseudo", "port.txt", *arguments])


def _page() -> str:
    return Path("outputs/port.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_article")
@pytest.mark.parametrize(
    ("name", "head"), [("visavis.toml", "[style]"), ("pyproject.toml", "[tool.visavis.style]")]
)
def test_the_table_of_an_options_file(name: str, head: str) -> None:
    """The English gets the spelling, and the page says so in its signature."""
    Path(name).write_text(f'{head}\nspelling = "uk"\n', encoding="utf-8")
    assert _translate("-q").exit_code == 0
    assert "the harbour and the colour" in _page()
    assert "-uk|" in _page()


@pytest.mark.usefixtures("_article")
def test_another_style_makes_a_page_stale() -> None:
    """A page is kept while the style is the same, and made anew under another."""
    assert "written" in _translate().stderr
    Path("visavis.toml").write_text('[style]\ncourtesy_titles = "keep"\n', encoding="utf-8")
    assert "unchanged" in _translate().stderr
    Path("visavis.toml").write_text('[style]\nspelling = "uk"\n', encoding="utf-8")
    assert "written" in _translate().stderr
    assert "unchanged" in _translate().stderr


@pytest.mark.usefixtures("_article")
def test_the_command_line_wins_key_by_key() -> None:
    """What the command line does not say stays as the file has it."""
    text = '[style]\nspelling = "us"\ncourtesy_titles = "drop"\n'
    Path("visavis.toml").write_text(text, encoding="utf-8")
    assert _translate("-q", "--style", "spelling=uk").exit_code == 0
    assert "-uk-notitles|" in _page()


@pytest.mark.usefixtures("_article")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[style]\nspeling = "uk"\n', "visavis.toml: style has no key 'speling'; did you mean"),
        ('[style]\nspelling = "gb"\n', "visavis.toml: style spelling cannot be 'gb'"),
        ('style = "uk"\n', "write [style] and below it"),
    ],
)
def test_a_faulty_table_is_wrong_usage(text: str, message: str) -> None:
    """The message names the file and what is wrong; nothing is translated."""
    Path("visavis.toml").write_text(text, encoding="utf-8")
    result = _translate()
    assert result.exit_code == 2
    assert message in result.stderr
    assert not Path("outputs").exists()


@pytest.mark.usefixtures("_article")
def test_a_faulty_option_is_wrong_usage() -> None:
    """So is a value of --style that nobody knows."""
    result = _translate("--style", "spelling=en")
    assert result.exit_code == 2
    assert "known: us, uk" in result.stderr


@pytest.mark.usefixtures("_article")
def test_a_briefing_follows() -> None:
    """The pages that a briefing makes, and so the briefing, have the style."""
    Path("visavis.toml").write_text('[style]\nspelling = "uk"\n', encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["brief", "port.txt", "--engine", "pseudo", "--no-pages", "-o", "-", "-q"]
    )
    assert result.exit_code == 0, result.output
    assert "the harbour and the colour" in result.stdout
