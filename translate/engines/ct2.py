"""The default engine: MarianMT on CTranslate2, int8, without torch."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.engines.attention import alignment
from translate.engines.base import Alignment, Decoding, EngineInfo, Hypothesis, Progress, Request
from translate.engines.fitting import Part, cut, gather
from translate.engines.marks import CLOSE, MIDDLE, OPEN, fold, strip
from translate.engines.tokenizer import Tokenizer
from translate.errors import ModelError
from translate.models.checkpoint import digest, read_config, read_vocabulary
from translate.models.folders import cache_folder
from translate.models.store import name_of

#: Source tokens in one batch. Small ones pad less and keep every core busy to the end: on two cores
#: 256 was 16 % faster than 1,024 on five articles.
BATCH_TOKENS = 256
_DECIMALS = 4


class CT2Engine:
    """MarianMT on CTranslate2.

    Args:
        model: checkpoint folder in Hugging Face layout.
        threads: CPU threads; 0 takes every core this process may use.
        quantization: "int8", or "float32" to compare with other engines.

    Raises:
        ModelError: the checkpoint is missing, damaged or not a Marian model.
    """

    def __init__(self, model: Path, *, threads: int = 0, quantization: str = "int8") -> None:
        config = read_config(model)
        self.info = EngineInfo(
            engine="ctranslate2", model=name_of(model), digest=digest(model), precision=quantization
        )
        self.reads_marks = {OPEN, MIDDLE, CLOSE} <= set(read_vocabulary(model))
        self._tokenizer = Tokenizer(model)
        # One position is taken by the end token.
        self._limit = config.max_positions - 1
        self._translator = _load(model, self.info.digest, quantization, threads)

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
        return gather(len(requests), parts, self._decode(parts, decoding, progress))

    def align(self, source: str, target: str) -> Alignment:
        """Force-decode `target`; read the last layer's cross-attention, mean of heads."""
        source_pieces, source_spans = self._tokenizer.encode_spans(fold(source))
        target_pieces, target_spans = self._tokenizer.encode_spans(target, target=True)
        if not target_pieces or max(len(source_pieces), len(target_pieces)) > self._limit - 1:
            return Alignment()
        result = self._translator.translate_batch(
            [[*source_pieces, "</s>"]],
            target_prefix=[target_pieces],
            beam_size=1,
            return_attention=True,
            max_decoding_length=len(target_pieces),
        )[0]
        return alignment(result.attention[0], source_spans, target_spans)

    def _count(self, text: str) -> int:
        return len(self._tokenizer.encode(text))

    def _decode(
        self, parts: Sequence[Part], decoding: Decoding, progress: Progress | None
    ) -> list[Hypothesis]:
        """Decode `parts`; should a batch fail, its parts are tried one by one."""
        tokens = [[*self._tokenizer.encode(part.text)[: self._limit], "</s>"] for part in parts]
        pending = self._submit(tokens, decoding)
        hypotheses = []
        for part, source, future in zip(parts, tokens, pending, strict=True):
            try:
                result = future.result()
            except RuntimeError:
                result = self._alone(source, decoding)
            hypotheses.append(self._read(part, result))
            if progress:
                progress(len(part.text.split()))
        return hypotheses

    def _alone(self, source: list[str], decoding: Decoding) -> Any:
        try:
            return self._submit([source], decoding)[0].result()
        except RuntimeError as error:
            return str(error) or "the engine failed on this segment"

    def _submit(self, tokens: list[list[str]], decoding: Decoding) -> list[Any]:
        if not tokens:
            return []
        futures: list[Any] = self._translator.translate_batch(
            tokens,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            asynchronous=True,
            beam_size=decoding.beam,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            max_input_length=0,
            max_decoding_length=self._limit,
            return_scores=True,
        )
        return futures

    def _read(self, part: Part, result: Any) -> Hypothesis:
        if isinstance(result, str):
            return Hypothesis(text="", score=float("-inf"), failed=result)
        pieces = result.hypotheses[0]
        return Hypothesis(
            text=strip(self._tokenizer.decode(pieces)).strip(),
            # The last bits depend on which sentences share a batch; a page must not.
            score=round(result.scores[0], _DECIMALS),
            truncated=not part.fits or len(pieces) >= self._limit,
        )


def _load(model: Path, model_digest: str, quantization: str, threads: int) -> Any:
    """Return the translator, from the cache if it can be kept, else from a scratch folder."""
    import ctranslate2

    from translate.engines.ct2_spec import CONVERSION, convert

    name = f"{model_digest[:32]}-{quantization}-ct2.{ctranslate2.__version__}-{CONVERSION}"
    cached = cache_folder() / "ctranslate2" / name
    options = _threading(threads)
    # A second try on a fresh conversion: a cache that was cut short must not stop a run.
    for fresh in (False, True):
        if fresh:
            shutil.rmtree(cached, ignore_errors=True)
        try:
            if not cached.is_dir():
                convert(model, cached, quantization=quantization)
            return ctranslate2.Translator(str(cached), **options)
        except OSError:
            break
        except RuntimeError:
            continue
    try:
        with tempfile.TemporaryDirectory(prefix="visavis-", dir=_scratch()) as folder:
            convert(model, Path(folder) / "model", quantization=quantization)
            # Weights are read into memory by the constructor; the folder can go.
            return ctranslate2.Translator(str(Path(folder) / "model"), **options)
    except (OSError, RuntimeError) as error:
        raise ModelError(f"{model} cannot be loaded by CTranslate2: {error}") from error


def _scratch() -> str:
    """Return a folder that can be written to, memory-backed where nothing else can."""
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        return "/dev/shm"  # noqa: S108 - last resort on a read-only system; TemporaryDirectory is safe


def _threading(threads: int) -> dict[str, int]:
    """One batch per core: batches of a small model gain more from that than from split matrices."""
    if not threads and hasattr(os, "sched_getaffinity"):  # Linux: respects containers and taskset
        threads = len(os.sched_getaffinity(0))
    return {"inter_threads": threads or os.cpu_count() or 1, "intra_threads": 1}
