"""Fine-tuning: few gentle updates, half of each batch replayed, the best state kept.

Half of every batch are the desk's pairs, half are other sentences with the English that the model
itself gave them before (Li and Hoiem 2016, "Learning without Forgetting"; at the level of
sequences, Kim and Rush 2016). Training ends when the loss on pairs that it does not see stops
falling.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.adapting.network import Ids, Network
from translate.adapting.values import Plan, Round

#: Called after each update with (updates of this round done, updates of a round).
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What is trained on, encoded.

    Attributes:
        pairs: the desk's. replay: the model's own. aside: the desk's, by which training is stopped.
    """

    pairs: Sequence[Ids]
    replay: Sequence[Ids]
    aside: Sequence[Ids]


def train(
    network: Network,
    data: Data,
    plan: Plan,
    *,
    step: Step = lambda _done, _all: None,
    told: Callable[[Round], None] = lambda _round: None,
) -> list[Round]:
    """Train `network` and leave it in its best state; return all rounds, the first untrained.

    The same data and plan give the same result on the same machine and number of threads.
    """
    network.torch.manual_seed(plan.seed)
    draw = random.Random(plan.seed)  # noqa: S311 - seeded on purpose
    optimizer = network.torch.optim.AdamW(
        network.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.0
    )
    own = _endless(data.pairs, plan.batch, draw)
    other = _endless(data.replay, plan.batch, draw)
    updates = min(max(math.ceil(len(data.pairs) / plan.batch), plan.shortest), plan.longest)
    rounds = [Round(number=0, loss=network.mean_loss(data.aside, batch=plan.batch))]
    told(rounds[0])
    best, state = rounds[0], network.state()
    done = 0
    for number in range(1, plan.rounds + 1):
        network.model.train()
        for at in range(updates):
            done += 1
            _update(network, optimizer, (next(own), next(other)), plan, done)
            step(at + 1, updates)
        rounds.append(Round(number=number, loss=network.mean_loss(data.aside, batch=plan.batch)))
        told(rounds[-1])
        if rounds[-1].loss < best.loss:
            best, state = rounds[-1], network.state()
        elif number - best.number >= plan.patience:
            break
    network.load(state)
    network.model.eval()
    return rounds


def _update(
    network: Network, optimizer: object, batches: Sequence[Sequence[Ids]], plan: Plan, number: int
) -> None:
    """Take one update on the mean of the losses of `batches`."""
    for group in optimizer.param_groups:  # type: ignore[attr-defined]
        group["lr"] = plan.rate * min(1.0, number / plan.warmup)
    optimizer.zero_grad(set_to_none=True)  # type: ignore[attr-defined]
    for batch in batches:
        (network.loss(batch, smoothing=plan.smoothing).smoothed / len(batches)).backward()
    network.torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
    optimizer.step()  # type: ignore[attr-defined]


def _endless(pairs: Sequence[Ids], size: int, draw: random.Random) -> Iterator[list[Ids]]:
    """Yield batches of like length in random order, every pair once before any comes again."""
    while True:
        # Ties are broken by chance, so that batches differ from pass to pass.
        order = sorted(pairs, key=lambda pair: (len(pair[0]) // 4, draw.random()))
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        draw.shuffle(batches)
        yield from batches
