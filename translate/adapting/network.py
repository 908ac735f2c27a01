"""A MarianMT network in torch: loaded to be trained, its loss, and the checkpoint it becomes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.adapting.values import Pair
from translate.engines.tokenizer import Tokenizer
from translate.errors import EngineError, ModelError, OutputError
from translate.models.checkpoint import read_vocabulary
from translate.models.hub import WANTED

#: Token ids of a source and of a target, without end tokens.
Ids = tuple[list[int], list[int]]
#: Files that `save_pretrained` writes anew, and the card, which is ours.
_MADE = ("config.json", "generation_config.json", "README.md")


class Codec:
    """Text to token ids, as the checkpoint in `model` reads and writes them."""

    def __init__(self, model: Path) -> None:
        self._tokenizer = Tokenizer(model)
        self._ids = {token: at for at, token in enumerate(read_vocabulary(model))}
        self._unknown = self._ids.get("<unk>", 1)

    def source(self, text: str) -> list[int]:
        """Return the ids of a French text."""
        return self._look_up(self._tokenizer.encode(text))

    def target(self, text: str) -> list[int]:
        """Return the ids of an English text."""
        return self._look_up(self._tokenizer.encode_spans(text, target=True)[0])

    def pair(self, pair: Pair) -> Ids:
        """Return the ids of both sides."""
        return self.source(pair.source), self.target(pair.target)

    def _look_up(self, pieces: Sequence[str]) -> list[int]:
        return [self._ids.get(piece, self._unknown) for piece in pieces]


class Network:
    """The network of a checkpoint in float32 on the CPU.

    Raises:
        EngineError: torch is not installed.
        ModelError: transformers cannot load the checkpoint.
    """

    def __init__(self, model: Path, *, threads: int = 0) -> None:
        self.torch, marian = libraries()
        if threads:
            self.torch.set_num_threads(threads)
        try:
            with _without_bars():
                self.model = marian.from_pretrained(
                    str(model),
                    local_files_only=True,
                    use_safetensors=True,
                    dtype=self.torch.float32,
                )
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(f"{model} cannot be loaded by transformers: {error}") from error
        # Twice as fast where the processor has the instructions, slower where it has not.
        self._fast = bool(_capabilities(self.torch) & {"avx512_bf16", "amx_bf16"})
        # Sinusoids, which transformers may take for parameters, stay as they are.
        for side in (self.model.model.encoder, self.model.model.decoder):
            side.embed_positions.weight.requires_grad_(False)

    def parameters(self) -> list[Any]:
        """Return what training changes."""
        return [one for one in self.model.parameters() if one.requires_grad]

    def state(self) -> dict[str, Any]:
        """Return a copy of the weights."""
        return {name: value.detach().clone() for name, value in self.model.state_dict().items()}

    def load(self, state: dict[str, Any]) -> None:
        """Go back to weights that `state` returned."""
        self.model.load_state_dict(state)

    def loss(self, batch: Sequence[Ids], *, smoothing: float) -> tuple[Any, int]:
        """Return the cross entropy of the targets of `batch` and how many tokens they have.

        It is the mean per token in nats, with label smoothing, as a tensor to differentiate; end
        tokens count, padding does not.
        """
        with self.torch.autocast("cpu", dtype=self.torch.bfloat16, enabled=self._fast):
            return self._loss(batch, smoothing)

    def _loss(self, batch: Sequence[Ids], smoothing: float) -> tuple[Any, int]:
        torch, config = self.torch, self.model.config
        pad, end = config.pad_token_id, config.eos_token_id
        source = self._padded([[*source, end] for source, _ in batch], pad)
        fed = self._padded([[config.decoder_start_token_id, *target] for _, target in batch], pad)
        wanted = self._padded([[*target, end] for _, target in batch], -1)
        hidden = self.model.model(
            input_ids=source,
            attention_mask=(source != pad).long(),
            decoder_input_ids=fed,
            use_cache=False,
        ).last_hidden_state
        real = wanted >= 0
        # Only real positions meet the vocabulary: that product is the dearest of all.
        logits = (self.model.lm_head(hidden[real]) + self.model.final_logits_bias[0]).float()
        mean = torch.nn.functional.cross_entropy(logits, wanted[real], label_smoothing=smoothing)
        return mean, int(real.sum())

    def mean_loss(self, pairs: Sequence[Ids], *, batch: int) -> float:
        """Return the negative log-likelihood per target token of `pairs`, in nats."""
        self.model.eval()
        total = tokens = 0.0
        order = sorted(pairs, key=lambda pair: len(pair[0]))
        with self.torch.inference_mode():
            for start in range(0, len(order), batch):
                mean, count = self.loss(order[start : start + batch], smoothing=0.0)
                total, tokens = total + float(mean) * count, tokens + count
        return total / max(tokens, 1)

    def export(self, origin: Path, folder: Path) -> None:
        """Write the network into `folder` as a checkpoint: float16, tokenizer files of `origin`.

        Raises:
            OutputError: it cannot be written there.
        """
        from safetensors import SafetensorError

        try:
            folder.mkdir()
            with _without_bars():
                self.model.half().save_pretrained(str(folder))
            for name in WANTED:
                if name not in _MADE and (origin / name).is_file():
                    shutil.copyfile(origin / name, folder / name)
            # safetensors makes files that only their owner may read; a desk shares its model.
            shutil.copymode(folder / "config.json", folder / "model.safetensors")
        except (OSError, SafetensorError) as error:
            raise OutputError(f"the model cannot be written beside {folder}: {error}") from error
        finally:
            self.model.float()

    def _padded(self, rows: Sequence[Sequence[int]], fill: int) -> Any:
        width = max(map(len, rows))
        return self.torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])


def libraries() -> tuple[Any, Any]:
    """Return torch and the MarianMT class of transformers.

    Raises:
        EngineError: torch is not installed.
    """
    try:
        import torch
        from transformers import MarianMTModel
    except ImportError as error:
        raise EngineError(
            "adapting a model needs torch, which is not installed; type "
            "`pip install 'visavis[marian]'`"
        ) from error
    return torch, MarianMTModel


def _capabilities(torch: Any) -> set[str]:
    """Return the instruction sets of the processor by name; older torch does not tell."""
    tell = getattr(torch.cpu, "get_capabilities", dict)
    return {name for name, there in tell().items() if there is True}


@contextmanager
def _without_bars() -> Iterator[None]:
    """Keep the progress bars of transformers off the terminal: ours is enough."""
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()
