"""Builds translate/checks/data/{lexicon,english,french}.txt from parallel text (a recipe, run by hand).

    checks_lexicon.py OUT_FOLDER ENGLISH_WORD_LIST PARALLEL.tsv[.gz|.xz] ...

Lexicon: IBM model 1 (Brown et al. 1993) in both directions over light stems of content words,
five iterations; a pair stays when either direction finds it likely. Word lists: words of either
side that are frequent enough, English ones joined with the given list.
"""

from __future__ import annotations

import collections
import gzip
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from translate.checks.text import english_stem, french_stem, words

LIMIT = 260_000  # pairs per corpus
LONGEST = 45  # words per side
ITERATIONS = 5
COMMON = 120  # so many most frequent stems per side count as function words


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one corpus."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= LIMIT:
                return
            source, tab, target = line.rstrip("\n").partition("\t")
            if tab:
                yield source, target


class Side:
    """Vocabulary of one language."""

    def __init__(self, stem, french):
        self.stem, self.french = stem, french
        self.index: dict[str, int] = {}
        self.counts = collections.Counter()
        self.forms = collections.Counter()

    def encode(self, text: str) -> list[int]:
        ids = []
        for word in words(text, french=self.french):
            if not word.capital:
                self.forms[word.surface] += 1
            if len(word.fold) < 2:
                continue
            stem = self.stem(word.fold)
            number = self.index.setdefault(stem, len(self.index))
            self.counts[number] += 1
            ids.append(number)
        return ids


def entries(pairs, left, right):
    """Return flat arrays (sentence-word id, left id, right id), one row for each word pair."""
    common_left = {n for n, _ in left.counts.most_common(COMMON)}
    common_right = {n for n, _ in right.counts.most_common(COMMON)}
    rows, f_parts, e_parts, group = [], [], [], 0
    for source, target in pairs:
        f = np.array(sorted({n for n in source if n not in common_left and left.counts[n] >= 3}), np.int32)
        e = np.array(sorted({n for n in target if n not in common_right and right.counts[n] >= 3}), np.int32)
        if not len(f) or not len(e):
            continue
        f_parts.append(np.repeat(f, len(e)))
        e_parts.append(np.tile(e, len(f)))
        rows.append((len(f), len(e)))
    return np.concatenate(f_parts), np.concatenate(e_parts), rows


def ibm1(f, e, rows, size_e):
    """Return unique (f, e) keys with p(e|f) and p(f|e)."""
    keys, inverse = np.unique(f.astype(np.int64) * size_e + e, return_inverse=True)
    inverse = inverse.astype(np.int32)
    kf, ke = keys // size_e, keys % size_e
    lengths = np.array(rows)
    start = np.concatenate([[0], np.cumsum(lengths[:, 0] * lengths[:, 1])[:-1]])
    sent = np.repeat(np.arange(len(rows), dtype=np.int64), lengths[:, 0] * lengths[:, 1])
    within = np.arange(len(f)) - start[sent]
    width = lengths[sent, 1]
    e_offset = np.concatenate([[0], np.cumsum(lengths[:, 1])[:-1]])
    f_offset = np.concatenate([[0], np.cumsum(lengths[:, 0])[:-1]])
    e_token = (e_offset[sent] + within % width).astype(np.int32)
    f_token = (f_offset[sent] + within // width).astype(np.int32)
    del sent, within, width
    result = []
    for token, cond in ((e_token, kf), (f_token, ke)):
        t = np.ones(len(keys))
        for _ in range(ITERATIONS):
            p = t[inverse]
            p /= np.bincount(token, p)[token]
            c = np.bincount(inverse, p, len(keys))
            t = c / np.maximum(np.bincount(cond, c), 1e-9)[cond]
        result.append(t)
    return kf, ke, result[0], result[1]


def main() -> None:
    out, listed, *corpora = sys.argv[1:]
    left, right = Side(french_stem, True), Side(english_stem, False)
    pairs = []
    for path in corpora:
        for source, target in read(Path(path)):
            f, e = left.encode(source), right.encode(target)
            if 0 < len(f) <= LONGEST and 0 < len(e) <= LONGEST:
                pairs.append((f, e))
    print(len(pairs), "pairs", len(left.index), len(right.index), flush=True)
    np.savez("/tmp/lex_state.npz", dummy=np.zeros(1))
    f, e, rows = entries(pairs, left, right)
    print(len(f), "entries", flush=True)
    kf, ke, pef, pfe = ibm1(f, e, rows, len(right.index))
    fname = list(left.index)
    ename = list(right.index)
    table = collections.defaultdict(list)
    for a, b, p, q in zip(kf, ke, pef, pfe, strict=True):
        if (p > 0.02 or q > 0.05) and p * q > 2e-4:
            table[fname[a]].append((p * q, ename[b]))
    with (Path(out) / "lexicon.tsv").open("w", encoding="utf-8") as handle:
        for word in sorted(table):
            best = [e for _, e in sorted(table[word], reverse=True)[:12]]
            handle.write(word + "\t" + " ".join(best) + "\n")
    import json
    json.dump({"fr": left.forms, "en": right.forms}, open("/tmp/forms.json", "w"), ensure_ascii=False)
    print(len(table), "entries", flush=True)


if __name__ == "__main__":
    main()
