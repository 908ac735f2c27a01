"""English typography after decoding: blanks, quotation marks, dots; no word is ever touched.

The embedded model writes straight quotes and plain blanks; other checkpoints leave French habits
(« », a blank before ":" or "%"). House style is American wire style, straight by default.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Quotes(StrEnum):
    """Which quotation marks and apostrophes the English gets."""

    STRAIGHT = "straight"
    CURLY = "curly"


_FOLD = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
    }
)
_OPENING_GUILLEMET = re.compile(r"« ?")
_CLOSING_GUILLEMET = re.compile(r" ?»")
_BLANKS = re.compile(r"\s+")
_BLANK_BEFORE = re.compile(r" (?=[,;:!?)\]%](?:[\s\"'.,;:!?)\]]|$)|\.(?:\s|$))")
_CUT = re.compile(r"\[ ?\.{2,4} ?\]")
_BLANK_AFTER_OPENING = re.compile(r"(?<=[(\[]) ")
#: What may stand before an opening quotation mark.
_BEFORE_OPENING = " \t\n([{-–—/"


def english(text: str, *, quotes: Quotes = Quotes.STRAIGHT) -> str:
    """Return `text` with English blanks and quotation marks; no letter or digit changes."""
    text = _OPENING_GUILLEMET.sub('"', _CLOSING_GUILLEMET.sub('"', text))
    text = _BLANKS.sub(" ", text.translate(_FOLD)).strip()
    text = _BLANK_BEFORE.sub("", text)
    text = _CUT.sub("[...]", _BLANK_AFTER_OPENING.sub("", text))
    text = _close_up(text)
    return curl(text) if quotes is Quotes.CURLY else text


def _close_up(text: str) -> str:
    """Return `text` without the blank inside a quotation mark that has one on both sides.

    Which side is the inside follows from counting the marks of the sentence.
    """
    parts = text.split('"')
    for index in range(1, len(parts)):
        before, after = parts[index - 1], parts[index]
        if index % 2 and after.startswith(" ") and (not before or before.endswith(" ")):
            parts[index] = after[1:]
        elif index % 2 == 0 and before.endswith(" ") and (not after or after[0] in " .,;:!?)"):
            parts[index - 1] = before[:-1]
    return '"'.join(parts)


def curl(text: str) -> str:
    """Return `text` with curly quotation marks and apostrophes; same length."""
    out = []
    for index, char in enumerate(text):
        if char not in "\"'":
            out.append(char)
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        opens = before in _BEFORE_OPENING or (before in "\"'" and out[-1] in "“‘")
        if char == '"':
            out.append("“" if opens else "”")
        else:
            # An apostrophe before a digit or in a word ('90s, don't) is never an opening mark.
            out.append("‘" if opens and not after.isdigit() and after != " " else "’")
    return "".join(out)
