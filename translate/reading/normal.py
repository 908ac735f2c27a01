"""Characters before structure: line ends, composed accents, invisible characters."""

from __future__ import annotations

import re
import unicodedata

# Removed: soft hyphen, zero-width characters, direction marks, byte order marks inside the text.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# A zero-width joiner inside an emoji sequence holds it together.
_EMOJI_JOIN = re.compile(
    "(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
)
_KEPT_JOIN = "\ue8ff"
_LINE_ENDS = re.compile("\r\n|[\r\v\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Windows-1252 punctuation that was passed through as C1 control characters.
_C1 = {code: bytes([code]).decode("cp1252", errors="ignore") or " " for code in range(0x80, 0xA0)}
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def normalize(text: str) -> str:
    r"""Return text with ``\\n`` line ends, NFC accents and nothing invisible.

    No-break spaces (also narrow ones), quotes and dashes stand as they are. Form feeds stay:
    they are page breaks. Typographic ligatures of PDF files are spelled out.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = text.translate({code: sign for code, sign in _C1.items() if code != 0x85})
    if "\u200d" in text:
        text = _EMOJI_JOIN.sub(_KEPT_JOIN, text)
    text = _INVISIBLE.sub("", text).replace(_KEPT_JOIN, "\u200d")
    text = _CONTROLS.sub(" ", text)
    return unicodedata.normalize("NFC", text).translate(_LIGATURES)
