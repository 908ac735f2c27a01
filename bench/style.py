"""Measures the spelling rule on English text: what changes, whether it comes back, how fast.

    bench/style.py FILE...  [--sample N]

FILEs are tab-separated with the English in the second column (.gz allowed), or plain text. Each
line is taken to British spelling and back. Prints N changes drawn at random with their neighbours,
to be read by a person, the lines that do not come back to American spelling, and MB/s.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translate.style import Spelling
from translate.style.spelling import changed, respelt

_AROUND = 45


def lines(path: Path) -> Iterator[str]:
    """Yield the English lines of a file."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    for line in text.splitlines():
        fields = line.split("\t")
        yield fields[1] if len(fields) > 1 else fields[0]


def main() -> None:
    """Print the figures and the sample."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    texts = [text for path in options.files for text in lines(path)]
    respelt("a", Spelling.UK)
    respelt("a", Spelling.US)
    started = time.perf_counter()
    british = [respelt(text, Spelling.UK) for text in texts]
    spent = time.perf_counter() - started
    size = sum(len(text.encode()) for text in texts) / 1e6
    american = [respelt(text, Spelling.US) for text in texts]
    print(f"{len(texts)} lines, {size:.2f} MB, {size / spent:.2f} MB/s")
    print(f"towards British {sum(map(len, british))}, American {sum(map(len, american))} changes")
    stray: Counter[str] = Counter()
    for text, there in zip(texts, british, strict=True):
        back = respelt(changed(text, there), Spelling.US)
        new = {change.old.lower(): change.old for change in there}
        for change in back:
            if change.old not in {one.new for one in there}:
                continue
            stray[f"{change.old} > {change.new}"] += change.new.lower() not in new
    print("come back otherwise:", +stray or "none")
    every = [
        (text, change)
        for text, *sides in zip(texts, british, american, strict=True)
        for side in sides
        for change in side
    ]
    for text, change in random.Random(0).sample(every, min(options.sample, len(every))):  # noqa: S311
        before, after = text[: change.start][-_AROUND:], text[change.end :][:_AROUND]
        print(f"{before}[{change.old}>{change.new}]{after}")


if __name__ == "__main__":
    main()
