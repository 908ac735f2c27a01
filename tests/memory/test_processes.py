"""Several runs at once, kill -9, a full disk: nothing that was committed is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.memory.helpers import sentence, start
from translate.memory.store import Memory
from translate.pages import read_page

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals and limits")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a memory of its own."""
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    return tmp_path


def _opened(folder: Path) -> Memory:
    return Memory(folder / "memory.sqlite", must_exist=True)


def _wait_for(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Wait until something is so, at most a minute, while a process lives."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)


def _article(folder: Path, name: str, numbers: range) -> None:
    text = "\n\n".join(map(sentence, numbers))
    (folder / name).write_text(text + "\n", encoding="utf-8")


def test_concurrent_runs_and_imports_lose_nothing(folder: Path) -> None:
    """Three runs and two imports make one new memory at once: every row of each is in it."""
    for run in range(3):
        for part in range(4):
            first = run * 1000 + part * 10
            _article(folder, f"r{run}-{part}.txt", range(first, first + 10))
    for table in range(2):
        rows = [
            f"{sentence(n)}\tNumber {n}." for n in range(9000 + table * 500, 9500 + table * 500)
        ]
        (folder / f"t{table}.tsv").write_text("\n".join(rows), encoding="utf-8")
    processes = [
        start(["--engine", "pseudo", f"r{run}-*.txt", "-o", f"out{run}"], folder)
        for run in range(3)
    ]
    processes += [start(["memory", "import", f"t{table}.tsv"], folder) for table in range(2)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
        assert "going on without" not in errors
    memory = _opened(folder)
    assert memory.database.problems() == []
    counts = memory.counts()
    assert counts.imported == 1000
    memory.close()
    # Every decode of every run is there: the same runs ask the engine for nothing new.
    start(["--engine", "pseudo", "r*.txt"], folder).communicate(timeout=60)
    memory = _opened(folder)
    assert memory.counts().decodes == counts.decodes >= 120
    memory.close()


@posix
def test_kill_9_in_an_import_leaves_what_was_committed(folder: Path) -> None:
    """The first file is whole, the one that was being taken is whole or absent."""
    (folder / "a.tsv").write_text(f"{sentence(1)}\tOne.\n", encoding="utf-8")
    start(["memory", "import", "a.tsv"], folder).communicate(timeout=60)
    rows = [f"{sentence(n)}\tNumber {n}." for n in range(10, 40_000)]
    (folder / "b.tsv").write_text("\n".join(rows), encoding="utf-8")
    process = start(["memory", "import", "b.tsv"], folder)
    # The journal is there while the transaction is under way.
    _wait_for((folder / "memory.sqlite-journal").exists, process)
    time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    memory = _opened(folder)
    assert memory.database.problems() == []
    assert [item.target for item in memory.entries()] == ["One."]
    memory.close()
    done = start(["memory", "import", "b.tsv"], folder)
    assert "39990 taken" in done.communicate(timeout=60)[0]


@posix
def test_kill_9_in_a_run_leaves_a_sound_memory(folder: Path) -> None:
    """What windows that were finished gave is kept, and the rest is done by the next run."""
    for number in range(60):
        _article(folder, f"a{number:03}.txt", range(number * 40, number * 40 + 40))
    process = start(["--engine", "pseudo", "a*.txt"], folder)
    _wait_for(lambda: len(list(folder.glob("outputs/*.md"))) > 15, process)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    memory = _opened(folder)
    assert memory.database.problems() == []
    assert memory.counts().decodes > 0
    memory.close()


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["translate", *sys.argv[2:]]
from translate.cli import main
main()
"""


def _limited(limit: int, arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `translate` where no file may grow beyond `limit` bytes, as on a full disk."""
    return subprocess.run(
        [sys.executable, "-c", _LIMITED, str(limit), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@posix
def test_a_full_disk_costs_neither_pages_nor_what_was_committed(folder: Path) -> None:
    """Pages are written, the run says that the memory does not grow, old rows stand."""
    rows = [f"{sentence(n)}\tNumber {n}." for n in range(1000)]
    (folder / "a.tsv").write_text("\n".join(rows), encoding="utf-8")
    start(["memory", "import", "a.tsv", "--origin", "human"], folder).communicate(timeout=60)
    memory = _opened(folder)
    before, size = list(memory.entries()), memory.counts().size
    memory.close()
    for number in range(6):
        _article(folder, f"b{number}.txt", range(990 + number * 50, 1040 + number * 50))
    done = _limited(size + 8192, ["--engine", "pseudo", "b*.txt"], folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("going on without it") == 1
    assert len(list(folder.glob("outputs/*.md"))) == 6
    page = read_page((folder / "outputs" / "b0.md").read_text(encoding="utf-8"))
    assert page.rows[0].english == "Number 990."
    memory = _opened(folder)
    assert memory.database.problems() == []
    assert list(memory.entries()) == before
    memory.close()


@posix
def test_a_full_disk_in_an_import_changes_nothing(folder: Path) -> None:
    """An error that says why, exit code 1, and the memory as it was."""
    (folder / "a.tsv").write_text(f"{sentence(1)}\tOne.\n", encoding="utf-8")
    start(["memory", "import", "a.tsv"], folder).communicate(timeout=60)
    rows = [f"{sentence(n)}\tNumber {n}." for n in range(10, 5000)]
    (folder / "b.tsv").write_text("\n".join(rows), encoding="utf-8")
    size = (folder / "memory.sqlite").stat().st_size
    done = _limited(size + 50_000, ["memory", "import", "b.tsv"], folder)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: the memory ")
    memory = _opened(folder)
    assert memory.database.problems() == []
    assert [item.target for item in memory.entries()] == ["One."]
    memory.close()
