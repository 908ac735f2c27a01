"""Measure matching and verification on a folder with terms.jsonl and traps.jsonl.

    python bench/terms_match.py DIR [-v]

(a) entries of terms.jsonl found in the French, (b) traps matched per category, (c) verdicts on
the references. Development only: the folder is not part of this project.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from glossary import Glossary, Matcher, Outcome, from_rows, verify

_COLUMNS = {"fr", "en", "kind", "gender"}


def _items(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _glossary(item: dict[str, Any]) -> Glossary:
    return from_rows(
        {key: value for key, value in entry.items() if key in _COLUMNS}
        for entry in item["glossary"]
    )


def terms(folder: Path, *, verbose: bool) -> None:
    """Print recall of matching, and the verdicts on references and on wrong renderings."""
    items = _items(folder / "terms.jsonl")
    wanted = found = used = extra = 0
    wrong = wrong_used = 0
    for item in items:
        glossary = _glossary(item)
        matches = Matcher(glossary).find(item["fr"])
        got = {match.entry.id for match in matches}
        wanted += len(glossary.entries)
        found += len(got)
        extra += len(matches) - len(got)
        lost = [entry.fr for entry in glossary.entries if entry.id not in got]
        verdicts = verify(matches, item["ref"])
        unused = [v.match.entry.en for v in verdicts if v.outcome is not Outcome.USED]
        used += len(verdicts) - len(unused)
        for rule in item["mustnot"]:
            text = re.sub(r"\(\?i\)|\\b|[\\()?]", " ", rule).replace("|", " . ")
            hits = [v for v in verify(matches, text) if v.outcome is Outcome.USED]
            wrong += 1
            wrong_used += bool(hits)
            if hits and verbose:
                print(item["id"], "wrong rendering accepted:", rule, hits[0].match.entry.en)
        if verbose and (lost or unused):
            print(
                item["id"],
                "not matched:",
                lost,
                "not used:",
                unused,
                "\n ",
                item["fr"],
                "\n ",
                item["ref"],
            )
    print(
        f"terms: {found}/{wanted} entries matched, {extra} more places; {used} used in references"
    )
    print(f"wrong renderings: {wrong_used} of {wrong} lists contain a text that verifies")


def traps(folder: Path, *, verbose: bool) -> None:
    """Print how many traps match per category; in longest-wins, the longest entry must."""
    total: Counter[str] = Counter()
    fell: Counter[str] = Counter()
    for item in _items(folder / "traps.jsonl"):
        glossary = _glossary(item)
        matches = Matcher(glossary).find(item["fr"])
        longest = max((entry.fr for entry in glossary.entries), key=len)
        if item["cat"] == "longest-wins":
            bad = [m.entry.fr for m in matches] != [longest]
        else:
            bad = bool(matches)
        total[item["cat"]] += 1
        fell[item["cat"]] += bad
        if bad and verbose:
            print(
                item["id"],
                item["cat"],
                [m.surface for m in matches],
                [e.en for e in glossary.entries],
                "\n ",
                item["fr"],
            )
    for category in sorted(total):
        print(f"  {category:<14} {fell[category]}/{total[category]} traps")


def main() -> None:
    """Run both measurements."""
    folder, verbose = Path(sys.argv[1]), "-v" in sys.argv[2:]
    terms(folder, verbose=verbose)
    traps(folder, verbose=verbose)


if __name__ == "__main__":
    main()
