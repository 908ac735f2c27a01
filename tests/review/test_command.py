"""`translate glossary review` as an editor uses it: at a terminal, by lines, killed, attacked."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary import EntryStatus, load
from glossary.editing import Edit, edit_file
from translate.cli.group import cli

_PROPOSALS = """id,fr,en,kind,forbidden_en,source,status,evidence
p0,précurseur,precursor,term,forerunner,suggest: 5 times,proposed,a.md s1: Des précurseurs. → Precursors. ¶ b.md s2: Un précurseur. → A forerunner.
p1,Zorvane,,place,,,proposed,
p2,Maëlle Kerbrat,Maëlle Kerbrat,person,,,proposed,
"""  # noqa: E501 - one row is one line
FILE, DESK = Path("proposed.csv"), Path("glossary.csv")


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_AUTHOR", "Rozenn")
    FILE.write_text(_PROPOSALS, encoding="utf-8")


def _by_lines(*keys: str, words: tuple[str, ...] = ()) -> Result:
    text = "".join(f"{key}\n" for key in keys)
    return CliRunner().invoke(cli, ["glossary", "review", *words], input=text)


def _status() -> dict[str, EntryStatus]:
    return {entry.id: entry.status for entry in load([FILE]).entries}


def test_by_lines() -> None:
    """Keys one a line: accepted entries are in the glossary, declined ones are marked."""
    result = _by_lines("a", "e", "Zorvania", "a", "d", "q")
    assert result.exit_code == 0, result.output
    assert [(entry.fr, entry.en, entry.author) for entry in load([DESK]).entries] == [
        ("précurseur", "precursor", "Rozenn"),
        ("Zorvane", "Zorvania", "Rozenn"),
    ]
    assert list(_status().values()) == ["approved", "approved", "deprecated"]
    assert "2 accepted, 1 declined" in result.stderr


def test_what_is_shown() -> None:
    """French, English, kind, evidence in both languages, and rivals of the starter glossary."""
    shown = _by_lines("q").stdout
    for piece in ("1/3", "précurseur → precursor", "term", "forerunner", "suggest: 5 times"):
        assert piece in shown
    assert "b.md s2" in shown
    assert "    A forerunner." in shown
    assert "in the glossary: précurseur" in shown


def test_the_end_of_the_input_stops() -> None:
    """Without q the review stops where the keys end, and the next one goes on there."""
    assert _by_lines("s", "s", "d").exit_code == 0
    assert _by_lines("?").stdout.startswith("─")
    assert "1/2" in _by_lines().stdout
    assert list(_status().values()) == ["proposed", "proposed", "deprecated"]


def test_without_english_nothing_is_accepted() -> None:
    """The notice says so, and a wrong column is told."""
    result = _by_lines("s", "a", "e", "nocolumn=x", "e", "note=a place", "q")
    assert "is missing" in result.stdout
    assert "'nocolumn' cannot be changed here" in result.stdout
    assert {entry.id: entry.note for entry in load([FILE]).entries}["p1"] == "a place"


def test_undo_takes_it_out_again() -> None:
    """After a and u the file is as it was, and the glossary has no entry."""
    result = _by_lines("a", "d", "u", "u", "u", "q")
    assert "nothing to undo" in result.stdout
    assert FILE.read_text(encoding="utf-8") == _PROPOSALS
    assert load([DESK]).entries == ()


def test_proposals_in_the_glossary_itself() -> None:
    """Without a file of proposals, those that wait in the glossary are decided there."""
    FILE.rename(DESK)
    result = _by_lines("a", "q")
    assert result.exit_code == 0
    assert "; all are in glossary.csv" in result.stderr
    assert [entry.status for entry in load([DESK]).entries][:2] == ["approved", "proposed"]


def test_nothing_waits() -> None:
    """Nothing to decide is no error; a file that is missing is one."""
    _by_lines("d", "d", "d")
    assert "has no proposed entries" in _by_lines().stderr
    assert _by_lines(words=("none.csv",)).exit_code == 1
    FILE.unlink()
    result = _by_lines()
    assert result.exit_code == 1
    assert "neither glossary.csv nor proposed.csv; `translate glossary suggest`" in result.stderr


@pytest.mark.parametrize(
    "cell", ["\x1b]0;owned\x07", "\x1b[2J", "[red]x[/red]", "[link=x]y", "\u202e"]
)
def test_files_cannot_steer_the_terminal(cell: str) -> None:
    """Control characters of a file are not printed, and rich's markup stands as it is."""
    text = _PROPOSALS.replace("Un précurseur.", f"Un {cell} mot.").replace("5 times", f"{cell} 5")
    FILE.write_text(text, encoding="utf-8")
    result = _by_lines("s", "q")
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert "\u202e" not in result.output
    if cell.startswith("["):
        assert cell in result.stdout


