"""Which encoding the bytes of a glossary are in, so that they can be written back the same.

Single-byte sets cannot be told apart by validity. Each candidate is decoded and its characters
beyond ASCII are weighed: an accented small letter beside letters is likely, a capital after a small
letter or a sign inside a word is not.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Codec -> name for people; the order is the order of how common they are.
SINGLE_BYTE = {
    "cp1252": "Windows-1252",
    "iso8859-15": "Latin-9",
    "mac_roman": "MacRoman",
    "cp850": "DOS code page 850",
}
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ")
_SIGNS = frozenset("«»’‘“”–—…€°\u00a0·•²³§½¼¾")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_AROUND_WORD = ' ,;|"\t\r\n'
#: How .xlsx and .ods files begin.
_ARCHIVE = b"PK\x03\x04"
_SAMPLE = 200_000
_NUL = "is not text: it holds NUL characters; save it as CSV in UTF-8"
#: Below this share of likely characters no candidate is believed.
_LIKELY = 0.6
#: How much likelier than the next the likeliest must be; three times as much for a rare encoding.
_MARGIN = 0.1


class EncodingError(ValueError):
    """The bytes are no text in any encoding that is known here, or in several alike."""


def detect(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark (or b"") and the codec of a text.

    Raises:
        EncodingError: when nothing fits, or two encodings fit equally and give other words.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return bom, codec
    if data.startswith(_ARCHIVE):
        raise EncodingError(
            "is a workbook or another archive, not CSV; save it as CSV in UTF-8, or take its "
            "entries in with `translate glossary import`"
        )
    sample = data[:4000]
    if b"\0" in sample:
        odd, even = sample[1::2].count(0), sample[::2].count(0)
        if max(odd, even) * 4 < len(sample):  # of Latin letters, every other byte is zero
            raise EncodingError(_NUL)
        return b"", "utf-16-le" if odd > even else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", _single_byte(data)
    return b"", "utf-8"


def decode(data: bytes) -> str:
    """Decode a text without its byte order mark.

    Raises:
        EncodingError: when the bytes are no text.
    """
    bom, codec = detect(data)
    try:
        text = data[len(bom) :].decode(codec)
    except UnicodeDecodeError as error:
        message = f"is not text ({codec}: {error.reason}); save it as CSV in UTF-8"
        raise EncodingError(message) from error
    if "\0" in text:
        raise EncodingError(_NUL)
    return text


def _single_byte(data: bytes) -> str:
    found: list[tuple[float, str, str]] = []
    for codec in SINGLE_BYTE:
        try:
            text = data[:_SAMPLE].decode(codec)
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        found.append((_likelihood(text), codec, text))
    found.sort(key=lambda item: -item[0])  # stable: the commoner one first
    if not found or found[0][0] < _LIKELY:
        names = ", ".join(SINGLE_BYTE.values())
        message = f"is not text in UTF-8 and looks wrong in {names}; save it as CSV in UTF-8"
        raise EncodingError(message)
    _, codec, text = found[0]
    wanted = _MARGIN if codec == "cp1252" else 3 * _MARGIN
    for _, other, read in found[1:]:
        if read != text and _likelihood(text, read) - _likelihood(read, text) < wanted:
            mine, theirs = _difference(text, read)
            raise EncodingError(
                f"is not in UTF-8, and its encoding cannot be told: {mine!r} if it is "
                f"{SINGLE_BYTE[codec]}, {theirs!r} if {SINGLE_BYTE[other]}; save it as CSV in UTF-8"
            )
    return codec


def _likelihood(text: str, other: str = "") -> float:
    """Return the mean weight, 0 to 1, of the characters beyond ASCII that are not so in `other`."""
    total = count = 0.0
    for found in _BEYOND_ASCII.finditer(text):
        at = found.start()
        if other[at : at + 1] == found[0]:
            continue
        count += 1
        total += _weight(found[0], text[max(at - 1, 0) : at], text[at + 1 : at + 2])
    return total / count if count else 1.0


def _weight(char: str, before: str, after: str) -> float:
    if char in _SIGNS:
        # Of the signs only an apostrophe stands between two letters, or a quote before one.
        inside = before.isalpha() and after.isalpha()
        opens = after.isalpha() and char not in "’‘“«·\u00a0"
        if inside and char == "’":
            return 1.0
        return 0.3 if (inside and char != "·") or opens else 0.9
    if not char.isalpha() or unicodedata.category(char) == "Lm":
        return 0.0
    if (char.isupper() and before.islower()) or (char.islower() and after.isupper()):
        return 0.0
    if not (before.isalpha() or after.isalpha() or char in "àÀ"):
        return 0.3
    return 1.0 if char in _FRENCH else 0.75


def _difference(one: str, other: str) -> tuple[str, str]:
    """Return the first words in which two readings of the same bytes differ."""
    pairs = zip(one, other, strict=True)
    at = next(index for index, (mine, theirs) in enumerate(pairs) if mine != theirs)
    start = max(one.rfind(blank, 0, at) for blank in _AROUND_WORD) + 1
    end = next((index for index in range(at, len(one)) if one[index] in _AROUND_WORD), len(one))
    return one[start:end], other[start:end]
