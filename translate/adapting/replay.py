"""Sentences that are replayed so that nothing is forgotten, and those that measure it.

Both are French news sentences written for this project; none is in both.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from translate.adapting.values import Pair
from translate.evaluating import read_lines

BUILT_IN = "built in"
#: More sentences than this replay nothing that fewer do not.
MOST = 2000


def sentences(path: Path | None) -> tuple[list[str], str]:
    """Return French sentences to replay and where they came from.

    Args:
        path: a file with one a line, or a table whose first column has them; None for ours.

    Raises:
        InputError: the file cannot be read, is not UTF-8, is empty or has blank lines.
    """
    if path is None:
        return _own("replay.txt"), BUILT_IN
    lines = read_lines(path, ()).sources
    found = dict.fromkeys(line.split("\t")[0].strip() for line in lines)
    return [line for line in found if line][:MOST], path.name


def general() -> list[Pair]:
    """Return general news with references, never trained on."""
    rows = (line.split("\t") for line in _own("general.tsv"))
    return [Pair(source, target) for source, target in rows]


def _own(name: str) -> list[str]:
    text = files("translate.adapting").joinpath("data", name).read_text(encoding="utf-8")
    return text.splitlines()
