"""The examples of docs/glossary.md run as written."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from glossary.rows import COLUMNS

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"


def test_examples_run() -> None:
    """Every Python example of the page prints what the page says."""
    text = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner().run(examples)
    assert result.attempted > 4
    assert result.failed == 0


def test_every_column_is_documented() -> None:
    """No column of the file format is missing from the page."""
    text = PAGE.read_text(encoding="utf-8")
    assert [column for column in COLUMNS if f"`{column}`" not in text] == []
