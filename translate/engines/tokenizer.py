"""SentencePiece tokens with character offsets, the way MarianMT checkpoints use them."""

from __future__ import annotations

from pathlib import Path

import sentencepiece as spm

from translate.errors import ModelError
from translate.values import Span


class Tokenizer:
    """Source and target SentencePiece models of one checkpoint.

    Raises:
        ModelError: when a SentencePiece file is missing or damaged.
    """

    def __init__(self, model: Path) -> None:
        self._source = _load(model / "source.spm")
        self._target = _load(model / "target.spm")

    def encode(self, text: str) -> list[str]:
        """Return the source pieces of `text`, without the end token."""
        pieces: list[str] = self._source.encode(text, return_type=str)
        return pieces

    def encode_spans(self, text: str, *, target: bool = False) -> tuple[list[str], list[Span]]:
        """Return pieces and the span of `text` each covers (may be empty: normaliser, bytes)."""
        model = self._target if target else self._source
        found = model.encode(text, return_type="offset_mapping")
        spans = [Span(start=start, end=end) for start, end in found["offsets"]]
        return found["pieces"], spans

    def decode(self, pieces: list[str]) -> str:
        """Return the English that target `pieces` spell."""
        text: str = self._target.decode(pieces)
        return text


def _load(path: Path) -> spm.SentencePieceProcessor:
    if not path.is_file():
        raise ModelError(
            f"{path.parent} has no {path.name}; a MarianMT checkpoint needs config.json, "
            "vocab.json, source.spm, target.spm and weights"
        )
    try:
        return spm.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"{path} is no SentencePiece model: {error}") from error
