"""Encoded sentence pairs in flat arrays on disk, and batches drawn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.int64]

#: Pairs whose batches are made together, so that sentences of like length meet.
_POOL = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Token ids of all sources and all targets, end to end, without end tokens.

    Pair `i` is ``source[source_at[i]:source_at[i + 1]]`` and likewise for the target.
    """

    source: Ids
    target: Ids
    source_at: Offsets
    target_at: Offsets

    def __len__(self) -> int:
        return len(self.source_at) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One batch, padded; shapes are (sentences, tokens).

    Attributes:
        source: with end token. fed: the target behind a start token, what the decoder reads.
        wanted: the target with end token, what it is to say.
    """

    source: npt.NDArray[np.int64]
    fed: npt.NDArray[np.int64]
    wanted: npt.NDArray[np.int64]


def pack(pairs: Iterable[tuple[Sequence[int], Sequence[int]]], *, longest: int) -> Pairs:
    """Return `pairs` as arrays; what is empty or longer than `longest` tokens is left out.

    Raises:
        ValueError: when no pair is left, or an id needs more than 16 bits.
    """
    kept = [pair for pair in pairs if all(0 < len(side) <= longest for side in pair)]
    if not kept:
        raise ValueError(f"no pair of 1 to {longest} tokens: nothing to train on")
    sides = [[np.asarray(pair[side]) for pair in kept] for side in (0, 1)]
    flat = [np.concatenate(side) for side in sides]
    if max(ids.max() for ids in flat) > np.iinfo(np.uint16).max:
        raise ValueError("token ids above 65,535 do not fit the arrays: use a smaller vocabulary")
    at = [np.concatenate([[0], np.cumsum([len(ids) for ids in side])]) for side in sides]
    return Pairs(
        source=flat[0].astype(np.uint16),
        target=flat[1].astype(np.uint16),
        source_at=at[0].astype(np.int64),
        target_at=at[1].astype(np.int64),
    )


def save(path: Path, pairs: Pairs) -> None:
    """Write `pairs` to an ``.npz`` file."""
    np.savez(
        path,
        source=pairs.source,
        target=pairs.target,
        source_at=pairs.source_at,
        target_at=pairs.target_at,
    )


def check(path: Path) -> None:
    """Look whether `path` is what `save` wrote, without reading its arrays.

    Raises:
        ValueError: when the file is missing or is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            missing = set(Pairs.__slots__) - set(file.files)
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    if missing:
        raise _unusable(path, f"no {', '.join(sorted(missing))}")


def load(path: Path) -> Pairs:
    """Read what `save` wrote; nothing pickled is accepted.

    Raises:
        ValueError: when the file is missing or is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            return Pairs(**{name: file[name] for name in Pairs.__slots__})
    except (OSError, KeyError, ValueError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, reason: object) -> ValueError:
    return ValueError(f"{path}: no token arrays ({reason}); run `prepare` first")


def batches(
    pairs: Pairs,
    *,
    pad: int,
    end: int,
    micro_batch: int,
    seed: int,
    share: tuple[int, int] = (0, 1),
    once: bool = False,
) -> Iterator[Batch]:
    """Yield batches of like length, in random order, without end unless `once`.

    Args:
        micro_batch: padded tokens of a batch, mean of both sides.
        share: (rank, world): process `rank` of `world` gets every `world`-th pair.
    """
    random = np.random.default_rng(seed)
    rank, world = share
    while True:
        order = np.arange(len(pairs)) if once else random.permutation(len(pairs))
        for at in range(0, len(order), _POOL):
            groups = _grouped(pairs, order[at : at + _POOL][rank::world], micro_batch)
            random.shuffle(groups)
            for group in groups:
                yield _padded(pairs, group, pad, end)
        if once:
            return


def mixed(
    streams: Mapping[str, Iterator[Batch]], weights: Mapping[str, float], seed: int
) -> Iterator[Batch]:
    """Yield batches of several corpora, each as often as its weight says."""
    names = list(streams)
    total = sum(weights[name] for name in names)
    random = np.random.default_rng(seed)
    shares = [weights[name] / total for name in names]
    while True:
        yield next(streams[names[int(random.choice(len(names), p=shares))]])


def _grouped(pairs: Pairs, indices: npt.NDArray[np.int64], micro_batch: int) -> list[list[int]]:
    """Cut `indices` into batches, sorted so that little is padding."""
    source = np.diff(pairs.source_at)[indices] + 1
    target = np.diff(pairs.target_at)[indices] + 1
    groups: list[list[int]] = []
    group: list[int] = []
    widest = (0, 0)
    for place in np.lexsort((target, source // 3)):
        wider = max(widest[0], int(source[place])), max(widest[1], int(target[place]))
        if group and sum(wider) * (len(group) + 1) > 2 * micro_batch:
            groups.append(group)
            group, wider = [], (int(source[place]), int(target[place]))
        group.append(int(indices[place]))
        widest = wider
    return [*groups, group] if group else groups


def _padded(pairs: Pairs, group: Sequence[int], pad: int, end: int) -> Batch:
    sources = [pairs.source[pairs.source_at[i] : pairs.source_at[i + 1]] for i in group]
    targets = [pairs.target[pairs.target_at[i] : pairs.target_at[i + 1]] for i in group]
    source = np.full((len(group), max(map(len, sources)) + 1), pad, np.int64)
    fed = np.full((len(group), max(map(len, targets)) + 1), pad, np.int64)
    wanted = fed.copy()
    for row, (one, other) in enumerate(zip(sources, targets, strict=True)):
        source[row, : len(one)] = one
        source[row, len(one)] = end
        fed[row, 1 : len(other) + 1] = other  # Marian starts the decoder with the pad token
        wanted[row, : len(other)] = other
        wanted[row, len(other)] = end
    return Batch(source=source, fed=fed, wanted=wanted)
