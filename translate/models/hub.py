"""Fetch a checkpoint from the Hugging Face hub: the only place that may use the network."""

from __future__ import annotations

from pathlib import Path

from translate.errors import ModelError

#: No other file is ever fetched: no code, no other framework's weights.
WANTED = (
    "config.json",
    "generation_config.json",
    "tokenizer_config.json",
    "vocab.json",
    "source.spm",
    "target.spm",
    "README.md",
)
WEIGHTS = ("model.safetensors", "pytorch_model.bin")


def fetch(name: str, folder: Path) -> Path:
    """Fetch the checkpoint `name` ("owner/model") into `folder` and return it.

    `HF_ENDPOINT` and the other settings of huggingface_hub hold.

    Raises:
        ModelError: there is no such model or no network.
    """
    from huggingface_hub import HfApi, snapshot_download

    try:
        present = set(HfApi().list_repo_files(name))
        weights = [part for part in WEIGHTS if part in present][:1]
        snapshot_download(name, allow_patterns=[*WANTED, *weights], local_dir=str(folder))
    except Exception as error:  # the hub client raises httpx's, the system's and its own errors
        raise ModelError(
            f"{name} cannot be fetched from the hub ({type(error).__name__}: {error}). Check the "
            "name and the network, or copy the model's folder here and add that"
        ) from error
    return folder
