"""What training minimises: cross entropy of the target tokens, with label smoothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - the field's name for it

from training.arrays import Batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Sums over the target tokens of one batch.

    Attributes:
        smoothed: what to differentiate (a scalar tensor). plain: negative log-likelihood in nats.
        tokens: how many target tokens, end tokens included.
    """

    smoothed: torch.Tensor
    plain: float
    tokens: int


def loss_of(model: Any, batch: Batch, *, smoothing: float) -> Loss:
    """Return the loss of `model` on `batch`; padding counts nothing."""
    device = model.final_logits_bias.device
    pad = model.config.pad_token_id
    source, fed, wanted = (
        torch.from_numpy(ids).to(device) for ids in (batch.source, batch.fed, batch.wanted)
    )
    hidden = model.model(
        input_ids=source,
        attention_mask=(source != pad).long(),
        decoder_input_ids=fed,
        use_cache=False,
    ).last_hidden_state
    real = wanted != pad
    targets = wanted[real]
    logits = F.linear(hidden[real], model.model.shared.weight, model.final_logits_bias[0]).float()
    log_probabilities = logits.log_softmax(-1)
    plain = -log_probabilities.gather(1, targets[:, None]).sum()
    spread = -log_probabilities.mean(-1).sum()
    return Loss(
        smoothed=(1 - smoothing) * plain + smoothing * spread,
        plain=float(plain.detach()),
        tokens=len(targets),
    )
