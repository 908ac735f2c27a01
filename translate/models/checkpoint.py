"""A MarianMT checkpoint folder in Hugging Face layout: configuration, weights, digest.

Weights are read from safetensors only; a ``pytorch_model.bin`` is a pickle and is converted once,
by `translate.models.store`, under ``weights_only``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.errors import ModelError

#: Files whose bytes make the model's digest, in this order.
PARTS = ("config.json", "model.safetensors", "source.spm", "target.spm", "vocab.json")
_MAX_JSON = 64 * 1024 * 1024
_INTS = ("d_model", "encoder_layers", "decoder_layers", "encoder_attention_heads", "vocab_size")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarianConfig:
    """The fields of config.json that decoding needs."""

    d_model: int
    encoder_layers: int
    decoder_layers: int
    heads: int
    vocab_size: int
    max_positions: int
    activation: str
    scale_embedding: bool
    pad: int
    eos: int


def read_config(model: Path) -> MarianConfig:
    """Return the configuration of the checkpoint in folder `model`.

    Raises:
        ModelError: config.json is missing, no JSON, not of a Marian model, or out of range.
    """
    raw = read_json(model / "config.json")
    if not isinstance(raw, dict) or raw.get("model_type") != "marian":
        kind = raw.get("model_type") if isinstance(raw, dict) else None
        raise ModelError(f"{model} is not a MarianMT model (model_type {kind!r}); give one that is")
    wrong = [name for name in _INTS if not _count(raw.get(name))]
    if wrong:
        raise ModelError(f"{model / 'config.json'}: {', '.join(wrong)} missing or out of range")
    if raw["encoder_attention_heads"] != raw.get("decoder_attention_heads"):
        raise ModelError(f"{model}: encoder and decoder differ in attention heads; not supported")
    return MarianConfig(
        d_model=raw["d_model"],
        encoder_layers=raw["encoder_layers"],
        decoder_layers=raw["decoder_layers"],
        heads=raw["encoder_attention_heads"],
        vocab_size=raw["vocab_size"],
        max_positions=int(raw.get("max_position_embeddings") or 512),
        activation=str(raw.get("activation_function", "swish")),
        scale_embedding=bool(raw.get("scale_embedding", True)),
        pad=int(raw.get("pad_token_id", raw["vocab_size"] - 1)),
        eos=int(raw.get("eos_token_id", 0)),
    )


def read_vocabulary(model: Path) -> list[str]:
    """Return the token of each id.

    Raises:
        ModelError: vocab.json is missing, no JSON, or not one token for each id from 0.
    """
    path = model / "vocab.json"
    raw = read_json(path)
    if not isinstance(raw, dict) or sorted(raw.values()) != list(range(len(raw))):
        raise ModelError(f"{path} does not give each token one id from 0; fetch the model again")
    return sorted(raw, key=raw.__getitem__)


def digest(model: Path) -> str:
    """Return the SHA-256 over the checkpoint's parts, hexadecimal.

    Raises:
        ModelError: a part is missing or cannot be read.
    """
    total = hashlib.sha256()
    for name in PARTS:
        try:
            with (model / name).open("rb") as stream:
                part = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"{model / name} cannot be read: {error.strerror}") from error
        total.update(f"{name}:{part}\n".encode())
    return total.hexdigest()


def read_weights(model: Path) -> dict[str, Any]:
    """Return all tensors as numpy float32 arrays, by name.

    Raises:
        ModelError: the file is missing or damaged.
    """
    import numpy as np
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    path = model / "model.safetensors"
    if not path.is_file():
        raise ModelError(
            f"{model} has no model.safetensors; `translate models add {model}` converts a model "
            "that has only a pytorch_model.bin"
        )
    try:
        return {name: value.astype(np.float32) for name, value in load_file(path).items()}
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(f"{path} is damaged: {error}; fetch the model again") from error


def read_json(path: Path) -> object:
    """Return the JSON in `path`.

    Raises:
        ModelError: it is missing, too large, or no JSON.
    """
    try:
        if path.stat().st_size > _MAX_JSON:
            raise ModelError(f"{path} is larger than {_MAX_JSON >> 20} MiB: no model file")
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ModelError(f"{path} is no valid JSON: {error}") from error


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 1_000_000
