"""One call on many files: read, skip what is current, translate in windows, write each result.

A window is a few thousand words, so that memory stays flat over any number of files, batches are
full, and what is done stays done when the call is interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from translate import outputs
from translate.engines.base import Progress
from translate.errors import InputError, OutputError, VisavisError
from translate.inputs import STDIN, is_own_page
from translate.pipeline import Translator
from translate.reading import read_bytes, read_path
from translate.reading.decoding import decode_marked
from translate.values import Article, BilingualDocument, Finding, Level

if TYPE_CHECKING:
    from translate.pages import Page

#: Words of one window. The first is small, so that a first page is there at once.
FIRST_WINDOW = 400
WINDOW = 5000

#: Levels as pages write them.
_LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "note": Level.INFO}

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
        findings: of the document written, or of the page kept.
        message: why it failed or was kept.
    """

    source: str
    status: Status
    path: Path | None = None
    page: str = ""
    findings: tuple[Finding, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a call wants besides translation.

    Attributes:
        output: folder of the results; None sends pages to the caller only.
        file: the one file for the one result of the call, instead of a folder.
        suffix: of result files. overwrite: translate anew even what is current or edited.
        stdin: the bytes of standard input, for the source "-".
    """

    output: Path | None
    file: Path | None = None
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
    folder = options.file.parent if options.file is not None else options.output
    if folder is not None:
        outputs.sweep(folder)
    namer = outputs.Namer(options.suffix)
    window: list[_Work] = []
    words, most = 0, FIRST_WINDOW
    for path in paths:
        for found in _read(path, options):
            if isinstance(found, Outcome):
                yield found
                continue
            # Two folders may hold files of one name: the path tells them apart.
            source = path + _part(found.source)
            work = _Work(source=source, article=found, target=_target(source, namer, options))
            kept = _standing(work, translator, options)
            if kept:
                yield kept
                continue
            window.append(work)
            words += len(found.text.split())
        if words >= most:
            yield from _translate(window, translator, render, progress)
            window, words, most = [], 0, WINDOW
    yield from _translate(window, translator, render, progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """An article to translate and where its page goes."""

    source: str
    article: Article
    target: Path | None


def _part(source: str) -> str:
    """Return "#2" for the second article of a file, "" for the first."""
    found = re.search(r"#\d+$", source)
    return found[0] if found else ""


def _target(source: str, namer: outputs.Namer, options: Options) -> Path | None:
    if options.file is not None:
        part = _part(source).removeprefix("#")
        return options.file.with_stem(f"{options.file.stem}-{part}") if part else options.file
    return options.output / namer.name(source) if options.output else None


def _read(path: str, options: Options) -> Iterator[Article | Outcome]:
    try:
        if path == STDIN:
            yield from read_bytes(options.stdin, name=path, any_language=options.any_language)
        elif is_own_page(Path(path)):
            raise InputError(f"{path}: a page made by visavis; give the article it was made from")
        else:
            yield from read_path(Path(path), any_language=options.any_language)
    except VisavisError as error:
        yield Outcome(source=path, status=Status.FAILED, message=str(error))


def _standing(work: _Work, translator: Translator, options: Options) -> Outcome | None:
    """Return the outcome of an article whose result stands already, None if it is to be made."""
    source, target = work.source, work.target
    if target is None:
        return None
    try:
        found = outputs.look(
            target,
            source_digest=work.article.digest,
            signature=str(translator.signature_of(work.article)),
        )
        if _is_source(target, source):
            message = f"its page would take its place at {target}; name another --output"
            return Outcome(source=source, status=Status.FAILED, message=message)
        if options.overwrite and found.state in {outputs.State.EDITED, outputs.State.FOREIGN}:
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
    return Outcome(
        source=source,
        status=Status.KEPT,
        path=target,
        findings=_findings_of(target),
        message="edited by hand" if edited else "unchanged",
    )


def _is_source(target: Path, source: str) -> bool:
    """Return whether a page would be written over the article it is made from."""
    path = Path(re.sub(r"#\d+$", "", source))
    return source != STDIN and path.exists() and target.exists() and path.samefile(target)


def _findings_of(path: Path) -> tuple[Finding, ...]:
    """Return the findings that stand in a kept page, so that they still count."""
    from translate.pages import read_page

    try:
        page = read_page(decode_marked(path.read_bytes()), name=str(path))
    except (OSError, VisavisError):
        return ()  # edited beyond reading: what it says is its editor's business
    return findings_on(page)


def findings_on(page: Page) -> tuple[Finding, ...]:
    """Return the findings that stand on a page as it was read."""
    return tuple(
        Finding(
            rule=remark.rule,
            level=_LEVELS.get(remark.level, Level.WARNING),
            segment=remark.segment,
            message=remark.message,
            suggestion=remark.suggestion,
        )
        for remark in page.remarks
    )


def _translate(
    window: Sequence[_Work],
    translator: Translator,
    render: Render,
    progress: Progress | None,
) -> Iterator[Outcome]:
    if not window:
        return
    documents = translator.translate([work.article for work in window], progress=progress)
    for document, work in zip(documents, window, strict=True):
        try:
            page = render(document)
            if work.target is not None:
                outputs.write(work.target, page)
        except VisavisError as error:
            yield Outcome(source=work.source, status=Status.FAILED, message=str(error))
            continue
        yield Outcome(
            source=work.source,
            status=Status.WRITTEN,
            path=work.target,
            page=page,
            findings=document.findings,
        )
