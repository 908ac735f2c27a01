"""The number of a French word as far as its letters tell."""

from __future__ import annotations


def single(folded: str) -> str:
    """Return a key without the sign of the plural, alike on both sides of a comparison."""
    return folded[:-1] if len(folded) > 3 and folded.endswith(("s", "ux")) else folded
