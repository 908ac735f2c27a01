"""Commands of a page run at a terminal, and what it then shows as a picture (SVG)."""

from __future__ import annotations

import html
import io
import os
import pty
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 92
_TEMPLATE = (Path(__file__).parent / "terminal.svg").read_text(encoding="utf-8")
_SCENE = re.compile(
    r"(?:<!-- keys: (?P<keys>[^>]*) -->\n)?```console\n(?P<commands>.*?)```\n+"
    r"(?:!\[[^\]]*\]\((?P<picture>[^)]*\.svg)\))?",
    re.DOTALL,
)
#: Today is a fixed day, so that pictures do not change with the calendar.
_MAIN = """
import datetime, sys
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls(2026, 11, 30)
datetime.date = Day
from translate.cli import main
sys.argv[0] = "translate"
main()
"""


@dataclass(frozen=True)
class Scene:
    """One block of commands, the keys that are pressed in it, the picture after it, if any."""

    commands: tuple[str, ...]
    keys: str
    picture: str | None


def scenes(page: Path) -> list[Scene]:
    """Return the blocks of commands of a page."""
    found = []
    for hit in _SCENE.finditer(page.read_text(encoding="utf-8")):
        lines = [line[2:].strip() for line in hit["commands"].splitlines() if line[:2] == "$ "]
        found.append(Scene(tuple(lines), hit["keys"] or "", hit["picture"]))
    return found


def play(scene: Scene, folder: Path) -> str:
    """Run the commands of a scene in a folder; return what the terminal shows, with its colours."""
    shown = []
    for command in scene.commands:
        words = shlex.split(command)
        assert words[0] == "translate", command
        shown += [f"\x1b[1m$ {command}\x1b[0m\n", _run(words[1:], scene.keys, folder)]
    return "".join(shown).replace("\r\n", "\n")


def picture(shown: str) -> str:
    """Return the SVG of what a terminal shows."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False
    )
    console.print(Text.from_ansi(shown.rstrip("\n")))
    return console.export_svg(title="", code_format=_TEMPLATE, unique_id="t") + "\n"


def words_of(svg: str) -> list[str]:
    """Return the text of a picture, row by row; layout and colours are left to the library."""
    rows: dict[str, str] = {}
    for y, text in re.findall(r'<text [^>]*\by="([\d.]+)"[^>]*>(.*?)</text>', svg):
        rows[y] = rows.get(y, "") + html.unescape(text)
    return [row.replace("\u00a0", " ").rstrip() for row in rows.values()]


def _run(words: list[str], keys: str, folder: Path) -> str:
    master, slave = pty.openpty()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
        "VISAVIS_AUTHOR": "Rozenn",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", _MAIN, *words],
        stdin=subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=environment,
    )
    os.close(slave)
    assert process.stdin is not None
    process.stdin.write("".join(f"{key.strip()}\n" for key in keys.split(";")).encode())
    process.stdin.close()
    chunks: list[bytes] = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(master)
    process.wait()
    return b"".join(chunks).decode()
