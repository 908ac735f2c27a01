"""The MarianMT model to train: new from a shape, or an old one to go on with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch

from training.config import Architecture
from training.optimizer import is_matrix

#: Files of a checkpoint that training does not change.
TOKENIZER = ("source.spm", "target.spm", "vocab.json", "tokenizer_config.json")


def new(vocabulary: Path, shape: Architecture, seed: int) -> Any:
    """Return an untrained model over ``vocab.json`` in the folder `vocabulary`.

    Raises:
        ValueError: when the folder has no vocabulary with ``</s>`` and ``<pad>``.
    """
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(seed)
    ids = _vocabulary(vocabulary)
    config = MarianConfig(
        vocab_size=len(ids),
        d_model=shape.width,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        encoder_attention_heads=shape.heads,
        decoder_attention_heads=shape.heads,
        encoder_ffn_dim=shape.feed_forward,
        decoder_ffn_dim=shape.feed_forward,
        activation_function="relu",
        dropout=0.0,  # more text than the model can hold: nothing to regularise
        max_position_embeddings=shape.positions,
        scale_embedding=True,
        init_std=shape.width**-0.5,
        pad_token_id=ids["<pad>"],
        eos_token_id=ids["</s>"],
        bos_token_id=ids["</s>"],
        decoder_start_token_id=ids["<pad>"],
        forced_eos_token_id=ids["</s>"],
    )
    model = MarianMTModel(config)
    for name, weight in model.named_parameters():
        if is_matrix(name, weight):
            torch.nn.init.xavier_uniform_(weight)
    return trainable(model)


def old(folder: Path) -> Any:
    """Return the model of a checkpoint in Hugging Face layout, ready to go on.

    Raises:
        OSError, ValueError: as transformers says, when the folder is no Marian checkpoint.
    """
    from transformers import MarianMTModel

    model = MarianMTModel.from_pretrained(str(folder), local_files_only=True, dtype=torch.float32)
    return trainable(model)


def trainable(model: Any) -> Any:
    """Make a parameter of the output bias, which transformers keeps as a constant.

    The sinusoidal positions, which transformers may take for parameters, stay as they are.
    """
    for side in (model.model.encoder, model.model.decoder):
        side.embed_positions.weight.requires_grad_(False)
    bias = model.final_logits_bias.detach().clone()
    del model.final_logits_bias
    model.register_parameter("final_logits_bias", torch.nn.Parameter(bias))
    return model


def export(model: Any, tokenizer: Path, folder: Path) -> None:
    """Write `model` as a checkpoint in Hugging Face layout: float16 weights, `tokenizer`'s files.

    Raises:
        OSError: when a file cannot be read or written.
    """
    from transformers import GenerationConfig, MarianMTModel

    config = model.config
    copy = MarianMTModel(config)
    copy.load_state_dict({name: value.float() for name, value in model.state_dict().items()})
    # The start token's embedding is zero in Marian; as an output it is never wanted.
    copy.model.shared.weight.data[config.pad_token_id] = 0
    copy.generation_config = GenerationConfig(
        pad_token_id=config.pad_token_id,
        eos_token_id=config.eos_token_id,
        bos_token_id=config.bos_token_id,
        decoder_start_token_id=config.decoder_start_token_id,
        forced_eos_token_id=config.eos_token_id,
        bad_words_ids=[[config.pad_token_id]],
        num_beams=4,
        max_length=config.max_position_embeddings,
    )
    folder.mkdir(parents=True, exist_ok=True)
    copy.half().save_pretrained(str(folder))
    for name in TOKENIZER:
        shutil.copy(tokenizer / name, folder / name)


def _vocabulary(folder: Path) -> dict[str, int]:
    path = folder / "vocab.json"
    try:
        ids: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: no vocabulary ({error}); run `subwords` first") from error
    missing = {"</s>", "<pad>"} - set(ids)
    if missing:
        raise ValueError(f"{path} has no {', '.join(sorted(missing))}")
    return ids
