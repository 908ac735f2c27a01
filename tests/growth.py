"""How the time of something grows with its input: two sizes are compared, never seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

_RUNS = 2
_SLACK = 3.0
_CLOCK = 0.25  # seconds of processor time: what a coarse clock and a collection may add


def assert_growth(
    run: Callable[[int], object], small: int, factor: int = 4, power: int = 1
) -> None:
    """Fail when `factor` times the input takes more than ``factor ** power`` times as long.

    Processor time, the best of two runs of each size: a busy machine does not tell. The slack of 3
    is less than another `factor`, so that the next power is always seen on input that is large.

    Args:
        run: does the work on input of a size. small: the smaller size; the larger is `factor` times
            that. power: 1 for linear, 2 for quadratic.
    """
    few, many = _seconds(run, small), _seconds(run, small * factor)
    assert many < _SLACK * factor**power * few + _CLOCK, f"{few:.3f} s, then {many:.3f} s"


def _seconds(run: Callable[[int], object], size: int) -> float:
    times = []
    for _ in range(_RUNS):
        begun = time.process_time()
        run(size)
        times.append(time.process_time() - begun)
    return min(times)