class _Terminal:
    """The command behind a pseudo-terminal."""

    def __init__(self) -> None:
        self.screen = self._ahead = ""
        main, side = pty.openpty()
        code = "from translate.cli import main; main()"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, "glossary", "review"],
            stdin=side,
            stdout=side,
            stderr=side,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONPATH": str(_ROOT)},
        )
        os.close(side)
        self._main = main

    def wait_for(self, text: str) -> None:
        """Read until `text` is on the screen after what was waited for before."""
        end = time.monotonic() + 60
        while text not in self._ahead:
            assert time.monotonic() < end, f"{text!r} did not come; the screen: {self._ahead}"
            if select.select([self._main], [], [], 0.5)[0]:
                self._ahead += os.read(self._main, 65536).decode("utf-8", errors="replace")
        seen, self._ahead = self._ahead.split(text, 1)
        self.screen += seen + text

    def press(self, key: str) -> None:
        """Press one key once the command listens: what is typed before that is dropped."""
        self._when(raw=True)
        os.write(self._main, key.encode())

    def type(self, line: str) -> None:
        """Type a line and Enter once the command asks for one."""
        self._when(raw=False)
        os.write(self._main, f"{line}\r".encode())

    def _when(self, *, raw: bool) -> None:
        end = time.monotonic() + 60
        while bool(termios.tcgetattr(self._main)[3] & termios.ICANON) is raw:
            assert time.monotonic() < end, "the command does not listen"
            time.sleep(0.01)

    def kill(self) -> None:
        """Kill it as `kill -9` does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(60)

    def wait(self) -> int:
        """Return its exit code."""
        return self._process.wait(60)

    def close(self) -> None:
        """Leave nothing running."""
        self.kill()
        os.close(self._main)


_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def terminal() -> Iterator[_Terminal]:
    """Return the command at a terminal; it is ended after the test."""
    made = _Terminal()
    yield made
    made.close()


def test_at_a_terminal(terminal: _Terminal) -> None:
    """One key each, without Enter; an edit is a line; colours are there; the result is on disk."""
    terminal.wait_for("1/3")
    terminal.press("a")
    terminal.wait_for("2/3")
    terminal.press("e")
    terminal.wait_for("English, or COLUMN=TEXT")
    terminal.type("Zorvania")
    terminal.wait_for("Zorvania")
    terminal.wait_for("[q]uit")
    terminal.press("a")
    terminal.wait_for("3/3")
    terminal.press("u")
    terminal.wait_for("2/3")
    terminal.press("q")
    terminal.wait_for("1 accepted, 2 open")
    assert terminal.wait() == 0
    assert "\x1b[1m" in terminal.screen
    assert [entry.en for entry in load([DESK]).entries] == ["precursor"]
    assert load([FILE]).entries[1].en == "Zorvania"


def test_others_decide_meanwhile(terminal: _Terminal) -> None:
    """What others did to the entry is told, it is shown as it stands now, and the key counts."""
    terminal.wait_for("[q]uit")
    edit_file(FILE, [Edit("p0", {"en": "theirs"})])
    terminal.press("a")
    terminal.wait_for("others have changed the same entries")
    terminal.wait_for("theirs\x1b")
    terminal.press("a")
    terminal.wait_for("2/3")
    terminal.press("q")
    assert terminal.wait() == 0
    assert [entry.en for entry in load([DESK]).entries] == ["theirs"]


def test_killed(terminal: _Terminal) -> None:
    """What was decided before kill -9 is kept, and the next review begins behind it."""
    terminal.wait_for("1/3")
    terminal.press("a")
    terminal.wait_for("2/3")
    terminal.press("s")
    terminal.wait_for("3/3")
    terminal.press("d")
    terminal.wait_for("All have been seen")
    terminal.kill()
    assert list(_status().values()) == ["approved", "proposed", "deprecated"]
    assert [entry.fr for entry in load([DESK]).entries] == ["précurseur"]
    assert "1/1" in _by_lines("q").stdout


def test_ctrl_c_stops(terminal: _Terminal) -> None:
    """Ctrl-C at the menu ends the review as q does."""
    terminal.wait_for("[q]uit")
    terminal.press("\x03")
    terminal.wait_for("3 open")
    assert terminal.wait() == 0
