"""The gate's sets that are in this repository.

Sixty news sentences, and parts of the tests' fixtures, taken by name or from their beginning so
that cases added to them later do not move the fingerprint.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench import segmentation
from bench.figures import DataSet, Figures, files, scores, share, translation
from glossary import locate
from summarize import Limit, select
from tests.names import test_cases as names
from tests.reading.measuring import measure
from tests.summarize import test_articles as summaries
from translate.checks import check_pair
from translate.evaluating import read_corpus

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "bench" / "data"
NEWS = (DATA / "news.tsv", DATA / "desk.csv")
ANNOTATED = DATA / "annotated.txt"
#: Rules with enough pairs, and how many of each are taken.
RULES = ("brackets", "date", "name", "negation", "number", "repetition", "untranslated")
PAIRS, CASES, ARTICLES, SUMMARIES = 15, 300, 140, 14


def own_sets() -> list[DataSet]:
    """Return the sets in this repository; all of them are always there."""
    return [
        # One of 38 terms is 2.6 points, one sentence of 60 about one point of BLEU.
        DataSet(name="own.news", content=partial(files, NEWS), measure=_news, margin=3.0),
        DataSet(name="own.reading", content=_annotated_files, measure=_reading),
        DataSet(name="own.segmentation", content=_case_lines, measure=_segmentation),
        DataSet(name="own.checks", content=partial(_texts, _pairs), measure=_checks),
        DataSet(name="own.names", content=partial(_texts, _articles), measure=_names),
        DataSet(name="own.summaries", content=partial(_texts, _summaries), measure=_chosen),
    ]


def _texts(items: Any) -> Iterator[bytes]:
    for item in items():
        yield repr(item).encode()


def _news() -> Figures:
    """Scores, and how many terms and names of the last columns stand in the English.

    A cell holds several, "; " between them, and "|" between accepted ways to say one.
    """
    corpus = read_corpus(NEWS[0])
    system = translation(corpus, NEWS[1:])
    with NEWS[0].open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {**scores(corpus, system)}
    for column in ("terms", "names"):
        wanted = [
            (one, text)
            for row, text in zip(rows, system.hypotheses, strict=True)
            for one in row[column].split("; ")
            if one
        ]
        exact = column == "names"
        right = sum(bool(locate(one.split("|"), text, capitals=exact)) for one, text in wanted)
        found[f"{column} right"] = share(right, len(wanted))
    return found


def _annotated() -> list[Path]:
    listed = ANNOTATED.read_text(encoding="utf-8").split()
    return [ROOT / "tests" / "reading" / "annotated" / name for name in listed]


def _annotated_files() -> Iterator[bytes]:
    return files([ANNOTATED, *_annotated()])


def _reading() -> Figures:
    sums = [sum(column) for column in zip(*map(measure, _annotated()), strict=True)]
    total, right, text, lost = sums
    return {
        "characters of a right kind": share(right, total),
        "running text kept": share(text - lost, text),
    }


def _cases() -> list[segmentation.Text]:
    return list(segmentation.golden(segmentation.CASES))[:CASES]


def _case_lines() -> Iterator[bytes]:
    for case in _cases():
        yield f"{case.text}\t{sorted(case.bounds)}".encode()


def _segmentation() -> Figures:
    return {"F1": 100 * segmentation.run(segmentation.own, _cases()).f1}


def _pairs() -> Iterator[tuple[str, dict[str, str]]]:
    for rule in RULES:
        path = ROOT / "tests" / "checks" / "pairs" / f"{rule}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines()[:PAIRS]
        yield from ((rule, json.loads(line)) for line in lines)


def _checks() -> Figures:
    faults = [(rule, row["fr"], row["bad"]) for rule, row in _pairs() if "bad" in row]
    clean = [(row["fr"], row["en"]) for _, row in _pairs() if "en" in row]
    found = sum(
        any(finding.rule == rule for finding in check_pair(source, target))
        for rule, source, target in faults
    )
    quiet = sum(not check_pair(*pair) for pair in clean)
    return {
        "faults found": share(found, len(faults)),
        "clean pairs left alone": share(quiet, len(clean)),
    }


def _articles() -> list[dict[str, Any]]:
    return names.CASES[:ARTICLES]


def _names() -> Figures:
    right = sum(not names.faults(case) for case in _articles())
    return {"articles all right": share(right, len(_articles()))}


def _summaries() -> Iterable[tuple[str, summaries.Article]]:
    return list(summaries.ARTICLES.items())[:SUMMARIES]


def _chosen() -> Figures:
    wanted = found = unwanted = left = 0
    for _, article in _summaries():
        chosen = set(select([sentence for _, sentence in article], limit=Limit(sentences=3)))
        must, must_not = summaries.marked(article, "+"), summaries.marked(article, "-")
        wanted, found = wanted + len(must), found + len(must & chosen)
        unwanted, left = unwanted + len(must_not), left + len(must_not - chosen)
    return {
        "key sentences chosen": share(found, wanted),
        "misleading sentences left out": share(left, unwanted),
    }
