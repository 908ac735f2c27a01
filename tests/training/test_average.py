"""The mean of models: of the same kind only, and really their mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from training.__main__ import cli

pytestmark = pytest.mark.torch


def _model(folder: Path, value: float, *, size: int = 3, words: tuple[str, ...] = ("a",)) -> Path:
    import torch
    from safetensors.torch import save_file

    folder.mkdir()
    weights = {"w": torch.full((size,), value, dtype=torch.float16), "b": torch.ones(1)}
    save_file(weights, folder / "model.safetensors")
    (folder / "vocab.json").write_text(json.dumps({word: n for n, word in enumerate(words)}))
    (folder / "config.json").write_text("{}")
    (folder / "README.md").write_text("the card of one model")
    return folder


def test_mean(tmp_path: Path) -> None:
    """Weights are the mean in their own type; the card of one model is not taken over."""
    import torch
    from safetensors.torch import load_file

    models = [str(_model(tmp_path / name, value)) for name, value in (("x", 1.0), ("y", 2.0))]
    done = CliRunner().invoke(cli, ["average", *models, "-o", str(tmp_path / "mean")])
    assert done.exit_code == 0, done.output
    found = load_file(tmp_path / "mean" / "model.safetensors")
    assert found["w"].dtype == torch.float16
    assert found["w"].tolist() == [1.5, 1.5, 1.5]
    names = {path.name for path in (tmp_path / "mean").iterdir()}
    assert names == {"model.safetensors", "vocab.json", "config.json"}


def test_what_has_no_mean(tmp_path: Path) -> None:
    """One model, another shape, another vocabulary, a folder that is there: said in one line."""
    one = _model(tmp_path / "one", 1.0)
    wide = _model(tmp_path / "wide", 1.0, size=4)
    other = _model(tmp_path / "other", 1.0, words=("b",))
    for models, said in (
        ([one], "two models"),
        ([one, wide], "another shape"),
        ([one, other], "another vocabulary"),
    ):
        done = CliRunner().invoke(cli, ["average", *map(str, models), "-o", str(tmp_path / "new")])
        assert done.exit_code == 1
        assert said in done.output
        assert not (tmp_path / "new").exists()
    done = CliRunner().invoke(cli, ["average", str(one), str(one), "-o", str(other)])
    assert "is there already" in done.output
