"""One training run, over one process or several."""

from __future__ import annotations

import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from training import arrays, model
from training.arrays import Batch
from training.config import Architecture, Plan
from training.trainer import Report, State, join, leave, perplexity, train

#: Seconds between two lines of progress, and between two checkpoints.
_TELL, _SAVE = 30, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A training run as asked for.

    Attributes:
        data: folder of ``NAME.npz``. mix: name -> weight. work: folder of checkpoint and result.
        tokenizer: folder with the tokenizer's files. init: checkpoint to begin with; None: afresh.
        dev: names of arrays whose perplexity is told at the end.
        decay: take the learning rate to nothing and write the model to ``work`` / `model`.
    """

    data: Path
    mix: Mapping[str, float]
    work: Path
    tokenizer: Path
    updates: int
    init: Path | None = None
    dev: tuple[str, ...] = ()
    decay: bool = False
    model: str = "model"
    processes: int = 1
    plan: Plan = field(default_factory=Plan)
    shape: Architecture = field(default_factory=Architecture)


def run(job: Job, tell: Callable[[str], None]) -> None:
    """Train as `job` says; SIGTERM or Ctrl-C saves and ends.

    Raises:
        ValueError: when data, vocabulary or checkpoint are missing or do not fit.
    """
    for name in (*job.mix, *job.dev):
        arrays.check(job.data / f"{name}.npz")  # say what is missing before processes start
    if job.processes == 1:
        _work(0, job, tell)
        return
    import torch.multiprocessing

    with tempfile.TemporaryDirectory() as scratch:
        meeting = Path(scratch) / "meeting"
        torch.multiprocessing.spawn(_join_in, args=(job, tell, meeting), nprocs=job.processes)


def _join_in(rank: int, job: Job, tell: Callable[[str], None], meeting: Path) -> None:
    join(rank, job.processes, meeting)
    _work(rank, job, tell)
    leave()


def _work(rank: int, job: Job, tell: Callable[[str], None]) -> None:
    with _asked_to_stop() as asked:
        _train(rank, job, tell, asked)


def _train(rank: int, job: Job, tell: Callable[[str], None], asked: list[int]) -> None:
    network = (
        model.old(job.init) if job.init else model.new(job.tokenizer, job.shape, job.plan.seed)
    )
    state = State.of(network, job.plan)
    resumed = state.load(job.work)
    say = tell if rank == 0 else _silent
    say(f"{'going on at' if resumed else 'beginning at'} update {state.updates}")
    # A state of a decaying rate is no place to go on from: it is not kept.
    keeps = rank == 0 and not job.decay
    teller = _Teller(say, (lambda: state.save(job.work)) if keeps else lambda: None)
    stream = _stream(job, rank, state)
    train(
        state,
        stream,
        job.plan,
        updates=job.updates,
        decay=job.decay,
        report=teller,
        stop=lambda: bool(asked),
    )
    if rank == 0:
        _finish(job, state, say, stopped=bool(asked))


def _finish(job: Job, state: State, say: Callable[[str], None], *, stopped: bool) -> None:
    """Save; tell perplexities; after a decay that was not stopped, write the model."""
    if not job.decay:
        state.save(job.work)
    for name in job.dev:
        found = perplexity(state.model, arrays.load(job.data / f"{name}.npz"))
        say(f"{name}: perplexity {found:.2f}")
    if job.decay and not stopped:
        model.export(state.model, job.tokenizer, job.work / job.model)
        say(f"written {job.work / job.model}")


def _stream(job: Job, rank: int, state: State) -> Iterator[Batch]:
    config = state.model.config
    seed = job.plan.seed + state.updates  # a run that goes on draws other batches
    streams = {
        name: arrays.batches(
            arrays.load(job.data / f"{name}.npz"),
            pad=config.pad_token_id,
            end=config.eos_token_id,
            micro_batch=job.plan.micro_batch,
            seed=seed + number,
            share=(rank, job.processes),
        )
        for number, name in enumerate(job.mix)
    }
    return arrays.mixed(streams, job.mix, seed + 99 + rank)


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """Yield a list that SIGTERM and Ctrl-C fill, in place of ending the process."""
    asked: list[int] = []
    names = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(name, lambda number, _: asked.append(number)) for name in names]
    try:
        yield asked
    finally:
        for name, handler in zip(names, before, strict=True):
            signal.signal(name, handler)


class _Teller:
    """Tells how training stands now and then, and saves."""

    def __init__(self, say: Callable[[str], None], save: Callable[[], None]) -> None:
        self._say, self._save = say, save
        self._told = self._saved = time.monotonic()

    def __call__(self, report: Report) -> None:
        now = time.monotonic()
        if now - self._told > _TELL:
            self._say(
                f"update {report.update}: loss {report.loss:.3f}, "
                f"gradient {report.gradient_norm:.2f}, rate {report.rate:.2f}, "
                f"{report.speed:.0f} tokens/s, {report.tokens / 1e6:.1f}M tokens"
            )
            self._told = now
        if now - self._saved > _SAVE:
            self._save()
            self._saved = now


def _silent(_: str) -> None:
    """Say nothing: only the first process talks."""
