"""Bytes to text: byte order marks, UTF-8, UTF-16, and the single-byte sets of French desks.

Single-byte sets cannot be told apart by validity, so each candidate is decoded and its
characters beyond ASCII are weighed by how French they look. charset-normalizer is asked only
when none of them looks French.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from translate.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp850": "DOS code page 850"}
_LETTERS = set("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ")
_SIGNS = set("«»’‘“”–—…€°\xa0§²³½•·™®©£\xad")
_SAMPLE = 200_000
# Sequences that UTF-8 French shows when it was once read as Windows-1252.
_MOJIBAKE = re.compile("Ã[\x80-\xbf©¨ª«®´»¢§¹€‰Š‡”“™\xa0]|â€[™œ\x9d“”¦]|Â[«»\xa0°]")
_DAMAGED_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read as, and what the user should know about the guess."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text file.

    Raises:
        InputError: when the bytes are no text, or contradict their own byte order mark.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_decode_by_mark(data, encoding, name), name)
    wide = _wide_encoding(data)
    if wide:
        note = f"no byte order mark; read as {wide.upper()}"
        return _checked(Decoded(_strict(data, wide, name), wide, (note,)), name)
    if b"\0" in data:
        raise InputError(f"{name}: binary data, not text (NUL bytes). Give the text itself.")
    try:
        return _checked(_unscramble(data.decode("utf-8")), name)
    except UnicodeDecodeError:
        return _checked(_decode_single_byte(data, name), name)


def decode_marked(data: bytes) -> str:
    """Return the text of bytes, which may be cut off anywhere, by their byte order mark.

    UTF-8 without one; what does not decode is replaced.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    return data.decode(encoding, errors="replace")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not valid {encoding.upper()} at byte {error.start}. "
            "The file is damaged or cut; save it again as UTF-8."
        ) from error


def _decode_by_mark(data: bytes, encoding: str, name: str) -> Decoded:
    if encoding != "utf-8-sig":
        return Decoded(_strict(data, encoding, name), encoding)
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        return _decode_single_byte(data[3:], name)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of Latin text is NUL, on one side only."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _checked(decoded: Decoded, name: str) -> Decoded:
    """Refuse binary data that happens to decode."""
    sample = decoded.text[:_SAMPLE]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f"))
    if "\0" in decoded.text or odd > max(2, len(sample) // 100):
        raise InputError(
            f"{name}: binary data, not text (control characters). Give the text itself."
        )
    return decoded


def _unscramble(text: str) -> Decoded:
    """Undo UTF-8 that was read as Windows-1252 and saved again, where that works throughout."""
    if len(_MOJIBAKE.findall(text[:_SAMPLE])) >= 2:
        try:
            raw = b"".join(_cp1252_byte(c) for c in text)
            note = "accents had been garbled (UTF-8 read as Windows-1252); repaired"
            return Decoded(raw.decode("utf-8"), "utf-8", (note,))
        except (UnicodeEncodeError, UnicodeDecodeError):
            pass
    return Decoded(text, "utf-8")


def _cp1252_byte(character: str) -> bytes:
    # The five bytes that Windows-1252 leaves undefined are passed through by Windows itself.
    return character.encode("latin-1" if "\x80" <= character <= "\x9f" else "cp1252")


def _decode_single_byte(data: bytes, name: str) -> Decoded:
    damaged = _mend_utf8(data)
    if damaged is not None:
        return damaged
    scored = []
    for encoding in _SINGLE_BYTE:
        text = _single(data, encoding)
        scored.append((_frenchness(text), encoding, text))
    # Stable for ties: the table's order is the order of how common they are.
    scored.sort(key=lambda item: -item[0])
    best, encoding, text = scored[0]
    if best <= 0:
        return _ask_charset_normalizer(data, name)
    margin = best - scored[1][0]
    notes: tuple[str, ...] = ()
    if encoding != "cp1252" or margin < 0.5:
        notes = (f"encoding guessed: {_SINGLE_BYTE[encoding]}; check the accents",)
    return Decoded(text, encoding, notes)


def _single(data: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        # cp1252 proper refuses five bytes that files hold all the same.
        return data.decode("cp1252", errors="replace")
    return data.decode(encoding)


def _frenchness(text: str) -> float:
    """Mean weight of the characters beyond ASCII: 1 for the letters and signs of French."""
    total = count = 0.0
    sample = text[:_SAMPLE]
    for index, char in enumerate(sample):
        if char < "\x80":
            continue
        count += 1
        before = sample[index - 1] if index else " "
        after = sample[index + 1 : index + 2] or " "
        if char in _LETTERS:
            # A capital between small letters is a sign of the wrong table.
            inside = before.islower() or (before.isalpha() and after.islower())
            total += -2 if char.isupper() and before.islower() else 1 if inside else 0.9
        elif char in _SIGNS:
            total += 0.2 if before.isalpha() and after.isalpha() and char not in "’\xad" else 1
        else:
            total -= 2
    return total / count if count else 0.0


def _mend_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few foreign bytes in it; None when it is something else."""
    text = data.decode("utf-8", errors="surrogateescape")
    high = sum(1 for c in text if c >= "\x80")
    bad = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    if bad > max(1, _DAMAGED_SHARE * high) or high - bad < 3 * bad:
        return None
    mended = "".join(
        bytes([ord(c) - 0xDC00]).decode("cp1252", errors="replace")
        if "\udc80" <= c <= "\udcff"
        else c
        for c in text
    )
    return Decoded(mended, "utf-8", (f"{bad} bytes are not UTF-8; read as Windows-1252",))


def _ask_charset_normalizer(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE]).best()
    if found is None:
        raise InputError(f"{name}: cannot tell the encoding. Save the file as UTF-8.")
    try:
        text = data.decode(found.encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: cannot tell the encoding. Save the file as UTF-8.") from error
    return Decoded(text, found.encoding, (f"encoding guessed: {found.encoding}; check the text",))
