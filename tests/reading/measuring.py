"""How many characters of an annotated file are read as its author meant them.

Each line of such a file begins with the letters of the kinds it may have ("S> ", "X/M> "); "‖"
parts two kinds on one line, "~" is a blank line.
"""

from __future__ import annotations

import re
from pathlib import Path

from translate.reading import read_bytes
from translate.values import BlockKind

KINDS = {
    "T": BlockKind.TITLE,
    "H": BlockKind.HEADING,
    "F": BlockKind.STANDFIRST,
    "D": BlockKind.DATELINE,
    "B": BlockKind.BYLINE,
    "J": BlockKind.DATE,
    "S": BlockKind.PARAGRAPH,
    "C": BlockKind.CAPTION,
    "R": BlockKind.CREDIT,
    "Q": BlockKind.QUESTION,
    "L": BlockKind.LIST_ITEM,
    "K": BlockKind.QUOTE,
    "W": BlockKind.TABLE_ROW,
    "M": BlockKind.METADATA,
    "X": BlockKind.BOILERPLATE,
    "P": BlockKind.DUPLICATE,
    "G": BlockKind.SIGNATURE,
}
MARK = re.compile(r"((?:[A-Z]/)*[A-Z])> ")


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _pieces(line: str) -> list[tuple[set[str], str]]:
    """Kinds and letters of the pieces of one line; markup and addresses of links go."""
    marks = list(MARK.finditer(line))
    ends = [mark.start() for mark in marks[1:]] + [len(line)] * bool(marks)
    result = []
    for mark, end in zip(marks, ends, strict=True):
        text = re.sub(r"\]\([^)]*\)|<.*", "", line[mark.end() : end])
        result.append((set(mark[1].split("/")), _plain(text)))
    return result


def measure(path: Path) -> tuple[int, int, int, int]:
    """Characters in all, with a right kind, of text, of text that is not read as text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    source = "\n".join("" if line == "~" else MARK.sub("", line).replace("‖", "") for line in lines)
    blocks = [b for a in read_bytes(source.encode(), name=path.name) for b in a.blocks]
    letters = "".join(_plain(block.text) for block in blocks)
    kinds = [block.kind for block in blocks for _ in _plain(block.text)]
    translated = [block.translated for block in blocks for _ in _plain(block.text)]
    total = right = text = lost = at = 0
    for allowed, piece in (one for line in lines for one in _pieces(line)):
        found = letters.find(piece, at)
        # Page furniture is moved behind the sentence it interrupts.
        found = letters.find(piece) if found < 0 else found
        assert found >= 0, f"{path.name}: {piece!r} is lost"
        here = range(found, found + len(piece))
        total += len(piece)
        right += sum(kinds[i] in {KINDS[letter] for letter in allowed} for i in here)
        if allowed == {"S"}:
            text += len(piece)
            lost += sum(not translated[i] for i in here)
        at = found + len(piece) if found >= at else at
    return total, right, text, lost
