"""From MarianMT weights to a CTranslate2 model, with numpy alone.

CTranslate2's own converter wants torch; this fills the same `TransformerSpec`
(`ctranslate2.converters.transformers.MarianMTLoader` is the pattern followed).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from translate.errors import ModelError
from translate.models.checkpoint import (
    MarianConfig,
    read_config,
    read_vocabulary,
    read_weights,
)

#: Raised when the conversion itself changes, so that cached conversions are made anew.
CONVERSION = 2
_ACTIVATIONS = {"relu": "RELU", "swish": "SWISH", "gelu": "GELU"}


def convert(model: Path, output: Path, *, quantization: str) -> None:
    """Write the checkpoint `model` as a CTranslate2 model into the folder `output`.

    The folder appears whole or not at all.

    Args:
        model: checkpoint folder. output: must not exist; its parent is made.
        quantization: "int8" or "float32".

    Raises:
        ModelError: the checkpoint is damaged or of a shape CTranslate2 does not know.
        OSError: nothing can be written there.
    """
    spec = _spec(model)
    spec.validate()
    spec.optimize(quantization=quantization)
    output.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".convert-", dir=output.parent))
    try:
        spec.save(str(scratch))
        scratch.rename(output)
    except OSError:
        if not output.is_dir():  # another process may have been first: then all is well
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _spec(model: Path) -> Any:
    from ctranslate2.specs import common_spec, transformer_spec

    config = read_config(model)
    if config.activation not in _ACTIVATIONS:
        raise ModelError(f"{model}: activation {config.activation!r} is not supported")
    weights = read_weights(model)
    tokens = read_vocabulary(model)
    spec = transformer_spec.TransformerSpec.from_config(
        (config.encoder_layers, config.decoder_layers),
        config.heads,
        pre_norm=False,
        activation=getattr(common_spec.Activation, _ACTIVATIONS[config.activation]),
        # The mean of all heads places terms best (bench/terms.py --place: 152 of 155).
        alignment_heads=config.heads,
    )
    try:
        _fill(spec, weights, config)
    except (KeyError, IndexError, ValueError) as error:
        raise ModelError(f"{model} lacks weights or has them in another shape: {error}") from error
    tokens = tokens[: spec.decoder.embeddings.weight.shape[0]]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.bos_token = spec.config.eos_token = tokens[config.eos]
    spec.config.unk_token = "<unk>"  # noqa: S105 - a token of the vocabulary, no password
    # Marian starts from a zero embedding, so that any token will do here.
    spec.config.decoder_start_token = tokens[config.eos]
    return spec


def _fill(spec: Any, weights: dict[str, Any], config: MarianConfig) -> None:
    scale = float(np.sqrt(config.d_model)) if config.scale_embedding else 1.0
    positions = sinusoids(config.max_positions, config.d_model)
    size = config.vocab_size - 1 if config.pad == config.vocab_size - 1 else config.vocab_size
    shared = weights.get("model.shared.weight")
    for side, part in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        own = weights.get(f"model.{side}.embed_tokens.weight", shared)
        if own is None or own.shape != (config.vocab_size, config.d_model):
            raise ValueError(f"embeddings of the {side}")
        part.scale_embeddings = scale
        part.position_encodings.encodings = positions
        embeddings = part.embeddings[0] if side == "encoder" else part.embeddings
        # The pad row only stands for the zero embedding at the start; CTranslate2 has an option.
        embeddings.weight = own[:size]
        for index, layer in enumerate(part.layer):
            _fill_layer(layer, weights, f"model.{side}.layers.{index}")
    spec.decoder.start_from_zero_embedding = True
    head = weights.get("lm_head.weight")
    spec.decoder.projection.weight = spec.decoder.embeddings.weight if head is None else head[:size]
    bias = weights.get("final_logits_bias")
    if bias is not None and np.any(bias):
        spec.decoder.projection.bias = bias.reshape(-1)[:size]


def _fill_layer(layer: Any, weights: dict[str, Any], name: str) -> None:
    own = [f"{name}.self_attn.{part}_proj" for part in "qkv"]
    _linear(layer.self_attention.linear[0], weights, *own)
    _linear(layer.self_attention.linear[1], weights, f"{name}.self_attn.out_proj")
    _norm(layer.self_attention.layer_norm, weights, f"{name}.self_attn_layer_norm")
    if hasattr(layer, "attention"):
        cross = [f"{name}.encoder_attn.{part}_proj" for part in "qkv"]
        _linear(layer.attention.linear[0], weights, cross[0])
        _linear(layer.attention.linear[1], weights, *cross[1:])
        _linear(layer.attention.linear[2], weights, f"{name}.encoder_attn.out_proj")
        _norm(layer.attention.layer_norm, weights, f"{name}.encoder_attn_layer_norm")
    _linear(layer.ffn.linear_0, weights, f"{name}.fc1")
    _linear(layer.ffn.linear_1, weights, f"{name}.fc2")
    _norm(layer.ffn.layer_norm, weights, f"{name}.final_layer_norm")


def _linear(spec: Any, weights: dict[str, Any], *names: str) -> None:
    """Fill one linear layer; several names are fused along the output dimension."""
    spec.weight = np.concatenate([weights[f"{name}.weight"] for name in names])
    spec.bias = np.concatenate([weights[f"{name}.bias"] for name in names])


def _norm(spec: Any, weights: dict[str, Any], name: str) -> None:
    spec.gamma = weights[f"{name}.weight"]
    spec.beta = weights[f"{name}.bias"]


def sinusoids(positions: int, depth: int) -> Any:
    """Return Marian's position encodings, shape (positions, depth): all sines, then all cosines.

    Source: `MarianSinusoidalPositionalEmbedding` of transformers.
    """
    rates = 1.0 / np.power(10000.0, 2 * (np.arange(depth) // 2) / depth)
    angles = np.arange(positions)[:, None] * rates[None, :]
    table = np.zeros((positions, depth), dtype=np.float32)
    half = depth // 2 + depth % 2
    table[:, :half] = np.sin(angles[:, 0::2])
    table[:, half:] = np.cos(angles[:, 1::2])
    return table
