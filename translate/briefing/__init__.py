"""A bilingual briefing from finished pages: what happened, who said it, what differs."""

from __future__ import annotations

from translate.briefing.assemble import assemble
from translate.briefing.markdown import to_markdown
from translate.briefing.values import Failure

__all__ = ["Failure", "assemble", "to_markdown"]
