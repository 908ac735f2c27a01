"""The model card: shape, data with licences, figures; what to say of errors is left open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.corpora import Corpus

_HEAD = """---
language: [fr, en]
license: apache-2.0
library_name: transformers
pipeline_tag: translation
tags: [marian, visavis]
---
"""
_ERRORS = """
## Known errors
(Read at least sixty sentences of the news it is for, and say what goes wrong.)
"""


def write_card(
    model: Path, scores: Sequence[Path], *, name: str, corpora: Sequence[Corpus]
) -> None:
    """Write ``README.md`` of the checkpoint `model`.

    Args:
        scores: files that ``translate evaluate --json`` wrote.

    Raises:
        ValueError: when a file is missing or is not what it should be.
    """
    parts = [
        _HEAD,
        f"# {name}\n\nA MarianMT model, French to English.\n\n",
        _shape(_read(model / "config.json")),
        _data(corpora),
        _figures([_read(path) for path in scores]),
        _ERRORS,
    ]
    (model / "README.md").write_text("".join(parts), encoding="utf-8")


def _shape(config: dict[str, Any]) -> str:
    return (
        "| | |\n|---|---|\n"
        f"| encoder, decoder | {config['encoder_layers']}, {config['decoder_layers']} layers |\n"
        f"| width, heads, feed-forward | {config['d_model']}, {config['encoder_attention_heads']}, "
        f"{config['encoder_ffn_dim']} |\n"
        f"| vocabulary | {config['vocab_size']} |\n"
        f"| positions | {config['max_position_embeddings']} |\n"
    )


def _data(corpora: Sequence[Corpus]) -> str:
    rows = "".join(f"| {corpus.name} | {corpus.about} | {corpus.licence} |\n" for corpus in corpora)
    return f"\n## Training data\n| | what | licence |\n|---|---|---|\n{rows}"


def _figures(found: Sequence[dict[str, Any]]) -> str:
    """One row for each set; the first system of each file is the model."""
    rows, signatures = [], set()
    try:
        for scored in found:
            data, system = scored["data"], scored["systems"][0]
            bleu, chrf = system["scores"]["BLEU"], system["scores"]["chrF2"]
            rows.append(
                f"| {data['name']} | {data['sentences']} | {system['how']} | "
                f"{bleu['score']:.1f} | {chrf['score']:.1f} |\n"
            )
            signatures |= {bleu["signature"], chrf["signature"]}
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"scores of `translate evaluate --json` are expected ({error})") from error
    table = "| set | sentences | measured | BLEU | chrF |\n|---|---|---|---|---|\n" + "".join(rows)
    signed = "".join(f"- `{signature}`\n" for signature in sorted(signatures))
    return f"\n## Figures\n{table}\nsacrebleu signatures:\n{signed}"


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ValueError(f"{path} cannot be read: {error}") from error
