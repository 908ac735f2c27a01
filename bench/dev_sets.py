"""The gate's sets that are not in this repository: a folder with public test sets and gold.

The folder holds newstest2011.tsv.gz, newstest2012.tsv.gz, ud-pud.tsv.gz (French, English), and the
folders terms/, reading/, checks/ and summaries/, each with gold and a scorer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.figures import DataSet, Figures, engine, files, scored, scores, translation
from translate.evaluating import Corpus, read_corpus

#: Sentences taken of a test set, evenly over its length.
SAMPLE = 500
#: For figures that depend on the model's decoding, see `DataSet.margin`: tenths of a point on 500
#: sentences, an item or two on a hundred.
SAMPLE_MARGIN, ITEM_MARGIN = 0.5, 2.0
_TEST_SETS = ("newstest2011.tsv.gz", "newstest2012.tsv.gz", "ud-pud.tsv.gz")


def dev_sets(folder: Path) -> list[DataSet]:
    """Return the sets of `folder`; one that it lacks has no fingerprint."""
    made = [
        DataSet(
            name=f"dev.{name.partition('.')[0]}",
            content=partial(files, [folder / name]),
            measure=partial(_test_set, folder / name),
            margin=SAMPLE_MARGIN,
        )
        for name in _TEST_SETS
    ]
    parts = (
        ("terms", "terms", _terms, ITEM_MARGIN),
        ("names", "terms", _names, 0.0),
        ("reading", "reading", _reading, 0.0),
        ("segmentation", "reading", _segmentation, 0.0),
        ("checks", "checks", _checks, 0.0),
        ("summaries", "summaries", _summaries, 0.0),
    )
    return made + [
        DataSet(
            name=f"dev.{name}",
            content=partial(_content, folder / part),
            measure=partial(measure, folder / part),
            margin=margin,
        )
        for name, part, measure, margin in parts
    ]


def sampled(corpus: Corpus, count: int = SAMPLE) -> Corpus:
    """Return `count` rows of a corpus, evenly over its length; all when it has fewer."""
    total = len(corpus.sources)
    places = [at * total // count for at in range(count)] if total > count else range(total)
    return Corpus(
        name=corpus.name,
        sources=tuple(corpus.sources[at] for at in places),
        references=tuple(tuple(column[at] for at in places) for column in corpus.references),
    )


def _content(folder: Path) -> Iterator[bytes]:
    """The files of a folder and of folders in it; caches of Python are not data."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    if not paths:
        raise FileNotFoundError(folder)
    return files(sorted(paths))


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _test_set(path: Path) -> Figures:
    corpus = sampled(read_corpus(path))
    return scores(corpus, translation(corpus))


def _terms(folder: Path) -> Figures:
    from bench.terms import run, words_of

    found = {}
    for task in ("terms", "traps"):
        items = _rows(folder / f"{task}.jsonl")
        outcomes = run(engine(), items, [words_of(item["glossary"]) for item in items])
        answers = (
            {"id": item["id"], "hyp": outcome.final.text}
            for item, outcome in zip(items, outcomes, strict=True)
        )
        found[task] = scored(folder / "score.py", task, "{}", answers=answers)
    return {
        "term success": found["terms"]["term_success"],
        "traps left alone": 100 - found["traps"]["false_application_rate"],
    }


def _names(folder: Path) -> Figures:
    from bench.names import answer

    answers = map(answer, _rows(folder / "names.jsonl"))
    found = scored(folder / "score.py", "names", "{}", answers=answers)
    return {
        "name accuracy": found["name_accuracy"],
        "ambiguous recall": found["ambiguous_recall"],
        "articles all right": found["articles_all_right"],
    }


def _reading(folder: Path) -> Figures:
    from bench.reading import answers

    found = scored(folder / "check.py", "--system", "{}", "--json", answers=answers(folder))
    return {
        "kind accuracy": 100 * found["kind_accuracy"],
        "sentence F1": 100 * found["between_sentences_f1"],
        "boilerplate recall": 100 * found["boilerplate_recall"],
        "boilerplate precision": 100 * found["boilerplate_precision"],
    }


def _segmentation(folder: Path) -> Figures:
    from bench import segmentation

    texts = list(segmentation.reading(folder))
    return {"F1": 100 * segmentation.run(segmentation.own, texts).f1}


def _checks(folder: Path) -> Figures:
    from bench.checks import answers

    rows = _rows(folder / "pairs.jsonl")
    found = scored(folder / "score.py", "{}", answers=answers(rows))
    return {
        "recall": found["recall"],
        "clean pairs left alone": 100 - found["false_alarm_rate"],
    }


def _summaries(folder: Path) -> Figures:
    from bench import summaries

    golds, score = summaries.load(folder)
    choose = summaries.by_method("default")
    judged = [score.judge(gold, list(choose(gold))) for gold in golds]
    return {
        "facts": 100 * fmean(one["facts"] for one in judged),
        "key sentence F1": 100 * fmean(one["f1"] for one in judged),
    }
