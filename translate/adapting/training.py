"""Fine-tuning: few gentle updates, half of each batch replayed, the best state kept.

Half of every batch are the desk's pairs, half are other sentences with the English that the model
itself gave them before (Li and Hoiem 2016, "Learning without Forgetting"; at the level of
sequences, Kim and Rush 2016). Training ends when the loss on pairs that it does not see stops
falling. Then the weights go back towards the old ones as far as little of that is lost (Wortsman
et al. 2022, "Robust fine-tuning of zero-shot models"): what was changed without need is undone.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.adapting.network import Ids, Network
from translate.adapting.values import Course, Plan, Round

#: Shares of the trained weights that are tried, the least first.
_SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
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
) -> Course:
    """Train `network` and leave it as it is to be used; return how training went.

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
    old = network.state()
    best, state = rounds[0], old
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
    share = _blended(network, old, state, data, plan, goal=_goal(rounds[0].loss, best.loss, plan))
    loss = network.mean_loss(data.aside, batch=plan.batch)
    return Course(rounds=tuple(rounds), blend=share, loss=loss)


def _goal(before: float, best: float, plan: Plan) -> float:
    """Return the loss that a blend may have at most."""
    return before - plan.keep * (before - best)


def _blended(
    network: Network,
    old: dict[str, Any],
    new: dict[str, Any],
    data: Data,
    plan: Plan,
    *,
    goal: float,
) -> float:
    """Leave `network` with the least share of the weights `new` whose loss is `goal` at most."""
    for share in _SHARES:
        network.load({name: _between(old[name], new[name], share) for name in new})
        if network.mean_loss(data.aside, batch=plan.batch) <= goal:
            return share
    network.load(new)
    return 1.0


def _between(old: Any, new: Any, share: float) -> Any:
    return old + share * (new - old) if new.is_floating_point() else new


def _update(
    network: Network, optimizer: Any, batches: Sequence[Sequence[Ids]], plan: Plan, number: int
) -> None:
    """Take one update on the mean of the losses of `batches`."""
    for group in optimizer.param_groups:
        group["lr"] = plan.rate * min(1.0, number / plan.warmup)
    optimizer.zero_grad(set_to_none=True)
    for batch in batches:
        (network.loss(batch, smoothing=plan.smoothing).smoothed / len(batches)).backward()
    network.torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
    optimizer.step()


def _endless(pairs: Sequence[Ids], size: int, draw: random.Random) -> Iterator[list[Ids]]:
    """Yield batches of like length in random order, every pair once before any comes again."""
    while True:
        # Ties are broken by chance, so that batches differ from pass to pass.
        order = sorted(pairs, key=lambda pair: (len(pair[0]) // 4, draw.random()))
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        draw.shuffle(batches)
        yield from batches
