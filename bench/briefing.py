"""Score briefings of clusters of articles on one event, and time a hundred articles in one call.

    python bench/briefing.py DIR [--keep FOLDER] [--speed]

DIR holds ``clusters.jsonl`` (cluster, files), ``articles/`` and ``score.py`` with the command
``briefing FILE.md CLUSTER``. Every cluster is translated with the embedded model and briefed by
itself; the scorer's sums are printed, and with --keep the briefings stay. --speed times the
selection and the page of 100 and of 400 articles made by rewording those of DIR, and prints peak
memory; translation is not part of it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from click.testing import CliRunner

from translate.briefing import assemble, to_markdown
from translate.cli.group import cli
from translate.pages import read_page


def main() -> None:
    """Print one line a cluster, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--speed", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        score(arguments.folder, folder)
        if arguments.speed:
            speed(folder)


def score(data: Path, folder: Path) -> None:
    """Brief every cluster and print what the scorer says last."""
    for line in (data / "clusters.jsonl").read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        name = cluster["cluster"]
        target = folder / name / "briefing.md"
        files = [str(data / "articles" / file) for file in cluster["files"]]
        result = CliRunner().invoke(cli, ["brief", *files, "-o", str(target), "-q", "--overwrite"])
        if result.exit_code:
            raise SystemExit(f"{name}: {result.output}")
        command = [sys.executable, str(data / "score.py"), "briefing", str(target), name]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        sums = [row for row in shown.splitlines() if row.startswith(("differences", "values"))]
        print(f"{name}  {'  '.join(sums)}")


def speed(folder: Path) -> None:
    """Time reading, selecting and rendering many pages that are no copies of one another."""
    texts = [page.read_text(encoding="utf-8") for page in sorted(folder.glob("*/*.md"))]
    texts = [text for text in texts if "\nsource: " in text]
    for count in (100, 400):
        made = [
            reworded(texts[number % len(texts)], number // len(texts)) for number in range(count)
        ]
        start = time.perf_counter()
        pages = [read_page(text, href=f"{number}.md") for number, text in enumerate(made)]
        page = to_markdown(assemble(pages))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count} pages: {seconds:.1f} s, {len(page) / 1e6:.1f} MB, peak {peak:.0f} MB")


def reworded(page: str, times: int) -> str:
    """Return a page with another source digest and a third of its longer words made new."""
    if not times:
        return page
    random = Random(times)  # noqa: S311 - made-up text, no secret
    digest = page.replace('source_sha256: "', f'source_sha256: "{times}', 1)
    return " ".join(
        f"{random.choice('bdfgklmnprtvz')}o{word.lower()}"
        if word.isalpha() and len(word) > 4 and random.random() < 1 / 3
        else word
        for word in digest.split(" ")
    )


if __name__ == "__main__":
    main()
