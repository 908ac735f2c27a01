"""Quality floors: the file that holds them, and whether a change of it is explained.

A floor belongs to data, by their fingerprint. It is raised freely, and falls only with a recorded
reason; git's earlier versions of the file are the witness.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
HEAD = """\
# Quality floors, written by bench/gate.py (--raise, --lower FIGURE, --renew SET), not by hand.
# One that falls without an entry in the history fails the gate. More is better in every figure.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least that a figure may be.

    Attributes:
        measured: the figure when the floor was set, on `date`.
        data: SHA-256 of the data it was measured on.
    """

    floor: float
    measured: float
    date: dt.date
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A floor that was lowered, or set anew for other data, and why."""

    figure: str
    date: dt.date
    before: float
    after: float
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """All floors by figure, and the history of those that fell."""

    floors: dict[str, Floor] = field(default_factory=dict)
    history: tuple[Change, ...] = ()


def parse(text: str) -> Floors:
    """Return the floors of a file's text.

    Raises:
        ValueError: it is no TOML, or a value is missing.
    """
    raw = tomllib.loads(text)
    try:
        return Floors(
            floors={name: Floor(**table) for name, table in raw.get("floors", {}).items()},
            history=tuple(Change(**table) for table in raw.get("history", ())),
        )
    except TypeError as error:
        raise ValueError(f"{FILE.name}: {error}") from error


def dump(floors: Floors) -> str:
    """Return the file's text; floors by name, history in order."""
    parts = [HEAD]
    for name, floor in sorted(floors.floors.items()):
        parts.append(
            f"[floors.{_quoted(name)}]\nfloor = {floor.floor}\nmeasured = {floor.measured}\n"
            f'date = {floor.date}\ndata = "{floor.data}"\n'
        )
    parts += [
        f"[[history]]\nfigure = {_quoted(change.figure)}\ndate = {change.date}\n"
        f"before = {change.before}\nafter = {change.after}\n"
        f"because = {_quoted(change.because)}\n"
        for change in floors.history
    ]
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """Return a basic string of TOML: one of JSON, but for DEL, which must be escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def unexplained(before: Floors, after: Floors) -> Iterator[str]:
    """Yield what fell, vanished or got other data from one version to a later one without reason.

    A reason is an entry of the history that the earlier version does not have.
    """
    told = {change.figure for change in after.history if change not in before.history}
    if after.history[: len(before.history)] != before.history:
        yield "the history was rewritten: its entries stay, new ones follow"
    for name, floor in sorted(before.floors.items()):
        if name in told:
            continue
        now = after.floors.get(name)
        if now is None:
            yield f"{name}: its floor of {floor.floor} is gone"
        elif now.floor < floor.floor:
            yield f"{name}: its floor fell from {floor.floor} to {now.floor}"
        elif now.data != floor.data:
            yield f"{name}: its data changed"


def versions(path: Path = FILE) -> list[tuple[str, Floors]]:
    """Return the committed versions of the file, newest first, by their short commit.

    Raises:
        RuntimeError: there is no git repository to ask.
    """
    folder, name = path.parent, path.name
    commits = _git(folder, "log", "--format=%h", "--", name).split()
    found = []
    for commit in commits:
        listed = _git(folder, "ls-tree", "--name-only", commit, "--", name).strip()
        if listed:
            found.append((commit, parse(_git(folder, "show", f"{commit}:./{name}"))))
    return found


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RuntimeError("no git history") from error
    return done.stdout
