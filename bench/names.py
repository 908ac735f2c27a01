"""Run name resolution on a directory with names.jsonl and score.py; print the figures.

Usage: python bench/names.py DIR [-v]
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from glossary.names import resolve
from glossary.values import Entry, Kind

_FOLD = str.maketrans("\u00a0\u202f\u2009’‘“”–—‑", "   ''\"\"---")


def split(text: str) -> list[str]:
    """Cut a text into sentences with the project's splitter, else crudely."""
    try:
        from translate.segmentation import split as cut
    except ImportError:
        return re.split(r"(?<=[.!?»])(?<!\bM\.)(?<!\bMM\.)\s+(?=[A-ZÀÉÈ«])", text)
    pieces = [
        piece if isinstance(piece, str) else text[piece.start : piece.end] for piece in cut(text)
    ]
    return [piece for piece in pieces if piece.strip()]


def entry(person: dict[str, object]) -> Entry:
    """Turn a person of the data into a glossary entry."""
    return Entry(
        id=str(person["id"]),
        fr=str(person["full_fr"]),
        en=str(person["en"]),
        kind=Kind.PERSON,
        gender=str(person["gender"]),
        cues=tuple(person["cues"]),  # type: ignore[arg-type]
        note=str(person["note"]),
    )


def answer(article: dict[str, object]) -> dict[str, object]:
    """Resolve one article and write its mentions as the scorer wants them."""
    text = str(article["text"])
    sentences = split(text)
    cast = resolve(sentences, [entry(p) for p in article["people"]])  # type: ignore[attr-defined]
    starts, at = [], 0
    for sentence in sentences:
        at = text.index(sentence, at)
        starts.append(at)
    folded, mentions = text.translate(_FOLD), []
    for mention in cast.mentions:
        here = starts[mention.sentence] + mention.start
        surface = mention.surface.translate(_FOLD)
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", folded)]
        ids = ["other" if p.id.startswith("cast-") else p.id for p in mention.people]
        person = "+".join(ids) if mention.people else "ambiguous"
        mentions.append(
            {"surface": mention.surface, "occurrence": found.index(here) + 1, "person": person}
        )
    return {"id": article["id"], "mentions": mentions}


def main() -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    lines = (args.dir / "names.jsonl").read_text(encoding="utf-8").splitlines()
    begun = time.perf_counter()
    rows = [answer(json.loads(line)) for line in lines if line.strip()]
    took = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        out.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
        command = [sys.executable, str(args.dir / "score.py"), "names", str(out)]
        done = subprocess.run(command + ["-v"] * args.v, check=False)
    print(f"{took:.2f} s for {len(rows)} articles")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
