"""How fast a translation memory is: import, exact and similar look-ups, and what a run pays.

    python bench/memory.py PAIRS [--rows 100000] [--articles FOLDER]

PAIRS holds French, a tab and English a line; .xz and .gz are unpacked. The first rows are imported,
500 sentences after them looked up; for some of them, and for some of the known with words left out,
the best of all rows is sought without the index, which must give the same. With articles, four runs
on the embedded model: without a memory, with an empty one, with a full one, and with PAIRS alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import itertools
import lzma
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

import glossary
from translate.engines.ct2 import CT2Engine
from translate.inputs import expand
from translate.memory.keys import SIMILAR, key, words
from translate.memory.recall import Recall
from translate.memory.similar import best_like
from translate.memory.store import Memory
from translate.memory.values import Entry, Kind
from translate.models.folders import embedded_folder
from translate.pipeline import Settings, Translator
from translate.reading import read_path

QUERIES, COMPARED = 500, 60
_OPEN = {".xz": lzma.open, ".gz": gzip.open}


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    with _OPEN.get(path.suffix, open)(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            french, _, english = line.rstrip("\n").partition("\t")
            if french and english:
                yield french, english


def _import(memory: Memory, pairs: list[tuple[str, str]]) -> None:
    now = dt.datetime.now(dt.UTC)
    start = time.perf_counter()
    added = memory.add(
        Entry(source=french, target=english, kind=Kind.IMPORT, made=now)
        for french, english in pairs
    )
    seconds = time.perf_counter() - start
    size = memory.counts().size / 1e6
    print(f"import     {added.new:,} rows in {seconds:.1f} s, {size:.1f} MB")


def _look_up(memory: Memory, known: list[str], new: list[str]) -> None:
    for name, call in (
        ("exact", lambda text: memory.exact([text])),
        ("similar", lambda text: best_like(memory.database, text)),
    ):
        times = []
        for text in new:
            start = time.process_time()
            call(text)
            times.append((time.process_time() - start) * 1000)
        times.sort()
        print(
            f"{name:<10} median {statistics.median(times):.2f} ms, "
            f"95 % {times[len(times) * 95 // 100]:.2f} ms, longest {times[-1]:.1f} ms of processor"
        )
    tokens = [words(text) for text in known]
    keys = [key(text) for text in known]
    agreed = hits = compared = 0
    for text in [*new[: COMPARED // 2], *map(_altered, known[:: len(known) // (COMPARED // 2)])]:
        own = words(text)
        found = best_like(memory.database, text)
        best = process.extract(
            own, tokens, scorer=Levenshtein.normalized_similarity, processor=None, limit=5
        )
        share = max((hit[1] for hit in best if keys[hit[2]] != key(text)), default=0.0)
        percent = min(99, int(share * 100 + 1e-9)) if share >= SIMILAR and len(own) > 3 else None
        agreed += (found.percent if found else None) == percent
        hits += percent is not None
        compared += 1
    print(f"recall     {agreed} of {compared} as without the index ({hits} have a similar one)")


def _altered(text: str) -> str:
    """Return a sentence without each sixth word."""
    return " ".join(word for number, word in enumerate(text.split(), 1) if number % 6)


def _runs(folder: Path, articles: str, full: Path) -> None:
    engine = CT2Engine(embedded_folder())
    read = [article for path in expand([articles]).paths for article in read_path(Path(path))]
    words_of = sum(len(article.text.split()) for article in read)
    print(f"run        {len(read)} articles, {words_of:,} words")
    memory = folder / "run.sqlite"
    texts = {}
    for name, path in (
        ("warm-up", None),
        ("none", None),
        ("empty", memory),
        ("full", memory),
        ("pairs", full),
    ):
        start = time.perf_counter(), time.process_time()
        recall = Recall(Memory(path), print) if path else None
        translator = Translator(engine, glossary.starter(), Settings(), recall)
        documents = translator.translate(read)
        if recall:
            recall.close()
        wall, processor = time.perf_counter() - start[0], time.process_time() - start[1]
        texts[name] = [[item.text for item in one.translations] for one in documents]
        print(f"  memory {name:<8} {wall:.2f} s, {processor:.2f} s of processor")
    print(f"  same text {texts['none'] == texts['empty'] == texts['full']}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--articles", default="")
    options = parser.parse_args()
    pairs = list(itertools.islice(_pairs(options.pairs), options.rows + QUERIES))
    known, new = pairs[: -QUERIES or None], [french for french, _ in pairs[-QUERIES:]]
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "memory.sqlite")
        _import(memory, known)
        _look_up(memory, [french for french, _ in known], new)
        memory.close()
        if options.articles:
            _runs(Path(folder), options.articles, memory.path)


if __name__ == "__main__":
    main()
