"""A bilingual briefing from finished pages: what happened, who said it, what differs."""

from __future__ import annotations

from translate.briefing.assemble import assemble
from translate.briefing.markdown import to_markdown
from translate.briefing.pages import Page, read_page
from translate.briefing.values import Failure

__all__ = ["Failure", "Page", "assemble", "read_page", "to_markdown"]
