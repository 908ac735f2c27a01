"""Scores the quality checks against pairs with planted faults.

    bench/checks.py FOLDER [-v] [--half odd|even] [--pairs FILE]

FOLDER holds ``pairs.jsonl`` and ``score.py``, which gets our findings and prints recall by rule and
false alarms on clean pairs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from translate.checks import check_pair


def answers(rows: Sequence[Mapping[str, str]]) -> Iterator[dict[str, object]]:
    """Yield what the scorer wants of each pair: its id and the rules that report something."""
    for row in rows:
        rules = sorted({finding.rule for finding in check_pair(row["fr"], row["en"])})
        yield {"id": row["id"], "findings": rules}


def main() -> None:
    """Run the checks over all pairs and hand the findings to the scorer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=Path)
    args, rest = parser.parse_known_args()
    pairs = args.pairs or args.folder / "pairs.jsonl"
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "findings.jsonl"
        with out.open("w", encoding="utf-8") as handle:
            handle.writelines(json.dumps(answer) + "\n" for answer in answers(rows))
        spent = time.perf_counter() - started
        scorer = [sys.executable, str(args.folder / "score.py"), str(out), *rest]
        done = subprocess.run([*scorer, "--pairs", str(pairs)], check=False)
    print(f"{1000 * spent / max(1, len(rows)):.1f} ms a pair, word lists loaded once")
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
