"""Folding for comparison: small letters, no accents, plain apostrophes and hyphens."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "\u00a0": " ", "\u202f": " "})


def fold(text: str) -> str:
    """Return `text` as it is compared; its length may change."""
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
