"""The blocks of our own French files, kind by kind."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from translate.reading import read_path

HERE = Path(__file__).parent
FILES = sorted((HERE / "data").iterdir())
_spec = importlib.util.spec_from_file_location("update_expected", HERE / "update_expected.py")
assert _spec is not None
assert _spec.loader is not None
update_expected = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(update_expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_blocks(path: Path) -> None:
    """Every block has the kind, the reason and the text that an editor would give it."""
    expected = (HERE / "expected" / f"{path.name}.tsv").read_text(encoding="utf-8")
    assert update_expected.as_lines(read_path(path)) == expected


def test_nothing_is_left_over() -> None:
    """Each expectation belongs to a file."""
    named = {f"{path.name}.tsv" for path in FILES}
    assert {path.name for path in (HERE / "expected").iterdir()} == named
