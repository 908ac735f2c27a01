"""Entries and commands for the tests of the memory."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.memory.store import Memory
from translate.memory.values import Entry, Kind

_MAIN = "from translate.cli import main; main()"
NOW = dt.datetime(2026, 3, 9, 12, 0, tzinfo=dt.UTC)


def entry(source: str, target: str, *, days: int = 0, **more: Any) -> Entry:
    """An entry made some days after `NOW`."""
    more.setdefault("kind", Kind.HUMAN)
    return Entry(source=source, target=target, made=NOW + dt.timedelta(days=days), **more)


def filled(path: Path, *entries: Entry) -> Memory:
    """A memory with some entries."""
    memory = Memory(path)
    memory.add(entries)
    return memory


def start(arguments: Sequence[str], folder: Path, **more: Any) -> subprocess.Popen[str]:
    """A real `translate`, started in `folder`."""
    return subprocess.Popen(
        [sys.executable, "-c", _MAIN, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def sentence(number: int) -> str:
    """A French sentence of its own for each number."""
    return f"Le conseil de Kervanec a voté mardi la délibération numéro {number} sur le port."
