"""The mean of finished models: two decays from one run end near each other, their mean better.

Runs that share their beginning lie in one valley of the loss, and the mean of their weights lies
lower in it than each of them (Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and
Better Generalization"; Wortsman et al. 2022, "Model soups"). It costs nothing at inference.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

_WEIGHTS = "model.safetensors"


def average(models: Sequence[Path], folder: Path) -> None:
    """Write to `folder` the mean of the weights of `models`, with the other files of the first.

    Raises:
        ValueError: for fewer than two models, other shapes or another vocabulary, or a `folder`
            that is there already.
        OSError: when a file cannot be read or written.
    """
    if len(models) < 2:
        raise ValueError("a mean needs two models or more")
    if folder.exists():
        raise ValueError(f"{folder} is there already; name another folder")
    first = models[0]
    for other in models[1:]:
        if (first / "vocab.json").read_bytes() != (other / "vocab.json").read_bytes():
            raise ValueError(f"{other} has another vocabulary than {first}")
    weights = [load_file(model / _WEIGHTS) for model in models]
    shapes = [{name: tensor.shape for name, tensor in one.items()} for one in weights]
    for model, shape in zip(models, shapes, strict=True):
        if shape != shapes[0]:
            raise ValueError(f"{model} has another shape than {first}")
    mean = {
        name: torch.stack([one[name].float() for one in weights]).mean(0).to(tensor.dtype)
        for name, tensor in weights[0].items()
    }
    shutil.copytree(first, folder, ignore=shutil.ignore_patterns(_WEIGHTS, "README.md"))
    save_file(mean, folder / _WEIGHTS, metadata={"format": "pt"})
    shutil.copymode(folder / "vocab.json", folder / _WEIGHTS)  # safetensors writes 0600
