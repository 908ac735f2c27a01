"""The quality gate: what visavis does, against floors that never fall in silence.

    python bench/gate.py [--eval FOLDER] [--only SET ...]
    python bench/gate.py --raise
    python bench/gate.py --lower "SET FIGURE" --because "..."
    python bench/gate.py --renew SET --because "..."
    python bench/gate.py --compare

The sets in this repository always run. Those of the development data run when their folder is
named by --eval or VISAVIS_EVAL; sets that are not there are listed as absent. A figure under its
floor, or data that are not those the floor belongs to, give exit code 1. --raise sets floors that
can be higher and those that are new; --lower sets one anew whatever was measured; --renew takes the
data of a set as they are now. Both want a reason, which is kept in the file. --compare only looks
whether floors.toml fell without a reason since any commit; every run does so first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import floors as book
from bench.figures import DataSet
from bench.floors import Change, Floor, Floors

VARIABLE = "VISAVIS_EVAL"
OK, BELOW, CHANGED, NEW, GONE = "ok", "BELOW", "DATA CHANGED", "no floor", "NOT MEASURED"
FAILURES = (BELOW, CHANGED, NEW, GONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure beside its floor."""

    figure: str
    value: float | None
    floor: Floor | None
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What one run found: figures by name, with their set, its fingerprint and margin."""

    values: dict[str, float]
    fingerprints: dict[str, str]
    margins: dict[str, float]


def set_of(figure: str) -> str:
    """Return the set of a figure ("own.news chrF" -> "own.news")."""
    return figure.partition(" ")[0]


def measure(sets: Sequence[DataSet]) -> Measurement:
    """Measure all sets that are there, and say which run and which are absent."""
    values: dict[str, float] = {}
    fingerprints: dict[str, str] = {}
    for one in sets:
        fingerprint = one.fingerprint()
        if fingerprint is None:
            print(f"absent    {one.name}")
            continue
        begun = time.perf_counter()
        fingerprints[one.name] = fingerprint
        for name, value in one.measure().items():
            values[f"{one.name} {name}"] = round(value, 2)
        print(f"measured  {one.name} in {time.perf_counter() - begun:.1f} s", flush=True)
    margins = {one.name: one.margin for one in sets}
    return Measurement(values=values, fingerprints=fingerprints, margins=margins)


def judge(found: Measurement, floors: Floors) -> list[Line]:
    """Return each figure of the sets that ran, and each floor of them that has no figure."""
    names = {name for name in floors.floors if set_of(name) in found.fingerprints}
    lines = []
    for name in sorted(names | found.values.keys()):
        value, floor = found.values.get(name), floors.floors.get(name)
        if value is None:
            verdict = GONE
        elif floor is None:
            verdict = NEW
        elif floor.data != found.fingerprints[set_of(name)]:
            verdict = CHANGED
        else:
            verdict = OK if value >= floor.floor else BELOW
        lines.append(Line(figure=name, value=value, floor=floor, verdict=verdict))
    return lines


def floor_for(found: Measurement, figure: str, today: dt.date) -> Floor:
    """Return the floor that belongs to what was measured: a margin below, in whole hundredths."""
    value, name = found.values[figure], set_of(figure)
    least = math.floor((value - found.margins[name]) * 100 + 1e-6) / 100
    return Floor(floor=max(0.0, least), measured=value, date=today, data=found.fingerprints[name])


def raised(found: Measurement, floors: Floors, today: dt.date) -> Floors:
    """Return `floors` with those that can be higher and those that are new; none falls."""
    made = dict(floors.floors)
    for name in found.values:
        new, old = floor_for(found, name, today), made.get(name)
        if old is None or (old.data == new.data and new.floor > old.floor):
            made[name] = new
    return replace(floors, floors=made)


def reset(
    found: Measurement, floors: Floors, figures: Sequence[str], because: str, today: dt.date
) -> Floors:
    """Return `floors` with those of `figures` set anew, and the reason in the history.

    A figure that is no longer measured loses its floor.
    """
    made, history = dict(floors.floors), list(floors.history)
    for name in figures:
        old = made.pop(name)
        if name in found.values:
            made[name] = floor_for(found, name, today)
        after = made[name].floor if name in made else 0.0
        history.append(
            Change(figure=name, date=today, before=old.floor, after=after, because=because)
        )
    return Floors(floors=made, history=tuple(history))


def compare(now: Floors) -> list[str]:
    """Return what fell in silence since any committed version of the file."""
    try:
        past = book.versions()
    except RuntimeError as error:
        print(f"{error}: floors are not compared with earlier ones")
        return []
    return [
        f"since {commit}: {fault}"
        for commit, before in past
        for fault in book.unexplained(before, now)
    ]


def table(lines: Sequence[Line]) -> str:
    """Return the figures beside their floors, aligned."""
    width = max((len(line.figure) for line in lines), default=0)
    shown = [f"{'figure':<{width}}  measured   floor  set on"]
    for line in lines:
        value = "-" if line.value is None else f"{line.value:.2f}"
        floor = (
            f"{line.floor.floor:7.2f}  {line.floor.date}" if line.floor else f"{'-':>7}  {'':10}"
        )
        shown.append(f"{line.figure:<{width}}  {value:>8} {floor}  {line.verdict}")
    return "\n".join(shown)


def advice(lines: Sequence[Line]) -> str:
    """Return what to do about the failures, "" when there are none."""
    verdicts = {line.verdict for line in lines}
    told = {
        BELOW: 'BELOW: mend it, or accept it with --lower "SET FIGURE" --because "..."',
        CHANGED: "DATA CHANGED: its floors do not apply; put the data back, or accept them with "
        '--renew SET --because "..."',
        NEW: "no floor: set it with --raise",
        GONE: 'NOT MEASURED: bring the figure back, or drop it with --lower "SET FIGURE" '
        '--because "..."',
    }
    return "\n".join(text for verdict, text in told.items() if verdict in verdicts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, print; return the exit code."""
    options = _options(arguments)
    text = book.FILE.read_text(encoding="utf-8") if book.FILE.exists() else ""
    floors = book.parse(text)
    silent = compare(floors)
    if silent:
        print("\n".join(["floors.toml fell without a reason in its history:", *silent]))
        return 1
    if options.compare:
        print("floors.toml: nothing fell in silence")
        return 0
    found = measure(_sets(options))
    today = dt.datetime.now(dt.UTC).date()
    changed = floors
    if options.raise_:
        changed = raised(found, floors, today)
    elif options.lower or options.renew:
        figures = [options.lower] if options.lower else _figures_of(options.renew, floors)
        changed = reset(found, floors, figures, options.because, today)
        changed = raised(found, changed, today) if options.renew else changed
    if changed != floors:
        _write(book.dump(changed))
        print(f"written   {book.FILE.name}")
    lines = judge(found, changed)
    print(f"\n{table(lines)}")
    failed = [line for line in lines if line.verdict in FAILURES]
    if failed:
        print(f"\n{len(failed)} of {len(lines)} figures fail\n{advice(lines)}")
    return 1 if failed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=os.environ.get(VARIABLE), metavar="FOLDER")
    parser.add_argument("--only", nargs="+", default=(), metavar="SET")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="raise_", action="store_true")
    change.add_argument("--lower", metavar="FIGURE")
    change.add_argument("--renew", metavar="SET")
    change.add_argument("--compare", action="store_true")
    parser.add_argument("--because", default="")
    options = parser.parse_args(arguments)
    if (options.lower or options.renew) and not options.because.strip():
        parser.error("--lower and --renew want a reason: --because '...'")
    if options.eval and not Path(options.eval).is_dir():
        parser.error(f"{options.eval} is no folder; leave out --eval and {VARIABLE} to do without")
    floors = book.parse(book.FILE.read_text(encoding="utf-8") if book.FILE.exists() else "")
    if options.lower and options.lower not in floors.floors:
        parser.error(f"no floor {options.lower!r}; there are: {', '.join(floors.floors)}")
    if options.renew and not _figures_of(options.renew, floors):
        parser.error(f"no floors of a set {options.renew!r}")
    return options


def _figures_of(name: str, floors: Floors) -> list[str]:
    return [figure for figure in floors.floors if set_of(figure) == name]


def _sets(options: argparse.Namespace) -> list[DataSet]:
    """Return the sets that this run is about."""
    from bench.dev_sets import dev_sets
    from bench.own_sets import own_sets

    sets = own_sets() + dev_sets(Path(options.eval or "absent"))
    wanted = {set_of(options.lower)} if options.lower else {options.renew} - {None}
    wanted |= set(options.only)
    unknown = wanted - {one.name for one in sets}
    if unknown:
        sys.exit(
            f"no set {', '.join(sorted(unknown))}; there are {', '.join(s.name for s in sets)}"
        )
    return [one for one in sets if not wanted or one.name in wanted]


def _write(text: str) -> None:
    from translate.outputs import write

    write(book.FILE, text)


if __name__ == "__main__":
    sys.exit(main())
