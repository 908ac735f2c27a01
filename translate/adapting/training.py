"""Fine-tuning: few gentle updates, half of each batch replayed, the best state kept.

Half of every batch are the desk's pairs, half are other sentences with the English that the model
itself gave them before (Li and Hoiem 2016, "Learning without Forgetting"; at the level of
sequences, Kim and Rush 2016). Training ends when the loss on pairs that it does not see stops
falling. Then the weights go back towards the old ones (Wortsman et al. 2022, "Robust fine-tuning of
zero-shot models") until the model gives sentences that were not replayed the English it gave them
before about as readily as then.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.adapting.network import Ids, Network
from translate.adapting.values import Course, Plan, Round

#: Padded tokens that are computed at once: the product with the vocabulary takes most memory.
_TOKENS = 500
#: Shares of the trained weights that are tried, in this order.
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
Weights = dict[str, Any]
#: Called after each update with (updates of this round done, updates of a round).
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What is trained on, encoded.

    Attributes:
        pairs: the desk's. replay: the model's own. aside: the desk's, by which training is stopped.
        unreplayed: the model's own, by which it is seen how much is forgotten.
    """

    pairs: Sequence[Ids]
    replay: Sequence[Ids]
    aside: Sequence[Ids]
    unreplayed: Sequence[Ids]


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
    share, memory = _blended(network, old, state, data.unreplayed, plan)
    loss = network.mean_loss(data.aside, batch=plan.batch)
    return Course(rounds=tuple(rounds), blend=share, loss=loss, memory=memory)


def _blended(
    network: Network, old: Weights, new: Weights, unreplayed: Sequence[Ids], plan: Plan
) -> tuple[float, tuple[float, float]]:
    """Leave `network` with as much of the weights `new` as forgets no more than `plan` allows.

    Returns:
        That share, and the loss on `unreplayed` with the old weights and with the blend.
    """
    network.load(old)
    before = network.mean_loss(unreplayed, batch=plan.batch)
    for share in _SHARES:
        network.load({name: _between(old[name], new[name], share) for name in new})
        after = network.mean_loss(unreplayed, batch=plan.batch)
        if after <= before * (1 + plan.forgotten):
            return share, (before, after)
    network.load(old)
    return 0.0, (before, before)


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
        total = sum(len(target) + 1 for _, target in batch)
        for part in _parts(batch):
            mean, count = network.loss(part, smoothing=plan.smoothing)
            (mean * count / total / len(batches)).backward()
    network.torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
    optimizer.step()


def _parts(batch: Sequence[Ids]) -> Iterator[Sequence[Ids]]:
    """Yield `batch` in parts of few enough tokens; gradients of the parts add up to its own."""
    start, widest = 0, 0
    for at, (source, target) in enumerate(batch):
        wider = max(widest, len(source), len(target))
        if at > start and (at + 1 - start) * wider > _TOKENS:
            yield batch[start:at]
            start, wider = at, max(len(source), len(target))
        widest = wider
    yield batch[start:]


def _endless(pairs: Sequence[Ids], size: int, draw: random.Random) -> Iterator[list[Ids]]:
    """Yield batches of like length in random order, every pair once before any comes again."""
    while True:
        # Ties are broken by chance, so that batches differ from pass to pass.
        order = sorted(pairs, key=lambda pair: (len(pair[0]) // 4, draw.random()))
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        draw.shuffle(batches)
        yield from batches
