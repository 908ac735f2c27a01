"""Golden cases of the sentence splitter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate.segmentation import split

CASES = Path(__file__).with_name("cases.txt")
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(n))")


@dataclass(frozen=True)
class Case:
    tag: str
    text: str
    sentences: tuple[str, ...]


def read(line: str) -> Case:
    tag, marked = ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else "\n", line).split("\t")
    # One of the two blanks around a boundary sign belongs to the text.
    text = marked.replace(" | ", " ").replace("| ", "").replace("|", "")
    return Case(tag, text, tuple(piece.strip() for piece in marked.split("|")))


def cases() -> list[Case]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [read(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{number}-{case.tag}") for number, case in enumerate(cases())]
)
def test_sentences(case: Case) -> None:
    """Each golden case is cut where its signs stand."""
    assert [span.of(case.text) for span in split(case.text)] == list(case.sentences)


def test_number_of_cases() -> None:
    """The set keeps its breadth: many cases of many kinds, none twice."""
    found = cases()
    assert len(found) >= 150
    assert len({case.tag for case in found}) >= 20
    assert len({(case.text, case.sentences) for case in found}) == len(found)
