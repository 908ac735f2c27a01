"""A tiny MarianMT checkpoint, made by the tests: random weights, a real tokenizer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import sentencepiece as spm
from safetensors.numpy import save_file

_TEXT = """Le port de la ville a été fermé lundi matin. The harbor of the town was closed on Monday.
Les pêcheurs attendent une décision du préfet. The fishers wait for a decision of the prefect.
La maire a parlé aux journalistes devant la mairie. The mayor spoke to reporters at the town hall.
Aucun blessé n'est à déplorer, selon les pompiers. No one was hurt, according to firefighters.
"""
_DEPTH, _FFN = 8, 16


def make(folder: Path, *, seed: int = 1) -> Path:
    """Write a checkpoint into `folder` and return it; another seed gives another model."""
    folder.mkdir(parents=True)
    corpus = folder / "corpus.txt"
    corpus.write_text(_TEXT * 4, encoding="utf-8")
    spm.SentencePieceTrainer.train(
        input=str(corpus),
        model_prefix=str(folder / "source"),
        vocab_size=120,
        minloglevel=2,
        bos_id=-1,
        eos_id=-1,
        hard_vocab_limit=False,
    )
    corpus.unlink()
    (folder / "source.model").rename(folder / "source.spm")
    (folder / "source.vocab").unlink()
    shutil.copy(folder / "source.spm", folder / "target.spm")
    model = spm.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    pieces = [model.id_to_piece(index) for index in range(model.get_piece_size())]
    tokens = ["</s>", "<unk>", *[piece for piece in pieces if piece != "<unk>"], "<pad>"]
    _json(folder / "vocab.json", {token: index for index, token in enumerate(tokens)})
    _json(folder / "config.json", _config(len(tokens)))
    save_file(_weights(len(tokens), seed), str(folder / "model.safetensors"))
    return folder


def _config(size: int) -> dict[str, object]:
    return {
        "architectures": ["MarianMTModel"],
        "model_type": "marian",
        "activation_function": "swish",
        "d_model": _DEPTH,
        "encoder_layers": 1,
        "decoder_layers": 1,
        "encoder_attention_heads": 2,
        "decoder_attention_heads": 2,
        "encoder_ffn_dim": _FFN,
        "decoder_ffn_dim": _FFN,
        "vocab_size": size,
        "decoder_vocab_size": size,
        "max_position_embeddings": 64,
        "pad_token_id": size - 1,
        "eos_token_id": 0,
        "decoder_start_token_id": size - 1,
        "scale_embedding": True,
        "static_position_embeddings": True,
        "tie_word_embeddings": True,
        "share_encoder_decoder_embeddings": True,
    }


def _weights(size: int, seed: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {"model.shared.weight": (size, _DEPTH)}
    for side in ("encoder", "decoder"):
        base = f"model.{side}.layers.0"
        attentions = ["self_attn"] + (["encoder_attn"] if side == "decoder" else [])
        for name in attentions:
            for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
                shapes[f"{base}.{name}.{part}.weight"] = (_DEPTH, _DEPTH)
                shapes[f"{base}.{name}.{part}.bias"] = (_DEPTH,)
            shapes[f"{base}.{name}_layer_norm.weight"] = (_DEPTH,)
            shapes[f"{base}.{name}_layer_norm.bias"] = (_DEPTH,)
        shapes[f"{base}.fc1.weight"] = (_FFN, _DEPTH)
        shapes[f"{base}.fc1.bias"] = (_FFN,)
        shapes[f"{base}.fc2.weight"] = (_DEPTH, _FFN)
        shapes[f"{base}.fc2.bias"] = (_DEPTH,)
        shapes[f"{base}.final_layer_norm.weight"] = (_DEPTH,)
        shapes[f"{base}.final_layer_norm.bias"] = (_DEPTH,)
    weights = {
        name: random.normal(0, 0.5, shape).astype(np.float32) for name, shape in shapes.items()
    }
    weights["final_logits_bias"] = random.normal(0, 0.5, (1, size)).astype(np.float32)
    return weights


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
