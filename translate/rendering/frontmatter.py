"""Front matter of a page, and what a later run reads back from it.

Values are JSON strings, which every YAML reader takes; the page is read back without a YAML parser,
so that a hostile file costs one pass over its lines.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.rendering.status import draft_status
from translate.values import BilingualDocument

GENERATOR = "visavis"
_FENCE = "---"
#: What JSON leaves bare and YAML does not call printable, or a reader could not see.
_HIDDEN = re.compile(
    "[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE = re.compile(r"([a-z_0-9]+): (.*)")
_CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What one of our own pages says about itself.

    Attributes:
        source: name of the file it was made from; `source_digest` is that file's SHA-256.
        engine: the signature line.
        edited: whether anything but blanks at the end has changed since it was rendered.
        fields: all of the front matter. end: number of the line that closes it, from 0; 0 if none.
    """

    version: str
    source: str
    source_digest: str
    engine: str
    edited: bool
    fields: Mapping[str, str] = field(default_factory=dict)
    end: int = 0


def with_front_matter(document: BilingualDocument, body: str) -> str:
    """Return the page: front matter, with the digest of all the rest of the page, then `body`."""
    article, signature = document.article, document.signature
    fields = {
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "date": article.published.isoformat() if article.published else "",
        "url": article.url,
        "status": draft_status(document),
        "source": article.source,
        "source_sha256": article.digest,
        "engine": str(signature),
        "glossary_sha256": signature.glossary_digest,
        "generator": f"{GENERATOR} {signature.version}",
    }
    return stamped(fields, body)


def stamped(fields: Mapping[str, str], body: str) -> str:
    """Return a file: front matter of `fields`, with the digest of all the rest, then `body`."""
    lines = [f"{key}: {_scalar(value)}" for key, value in fields.items() if value]
    page = "\n".join([_FENCE, *lines, _FENCE, "", body.strip("\n"), ""])
    content = f"{_CONTENT}: {_scalar(_digest(page))}"
    return "\n".join([_FENCE, *lines, content, _FENCE, "", body.strip("\n"), ""])


def read_provenance(page: str) -> Provenance | None:
    """Return what `page` says about itself, None if this package did not make it."""
    lines = page.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return None
    fields: dict[str, str] = {}
    content_line = end = 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            end = number
            break
        if hit := _LINE.fullmatch(line):
            fields[hit[1]] = _value(hit[2])
            content_line = number if hit[1] == _CONTENT else content_line
    name, _, version = fields.get("generator", "").partition(" ")
    if name != GENERATOR:
        return None
    del lines[content_line : content_line + bool(content_line)]
    return Provenance(
        version=version,
        source=fields.get("source", ""),
        source_digest=fields.get("source_sha256", ""),
        engine=fields.get("engine", ""),
        fields=fields,
        end=end,
        edited=fields.get(_CONTENT) != _digest("\n".join(lines)),
    )


def _scalar(value: str) -> str:
    """Return `value` as a double-quoted scalar of both JSON and YAML; surrogates are replaced."""
    return _HIDDEN.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(hit: re.Match[str]) -> str:
    """Return the escape of one character; a lone surrogate is no character and has none."""
    code = ord(hit[0])
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"


def _value(scalar: str) -> str:
    """Return the string a scalar stands for; one that a person rewrote is taken as it stands."""
    try:
        value = json.loads(scalar)
    except (ValueError, RecursionError):
        return scalar.strip().strip("'\"")
    return value if isinstance(value, str) else scalar.strip()


def _digest(page: str) -> str:
    """Return the SHA-256 of a page, hexadecimal; blanks at its end do not count."""
    return hashlib.sha256(page.rstrip().encode("utf-8", "surrogatepass")).hexdigest()
