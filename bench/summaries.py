"""Measure the summary methods on a folder of articles with gold.

    python bench/summaries.py DIR [--fit] [--seed N]

DIR holds ``gold.jsonl`` (a line an article: sentences, kinds, title, key_sentences, fr_summary)
and ``score.py`` with ``judge(gold, chosen)``. Every method chooses three sentences. Printed:
must-have facts found, F1 on key sentences, bad leads, ROUGE F1 against the reference summary, each
with a 95 % bootstrap interval over articles, and LEAD-3 beside them; the difference from LEAD-3 is
bootstrapped in pairs. "default, held out" is the default method with weights fitted on all articles
but the one it summarises. --fit prints the weights fitted on all articles.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from summarize import METHODS, SUMMARY_KINDS, Limit, Sentence, select
from summarize.anchored import WEIGHTS, candidates, design
from summarize.budget import fill
from summarize.cohesion import leaning
from summarize.words import tokens

Gold = Mapping[str, Any]
Floats = NDArray[np.float64]
Chooser = Callable[[Gold], Sequence[int]]

LIMIT = Limit(sentences=3)
RIDGE = 10.0
RESAMPLES = 2000
ROUGES = ("rouge1", "rouge2", "rougeL")
COLUMNS = ("facts", "key F1", "bad", "ROUGE-1", "ROUGE-2", "ROUGE-L")


def rouge_scorer() -> Any:
    """Return a scorer that keeps French words; rouge-score drops accented letters by default."""
    from rouge_score.rouge_scorer import RougeScorer
    from rouge_score.tokenizers import Tokenizer

    class FoldedTokenizer(Tokenizer):  # type: ignore[misc]
        def tokenize(self, text: str) -> list[str]:
            return list(tokens(text))

    return RougeScorer(ROUGES, tokenizer=FoldedTokenizer())


def article(gold: Gold) -> list[Sentence]:
    """Return the sentences of the gold, its title in front (so indices are one higher)."""
    kinds = {"body": "sentence"}
    body = zip(gold["sentences"], gold["kinds"], strict=True)
    title = Sentence(text=gold["title"] or "", kind="title")
    return [title, *(Sentence(text=text, kind=kinds.get(kind, kind)) for text, kind in body)]


def by_method(method: str) -> Chooser:
    """Return a function from gold to chosen sentence numbers."""
    return lambda gold: [i - 1 for i in select(article(gold), method=method, limit=LIMIT)]


def fit(golds: Sequence[Gold]) -> dict[str, float]:
    """Return logistic-regression weights (ridge, Newton's method), what is a key sentence."""
    blocks, targets = [], []
    for gold in golds:
        texts = [s.text for s in article(gold) if s.kind in SUMMARY_KINDS]
        blocks.append(design(texts, gold["title"] or "", leaning(texts)))
        targets.append([text in gold["key_sentences"] for text in texts])
    x, y = np.vstack(blocks), np.concatenate(targets).astype(np.float64)
    ridge = np.diag([RIDGE] * (x.shape[1] - 1) + [1e-6])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x.T * (p * (1 - p))) @ x + ridge
        weights += np.linalg.solve(hessian, x.T @ (y - p) - ridge @ weights)
    return dict(zip(WEIGHTS, weights.tolist(), strict=True))


def held_out(golds: Sequence[Gold]) -> Chooser:
    """Return the default method with weights fitted on all other articles."""
    fitted = {g["id"]: fit([other for other in golds if other is not g]) for g in golds}

    def choose(gold: Gold) -> Sequence[int]:
        sentences = article(gold)
        kept = [i for i, sentence in enumerate(sentences) if sentence.kind in SUMMARY_KINDS]
        return [i - 1 for i in fill(candidates(sentences, kept, fitted[gold["id"]]), LIMIT)]

    return choose


def measure(golds: Sequence[Gold], choose: Chooser, score: ModuleType) -> Floats:
    """Return one row an article with the figures of `COLUMNS`."""
    scorer = rouge_scorer()
    rows = []
    for gold in golds:
        chosen = list(choose(gold))
        judged = score.judge(gold, chosen)
        summary = " ".join(gold["sentences"][i] for i in chosen)
        rouge = scorer.score(gold["fr_summary"], summary)
        rows.append(
            [judged["facts"], judged["f1"], judged["bad"], *(rouge[r].fmeasure for r in ROUGES)]
        )
    return np.array(rows, dtype=np.float64)


def interval(rows: Floats, seed: int) -> tuple[Floats, Floats]:
    """Return the 95 % bootstrap interval of every column's mean."""
    draws = np.random.default_rng(seed).integers(0, len(rows), (RESAMPLES, len(rows)))
    low, high = np.percentile(rows[draws].mean(axis=1), [2.5, 97.5], axis=0)
    return low, high


def line(name: str, rows: Floats, seed: int, sign: str = "") -> str:
    """Return a line of the table: means with their intervals, bad leads as a count."""
    low, high = interval(rows, seed)
    cells = []
    for column, mean in enumerate(rows.mean(axis=0)):
        if COLUMNS[column] == "bad":
            cells.append(f"{rows[:, column].sum():{sign}4.0f}")
        else:
            cells.append(f"{mean:{sign}.3f} [{low[column]:{sign}.2f}, {high[column]:{sign}.2f}]")
    return f"{name:20} " + " ".join(f"{cell:21}" for cell in cells)


def load(folder: Path) -> tuple[list[Gold], ModuleType]:
    """Return the gold of `folder` and its scorer.

    Raises:
        FileNotFoundError: one of the two is not there.
    """
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py in {folder}")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    text = (folder / "gold.jsonl").read_text("utf-8")
    return [json.loads(row) for row in text.splitlines() if row.strip()], score


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dir", type=Path)
    parser.add_argument("--fit", action="store_true", help="print weights fitted on all articles")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    golds, score = load(options.dir)
    if options.fit:
        for name, weight in fit(golds).items():
            print(f'    "{name}": {weight:.2f},')
    lead = measure(golds, lambda _: range(3), score)
    choosers = {m: by_method(m) for m in METHODS} | {"default, held out": held_out(golds)}
    print(
        f"{len(golds)} articles, three sentences\n{'':20} " + " ".join(f"{c:21}" for c in COLUMNS)
    )
    print(line("LEAD-3", lead, options.seed))
    for name, choose in choosers.items():
        rows = measure(golds, choose, score)
        print(line(name, rows, options.seed))
        print(line("    minus LEAD-3", rows - lead, options.seed, "+"))


if __name__ == "__main__":
    main()
