"""A bilingual glossary that stands alone: load, match, resolve people, verify.

Knows nothing of `translate`. It takes plain strings and returns spans in code points.
"""

from __future__ import annotations

from glossary.article import find_in_article
from glossary.english import article_for, english_plural, inflect
from glossary.errors import GlossaryError, Problem, StaleError, faulty
from glossary.files import dump, from_rows, load, load_lenient, merge, save, starter
from glossary.matching import Matcher
from glossary.values import (
    Case,
    Entry,
    EntryStatus,
    Glossary,
    Kind,
    Match,
    Outcome,
    Verdict,
)
from glossary.verification import locate, verify

__all__ = [
    "Case",
    "Entry",
    "EntryStatus",
    "Glossary",
    "GlossaryError",
    "Kind",
    "Match",
    "Matcher",
    "Outcome",
    "Problem",
    "StaleError",
    "Verdict",
    "article_for",
    "dump",
    "english_plural",
    "faulty",
    "find_in_article",
    "from_rows",
    "inflect",
    "load",
    "load_lenient",
    "locate",
    "merge",
    "save",
    "starter",
    "verify",
]
