"""Measure the sense inventory on sentence pairs: FILE.tsv, .gz or .xz (French<TAB>English).

    python bench/homographs.py FILE [LIMIT] [-v]

Where exactly one sense of a homograph has its English in the reference, that sense is taken as
the right one. An entry with that sense should match (else it is wrongly withheld), an entry with
another sense should not. Development only.
"""

from __future__ import annotations

import gzip
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from glossary import Entry, senses
from glossary.english import stem
from glossary.folding import tokenize

_OPENERS = {".gz": gzip.open, ".xz": lzma.open}


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    opener = _OPENERS.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            french, _, english = line.rstrip("\n").partition("\t")
            yield french, english


def main() -> None:
    """Print how often the right sense is withheld and another one let through."""
    path = Path(sys.argv[1])
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else None
    inventory = senses.inventory()
    withheld: dict[str, Counter[bool]] = defaultdict(Counter)
    applied: dict[str, Counter[bool]] = defaultdict(Counter)
    for french, english in islice(_pairs(path), limit):
        tokens = tokenize(french)
        reference = {
            stem(word)
            for word in english.replace("-", " ").replace(".", " ").replace(",", " ").split()
        }
        for at, folded in enumerate(tokens.keys):
            word = senses.single(folded)
            if word not in inventory or tokens.keys.count(folded) > 1:
                continue
            hits = [sense for sense in inventory[word] if sense.english & reference]
            if len(hits) != 1 or senses.in_lexical_unit(tokens, at, at):
                continue
            for sense in inventory[word]:
                if sense is not hits[0] and sense.english & hits[0].english:
                    continue
                wanted = " ".join(sorted(sense.english))
                gone = senses.other_sense(tokens, at, at, Entry(id="x", fr=word, en=wanted))
                (withheld if sense is hits[0] else applied)[word][gone] += 1
                if "-v" in sys.argv and sense is hits[0] and gone:
                    print(word, "|", french, "|", english)
    for word in sorted(withheld, key=lambda item: -withheld[item][True])[:40]:
        print(
            word,
            "withheld",
            withheld[word][True],
            "of",
            withheld[word].total(),
            "| other sense stopped",
            applied[word][True],
            "of",
            applied[word].total(),
        )
    right = sum((counts for counts in withheld.values()), Counter())
    wrong = sum((counts for counts in applied.values()), Counter())
    for name, counts in (("right sense withheld", right), ("other sense stopped", wrong)):
        share = counts[True] / counts.total()
        print(f"{name} {counts[True]} of {counts.total()} ({share:.1%})")


if __name__ == "__main__":
    main()
