"""The steps of docs/adapt.md, as they stand there, on the corrections of an invented desk."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.adapting import desk
from translate.cli.group import cli
from translate.models.folders import embedded_folder

pytestmark = pytest.mark.torch
DOCS = Path(__file__).resolve().parents[2] / "docs" / "adapt.md"


def _commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return [shlex.split(line) for line in "".join(blocks).splitlines() if line[:3] != "pip"]


def _run(*words: str) -> Result:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == 0, f"{words}: {result.output}{result.exception}"
    return result


@pytest.mark.filterwarnings("ignore:Recommended:UserWarning")  # of transformers' tokenizer
def test_the_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a memory to an adapted model in use, better on held-out pairs, read by transformers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_MODELS", str(tmp_path / "store"))
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    desk.write(Path("corrections.tsv"), desk.rows(110))
    Path("desk.csv").write_text("fr,en,kind\ncriée,fish auction,term\n", encoding="utf-8")
    Path("article.txt").write_text(
        "« Le quai sera fermé », a déclaré lundi la capitainerie de Lambrac.\n", encoding="utf-8"
    )
    _run("memory", "import", "corrections.tsv", "--origin", "human")
    _run("article.txt", "-q")
    for words in _commands():
        assert words[0] == "translate"
        if words[1] == "adapt":
            # Two rounds are enough for a house style made by rule; the page lets it take its time.
            said = _run(*words[1:], "--rounds", "2", "--threads", "1", "--json").stdout
            _better(json.loads(said))
        else:
            _run(*words[1:])
    page = Path("outputs/article.md").read_text(encoding="utf-8")
    assert re.search(r'closed,?" said the', page)  # the desk's order of words
    _read_by_transformers(Path("desk-model"))


def _better(report: dict[str, object]) -> None:
    assert report["kept"] is True
    held_out, general = report["held_out"], report["general"]
    assert isinstance(held_out, dict)
    assert isinstance(general, dict)
    assert held_out["chrf_gain"] > 5
    assert general["chrf_gain"] > -0.5
    asked = held_out["terms_asked_for"]
    assert asked["after"]["used"] >= 0.8 * asked["after"]["found"] > 0


def _read_by_transformers(folder: Path) -> None:
    """Load the checkpoint as any other program does, and see that its files may be read."""
    from transformers import MarianMTModel, MarianTokenizer

    model = MarianMTModel.from_pretrained(str(folder)).float()
    tokenizer = MarianTokenizer.from_pretrained(str(folder))
    french = "La criée de Kervanec a fermé le port mardi."
    found = model.generate(**tokenizer([french], return_tensors="pt"), num_beams=1)
    english = tokenizer.decode(found[0], skip_special_tokens=True)
    assert {"Kervanec", "port", "Tuesday"} <= set(re.findall(r"\w+", english))
    names = {path.name for path in embedded_folder().iterdir() if path.is_file()}
    assert {path.name for path in folder.iterdir()} == names
    assert len({path.stat().st_mode for path in folder.iterdir()}) == 1
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "embedded fine-tuned by visavis on" in card
    assert "**held-out pairs (20 sentences)**" in card
