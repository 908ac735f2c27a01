"""Print what `glossary suggest` proposes of PATHS, for reading, and its time as texts grow.

    python bench/suggest.py [--top N] PATHS...

Precision is a person's to judge: each proposal comes with its sentences. The time is a ratio within
one run: the sentences of PATHS once, twice and four times over, under other file names.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

import glossary
from translate.suggest import Proposal, propose, read
from translate.suggest.values import Source


def show(number: int, one: Proposal) -> None:
    """Print a proposal with its evidence."""
    print(f"{number}. {one.fr} → {one.en or '?'} ({one.kind}) {one.count} in {one.articles}")
    print(f"   {'; '.join(one.why)}")
    for text, label in ((", ".join(one.forms_fr), "forms"), (", ".join(one.forbidden_en), "not")):
        if text:
            print(f"   {label}: {text}")
    for piece in one.evidence:
        print(f"   [{piece.source} {piece.segment}] {piece.french}\n      {piece.english}")


def timed(sources: tuple[Source, ...], times: int) -> tuple[int, float]:
    """Return the number of sentences and the seconds for `sources` so many times over."""
    more = [
        replace(source, name=f"{at}-{source.name}", digest=f"{at}-{source.digest}")
        for at in range(times)
        for source in sources
    ]
    entries = glossary.starter().entries
    start = time.perf_counter()
    propose(more, entries)
    return sum(len(source.lines) for source in more), time.perf_counter() - start


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--top", type=int, default=20)
    options = parser.parse_args()
    corpus = read(options.paths)
    found = propose(corpus.sources, glossary.starter().entries, limit=options.top)
    for number, one in enumerate(found, 1):
        show(number, one)
    base = 0.0
    for times in (1, 2, 4):
        count, seconds = timed(corpus.sources, times)
        base = base or seconds / count
        print(f"{count} sentences: {seconds:.2f} s, {seconds / count / base:.2f} x per sentence")


if __name__ == "__main__":
    main()
