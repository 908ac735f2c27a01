"""Sentences that are replayed so that nothing is forgotten, and those that measure it.

Both are French news sentences written for this project; none is in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from translate.adapting.values import Pair
from translate.errors import InputError

BUILT_IN = "built in"
#: More sentences than this replay nothing that fewer do not.
MOST = 2000
#: Characters of a line that are read: a longer one is no sentence, and does not fit the model.
LONGEST = 1000
#: One in so many is not replayed but tells how much is forgotten.
_ONE_IN = 5
#: Fewer would tell nothing.
FEWEST = 20


def sentences(path: Path | None) -> tuple[list[str], str]:
    """Return French sentences to replay and where they came from.

    Args:
        path: a file with one a line, or a table whose first column has them; None for ours.

    Raises:
        InputError: the file cannot be read, is not UTF-8 or has too few sentences.
    """
    if path is None:
        return _own("replay.txt"), BUILT_IN
    try:
        # No more is read than can be used, whatever the file is.
        with path.open(encoding="utf-8-sig") as stream:
            text = stream.read(MOST * LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as UTF-8 text: {error}") from error
    cells = (line.split("\t")[0][:LONGEST].strip() for line in text.splitlines())
    found = [cell for cell in dict.fromkeys(cells) if cell][:MOST]
    if len(found) < FEWEST:
        raise InputError(
            f"{path} has {len(found)} sentences; give at least {FEWEST} of French, one a line"
        )
    return found, path.name


def divided(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return what is replayed, and what tells how much is forgotten."""
    return (
        [pair for at, pair in enumerate(pairs) if at % _ONE_IN],
        [pair for at, pair in enumerate(pairs) if not at % _ONE_IN],
    )


def general() -> list[Pair]:
    """Return general news with references, never trained on."""
    rows = (line.split("\t") for line in _own("general.tsv"))
    return [Pair(source, target) for source, target in rows]


def _own(name: str) -> list[str]:
    text = files("translate.adapting").joinpath("data", name).read_text(encoding="utf-8")
    return text.splitlines()
