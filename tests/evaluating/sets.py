"""The news sentences of bench/data and two made-up systems for them."""

from __future__ import annotations

from pathlib import Path

from translate.evaluating import Corpus, read_corpus

NEWS = Path(__file__).resolve().parents[2] / "bench" / "data" / "news.tsv"


def news() -> Corpus:
    """Return our sixty sentences."""
    return read_corpus(NEWS)


def worn(lines: tuple[str, ...], step: int) -> tuple[str, ...]:
    """Return English with every `step`-th word of the set replaced: a weak system."""
    words, at = [], 0
    for line in lines:
        own = []
        for word in line.split():
            at += 1
            own.append("thing" if at % step == 0 else word)
        words.append(" ".join(own))
    return tuple(words)


def write(path: Path, lines: tuple[str, ...]) -> Path:
    """Write lines to a file and return its path."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
