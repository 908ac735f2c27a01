"""Write the golden pages anew: ``python -m tests.rendering.update_golden``, then read the diff."""

from __future__ import annotations

from pathlib import Path

from translate.rendering import to_markdown

from .factory import sample

if __name__ == "__main__":
    path = Path(__file__).parent / "golden" / "sample.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(to_markdown(sample()), encoding="utf-8")
