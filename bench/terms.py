"""Terms applied by the embedded model: development scores of term success and false application.

    python bench/terms.py EVAL_DIR OUT_DIR [--model NAME]

EVAL_DIR holds terms.jsonl, traps.jsonl and score.py; outputs are written to OUT_DIR and scored.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import glossary
from translate import terms
from translate.engines.base import Decoding, Engine, Request
from translate.engines.registry import create
from translate.models import store
from translate.typography import english


def words_of(rows: Sequence[dict[str, Any]]) -> glossary.Glossary:
    """Return the glossary of one item; lists become cells."""
    cells = [
        {key: ";".join(value) if isinstance(value, list) else value for key, value in row.items()}
        for row in rows
    ]
    return glossary.from_rows(cells)


def run(
    engine: Engine, items: Sequence[dict[str, Any]], glossaries: Sequence[glossary.Glossary]
) -> list[terms.Outcome]:
    """Return the outcome of each item, all decoded together."""
    sources = [item["fr"] for item in items]
    wants = [
        terms.wants_of(text, glossary.Matcher(words).find(text), [])
        for text, words in zip(sources, glossaries, strict=True)
    ]
    decoding = Decoding()
    decoded = engine.translate([Request(text=text) for text in sources], decoding=decoding)
    for index, (text, hypothesis) in enumerate(zip(sources, decoded, strict=True)):
        [doubts] = terms.doubts_of(
            engine, [text], [wants[index]], [hypothesis.text], decoding=decoding
        )
        wants[index] = terms.without(wants[index], doubts)
    return terms.apply(engine, sources, wants, decoded, decoding=decoding, polish=english)


def main() -> None:
    """Run and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--model", default="embedded")
    options = parser.parse_args()
    options.out_dir.mkdir(parents=True, exist_ok=True)
    engine = create("ctranslate2", store.resolve(options.model))
    everything = [
        json.loads(line)
        for line in (options.eval_dir / "terms.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for task in ("terms", "traps"):
        path = options.eval_dir / f"{task}.jsonl"
        items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        given = [words_of(item["glossary"]) for item in items]
        outcomes = run(engine, items, given)
        _score(options, task, items, [outcome.final.text for outcome in outcomes])
        if task == "terms":
            print("ways:", dict(Counter(outcome.how for outcome in outcomes)))
            _chrf(items, outcomes)
            _control(engine, items, everything)


def _score(options: argparse.Namespace, task: str, items: Any, texts: Sequence[str]) -> None:
    out = options.out_dir / f"{task}.out.jsonl"
    rows = [{"id": item["id"], "hyp": text} for item, text in zip(items, texts, strict=True)]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    subprocess.run([sys.executable, options.eval_dir / "score.py", task, out, "-v"], check=True)


def _chrf(items: Sequence[dict[str, Any]], outcomes: Sequence[terms.Outcome]) -> None:
    from sacrebleu import CHRF

    references = [[item["ref"] for item in items]]
    for name, texts in (
        ("without glossary", [outcome.first.text for outcome in outcomes]),
        ("with glossary", [outcome.final.text for outcome in outcomes]),
    ):
        print(f"chrF {name}: {CHRF().corpus_score(texts, references).score:.1f}")


def _control(
    engine: Engine, items: Sequence[dict[str, Any]], everything: Sequence[dict[str, Any]]
) -> None:
    """Give each sentence the entries of another: none of that English may turn up."""
    shuffled = [item["glossary"] for item in everything]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a fixed order, no secret
    outcomes = run(engine, items, [words_of(rows) for rows in shuffled])
    changed = sum(outcome.final.text != outcome.first.text for outcome in outcomes)
    print(f"random glossary: {changed} of {len(items)} sentences changed")


if __name__ == "__main__":
    main()
