"""A thousand articles, killed in the middle, started again: the same pages as without the kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MANY = 1000
_MAIN = "from translate.cli import main; main()"


def _start(folder: Path, output: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _MAIN, "--engine", "pseudo", "--no-glossary", "desk", "-o", output],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _pages(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_a_killed_run_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and bytes of all pages equal those of a run that nobody killed; no scratch is left."""
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    desk = tmp_path / "desk"
    desk.mkdir()
    for number in range(MANY):
        text = f"Le port numéro {number} rouvre lundi. M. Le Dantec s'en félicite.\n"
        (desk / f"article {number:04}.txt").write_text(text, encoding="utf-8")
    (desk / "Article 0007.md").write_text("Un autre texte du même nom.\n", encoding="utf-8")

    killed = tmp_path / "killed"
    process = _start(tmp_path, "killed")
    end = time.monotonic() + 60
    while not killed.is_dir() or sum(1 for _ in killed.iterdir()) < MANY // 3:
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    stopped = {name for name in _pages(killed) if name.endswith(".md")}
    assert MANY // 4 < len(stopped) < MANY
    # What a kill in the middle of a write leaves behind, in any case.
    (killed / f".visavis-{_host()}-{process.pid}-left").write_text("half", encoding="utf-8")

    _, said = (again := _start(tmp_path, "killed")).communicate(timeout=120)
    assert again.returncode == 0, said
    assert said.count("kept    ") == len(stopped)
    assert said.count("written ") == MANY + 1 - len(stopped)
    whole = _start(tmp_path, "whole")
    _, said = whole.communicate(timeout=120)
    assert whole.returncode == 0, said
    assert _pages(killed) == _pages(tmp_path / "whole")
    assert len(_pages(killed)) == MANY + 1


def _host() -> str:
    from translate import outputs

    return outputs._host()
