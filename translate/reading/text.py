"""Text files: bytes to normalised text, and the reader of plain text."""

from __future__ import annotations

import re

from translate.errors import InputError
from translate.reading.decoding import decode
from translate.reading.metadata import split_head
from translate.reading.normal import normalize
from translate.reading.plain.text import read_plain
from translate.reading.source import Source

#: Longest line of a text file, in characters: no article is written on one line of this size.
MAX_LINE = 1_000_000


def decoded_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode and normalise a text file; return the text and notes.

    Raises:
        InputError: when it is binary, undecodable, or has a line longer than a million characters.
    """
    decoded = decode(data, name)
    text = normalize(decoded.text)
    longest = max(map(len, re.split("[\n\f]", text)))
    if longest > MAX_LINE:
        raise InputError(
            f"{name}: a line of {longest} characters; no article has one. Break it into paragraphs."
        )
    return text, decoded.notes


def read(data: bytes, name: str) -> list[Source]:
    """Read plain text, with or without a YAML head.

    Raises:
        InputError: as `decoded_text`.
    """
    text, notes = decoded_text(data, name)
    meta, head, rest = split_head(text, name)
    return [Source(units=[*head, *read_plain(rest)], meta=meta, notes=notes)]
