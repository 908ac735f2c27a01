"""Which articles a call means: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate.rendering.frontmatter import Provenance

#: Suffixes that a folder is searched for. A file that is named is read whatever its suffix.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".jsonl"})
_PAGES = frozenset({".md", ".markdown"})
_PAIRS = frozenset({".tmx", ".tsv", ".tab", ".jsonl"})
STDIN = "-"
#: Enough of a file to see that it is one of our own pages.
_HEAD = 8192
#: Says of a file in a folder why it is left out; "" for one that is taken, None for one that is no
#: business of the call and passed over in silence.
Judge = Callable[[Path], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files of a call in order, without repeats, and what was left out and why."""

    paths: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()


def as_article(path: Path) -> str | None:
    """Judge a file of a folder of articles; README files and what we wrote are left out."""
    if path.suffix.lower() not in SUFFIXES:
        return None
    if path.stem.lower() == "readme":
        return "a README is no article"
    return "a page made by visavis" if is_own_page(path) else _is_findings(path)


def as_page(path: Path) -> str | None:
    """Judge a file of a folder of pages: no briefings, no copies, whose page has come on since."""
    from translate.outputs import is_aside

    if path.suffix.lower() not in _PAGES:
        return None
    if is_aside(path):
        return "an old copy of a page"
    own = _provenance(path)
    return "" if own and own.source else "no bilingual page of visavis"


def as_checkable(path: Path) -> str | None:
    """Judge a file of a folder of pages, memories and pairs."""
    return _is_findings(path) if path.suffix.lower() in _PAIRS else as_page(path)


def expand(names: Sequence[str], judge: Judge = as_article) -> Inputs:
    """Return the input files that `names` mean.

    A folder means the files in it that `judge` takes, by name, without its subfolders and hidden
    files. A pattern that the shell left alone is expanded here. A name that means nothing stays,
    so that reading it gives its error beside the results of the others.
    """
    paths: list[str] = []
    skipped: list[tuple[str, str]] = []
    for name in names:
        path = Path(name)
        if name == STDIN or path.is_file():
            paths.append(name)
        elif path.is_dir():
            for file in sorted(path.iterdir()):
                why = None if file.name.startswith(".") or not file.is_file() else judge(file)
                if why:
                    skipped.append((str(file), why))
                elif why is not None:
                    paths.append(str(file))
        else:
            paths += sorted(glob.glob(name)) or [name]  # noqa: PTH207 - absolute patterns too
    return Inputs(paths=tuple(dict.fromkeys(paths)), skipped=tuple(skipped))


def is_own_page(path: Path) -> bool:
    """Return whether `path` is an output of ours, by its front matter."""
    return _provenance(path) is not None


def _provenance(path: Path) -> Provenance | None:
    from translate.rendering import read_provenance

    return read_provenance(_head(path))


def _is_findings(path: Path) -> str:
    """Return why `path` is left out if it is what `--findings` writes, else ""."""
    line = _head(path).partition("\n")[0] if path.suffix.lower() == ".jsonl" else ""
    keys = ("source", "rule", "level", "segment", "message")
    return "a list of findings" if all(f'"{key}": ' in line for key in keys) else ""


def _head(path: Path) -> str:
    """Return the beginning of a file as text, "" if it cannot be read."""
    from translate.reading.decoding import decode_marked

    try:
        with path.open("rb") as stream:
            return decode_marked(stream.read(_HEAD))
    except OSError:
        return ""
