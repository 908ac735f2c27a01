"""Which sentences of a page did a person change? The page itself remembers how each one was.

The last lines of a page are a comment that no Markdown renderer shows: a short digest of the
English and one of the French of each sentence as it was written. They are made from the page as it
reads back, so that identities, footnote marks and signs, which the page lays in, are no change.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.pages.values import Row

_OPEN = "<!-- visavis-sentences"
_CLOSE = "-->"
_ITEM = re.compile(r"(s\d+):([0-9a-f]{8})(?:\.([0-9a-f]{8}))?")
_PER_LINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Digests of one sentence as it was written; `french` is "" where the page has none."""

    english: str
    french: str = ""


def fingerprint(sentence: str) -> str:
    """Return eight hexadecimal digits that tell one text from another; blanks are alike."""
    text = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def written_fingerprints(rows: Iterable[Row]) -> str:
    """Return the comment that remembers English and French of `rows`, "" if there are none."""
    items = [f"{row.id}:{fingerprint(row.english)}.{fingerprint(row.french)}" for row in rows]
    lines = [" ".join(items[at : at + _PER_LINE]) for at in range(0, len(items), _PER_LINE)]
    return "\n".join([_OPEN, *lines, _CLOSE]) if items else ""


def read_fingerprints(lines: Sequence[str]) -> dict[str, Written]:
    """Return how the last such comment of a page has each sentence."""
    starts = (at for at in range(len(lines) - 1, -1, -1) if lines[at].startswith(_OPEN))
    start = next(starts, None)
    if start is None:
        return {}
    found: dict[str, Written] = {}
    for line in lines[start:]:
        found.update(
            (hit[1], Written(english=hit[2], french=hit[3] or "")) for hit in _ITEM.finditer(line)
        )
        if line.rstrip().endswith(_CLOSE):
            break
    return found
