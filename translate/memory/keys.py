"""When are two French sentences the same, and of which words are they made?"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

#: Share of the words, 0 to 1, from which a sentence counts as like another. The index of a memory
#: is made for it: another share is another `database.SCHEMA`.
SIMILAR = 0.75
_SHARED = 3
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        "‑": "-",
        "‐": "-",
        "…": "...",
        # Unseen: soft hyphen, zero width, direction; no page shows them, so none comes back.
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c", None),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", None),
    }
)
#: Controls that are no blanks, and surrogates: pages show the replacement character for them.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_OPENING = re.compile(r"« ?")
_CLOSING = re.compile(r" ?»")
_BEFORE_SIGN = re.compile(r" (?=[;:!?%])")
_WORD = re.compile(r"\w+", re.UNICODE)


def normal(text: str) -> str:
    r"""Return `text` as it is compared: one blank for many, typewriter quotes and apostrophes.

    Agencies and editors differ in the blanks of French typography ("84 %", "« oui »"); words,
    letters and accents are kept as they are.

    >>> normal("« L’accord »  tient :\u202f84\u00a0%")
    '"L\'accord" tient: 84%'
    """
    text = _CONTROLS.sub("\ufffd", unicodedata.normalize("NFC", text)).translate(_FOLDED)
    text = " ".join(text.split())
    return _BEFORE_SIGN.sub("", _CLOSING.sub('"', _OPENING.sub('"', text)))


def key(text: str) -> bytes:
    """Return 16 bytes that are the same for sentences that are the same (BLAKE2b)."""
    return hashlib.blake2b(normal(text).encode("utf-8", "replace"), digest_size=16).digest()


def words(text: str) -> list[str]:
    """Return the words and figures of `text`, lower case, in order."""
    return _WORD.findall(normal(text).casefold())


def signposts(tokens: Sequence[str]) -> tuple[list[int], int]:
    """Return the words by which a sentence is found again, and how many of them a like one shares.

    At a similarity of `SIMILAR` at most ``k = floor((1 - SIMILAR) n)`` of n words are missing from
    the other sentence. Take the words of both in one and the same order: of the first k + 3, the
    like sentence has 3 among its own first (prefix filtering; Chaudhuri, Ganti and Kaushik, ICDE
    2006; with more than one word: Wang, Li and Feng, SIGMOD 2012). The longest come first, since
    long words are rare. Words are numbers: 63 bits of BLAKE2b.
    """
    distinct = sorted(set(tokens), key=lambda word: (-len(word), word))
    missing = int(len(tokens) * (1 - SIMILAR) + 1e-9)
    shared = max(1, min(_SHARED, len(distinct) - missing))
    return [_number(word) for word in distinct[: missing + _SHARED]], shared


def _number(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
