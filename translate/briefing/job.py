"""One call: finished pages are read, fresh articles translated first; pages come back as read.

A fresh article is rendered and its page read back, so that fresh files and finished pages give the
same briefing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate import job, outputs
from translate.briefing.values import Failure
from translate.engines.base import Progress
from translate.errors import InputError, OutputError
from translate.inputs import STDIN, Inputs, is_own_page
from translate.pages import Page, read_page
from translate.pipeline import Translator
from translate.reading.decoding import decode_marked
from translate.rendering import read_provenance, to_markdown

_SUFFIX = ".md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a call has to do.

    Attributes:
        pages: files that are finished pages. fresh: articles to translate first.
        output: where the briefing goes, None for standard output.
        folder: where pages of fresh articles go, None to keep none.
    """

    pages: tuple[str, ...]
    fresh: tuple[str, ...]
    output: Path | None
    folder: Path | None

    @property
    def start(self) -> Path:
        """Where the links of the briefing start from."""
        return self.output.parent if self.output else Path()


def plan(inputs: Inputs, output: Path | None, *, keep_pages: bool) -> Work:
    """Return what is to be done with `inputs`; pages that a folder holds count as pages.

    Raises:
        OutputError: the briefing would land where an input or one of the pages stands.
    """
    found = [path for path, _ in inputs.skipped if is_own_page(Path(path))]
    named = [path for path in inputs.paths if path != STDIN and is_own_page(Path(path))]
    pages = [path for path in found if not _is_briefing(path)]
    fresh = tuple(path for path in inputs.paths if path not in set(named))
    work = Work(
        pages=tuple(dict.fromkeys([*pages, *named])),
        fresh=fresh,
        output=output,
        folder=output.parent if output and keep_pages else None,
    )
    _check_place(work)
    return work


def check_output(path: Path, *, overwrite: bool) -> None:
    """Refuse to overwrite what a person wrote or edited.

    Raises:
        OutputError: `path` is no briefing of ours, or was edited; with `overwrite` an edited one
            is renamed instead.
    """
    state = outputs.look(path, source_digest="", signature="").state
    if state is outputs.State.EDITED and overwrite:
        outputs.keep_aside(path)
    elif state in {outputs.State.EDITED, outputs.State.FOREIGN} and not overwrite:
        what = "was edited by hand" if state is outputs.State.EDITED else "was not made by visavis"
        raise OutputError(f"{path} {what}; name another --output, or --overwrite it")


def read_pages(work: Work) -> Iterator[Page | Failure]:
    """Yield the finished pages, or why one cannot be used."""
    for path in work.pages:
        try:
            yield read_page(_text(path), href=_href(Path(path), work.start), name=path)
        except InputError as error:
            yield Failure(source=path, reason=str(error))


def translated(
    work: Work,
    translator: Translator,
    options: job.Options,
    say: Callable[[job.Outcome], None],
    progress: Progress | None = None,
) -> Iterator[Page | Failure]:
    """Translate the fresh articles, keep their pages where wanted, and yield them as read.

    Args:
        say: told of every outcome.
    """
    for outcome in job.run(work.fresh, translator, to_markdown, options, progress=progress):
        say(outcome)
        if outcome.status is job.Status.FAILED:
            yield Failure(source=outcome.source, reason=outcome.message)
            continue
        text = outcome.page or _text(str(outcome.path))
        href = _href(outcome.path, work.start) if outcome.path else ""
        yield read_page(text, href=href, name=outcome.source)


def split(found: Sequence[Page | Failure]) -> tuple[list[Page], list[Failure]]:
    """Return pages and failures apart."""
    pages = [item for item in found if isinstance(item, Page)]
    return pages, [item for item in found if isinstance(item, Failure)]


def _check_place(work: Work) -> None:
    if work.output is None:
        return
    target = work.output.resolve()
    taken = [Path(path).resolve() for path in (*work.pages, *work.fresh) if path != STDIN]
    if work.folder is not None:
        names = (outputs.page_name(path, _SUFFIX) for path in work.fresh)
        taken += [(work.folder / name).resolve() for name in names]
    if target in taken:
        raise OutputError(
            f"the briefing would overwrite {work.output}, which is an input or a page of one; "
            "choose another name with --output"
        )


def _is_briefing(path: str) -> bool:
    provenance = read_provenance(_text(path))
    return provenance is not None and not provenance.source


def _text(path: str) -> str:
    try:
        return decode_marked(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error


def _href(path: Path, start: Path) -> str:
    return Path(os.path.relpath(path, start)).as_posix()
