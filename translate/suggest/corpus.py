"""Articles and finished pages as sources of suggestions."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError, VisavisError
from translate.inputs import expand, is_own_page
from translate.pages import Page, read_page
from translate.reading.decoding import decode
from translate.reading.reader import MAX_BYTES, read_path
from translate.segments import segment
from translate.suggest.values import Line, Source
from translate.values import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What could be read, in order, and what could not: (path, reason)."""

    sources: tuple[Source, ...]
    failures: tuple[tuple[str, str], ...] = ()


def read(names: Sequence[str], *, any_language: bool = False) -> Corpus:
    """Read files, folders, patterns. Where an article and its page are both given, the page stands.

    Of a folder, what is neither an article nor a bilingual page (a briefing) is passed over.
    """
    inputs = expand(names)
    found: dict[tuple[str, int], Source] = {}
    failures: list[tuple[str, str]] = []
    for name in inputs.paths:
        try:
            sources = _of_file(Path(name), any_language=any_language)
        except VisavisError as error:
            failures.append((name, str(error).removeprefix(f"{name}: ")))
            continue
        _add(sources, found)
    for name, _ in inputs.skipped:
        if is_own_page(Path(name)):
            with contextlib.suppress(VisavisError):
                _add(_of_file(Path(name), any_language=any_language), found)
    return Corpus(sources=tuple(found.values()), failures=tuple(failures))


def _add(sources: Sequence[Source], found: dict[tuple[str, int], Source]) -> None:
    for number, source in enumerate(sources):
        key = (source.digest or source.name, number)
        # Pages of two articles of one file share a digest: their names tell them apart.
        if key in found and _english(found[key]) and _english(source):
            key = (source.name, number)
        if key not in found or _english(source):
            found[key] = source


def _english(source: Source) -> bool:
    return any(line.english for line in source.lines)


def _of_file(path: Path, *, any_language: bool) -> list[Source]:
    if is_own_page(path):
        return [of_page(read_page(_text(path), name=str(path)), path.name)]
    articles = read_path(path, any_language=any_language)
    return [of_article(article) for article in articles]


def _text(path: Path) -> str:
    """Return the text of a page.

    Raises:
        InputError: it is too large, unreadable or no text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: larger than {MAX_BYTES // 2**20} MB")
        return decode(path.read_bytes(), str(path)).text
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def of_page(page: Page, name: str) -> Source:
    """Return a page as a source; its French column is the article."""
    return Source(
        name=name,
        digest=page.digest,
        lines=tuple(
            Line(id=row.id, french=row.french, english=row.english, edited=row.changed)
            for row in page.rows
            if row.french
        ),
    )


def of_article(article: Article) -> Source:
    """Return an article that has no page as a source."""
    return Source(
        name=Path(article.source).name,
        digest=article.digest,
        lines=tuple(Line(id=one.id, french=one.text) for one in segment(article)),
    )
