"""Compare sentence splitters: boundary precision, recall and F1, and speed.

    python bench/segmentation.py [--reading DIR] [--pairs FILE.tsv.gz] [--errors N]

Sets: our golden cases; DIR, running text of a reader's gold (gold.tsv and the files it was made
from), rows glued within paragraphs; FILE, one French sentence in the first column of each line,
glued with a blank. A boundary stands between two sentences of one text: ends of texts are not
counted, nor are places where the gold leaves both ways open. Needs the extra "bench".
"""

from __future__ import annotations

import argparse
import codecs
import contextlib
import csv
import gzip
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from translate.segmentation import split

CASES = Path(__file__).parents[1] / "tests" / "segmentation" / "cases.txt"
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(n))")
RUNNING = {"sentence", "question", "standfirst", "quote_line"}


@dataclass(frozen=True)
class Text:
    """Boundaries are counted in visible characters; `free` ones count neither way."""

    text: str
    bounds: frozenset[int]
    free: frozenset[int] = frozenset()


@dataclass
class Score:
    """Counts over one set."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.extra)


def bare(text: str) -> str:
    """Return `text` without blanks."""
    return "".join(text.split())


def glued(rows: Iterable[str], free: Iterable[int] = (), joint: str = " ") -> Text:
    """Make a text of sentences; `free` has the indices of rows that may be joined with the next."""
    rows = list(rows)
    ends = list(accumulate(len(bare(row)) for row in rows))[:-1]
    loose = frozenset(ends[index] for index in free if index < len(ends))
    return Text(joint.join(rows), frozenset(ends) - loose, loose)


def golden(path: Path) -> Iterator[Text]:
    """Yield our own cases."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            marked = ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else "\n", line).split("\t")[1]
            text = marked.replace(" | ", " ").replace("| ", "").replace("|", "")
            yield Text(text, glued(marked.split("|")).bounds)


def sentences(path: Path) -> Iterator[Text]:
    """Yield texts of twenty sentences from the first column of a table."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.split("\t")[0].strip() for line in lines]
    for start in range(0, len(rows), 20):
        yield glued(rows[start : start + 20])


def reading(folder: Path) -> Iterator[Text]:
    """Yield the paragraphs of running text of a reader's gold."""
    with (folder / "gold.tsv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    run: list[dict[str, str]] = []
    for row, new in zip(table, _paragraph_starts(folder, table), strict=True):
        if run and (new or row["kind"] != run[-1]["kind"] or row["file"] != run[-1]["file"]):
            yield _paragraph(run)
            run = []
        if row["kind"] in RUNNING:
            run.append(row)
    if run:
        yield _paragraph(run)


def _paragraph(rows: list[dict[str, str]]) -> Text:
    joins = [i for i, row in enumerate(rows) if "joined with next" in row["also"]]
    text = glued((row["text"] for row in rows), joins)
    free, at = set(text.free), 0
    for row in rows:
        for also in row["also"].split(" | "):
            if also.startswith("split after: "):
                head = also.removeprefix("split after: ")
                free.add(at + len(bare(row["text"].split(head)[0] + head)))
        at += len(bare(row["text"]))
    return Text(text.text, text.bounds - free, frozenset(free))


def _paragraph_starts(folder: Path, table: list[dict[str, str]]) -> Iterator[bool]:
    """Tell for each row whether a blank line stands before it in its file."""
    name, stream, breaks, at = "", "", frozenset[int](), 0
    for row in table:
        if row["file"] != name:
            name, at = row["file"], 0
            pieces = re.split(r"\n\s*\n", _decoded(folder / name))
            stream = bare("".join(pieces))
            breaks = frozenset(accumulate(len(bare(piece)) for piece in pieces))
        found = stream.find(bare(row["text"]), at)
        yield found in breaks
        at = found + len(bare(row["text"])) if found >= 0 else at


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return "\n".join(re.split(r"\r\n|\r|\n", data.decode(encoding)))
    raise SystemExit(f"{path}: neither UTF-8, UTF-16 nor Windows-1252")


Splitter = Callable[[str], list[int]]


def from_pieces(cut: Callable[[str], list[str]]) -> Splitter:
    """Turn a splitter that returns strings into one that returns boundaries."""

    def bounds(text: str) -> list[int]:
        flat, at, found = bare(text), 0, []
        for piece in map(bare, cut(text)):
            start = flat.find(piece, at) if piece else -1
            if start >= 0:
                found.append(start)
                at = start + len(piece)
        return [bound for bound in found if bound]

    return bounds


def own(text: str) -> list[int]:
    """Return the boundaries that our splitter finds."""
    return [len(bare(text[: span.start])) for span in split(text)[1:]]


def systems() -> dict[str, Splitter]:
    """Return all splitters, ours first."""
    import pysbd
    import sentence_splitter
    import syntok.segmenter

    def syntok_bounds(text: str) -> list[int]:
        starts = [
            sentence[0].offset for block in syntok.segmenter.process(text) for sentence in block
        ]
        return [len(bare(text[:start])) for start in starts if start]

    other = sentence_splitter.SentenceSplitter(language="fr")
    return {
        "visavis": own,
        "pysbd": from_pieces(pysbd.Segmenter(language="fr", clean=False).segment),
        "syntok": syntok_bounds,
        "sentence-splitter": from_pieces(other.split),
    }


def run(splitter: Splitter, texts: list[Text]) -> Score:
    """Score one splitter on one set."""
    score = Score()
    for text in texts:
        begin = time.perf_counter()
        found = set(splitter(text.text)) - text.free
        score.seconds += time.perf_counter() - begin
        score.right += len(found & text.bounds)
        score.missed += len(text.bounds - found)
        score.extra += len(found - text.bounds)
        score.errors += [_show("missed", text, at) for at in sorted(text.bounds - found)]
        score.errors += [_show("extra", text, at) for at in sorted(found - text.bounds)]
    return score


def _show(what: str, text: Text, at: int) -> str:
    seen = [i for i, char in enumerate(text.text) if not char.isspace()]
    place = seen[at] if at < len(seen) else len(text.text)
    return f"{what}: {text.text[max(0, place - 45) : place]!r} | {text.text[place : place + 35]!r}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reading", type=Path, help="folder with gold.tsv and its files")
    parser.add_argument("--pairs", type=Path, help="gzipped table, French in the first column")
    parser.add_argument("--errors", type=int, default=0, help="print so many of our errors")
    args = parser.parse_args()
    sets = {"golden": list(golden(CASES))}
    if args.reading:
        sets["reading"] = list(reading(args.reading))
    if args.pairs:
        sets["pairs"] = list(sentences(args.pairs))
    print("| set | boundaries | splitter | precision | recall | F1 | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, texts in sets.items():
        total = sum(len(text.bounds) for text in texts)
        for system, splitter in systems().items():
            score = run(splitter, texts)
            precision = score.right / max(1, score.right + score.extra)
            recall = score.right / max(1, total)
            print(
                f"| {name} | {total} | {system} | {precision:.3f} | {recall:.3f} "
                f"| {score.f1:.3f} | {score.seconds:.2f} |"
            )
            if system == "visavis":
                for error in score.errors[: args.errors]:
                    print("   ", error)


if __name__ == "__main__":
    main()
