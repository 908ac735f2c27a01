"""Reading XML that nobody vouches for, and escaping text for XML.

Reading rests on defusedxml: nothing is ever fetched; a plain ``<!DOCTYPE tmx SYSTEM "tmx14.dtd">``
is passed over; declarations of entities and of attribute defaults, with which a small file grows
without bound, are refused. Files are streamed record by record, so memory does not grow with them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NoReturn
from xml.etree.ElementTree import ParseError

from glossary.formats.values import MAX_BYTES, FormatError

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CHUNK = 1 << 16
_MAX_DEPTH = 100
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


@dataclass(slots=True)
class Node:
    """One element: local name, namespace, attributes, 1-based line, text and elements in order.

    Attributes in a namespace are named ``{namespace}name``, such as `LANG`.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    content: list[str | Node] = field(default_factory=list)

    def children(self, *names: str) -> list[Node]:
        """Return the child elements, or those of some names, in order."""
        nodes = [part for part in self.content if isinstance(part, Node)]
        return [node for node in nodes if node.name in names] if names else nodes

    def text(self) -> str:
        """Return all text inside, that of child elements too."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.content)


def records(
    source: bytes | Path | BinaryIO, names: Collection[str], *, max_bytes: int = MAX_BYTES
) -> Iterator[Node]:
    """Yield the root when it opens, without content, then each finished element in `names`.

    A yielded element is taken out of its parent. `source` is the file's bytes, its path or an open
    binary file; a path is measured before it is read.

    Raises:
        FormatError: not well-formed, declares entities or attribute defaults, is nested more than
            100 deep, has more than `max_bytes`, or cannot be read.
    """
    if isinstance(source, Path):
        check_size(source, max_bytes)
        try:
            with source.open("rb") as opened:
                yield from _records(opened, names, max_bytes)
        except OSError as error:
            raise FormatError(f"cannot be read: {error.strerror or error}") from error
    else:
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        yield from _records(stream, names, max_bytes)


def check_size(path: Path, max_bytes: int = MAX_BYTES) -> None:
    """Refuse a file that is too large, before any of it is read.

    Raises:
        FormatError: it has more than `max_bytes`, or cannot be looked at.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FormatError(f"cannot be read: {error.strerror or error}") from error
    if size > max_bytes:
        raise FormatError(too_large(size, max_bytes))


def too_large(size: int, max_bytes: int = MAX_BYTES) -> str:
    """Return the message for a file of `size` bytes."""
    limit = max_bytes // 1_000_000
    return f"has {size:,} bytes, the limit is {limit} MB; split it into smaller files"


def escape(text: str) -> str:
    """Return `text` for the inside of an element; illegal characters must be out, see `legal`."""
    return "".join(_TEXT.get(char, char) for char in text)


def quote(text: str) -> str:
    """Return `text` as a quoted attribute value."""
    return '"' + "".join(_ATTRIBUTE.get(char, char) for char in text) + '"'


def legal(text: str) -> tuple[str, int]:
    """Return `text` without what XML 1.0 (section 2.2) cannot hold, and how much went."""
    return _ILLEGAL.subn("", text)


def _records(stream: BinaryIO, names: Collection[str], max_bytes: int) -> Iterator[Node]:
    target = _Target(names)
    parser = _parser(target)
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > max_bytes:
                raise FormatError(too_large(size, max_bytes).replace("has ", "has over ", 1))
            parser.feed(chunk)
            yield from target.take()
        parser.close()
        yield from target.take()
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise FormatError(
            f"line {line}, column {column + 1}: no well-formed XML: {reason}"
        ) from error
    except (ValueError, LookupError) as error:  # defusedxml's own, and expat's of encodings
        raise FormatError(_refusal(error)) from error


def _refusal(error: Exception) -> str:
    from defusedxml.common import DefusedXmlException

    if isinstance(error, DefusedXmlException):
        return "declares XML entities, which are refused as unsafe; remove them from the DOCTYPE"
    return f"no well-formed XML: {error}"


def _parser(target: _Target) -> Any:
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=target)
    parser.parser.AttlistDeclHandler = _refuse_defaults
    target.line = lambda: int(parser.parser.CurrentLineNumber)
    return parser


def _refuse_defaults(*_declaration: object) -> NoReturn:
    raise FormatError("declares attributes in its DOCTYPE, which is refused as unsafe; remove them")


class _Target:
    """Builds nodes; finished ones that were asked for wait in a queue and leave the tree."""

    line: Callable[[], int]

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._open: list[Node] = []
        self._ready: list[Node] = []
        self._kept = 0  # how many open elements were asked for: only their content is kept

    def take(self) -> list[Node]:
        """Return what is finished since the last call."""
        ready, self._ready = self._ready, []
        return ready

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        namespace, _, name = tag.rpartition("}")
        node = Node(name, namespace.removeprefix("{"), attributes, self.line())
        if not self._open:
            self._ready.append(Node(name, node.namespace, attributes, node.line))
        if len(self._open) >= _MAX_DEPTH:
            raise FormatError(f"line {node.line}: elements are nested more than {_MAX_DEPTH} deep")
        self._open.append(node)
        self._kept += name in self._names

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._kept:
            self._open[-1].content.append(text)

    def end(self, _tag: str) -> None:
        """Close the innermost element."""
        node = self._open.pop()
        asked = node.name in self._names
        self._kept -= asked
        if asked:
            self._ready.append(node)
        elif self._kept:
            self._open[-1].content.append(node)

    def close(self) -> None:
        """Nothing is left to do: records were taken as they came."""
