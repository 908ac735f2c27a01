"""`translate adapt` as a user meets it, without torch, on a tiny model, on the embedded one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import tiny
from tests.adapting import desk
from translate.cli.group import cli


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a desk's corrections and a tiny model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_MODELS", str(tmp_path / "store"))
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    desk.write(Path("desk.tsv"), desk.rows(110))
    tiny.make(tmp_path / "tiny")
    return tmp_path


def _adapt(*words: str) -> Result:
    return CliRunner().invoke(cli, ["adapt", "-o", "made", "--threads", "1", *words])


def _left() -> list[str]:
    """Return what lies about that nobody asked for."""
    return [path.name for path in Path().iterdir() if path.name.startswith((".", "made"))]


def test_without_torch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install, and --help works all the same."""
    monkeypatch.setitem(sys.modules, "torch", None)
    result = _adapt("--tsv", "desk.tsv")
    assert result.exit_code == 2
    assert "pip install 'visavis[marian]'" in result.stderr
    assert CliRunner().invoke(cli, ["adapt", "--help"]).exit_code == 0


@pytest.mark.torch
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--tsv", "desk.tsv", "--memory", "m.sqlite"), "exclude each other"),
        (("--tsv", "few.tsv"), "too few to adapt"),
        (("--tsv", "missing.tsv"), "missing.tsv"),
        (("--memory", "missing.sqlite"), "there is no memory missing.sqlite"),
        (("--tsv", "desk.tsv", "--model", "nobody"), "no model 'nobody'"),
        (("--tsv", "desk.tsv", "-o", "tiny"), "--overwrite"),
        (("--tsv", "desk.tsv", "-o", "tiny", "--model", "tiny", "--overwrite"), "is the model"),
    ],
)
def test_what_makes_no_sense(folder: Path, words: tuple[str, ...], message: str) -> None:
    """An error with exit code 1 or 2 that says what is wrong; nothing is left behind."""
    desk.write(Path("few.tsv"), desk.rows(20))
    result = _adapt(*words)
    assert result.exit_code in {1, 2}
    assert message in result.stderr
    assert _left() == []


@pytest.mark.torch
def test_ctrl_c_keeps_nothing_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped in the midst of training, the folder is not there and no scratch either."""
    from translate.adapting import job

    def stopped(*_args: object, **_options: object) -> None:
        assert any(path.name.startswith(".visavis") for path in Path().iterdir())
        raise KeyboardInterrupt

    monkeypatch.setattr(job, "train", stopped)
    assert _adapt("--tsv", "desk.tsv", "-q").exit_code == 1
    assert _left() == []


@pytest.mark.torch
def test_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is an error of ours that gives the reason."""
    from transformers import MarianMTModel

    from translate.adapting.network import Network
    from translate.errors import OutputError

    def full(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(MarianMTModel, "save_pretrained", full)
    with pytest.raises(OutputError, match="No space left"):
        Network(Path("tiny"), threads=1).export(Path("tiny"), Path("made"))


@pytest.mark.torch
def test_a_model_that_knows_nothing_is_refused(folder: Path) -> None:
    """No drafts of such a model go with the English; exit code 3, all figures as JSON."""
    result = _adapt("--tsv", "desk.tsv", "--model", "tiny", "--json", "-q")
    assert result.exit_code == 3
    data = json.loads(result.stdout)
    assert data["kept"] is False
    assert "not written" in result.stderr
    assert _left() == []


@pytest.mark.torch
def test_shuffled_english_is_refused_at_once(folder: Path) -> None:
    """English of other sentences never reaches training: exit code 3, counted, nothing written."""
    desk.write(Path("shuffled.tsv"), desk.shuffled(110))
    result = _adapt("--tsv", "shuffled.tsv")
    assert result.exit_code == 3
    assert "lines seem to have slipped" in result.stderr
    assert "broken, the checks say" in result.stdout
    assert _left() == []


@pytest.mark.torch
def test_shuffled_english_does_not_pass_the_gate(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were all pairs trusted, training on them would still end at the gate, with the table."""
    from translate.adapting import job, pairs, replay

    monkeypatch.setattr(job, "MOST_STRANGERS", 1.0)
    monkeypatch.setattr(job, "without_strangers", lambda found, _drafts: found)
    monkeypatch.setattr(pairs, "BROKEN", ())
    some = replay.general()[:25]  # enough for the table, and soon measured
    monkeypatch.setattr(replay, "general", lambda: some)
    desk.write(Path("shuffled.tsv"), desk.shuffled(45))
    result = _adapt("--tsv", "shuffled.tsv", "--rounds", "1")
    assert result.exit_code == 3, result.output
    assert "general news (25 sentences)" in result.stdout
    assert "not written: chrF" in result.stderr
    assert _left() == []
