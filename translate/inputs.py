"""Which articles a call means: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: Suffixes that a folder is searched for. A file that is named is read whatever its suffix.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".jsonl"})
STDIN = "-"
#: Enough of a file to see that it is one of our own pages.
_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files of a call in order, without repeats, and what was left out and why."""

    paths: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()


def expand(names: Sequence[str]) -> Inputs:
    """Return the input files that `names` mean.

    A folder means the articles in it, by name, without its subfolders; hidden files, README files
    and our own pages are left out. A pattern that the shell left alone is expanded here. A name
    that means nothing stays, so that reading it gives its error beside the results of the others.
    """
    paths: list[str] = []
    skipped: list[tuple[str, str]] = []
    for name in names:
        path = Path(name)
        if name == STDIN or path.is_file():
            paths.append(name)
        elif path.is_dir():
            kept, left = _of_folder(path)
            paths += kept
            skipped += left
        else:
            paths += sorted(glob.glob(name)) or [name]  # noqa: PTH207 - absolute patterns too
    return Inputs(paths=tuple(dict.fromkeys(paths)), skipped=tuple(skipped))


def _of_folder(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    kept: list[str] = []
    skipped: list[tuple[str, str]] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or not path.is_file() or path.name.startswith("."):
            continue
        if path.stem.lower() == "readme":
            skipped.append((str(path), "a README is no article"))
        elif is_own_page(path):
            skipped.append((str(path), "a page made by visavis"))
        elif _is_findings(path):
            skipped.append((str(path), "a list of findings"))
        else:
            kept.append(str(path))
    return kept, skipped


def is_own_page(path: Path) -> bool:
    """Return whether `path` is an output of ours, by its front matter."""
    from translate.rendering import read_provenance

    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return read_provenance(head.decode("utf-8", errors="replace")) is not None


def _is_findings(path: Path) -> bool:
    """Return whether `path` is what `--findings` writes."""
    if path.suffix.lower() != ".jsonl":
        return False
    try:
        with path.open("rb") as stream:
            head = stream.readline(_HEAD).decode("utf-8", errors="replace")
    except OSError:
        return False
    return all(f'"{key}": ' in head for key in ("source", "rule", "level", "segment", "message"))
