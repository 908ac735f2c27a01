"""When are two French sentences the same, and of which words are they made?"""

from __future__ import annotations

import hashlib
import re
import unicodedata

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
    text = "".join(
        "\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} and not char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
    ).translate(_FOLDED)
    text = " ".join(text.split())
    return _BEFORE_SIGN.sub("", _CLOSING.sub('"', _OPENING.sub('"', text)))


def key(text: str) -> bytes:
    """Return 16 bytes that are the same for sentences that are the same (BLAKE2b)."""
    return hashlib.blake2b(normal(text).encode("utf-8", "replace"), digest_size=16).digest()


def words(text: str) -> list[str]:
    """Return the words and figures of `text`, lower case, in order."""
    return _WORD.findall(normal(text).casefold())


def word_number(word: str) -> int:
    """Return a 63-bit number for a word: postings hold numbers, not texts."""
    digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
