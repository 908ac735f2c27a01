"""Builds the lexicon and the word lists of translate/checks/data from parallel text, by hand.

    checks_lexicon.py OUT_FOLDER ENGLISH_WORDS PARALLEL.tsv[.gz|.xz] ...

lexicon.tsv           IBM model 1 (Brown et al. 1993) in both directions, five iterations, over
                      light stems; a pair stays when either direction finds it likely. The most
                      frequent stems are left out: lexicon_common.tsv has them, by hand. A run over
                      news alone, with the lists of function words in place of the most frequent
                      stems, gave further pairs for words known already (product 0.003 and more,
                      seen three times).
french.txt            lower-case French words seen three times.
english.txt           words of the list ENGLISH_WORDS (SCOWL size 60) and lower-case English
                      words seen three times, folded.
english_negative.txt  words with a negative prefix or suffix whose rest is a word of the list.

english_rare.txt has the words of five letters and more of SCOWL size 70 that are not in
english.txt, regular inflections left out. The English lists are looked through by eye afterwards:
words that only look negative are dropped, loanwords are added.
"""

from __future__ import annotations

import gzip
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from translate.checks.text import english_stem, fold, french_stem, words

LIMIT = 260_000  # pairs of each corpus
LONGEST = 45  # words of a side
ITERATIONS = 5
COMMON = 120  # so many most frequent stems of a side count as function words
RARE = 3  # seen less often a word is left out
KEPT = 8  # translations of a word
LIKELY = (0.02, 0.05, 2e-4)  # p(e|f) or p(f|e), and their product
PREFIXES = {"un": 4, "in": 4, "im": 4, "ir": 4, "il": 4, "dis": 4, "non": 4, "mis": 4}


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one corpus."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(LIMIT), lines, strict=False):
            source, tab, target = line.rstrip("\n").partition("\t")
            if tab:
                yield source, target


class Side:
    """Vocabulary of one language: stems as numbers, and counts of lower-case words."""

    def __init__(self, *, french: bool) -> None:
        self.french = french
        self.stem = french_stem if french else english_stem
        self.index: dict[str, int] = {}
        self.counts: Counter[int] = Counter()
        self.forms: Counter[str] = Counter()

    def encode(self, text: str) -> list[int]:
        """Return the stems of `text` as numbers."""
        found = [word for word in words(text, french=self.french) if len(word.fold) > 1]
        self.forms.update(word.surface for word in found if not word.capital)
        ids = [self.index.setdefault(self.stem(w.fold), len(self.index)) for w in found]
        self.counts.update(ids)
        return ids

    def content(self) -> set[int]:
        """Return the numbers of stems that are neither rare nor function words."""
        common = {number for number, _ in self.counts.most_common(COMMON)}
        return {n for n, count in self.counts.items() if count >= RARE} - common


def entries(pairs: list[tuple[list[int], list[int]]], left: Side, right: Side):
    """Return flat arrays of word pairs: left stem, right stem, left token, right token."""
    keep_left, keep_right = left.content(), right.content()
    columns: list[list[np.ndarray]] = [[], [], [], []]
    seen_f = seen_e = 0
    for source, target in pairs:
        f = np.array(sorted(keep_left.intersection(source)), np.int64)
        e = np.array(sorted(keep_right.intersection(target)), np.int64)
        if not len(f) or not len(e):
            continue
        columns[0].append(np.repeat(f, len(e)))
        columns[1].append(np.tile(e, len(f)))
        columns[2].append(np.repeat(np.arange(seen_f, seen_f + len(f)), len(e)))
        columns[3].append(np.tile(np.arange(seen_e, seen_e + len(e)), len(f)))
        seen_f, seen_e = seen_f + len(f), seen_e + len(e)
    return [np.concatenate(column) for column in columns]


def model1(inverse: np.ndarray, condition: np.ndarray, token: np.ndarray) -> np.ndarray:
    """Return p(other | condition) for each distinct pair after some rounds of EM."""
    table = np.ones(len(condition))
    for _ in range(ITERATIONS):
        share = table[inverse]
        share /= np.bincount(token, share)[token]
        counts = np.bincount(inverse, share, len(condition))
        table = counts / np.maximum(np.bincount(condition, counts), 1e-9)[condition]
    return table


def lexicon(
    pairs: list[tuple[list[int], list[int]]], left: Side, right: Side
) -> dict[str, list[str]]:
    """Return French stem → English stems, likeliest first."""
    f, e, f_token, e_token = entries(pairs, left, right)
    keys, inverse = np.unique(f * len(right.index) + e, return_inverse=True)
    kf, ke = keys // len(right.index), keys % len(right.index)
    forward, backward = model1(inverse, kf, e_token), model1(inverse, ke, f_token)
    names_f, names_e = list(left.index), list(right.index)
    table: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a, b, p, q in zip(kf, ke, forward, backward, strict=True):
        likely = (p > LIKELY[0] or q > LIKELY[1]) and p * q > LIKELY[2]
        if likely and names_f[a].isalpha() and names_e[b].isalpha():
            table[names_f[a]].append((p * q, names_e[b]))
    return {
        word: [e for _, e in sorted(found, reverse=True)[:KEPT]] for word, found in table.items()
    }


def write(path: Path, head: str, lines: list[str]) -> None:
    """Write one list with its comment line."""
    path.write_text("\n".join([f"# {head}", *sorted(lines)]) + "\n", encoding="utf-8")


def main() -> None:
    """Build all files."""
    out, listed, *corpora = map(Path, sys.argv[1:])
    left, right = Side(french=True), Side(french=False)
    pairs = [
        (f, e)
        for path in corpora
        for f, e in ((left.encode(s), right.encode(t)) for s, t in read(path))
        if 0 < len(f) <= LONGEST and 0 < len(e) <= LONGEST
    ]
    table = lexicon(pairs, left, right)
    head = "French stem, English stems that translate it (IBM model 1 over parallel text)"
    write(out / "lexicon.tsv", head, [f"{word}\t{' '.join(e)}" for word, e in table.items()])
    french = [w for w, count in left.forms.items() if count >= RARE and w.isalpha()]
    write(out / "french.txt", "French words that occur in lower case.", french)
    known = {w for w in listed.read_text(encoding="utf-8").split() if w.islower() and w.isalpha()}
    english = {fold(w) for w in known}
    english |= {fold(w) for w, count in right.forms.items() if count >= RARE and w.isalpha()}
    write(out / "english.txt", "English words, folded.", list(english))
    negative = {
        word
        for word in known
        for prefix, rest in PREFIXES.items()
        if word.startswith(prefix)
        and len(word) >= len(prefix) + rest
        and word[len(prefix) :] in known
    }
    negative |= {word for word in known if word.endswith("less") and len(word) > 6}
    head = "English words with a negative prefix or suffix"
    write(out / "english_negative.txt", head, [w for w in negative if right.forms[w]])


if __name__ == "__main__":
    main()
