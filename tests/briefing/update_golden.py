"""Write the golden briefing anew: python -m tests.briefing.update_golden."""

from __future__ import annotations

from translate.briefing import assemble, to_markdown

from .test_assemble import GOLDEN, PAGES, body

if __name__ == "__main__":
    GOLDEN.write_text(body(to_markdown(assemble(PAGES))), encoding="utf-8")
