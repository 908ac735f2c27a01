"""The training loop: gradients of many batches, one update, reports, checkpoints; stop and go on.

On CPU, one single-threaded process for each core is faster than one process with many threads:
`world` processes share the batches and average their gradients over gloo.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist

from training.arrays import Batch, Pairs, batches
from training.config import Plan
from training.objective import loss_of
from training.optimizer import MuonAdamW

CHECKPOINT = "last.pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How training stands after an update.

    Attributes:
        loss: mean negative log-likelihood per target token of this update, in nats.
        speed: target tokens per second, all processes. tokens: so far, all runs.
    """

    update: int
    loss: float
    gradient_norm: float
    rate: float
    speed: float
    tokens: int


@dataclass(slots=True)
class State:
    """A model in training with all that a later run needs to go on."""

    model: Any
    optimizer: MuonAdamW
    updates: int = 0
    tokens: int = 0

    @classmethod
    def of(cls, model: Any, plan: Plan) -> State:
        """Return a fresh state; weights are kept in bfloat16 with float32 copies to update."""
        optimizer = MuonAdamW(model, plan)
        model.to(torch.bfloat16)
        return cls(model=model, optimizer=optimizer)

    def save(self, folder: Path) -> None:
        """Write a checkpoint, the old or the new one but never half."""
        folder.mkdir(parents=True, exist_ok=True)
        scratch = folder / f"{CHECKPOINT}.tmp"
        state = {
            "updates": self.updates,
            "tokens": self.tokens,
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, scratch)
        scratch.replace(folder / CHECKPOINT)

    def load(self, folder: Path) -> bool:
        """Go on from the checkpoint in `folder`; False if there is none.

        Raises:
            ValueError: when the checkpoint is of another model or damaged.
        """
        path = folder / CHECKPOINT
        if not path.is_file():
            return False
        try:
            state = torch.load(path, weights_only=True)
            self.optimizer.load_state_dict(state["optimizer"])
        except (RuntimeError, KeyError, OSError) as error:
            message = f"{path} is no checkpoint of this model ({error}); name another folder"
            raise ValueError(message) from error
        self.updates, self.tokens = state["updates"], state["tokens"]
        return True


def train(
    state: State,
    stream: Iterator[Batch],
    plan: Plan,
    *,
    updates: int,
    decay: bool = False,
    report: Callable[[Report], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Take up to `updates` updates; with `decay` the learning rate goes to nothing on the way.

    Args:
        stop: asked before each update; True ends the run (all processes end together).
    """
    state.model.train()
    for number in range(1, updates + 1):
        if _any(stop()):
            return
        start = time.perf_counter()
        rate = plan.rate(number, updates=updates, decay=decay)
        gradients, loss, tokens = _gradients(state.model, stream, plan)
        norm = _clip(gradients, plan.clip)
        state.optimizer.step(gradients, rate)
        state.updates += 1
        state.tokens += tokens
        report(
            Report(
                update=state.updates,
                loss=loss / tokens,
                gradient_norm=norm,
                rate=rate,
                speed=tokens / (time.perf_counter() - start),
                tokens=state.tokens,
            )
        )


def perplexity(model: Any, pairs: Pairs, *, micro_batch: int = 4_096) -> float:
    """Return the perplexity per target token of `model` on `pairs`."""
    model.eval()
    loss = tokens = 0.0
    config = model.config
    stream = batches(
        pairs,
        pad=config.pad_token_id,
        end=config.eos_token_id,
        micro_batch=micro_batch,
        seed=0,
        once=True,
    )
    with torch.inference_mode():
        for batch in stream:
            found = loss_of(model, batch, smoothing=0.0)
            loss += found.plain
            tokens += found.tokens
    model.train()
    return math.exp(loss / tokens)


def _gradients(
    model: Any, stream: Iterator[Batch], plan: Plan
) -> tuple[dict[str, torch.Tensor], float, int]:
    """Return mean gradients per target token by name, the summed loss and the tokens."""
    world = dist.get_world_size() if dist.is_initialized() else 1
    model.zero_grad(set_to_none=True)
    tokens, loss = 0, 0.0
    while tokens < plan.batch / world:
        found = loss_of(model, next(stream), smoothing=plan.smoothing)
        found.smoothed.backward()
        tokens += found.tokens
        loss += found.plain
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    flat = torch.cat([p.grad.reshape(-1).float() for _, p in named])
    sums = torch.tensor([float(tokens), loss], dtype=torch.float64)
    if world > 1:
        dist.all_reduce(flat)
        dist.all_reduce(sums)
    flat /= sums[0].item()
    pieces = flat.split([p.numel() for _, p in named])
    gradients = {name: piece.view(p.shape) for (name, p), piece in zip(named, pieces, strict=True)}
    return gradients, sums[1].item(), int(sums[0].item())


def _clip(gradients: dict[str, torch.Tensor], most: float) -> float:
    """Scale `gradients` down to the norm `most` if they are longer; return their norm before."""
    norm = math.sqrt(sum(float((value * value).sum()) for value in gradients.values()))
    if norm > most:
        for value in gradients.values():
            value.mul_(most / norm)
    return norm


def _any(stopped: bool) -> bool:
    """Return whether any process was asked to stop."""
    if not dist.is_initialized():
        return stopped
    flag = torch.tensor([float(stopped)])
    dist.all_reduce(flag)
    return bool(flag.item())


def join(rank: int, world: int, meeting: Path) -> None:
    """Make this process number `rank` of `world`, single-threaded; they meet over a file."""
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=meeting.as_uri(), rank=rank, world_size=world)


def leave() -> None:
    """Undo `join`."""
    dist.destroy_process_group()
