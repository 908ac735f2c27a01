"""The formats by name, and which of them a file has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from glossary import tables
from glossary.formats import own, pairs, tbx, tbx_reading, tmx_entries, xlsx, xml
from glossary.formats.values import MAX_BYTES, FormatError, Reading, Written
from glossary.values import Entry

#: Byte order marks and blanks, of which a file may consist that holds nothing.
_NOTHING = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: reader, writer, suffixes (the first is the usual one), one line of description."""

    read: Callable[[bytes, str], Reading]
    write: Callable[[Sequence[Entry]], Written]
    suffixes: tuple[str, ...]
    description: str


FORMATS: dict[str, Format] = {
    "csv": Format(
        read=own.read,
        write=own.write,
        suffixes=(".csv", ".tsv", ".txt"),
        description="our own table: every column",
    ),
    "xlsx": Format(
        read=xlsx.read,
        write=xlsx.write,
        suffixes=(".xlsx", ".xlsm"),
        description="workbook for editors: every column, brought back with import",
    ),
    "tbx": Format(
        read=tbx_reading.read,
        write=tbx.write,
        suffixes=(".tbx", ".xml"),
        description="TBX-Basic version 3 (ISO 30042:2019), for term bases",
    ),
    "tbx-2008": Format(
        read=tbx_reading.read,
        write=partial(tbx.write, version=2),
        suffixes=(".tbx", ".xml", ".mtf"),
        description="TBX-Basic in the form of 2008, for tools that know no version 3",
    ),
    "tmx": Format(
        read=tmx_entries.read,
        write=tmx_entries.write,
        suffixes=(".tmx",),
        description="TMX 1.4b pairs, for translation memories",
    ),
    "deepl": Format(
        read=pairs.read,
        write=partial(pairs.write, dialect=pairs.DEEPL),
        suffixes=(".csv",),
        description="DeepL glossary: pairs without header",
    ),
    "deepl-tsv": Format(
        read=pairs.read,
        write=partial(pairs.write, dialect=pairs.DEEPL, separator="\t"),
        suffixes=(".tsv",),
        description="the same with tabs, as DeepL's programming interface takes it",
    ),
    "google": Format(
        read=pairs.read,
        write=partial(pairs.write, dialect=pairs.GOOGLE),
        suffixes=(".csv",),
        description="Google Cloud Translation glossary: header of language codes, descriptions",
    ),
    "amazon": Format(
        read=pairs.read,
        write=partial(pairs.write, dialect=pairs.AMAZON),
        suffixes=(".csv", ".tsv"),
        description="Amazon Translate terminology: header of language codes",
    ),
}


def get(name: str) -> Format:
    """Return a format by its name.

    Raises:
        FormatError: no such format; names those there are.
    """
    if name not in FORMATS:
        close = get_close_matches(name, FORMATS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(FORMATS)}"
        raise FormatError(f"format {name!r} is not known; {hint}")
    return FORMATS[name]


def read_file(path: Path, name: str | None = None) -> tuple[str, Reading]:
    """Read a file in the named format, else in the one it has; return the format's name too.

    Raises:
        FormatError: too large (looked at before it is read), unreadable, or not of its format.
    """
    try:
        xml.check_size(path)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)  # a device has no size
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error
    except OSError as error:
        raise FormatError(f"{path}: cannot be read: {error.strerror or error}") from error
    return read(data, str(path), name)


def read(data: bytes, path: str, name: str | None = None) -> tuple[str, Reading]:
    """Read bytes as `read_file` does; `path` is for messages and tells the suffix.

    Raises:
        FormatError: see `read_file`.
    """
    if len(data) > MAX_BYTES:
        raise FormatError(f"{path}: {xml.too_large(len(data))}")
    if not data.strip(_NOTHING):
        raise FormatError(f"{path}: is empty")
    try:
        chosen = name or detect(data, Path(path).suffix)
        return chosen, get(chosen).read(data, path)
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error


def detect(data: bytes, suffix: str = "") -> str:
    """Return the name of the format of some bytes: what they are, then what the suffix says.

    Raises:
        FormatError: none of our formats.
    """
    if data.startswith(b"PK\x03\x04"):
        return "xlsx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FormatError("is a workbook of the old kind (.xls); save it as .xlsx")
    head = data[:4000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if head.startswith(b"<"):
        return _detect_xml(data)
    return _detect_table(data, suffix)


def _detect_xml(data: bytes) -> str:
    root = next(xml.records(data, ())).name
    names = {"tmx": "tmx", "tbx": "tbx", "martif": "tbx-2008"}
    if root not in names:
        raise FormatError(f"is XML that begins with <{root}>; read are {', '.join(names)}")
    return names[root]


def _detect_table(data: bytes, suffix: str) -> str:
    try:
        text = tables.decode(data)
    except tables.TableError as error:
        raise FormatError(str(error)) from error
    lines = [line for line in text.splitlines() if line.strip()][:2]
    for separator in tables.SEPARATORS:
        rows = [
            [cell.strip(" \"'\ufeff").lower() for cell in one.split(separator)] for one in lines
        ]
        names = rows[0] if rows else []
        if set(names) == {"fr", "en"}:
            return "csv"
        header = pairs.header_of(names)
        if header and ("description" in header or "pos" in header):
            return "google"
        if header:
            return "amazon"
        if {"fr", "en"} <= set(map(pairs.column_name, names)) and not all(
            map(pairs.ends_in_codes, rows)
        ):
            return "csv"
    return "deepl-tsv" if suffix.lower() == ".tsv" else "deepl"
