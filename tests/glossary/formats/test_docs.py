"""docs/formats.md: its examples run, its table has every format and column."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from glossary.formats.registry import FORMATS
from glossary.rows import COLUMNS

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"


def test_examples_run() -> None:
    """Every Python example of the page prints what the page says."""
    text = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner().run(examples)
    assert (result.attempted > 6, result.failed) == (True, 0)


def test_every_format_and_column_is_documented() -> None:
    """No format is missing from the page, no column from its mapping."""
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in (*FORMATS, *COLUMNS) if f"`{name}`" not in text] == []
