"""Entry ids as XML names (NCName), which begin with a letter and hold no blanks, and back.

A character that a name cannot hold is written ``_xHHHH_``, the convention of .NET's
XmlConvert.EncodeLocalName and of Office Open XML.
"""

from __future__ import annotations

import re

#: Fewer letters than XML 1.0 allows now: older parsers go by its fourth edition.
_START = "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153"
_WRONG = re.compile(f"^[^{_START}]|[^{_START}0-9.-]|_(?=x[0-9A-Fa-f]{{4,8}}_)")
_CODE = re.compile("_x([0-9A-F]{4,8})_")


def encode(text: str) -> str:
    """Return a name that `decode` turns into `text` again.

    >>> encode("12 km"), encode("député")
    ('_x0031_2_x0020_km', 'député')
    """
    return _WRONG.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def decode(name: str) -> str:
    """Return the text that `encode` made `name` of; codes beyond Unicode stay as they are."""
    return _CODE.sub(_character, name)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else found[0]
