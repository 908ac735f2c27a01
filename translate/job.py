"""One call on many files: read, skip what is current, translate in windows, write each result.

A window is a few thousand words, so that memory stays flat over any number of files, batches are
full, and what is done stays done when the call is interrupted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate import outputs
from translate.engines.base import Progress
from translate.errors import OutputError, VisavisError
from translate.pipeline import Translator
from translate.reading import read_bytes, read_path
from translate.values import Article, BilingualDocument

#: Words of one window. The first is small, so that a first page is there at once.
FIRST_WINDOW = 400
WINDOW = 5000

Render = Callable[[BilingualDocument], str]


class Status(StrEnum):
    """What became of one article."""

    WRITTEN = "written"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of one article (or of one file that could not be read).

    Attributes:
        path: where its result stands, None when it failed or went to standard output.
        page: the rendered result when it was written.
        message: why it failed or was kept.
    """

    source: str
    status: Status
    path: Path | None = None
    page: str = ""
    document: BilingualDocument | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a call wants besides translation.

    Attributes:
        output: folder of the results; None sends pages to the caller only.
        suffix: of result files. overwrite: translate anew even what is current or edited.
        stdin: the bytes of standard input, for the source "-".
    """

    output: Path | None
    suffix: str = ".md"
    overwrite: bool = False
    any_language: bool = False
    stdin: bytes = b""


def run(
    paths: Sequence[str],
    translator: Translator,
    render: Render,
    options: Options,
    *,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Translate `paths` in order and yield one outcome per article.

    Errors of one file become its outcome; the others go on.
    """
    namer = outputs.Namer(options.suffix)
    window: list[tuple[Article, Path | None]] = []
    words, most = 0, FIRST_WINDOW
    for path in paths:
        for found in _read(path, options):
            if isinstance(found, Outcome):
                yield found
                continue
            target = options.output / namer.name(found.source) if options.output else None
            kept = _standing(found, target, translator, options)
            if kept:
                yield kept
                continue
            window.append((found, target))
            words += len(found.text.split())
        if words >= most:
            yield from _translate(window, translator, render, progress)
            window, words, most = [], 0, WINDOW
    yield from _translate(window, translator, render, progress)


def _read(path: str, options: Options) -> Iterator[Article | Outcome]:
    try:
        if path == "-":
            yield from read_bytes(options.stdin, name="-", any_language=options.any_language)
        else:
            yield from read_path(Path(path), any_language=options.any_language)
    except VisavisError as error:
        yield Outcome(source=path, status=Status.FAILED, message=str(error))


def _standing(
    article: Article, target: Path | None, translator: Translator, options: Options
) -> Outcome | None:
    """Return the outcome of an article whose result stands already, None if it is to be made."""
    if target is None:
        return None
    source = article.source
    try:
        found = outputs.look(
            target, source_digest=article.digest, signature=str(translator.signature)
        )
        if found.state is outputs.State.EDITED and options.overwrite:
            outputs.keep_aside(target)
            return None
    except OutputError as error:
        return Outcome(source=source, status=Status.FAILED, message=str(error))
    if found.state is outputs.State.FOREIGN and not options.overwrite:
        message = f"{target} was not made by visavis; name another --output, or --overwrite it"
        return Outcome(source=source, status=Status.FAILED, message=message)
    if options.overwrite or found.state in {outputs.State.ABSENT, outputs.State.STALE}:
        return None
    if found.state is outputs.State.EDITED and not found.current:
        message = (
            f"{target} was edited by hand and its source, model or glossary has changed since; "
            "--overwrite translates anew and keeps the edited page beside it"
        )
        return Outcome(source=source, status=Status.FAILED, message=message)
    edited = found.state is outputs.State.EDITED
    message = "edited by hand" if edited else "unchanged"
    return Outcome(source=source, status=Status.KEPT, path=target, message=message)


def _translate(
    window: Sequence[tuple[Article, Path | None]],
    translator: Translator,
    render: Render,
    progress: Progress | None,
) -> Iterator[Outcome]:
    if not window:
        return
    documents = translator.translate([article for article, _ in window], progress=progress)
    for document, (article, target) in zip(documents, window, strict=True):
        try:
            page = render(document)
            if target is not None:
                outputs.write(target, page)
        except VisavisError as error:
            yield Outcome(source=article.source, status=Status.FAILED, message=str(error))
            continue
        yield Outcome(
            source=article.source,
            status=Status.WRITTEN,
            path=target,
            page=page,
            document=document,
        )
