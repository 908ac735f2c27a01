"""The error root of the summarize package."""

from __future__ import annotations


class SummarizeError(Exception):
    """A summary cannot be made as asked (unknown method, length that makes no sense)."""

    exit_code = 2
