"""MarianMT through transformers and torch: the reference the default engine is held against."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.engines.attention import alignment
from translate.engines.base import Alignment, Decoding, EngineInfo, Hypothesis, Progress, Request
from translate.engines.fitting import Part, cut, gather
from translate.engines.marks import CLOSE, MIDDLE, OPEN, fold, strip
from translate.engines.tokenizer import Tokenizer
from translate.errors import EngineError, ModelError
from translate.models.checkpoint import digest, read_config, read_vocabulary
from translate.models.store import name_of

#: Sentences in one call of `generate`.
BATCH = 16


class MarianEngine:
    """MarianMT in float32 on torch (extra ``visavis[marian]``).

    Raises:
        EngineError: torch is not installed.
        ModelError: the checkpoint is missing, damaged or not a Marian model.
    """

    def __init__(self, model: Path, *, threads: int = 0) -> None:
        config = read_config(model)
        torch, marian = _libraries()
        if threads:
            torch.set_num_threads(threads)
        self.info = EngineInfo(
            engine="marian", model=name_of(model), digest=digest(model), precision="float32"
        )
        self._vocabulary = read_vocabulary(model)
        self._ids = {token: index for index, token in enumerate(self._vocabulary)}
        self.reads_marks = {OPEN, MIDDLE, CLOSE} <= set(self._vocabulary)
        self._tokenizer = Tokenizer(model)
        self._config = config
        self._limit = config.max_positions - 1
        self._torch = torch
        try:
            self._model = marian.from_pretrained(
                str(model),
                local_files_only=True,
                use_safetensors=True,
                dtype=torch.float32,
                attn_implementation="eager",  # the only one that gives attentions, for `align`
            ).eval()
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(f"{model} cannot be loaded by transformers: {error}") from error

    def translate(
        self, requests: Sequence[Request], *, decoding: Decoding, progress: Progress | None = None
    ) -> list[Hypothesis]:
        """Translate `requests` in batches sorted by length; see `Engine`."""
        parts = cut(
            requests,
            self._count,
            limit=self._limit,
            marks=self.reads_marks,
            halved=decoding.halved,
        )
        order = sorted(range(len(parts)), key=lambda index: self._count(parts[index].text))
        found: dict[int, Hypothesis] = {}
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            read = self._generate([parts[index] for index in batch], decoding)
            found.update(zip(batch, read, strict=True))
            for index in batch:
                if progress:
                    progress(len(parts[index].text.split()))
        return gather(len(requests), parts, [found[index] for index in range(len(parts))])

    def align(self, source: str, target: str) -> Alignment:
        """Force-decode `target`; read the last layer's cross-attention, mean of heads."""
        torch = self._torch
        source_pieces, source_spans = self._tokenizer.encode_spans(fold(source))
        target_pieces, target_spans = self._tokenizer.encode_spans(target, target=True)
        if not target_pieces or max(len(source_pieces), len(target_pieces)) > self._limit - 1:
            return Alignment()
        decoder = [self._config.pad, *self._encode(target_pieces)][: len(target_pieces)]
        with torch.inference_mode():
            result = self._model(
                input_ids=torch.tensor([[*self._encode(source_pieces), self._config.eos]]),
                decoder_input_ids=torch.tensor([decoder]),
                output_attentions=True,
            )
        return alignment(
            result.cross_attentions[-1][0].mean(0).tolist(), source_spans, target_spans
        )

    def _count(self, text: str) -> int:
        return len(self._tokenizer.encode(text))

    def _encode(self, pieces: Sequence[str]) -> list[int]:
        unknown = self._ids.get("<unk>", 1)
        return [self._ids.get(piece, unknown) for piece in pieces]

    def _generate(self, parts: Sequence[Part], decoding: Decoding) -> list[Hypothesis]:
        torch = self._torch
        eos, pad = self._config.eos, self._config.pad
        rows = [
            [*self._encode(self._tokenizer.encode(part.text)[: self._limit]), eos] for part in parts
        ]
        width = max(len(row) for row in rows)
        ids = torch.tensor([row + [pad] * (width - len(row)) for row in rows])
        with torch.inference_mode():
            result = self._model.generate(
                input_ids=ids,
                attention_mask=(ids != pad).long(),
                num_beams=decoding.beam,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat_ngram,
                max_length=self._limit + 1,
                length_penalty=1.0,
                early_stopping=True,  # when `beam` hypotheses have ended, as CTranslate2 does
                do_sample=False,
                return_dict_in_generate=True,
                output_scores=True,
            )
        return [
            self._read(part, row.tolist(), score)
            for part, row, score in zip(
                parts, result.sequences, self._scores(result, decoding), strict=True
            )
        ]

    def _scores(self, result: Any, decoding: Decoding) -> list[float]:
        """Return the mean log-probability per token of each sequence."""
        if decoding.beam > 1:
            scores: list[float] = result.sequences_scores.tolist()
            return scores
        steps = self._model.compute_transition_scores(
            result.sequences, result.scores, normalize_logits=True
        )
        real = result.sequences[:, 1:] != self._config.pad
        means = (steps * real).sum(1) / real.sum(1).clamp(min=1)
        return [float(mean) for mean in means]

    def _read(self, part: Part, ids: list[int], score: float) -> Hypothesis:
        special = {self._config.pad, self._config.eos}
        pieces = [self._vocabulary[index] for index in ids if index not in special]
        return Hypothesis(
            text=strip(self._tokenizer.decode(pieces)).strip(),
            score=score,
            truncated=not part.fits or len(pieces) >= self._limit,
        )


def _libraries() -> tuple[Any, Any]:
    try:
        import torch
        from transformers import MarianMTModel
    except ImportError as error:
        raise EngineError(
            "engine 'marian' needs torch, which is not installed; type "
            "`pip install 'visavis[marian]'`, or use the default engine"
        ) from error
    return torch, MarianMTModel
