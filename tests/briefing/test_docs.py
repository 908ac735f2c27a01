"""The Python of docs/briefing.md runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.rendering import read_provenance, to_markdown

from .articles import VOTE, WIRE, document

DOCS = Path(__file__).resolve().parents[2] / "docs" / "briefing.md"


def test_python_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages become a briefing of ours that has both."""
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    for name, parts in (("port", WIRE), ("vote", VOTE)):
        text = to_markdown(document(parts, f"{name}.txt"))
        Path(f"pages/{name}.md").write_text(text, encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, str(DOCS), "exec"), {})  # noqa: S102 - our own documentation
    briefing = Path("pages/briefing.md").read_text(encoding="utf-8")
    assert read_provenance(briefing) is not None
    assert "(**port**, undated" in briefing
    assert "(**vote**, undated" in briefing
