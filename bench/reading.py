"""Score the reader and the splitter on an annotated set.

    python bench/reading.py DIR [--keep OUT.jsonl] [further options of DIR/check.py]

DIR holds the files, gold.tsv and check.py. Every file is read, its translated blocks are split
into sentences, and the pieces are handed to check.py in its own words.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from translate.errors import InputError
from translate.reading import read_path
from translate.segmentation import split
from translate.values import Article, BlockKind

NAMES = {BlockKind.PARAGRAPH: "sentence", BlockKind.QUOTE: "quote_line"}
WHOLE = {BlockKind.TABLE_ROW}
SUFFIXES = {".txt", ".md", ".html"}


def pieces(article: Article) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) in reading order, sentences for what is translated."""
    for block in article.blocks:
        name = NAMES.get(block.kind, str(block.kind))
        if block.translated and block.kind not in WHOLE:
            for span in split(block.text):
                yield name, span.of(block.text)
        else:
            yield name, block.text


def answers(folder: Path) -> Iterator[dict[str, str]]:
    """Yield what the scorer wants: every piece of every file of `folder`, with its kind."""
    for path in sorted(folder.iterdir()):
        if path.suffix not in SUFFIXES or path.name == "README.md":
            continue
        try:
            articles = read_path(path)
        except InputError as error:
            print(error, file=sys.stderr)
            continue
        for article in articles:
            for kind, text in pieces(article):
                yield {"file": path.name, "kind": kind, "text": text}


def main(arguments: list[str]) -> int:
    """Write the system's lines and run the scorer on them."""
    folder = Path(arguments[0])
    rest = arguments[1:]
    keep = Path(tempfile.gettempdir()) / "reading-system.jsonl"
    if rest[:1] == ["--keep"]:
        keep, rest = Path(rest[1]), rest[2:]
    lines = [json.dumps(answer, ensure_ascii=False) for answer in answers(folder)]
    keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, str(folder / "check.py"), "--system", str(keep), *rest]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
