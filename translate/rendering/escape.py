"""Plain text as GitHub-flavoured Markdown that renders as that same plain text.

Every function is total: any string is accepted, lone surrogates and control characters included.
The rules follow the GFM specification (0.29) and GitHub's documented extensions (mathematics).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_REPLACEMENT = "\ufffd"
_NEWLINES = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
#: Embeddings, overrides and isolates: left open they would turn the rest of a line around, in the
#: page and in the source alike. The marks that cannot be left open (LRM, RLM, ALM) are kept.
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), _REPLACEMENT),
    **dict.fromkeys(map(ord, _DIRECTION)),
    ord("\t"): "\t",
    ord("\n"): "\n",
    0x1F: " ",
}

#: Character references rather than backslashes for what table rows, HTML blocks and code spans
#: look at before backslash escapes are read. `<span>$</span>` is GitHub's own way to keep a
#: dollar sign out of mathematics.
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\\": "&#92;",
        "|": "&#124;",
        "`": "&#96;",
        "$": "<span>$</span>",
        "\t": "&emsp;",
        "\n": "<br>",
        **{mark: f"\\{mark}" for mark in "*_[]~#"},
    }
)
#: GFM links bare addresses before it reads escapes, so their first sign is hidden.
_ADDRESS = re.compile(r":(?=//)|(?i:(?<=www)\.)")
_BLOCK_START = re.compile(r"([-+=:])|(\d{1,9})([.)])")
_SCHEMES = frozenset({"http", "https", "mailto"})
#: No semicolon: a Markdown destination that holds none holds no character reference either.
_HREF_SAFE = "-._~:/?#@!&+,=%"


def clean(text: str) -> str:
    """Return `text` without what no page can show.

    All kinds of line ends become one newline, control characters and lone surrogates the
    replacement character; direction controls that need closing are dropped.
    """
    return _NEWLINES.sub("\n", text).translate(_CLEAN)


def escape(text: str) -> str:
    """Return inline Markdown that renders as `text`, on one line, in a table cell or elsewhere.

    The result can stand beside any other inline Markdown, links and footnote marks included.
    """
    escaped = clean(text).translate(_ESCAPES)
    escaped = _ADDRESS.sub(lambda hit: f"&#{ord(hit[0])};", escaped)
    if escaped.startswith(("(", ":")):  # "[^n1](" would be a link, "[^n1]:" a definition
        escaped = "\\" + escaped
    if escaped.endswith(("!", "^")):  # "![^n1]" would be a picture, "^[…]" a note (not on GitHub)
        escaped = f"{escaped[:-1]}\\{escaped[-1]}"
    return escaped


def escape_line(text: str) -> str:
    """Like `escape`, for text that opens a line: it starts no heading, list or other block."""
    return guard(escape(text))


def guard(markdown: str) -> str:
    """Return escaped inline Markdown so that it can open a line."""
    markdown = markdown.lstrip()
    hit = _BLOCK_START.match(markdown)
    if hit is None:
        return markdown
    if hit[1]:
        return "\\" + markdown
    return f"{hit[2]}\\{hit[3]}{markdown[hit.end() :]}"


def safe_href(url: str) -> str:
    """Return `url` fit for a Markdown or HTML link, "" if it is no web or mail address."""
    url = clean(url).strip()
    try:
        scheme = urlsplit(url).scheme
    except ValueError:  # an unbalanced bracket in the host
        return ""
    return quote(url, safe=_HREF_SAFE) if scheme in _SCHEMES else ""
