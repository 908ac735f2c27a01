"""What a training run can choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Shape of a MarianMT model (encoder and decoder share width, heads and vocabulary).

    A deep encoder with a shallow decoder decodes several times faster at little cost
    (Kasai et al. 2021, "Deep Encoder, Shallow Decoder").

    Attributes:
        width: of embeddings and layers. positions: longest source or target, in tokens.
    """

    width: int = 384
    heads: int = 6
    feed_forward: int = 1536
    encoder_layers: int = 6
    decoder_layers: int = 2
    positions: int = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Batches and optimisation.

    Attributes:
        batch: target tokens of one update, over all processes.
        micro_batch: padded tokens (mean of source and target) of one forward pass.
        matrix_rate: learning rate of Muon. other_rate: of AdamW (embeddings, biases, norms).
        weight_decay: of the matrices, per unit of learning rate.
        warmup: updates until the full rate. smoothing: label smoothing. clip: gradient norm.
    """

    batch: int = 12_288
    micro_batch: int = 3_072
    matrix_rate: float = 0.01
    other_rate: float = 1.5e-3
    weight_decay: float = 0.05
    warmup: int = 100
    smoothing: float = 0.1
    clip: float = 1.0
    seed: int = 1

    def rate(self, update: int, *, updates: int, decay: bool) -> float:
        """Return the share of the learning rate for `update` of `updates`, both from 1.

        Warmup-stable-decay (Hu et al. 2024, "MiniCPM"): a run stays at the full rate for as long
        as one likes and can always go on; a last run with `decay` takes it down to nothing.
        """
        rise = min(1.0, update / self.warmup) if self.warmup else 1.0
        return rise * max(0.02, 1 - (update - 1) / updates) if decay else rise
