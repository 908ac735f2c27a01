"""The manifest of corpora, and pairs of sentences from their files."""

from __future__ import annotations

import gzip
import lzma
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Pair = tuple[str, str]
MANIFEST = Path(__file__).with_name("corpora.toml")
_LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One corpus of the manifest; see the head of ``corpora.toml`` for its values."""

    name: str
    file: str
    about: str
    licence: str
    words: tuple[int, int]
    clean: bool = True
    select: float = 1.0
    copies: int = 1
    swap: float = 0.0
    unaccent: float = 0.0
    share: float = 0.0
    last: float = 0.0


def manifest(path: Path = MANIFEST) -> tuple[Corpus, ...]:
    """Return the corpora of a manifest, in its order.

    Raises:
        ValueError: when the file is missing, no TOML, or a corpus has missing or unknown values.
    """
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Corpus(name=name, **table | {"words": tuple(table["words"])})
            for name, table in tables.items()
        )
    except (OSError, tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ValueError(f"{path}: no manifest of corpora ({error})") from error


def read(folder: Path, corpus: Corpus) -> Iterator[Pair]:
    """Yield the pairs of a corpus that have both sides, a tab between them and fitting lengths.

    Raises:
        ValueError: when its file is not in `folder`.
    """
    least, most = corpus.words
    for pair in pairs(found(folder, corpus.file)):
        if all(least <= len(side.split()) <= most for side in pair):
            yield pair


def pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a TSV file, plain, ``.gz`` or ``.xz``; other lines are passed over."""
    with _open(path) as lines:
        for line in lines:
            sides = line.rstrip("\n").split("\t")
            if len(sides) != 2 or len(line) > _LONGEST_LINE:
                continue
            french, english = sides[0].strip(), sides[1].strip()
            if french and english:
                yield french, english


def write(path: Path, rows: Iterable[Pair]) -> None:
    """Write pairs as TSV."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{french}\t{english}\n" for french, english in rows)


def found(folder: Path, name: str) -> Path:
    """Return the file `name` in `folder`, as it is or compressed.

    Raises:
        ValueError: when it is not there.
    """
    for suffix in ("", ".xz", ".gz"):
        path = folder / f"{name}{suffix}"
        if path.is_file():
            return path
    raise ValueError(
        f"{folder} has no {name} (nor .xz, .gz); see training/corpora.toml for what it is"
    )


def _open(path: Path) -> Any:
    opener: Any = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    return opener(path, "rt", encoding="utf-8", errors="replace")
