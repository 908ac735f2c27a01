"""Every command of the README and of docs/ is run, as a reader would type it."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import tiny
from translate.cli.group import cli
from translate.models import store

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
#: Commands that set up environments: .ci/run and the wheel lane run these.
_SET_UP = ("make ", "python3 -m venv", ".venv/bin/pip install")
_ARTICLE = (
    "Le port de Kervanec rouvrira lundi, a annoncé mercredi la maire, Mme Rozenn Le Dantec.\n"
)


def _commands(page: Path) -> list[str]:
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line[2:].split("  #")[0].strip() for line in lines]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with what the commands name: an article, a glossary, a model, examples."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_MODELS", str(tmp_path / "store"))
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    Path("article.txt").write_text(_ARTICLE, encoding="utf-8")
    Path("desk.csv").write_text("fr,en,kind\nport,harbor,term\n", encoding="utf-8")
    Path("desk-old.csv").write_text("fr,en,kind\nport,port,term\n", encoding="utf-8")
    Path("pairs.tsv").write_text("Le port rouvre.\tThe port reopens.\n", encoding="utf-8")
    _test_set()
    shutil.copytree(ROOT / "tests" / "docs" / "desk", tmp_path, dirs_exist_ok=True)
    Path("examples").mkdir()
    example = next((ROOT / "examples").glob("*.txt"))
    shutil.copy(example, "examples")
    tiny.make(tmp_path / "my-model")
    # The hub's model is played by a tiny one; tests/models/test_hub.py fetches over HTTP.
    store.add("my-model", name="Helsinki-NLP/opus-mt-fr-en")
    return tmp_path


def _test_set() -> None:
    """Write what docs/evaluate.md names: a table, and its columns as plain text."""
    rows = (ROOT / "bench" / "data" / "news.tsv").read_text(encoding="utf-8").splitlines()[:4]
    Path("news.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    columns = list(zip(*(row.split("\t") for row in rows[1:]), strict=True))
    for name, column in (("fr", 0), ("en", 1), ("system", 1), ("other", 1)):
        Path(f"{name}.txt").write_text("\n".join(columns[column]) + "\n", encoding="utf-8")


def _run(command: str) -> int:
    words = shlex.split(command)
    stdin = b""
    if "<" in words:
        at = words.index("<")
        stdin = Path(words[at + 1]).read_bytes()
        words = words[:at]
    if words[:3] == ["translate", "models", "add"] and "/" in words[3] and words[3][0] != ".":
        words[3:4] = ["my-model", "--name", words[3]]
    return CliRunner().invoke(cli, words[1:], input=stdin).exit_code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_runs(page: Path, desk: Path) -> None:
    """Exit code 0, or 3 where the command asks for it with --fail-on."""
    for command in _commands(page):
        if command.startswith(_SET_UP):
            continue
        assert command.startswith("translate "), f"{page.name}: {command}: nothing runs this"
        allowed = {0, 3} if "--fail-on" in command else {0}
        assert _run(command) in allowed, f"{page.name}: {command}"


def test_the_set_up_commands_are_those_of_ci() -> None:
    """The README's two commands are the ones .ci/run runs."""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in _commands(ROOT / "README.md")[:2]:
        assert command.split()[1] in ci


def test_the_readme_names_two_commands_first() -> None:
    """First the main job, then the tests."""
    assert _commands(ROOT / "README.md")[:2] == ["make demo", "make check"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a page exists."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_is_in_the_usage() -> None:
    """No command without a word in docs/."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for name in cli.list_commands(None):  # type: ignore[arg-type]
        assert name == "run" or f"translate {name}" in text, name
