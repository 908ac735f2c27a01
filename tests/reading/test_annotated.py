"""Files annotated by hand, line by line: how many characters get the kind they should.

These files were written before the rules that read them were, so some of their lines are still
read wrongly; the floors say how many at most. See `tests.reading.measuring` for their marks.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.measuring import measure

FILES = sorted((Path(__file__).parent / "annotated").iterdir())
#: Share of characters that must have a right kind, in one file and in all.
FLOOR_OF_ONE = 0.78
FLOOR_OF_ALL = 0.96
#: Share of running text that may be taken for something else than text, in all files.
MOST_LOST = 0.005


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_file(path: Path) -> None:
    """Most of each file is read as its author meant it."""
    total, right, _, _ = measure(path)
    assert right >= FLOOR_OF_ONE * total


def test_all_files() -> None:
    """Nearly everything is read as meant, and hardly any running text is left out."""
    sums = [sum(column) for column in zip(*map(measure, FILES), strict=True)]
    total, right, text, lost = sums
    assert right >= FLOOR_OF_ALL * total
    assert lost <= MOST_LOST * text
