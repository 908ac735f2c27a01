"""Derive the table of words that only look like compounds at a line end ("pro-priétaire").

    python bench/hyphens.py FRENCH.txt... > translate/reading/data/fused.toml

For every part that French compounds begin with (compound_left of the reader's words), the table
holds the beginnings of what follows it in words written as one ("pro": "prié", "gram"), where
that spelling is commoner in the given French than the one with a hyphen.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from translate.reading.tables import words

_WORD = re.compile(r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*")
#: Letters of what follows that are kept; a beginning shared with a compound is kept whole.
_KEPT = 4
_LONGEST_LEFT = 8


def table(counts: Counter[str]) -> dict[str, list[str]]:
    """Beginnings of followers, by the part before them."""
    left = words("compound_left")
    hyphened: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in counts.items():
        part, sign, rest = word.partition("-")
        if sign:
            hyphened[part][rest] += count
    fused: dict[str, set[str]] = defaultdict(set)
    for word, count in counts.items():
        if "-" in word or count < 2:
            continue
        for size in range(2, min(_LONGEST_LEFT, len(word) - 2) + 1):
            part, rest = word[:size], word[size:]
            if part not in left or count <= hyphened[part][rest]:
                continue
            start = rest[:_KEPT]
            shared = any(other.startswith(start) for other in hyphened[part])
            fused[part].add(rest + "$" if shared or len(rest) <= _KEPT else start)
    return {part: sorted(rests) for part, rests in sorted(fused.items())}


def main(paths: list[str]) -> None:
    """Count the words of the files, one sentence a line, and write the table."""
    counts: Counter[str] = Counter()
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                counts.update(_WORD.findall(line.split("\t")[0]))
    print("# Derived with bench/hyphens.py from the French the embedded model was trained on.")
    print("# Beginnings of what follows in one word; $ marks a whole rest.")
    for part, rests in table(counts).items():
        print(f'"{part}" = "{" ".join(rests)}"')


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
