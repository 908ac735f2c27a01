"""Bytes or a path to articles: format by extension, checks, structure, assembly."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from translate.errors import InputError
from translate.reading.authors import author_of
from translate.reading.dates import find_date
from translate.reading.decoding import decode
from translate.reading.features import fold
from translate.reading.language import detect_language, language_name
from translate.reading.metadata import Meta, load_yaml, meta_from
from translate.reading.source import Source
from translate.reading.structure import structure
from translate.reading.tables import form
from translate.reading.units import Piece, assemble
from translate.values import Article, BlockKind

#: Largest file that is read, in bytes.
MAX_BYTES = 64 * 1024 * 1024

FormatReader = Callable[[bytes, str], list[Source]]
#: Extension to "module:function"; imported on use. Everything else is read as plain text.
READERS = {
    ".txt": "translate.reading.text:read",
    ".md": "translate.reading.markdown:read",
    ".markdown": "translate.reading.markdown:read",
    ".html": "translate.reading.html:read",
    ".htm": "translate.reading.html:read",
    ".xhtml": "translate.reading.html:read",
    ".docx": "translate.reading.docx:read",
    ".jsonl": "translate.reading.jsonl:read",
}
_REFUSED = {
    ".pdf": "PDF", ".doc": "Word 97", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB",
    ".png": "image", ".jpg": "image", ".jpeg": "image", ".zip": "archive", ".gz": "archive",
}  # fmt: skip
_DATED = {BlockKind.DATE, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.METADATA}


def read_path(
    path: str | Path, *, any_language: bool = False, sidecar: Mapping[str, Any] | None = None
) -> tuple[Article, ...]:
    """Read a file; metadata in ``article.txt.yml`` or ``article.yml`` beside it counts.

    Raises:
        InputError: as `read_bytes`, and when the file is missing, a directory, unreadable or
            larger than 64 MB.
    """
    path = Path(path)
    if path.is_dir():
        raise InputError(f"{path}: a directory, not a file. Name the files in it.")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{path}: {size // 2**20} MB is more than 64 MB. Split the file.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file. Check the name.") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    if sidecar is None:
        sidecar = _sidecar_of(path)
    return read_bytes(data, name=path.name, any_language=any_language, sidecar=sidecar)


def _sidecar_of(path: Path) -> Mapping[str, Any] | None:
    for candidate in (path.with_name(path.name + ".yml"), path.with_suffix(".yml")):
        if candidate != path and candidate.is_file():
            if candidate.stat().st_size > 2**20:
                raise InputError(f"{candidate}: too large for metadata. Is it the right file?")
            text = decode(candidate.read_bytes(), str(candidate)).text
            return load_yaml(text, str(candidate))
    return None


def read_bytes(
    data: bytes,
    *,
    name: str,
    any_language: bool = False,
    sidecar: Mapping[str, Any] | None = None,
) -> tuple[Article, ...]:
    """Read the articles of one file; the extension of `name` selects the format.

    Args:
        any_language: go on when the text does not look French.
        sidecar: metadata from outside; it wins over what the file says.

    Raises:
        InputError: binary, empty, undecodable, too large, without letters, not French, or of a
            format that needs an extra which is not installed. The message says what to do.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: {len(data) // 2**20} MB is more than 64 MB. Split the file.")
    if not data.strip():
        raise InputError(f"{name}: empty. There is nothing to translate.")
    given = meta_from(sidecar, f"{name}: sidecar") if sidecar else Meta()
    digest = _digest(data, sidecar)
    articles: list[Article] = []
    for source in _format_reader(name)(data, name):
        for pieces in structure(source.units):
            number = len(articles) + 1
            label = name if number == 1 else f"{name}#{number}"
            articles.append(_article(pieces, label, digest, given.over(source.meta), source.notes))
    _check_letters(articles, name)
    return _in_french(articles, any_language=any_language)


def _format_reader(name: str) -> FormatReader:
    suffix = PurePath(name).suffix.lower()
    if suffix in _REFUSED:
        raise InputError(
            f"{name}: {_REFUSED[suffix]} files are not read. "
            "Save the text as .txt, .md, .html or .docx."
        )
    module, function = READERS.get(suffix, READERS[".txt"]).split(":")
    reader: FormatReader = getattr(import_module(module), function)
    return reader


def _check_letters(articles: Sequence[Article], name: str) -> None:
    if not any(c.isalpha() for article in articles for c in article.text):
        raise InputError(f"{name}: no letters in it. There is nothing to translate.")


def _article(
    pieces: Sequence[Piece], source: str, digest: str, meta: Meta, notes: tuple[str, ...]
) -> Article:
    text, blocks, inlines = assemble(pieces)
    first = {kind: block.text for block in reversed(blocks) for kind in (block.kind,)}
    return Article(
        source=source,
        text=text,
        blocks=blocks,
        inlines=inlines,
        title=meta.title or first.get(BlockKind.TITLE, ""),
        outlet=meta.outlet,
        url=meta.url,
        author=meta.author or author_of(first.get(BlockKind.BYLINE, "")),
        dateline=_place(first.get(BlockKind.DATELINE, "")),
        published=meta.published or _published(pieces),
        digest=digest,
        notes=notes,
    )


def _place(dateline: str) -> str:
    bare = dateline.strip(" .:–—-\u00a0\u202f")
    if form("agency_names").fullmatch(fold(bare.strip("()"))):
        return ""
    return (
        bare[1:-1] if bare.startswith("(") and bare.endswith(")") and "(" not in bare[1:] else bare
    )


def _published(pieces: Sequence[Piece]) -> dt.date | None:
    for piece in pieces:
        if piece.label.kind in _DATED and len(piece.text) <= 200:
            found = find_date(piece.text)
            if found is not None:
                return found
    return None


def _digest(data: bytes, sidecar: Mapping[str, Any] | None) -> str:
    """SHA-256 of the source, and of the metadata beside it where there is some."""
    total = hashlib.sha256(data)
    if sidecar:
        keyed = {str(key): value for key, value in sidecar.items()}
        total.update(b"\0" + json.dumps(keyed, sort_keys=True, default=str).encode())
    return total.hexdigest()


def _in_french(articles: Sequence[Article], *, any_language: bool) -> tuple[Article, ...]:
    """The French articles of a file; a note on the first names those that are left out.

    Raises:
        InputError: when none is French, and `any_language` is false.
    """
    seen = [_language(article) for article in articles]
    if any_language:
        return tuple(map(_marked_foreign, articles, seen))
    kept = [a for a, code in zip(articles, seen, strict=True) if code == "fr"]
    foreign = [
        f"{article.source}: not French; it looks like {language_name(code)}."
        for article, code in zip(articles, seen, strict=True)
        if code != "fr"
    ]
    if not kept:
        raise InputError("\n".join([*foreign, "To go on all the same: --any-language."]))
    notes = tuple(f"left out: {reason}" for reason in foreign)
    return (replace(kept[0], notes=(*kept[0].notes, *notes)), *kept[1:])


def _language(article: Article) -> str:
    running = "\n".join(block.text for block in article.blocks if block.translated)
    return detect_language(running or article.text)


def _marked_foreign(article: Article, code: str) -> Article:
    if code == "fr":
        return article
    note = f"not French: {language_name(code)}"
    return replace(article, lang=code or "und", notes=(*article.notes, note))
