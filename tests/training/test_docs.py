"""The steps of docs/training.md, as they stand there but small."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.training import sample
from training.__main__ import cli as training
from translate.cli.group import cli as translate

pytestmark = pytest.mark.torch
DOCS = Path(__file__).resolve().parents[2] / "docs" / "training.md"
#: What makes each step small; nothing else of a command is changed.
_SMALL = {
    "subwords": ["--size", "330"],
    "annotate": ["--common", "0.2"],
    "train": [
        "--batch", "400",
        "--shape", "width=32,heads=2,feed_forward=64,encoder_layers=1,decoder_layers=1",
    ],
}  # fmt: skip


def _commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines if not line.startswith("pip ")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command of the page works on what the ones before it wrote, also on two processes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_MODELS", str(tmp_path / "store"))
    Path("corpora").mkdir()
    for seed, name in enumerate(("europarl", "law", "general", "news-authored")):
        sample.write(Path("corpora") / f"{name}.tsv", sample.rows(250, seed))
    for seed, name in enumerate(("news-like", "newstest2012", "newstest2013"), 9):
        sample.write(Path(f"{name}.tsv"), sample.rows(12, seed))
    commands = _commands()
    assert [words[3] for words in commands if words[0] == "python"] == [
        "subwords", "annotate", "prepare", "train", "train", "train", "average", "card",
    ]  # fmt: skip
    for words in commands:
        program, own = (translate, words[1:]) if words[0] == "translate" else (training, words[3:])
        for at, word in enumerate(own):
            if word == "--updates":
                own[at + 1] = "2"
        result = CliRunner().invoke(program, [*own, *_SMALL.get(own[0], [])])
        assert result.exit_code == 0, f"{words}: {result.output}{result.exception}"
    assert "newstest2013" in Path("work/mean/README.md").read_text(encoding="utf-8")
