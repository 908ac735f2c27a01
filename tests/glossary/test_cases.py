"""Golden cases, one row each, in the CSV files of `cases/`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from glossary import Matcher, article_for, english_plural, from_rows, verify
from glossary.values import Match

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[dict[str, str]]:
    """Return the rows of a case file; "¶" stands for a line end."""
    with (CASES / name).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, strict=True))
    return [{key: value.replace("¶", "\n") for key, value in row.items()} for row in rows]


def ids(rows: list[dict[str, str]]) -> list[str]:
    return [
        f"{number}-{row.get('rule') or row.get('word') or row.get('fr')}"
        for number, row in enumerate(rows, 2)
    ]


MATCHING = read_cases("matching.csv")
VERIFICATION = read_cases("verification.csv")
ENGLISH = read_cases("english.csv")
SENSES = read_cases("senses.csv")


#: English where its sense or its length matters; all other entries get two words.
GLOSSES = {
    "avocat": "avocado",
    "poêle": "frying pan",
    "Minsk": "Mensk",
    "Lisbonne": "Lisbon",
    "Moulins": "Moulins",
    "patron": "dress pattern",
    "liquide": "brake fluid",
    "front": "war front",
    "trafic": "drug trafficking",
    "fosse": "mass grave",
    "quai": "loading dock",
    "cour": "appeals court",
}


def english_of(french: str) -> str:
    """A gloss of known sense for the words of the inventory, else one that says nothing."""
    return GLOSSES.get(french, "wanted English")


def check_places(row: dict[str, str], marked: str) -> None:
    """Assert that the entry of `row` is found in the bracketed places and in no others."""
    wanted, removed = [], 0
    for found in re.finditer(r"\[([^]]*)\]", marked):
        start = found.start() - removed
        wanted.append((start, start + len(found[1]), found[1]))
        removed += 2
    matches = Matcher(from_rows([row])).find(marked.replace("[", "").replace("]", ""))
    assert [(match.start, match.end, match.surface) for match in matches] == wanted


@pytest.mark.parametrize("case", MATCHING, ids=ids(MATCHING))
def test_matching(case: dict[str, str]) -> None:
    """The matcher finds the bracketed places of the text and no others."""
    row = {
        "fr": case["fr"],
        "en": english_of(case["fr"]),
        "kind": case["kind"],
        "case": case["case"],
    }
    check_places(row, case["text"])


@pytest.mark.parametrize("case", SENSES, ids=ids(SENSES))
def test_senses(case: dict[str, str]) -> None:
    """An entry applies where its own sense is meant, and not in another one or a longer name."""
    check_places({name: case[name] for name in ("fr", "en", "kind")}, case["text"])


@pytest.mark.parametrize("case", VERIFICATION, ids=ids(VERIFICATION))
def test_verification(case: dict[str, str]) -> None:
    """One match of the entry gets the outcome and the place that the case names."""
    row = {name: case[name] for name in ("en", "forms_en", "forbidden_en")} | {"fr": "essai"}
    entry = from_rows([row]).entries[0]
    match = Match(entry=entry, start=0, end=5, surface="essai")
    (verdict,) = verify([match], case["target"])
    assert (verdict.outcome, verdict.found) == (case["outcome"], case["found"])
    if verdict.found:
        assert case["target"][verdict.start : verdict.end] == verdict.found
    else:
        assert (verdict.start, verdict.end) == (-1, -1)


@pytest.mark.parametrize("case", ENGLISH, ids=ids(ENGLISH))
def test_english(case: dict[str, str]) -> None:
    """Plurals and articles of English are as the case says."""
    function = {"plural": english_plural, "article": article_for}[case["function"]]
    assert function(case["word"]) == case["expected"]


def test_cases_cover_entries() -> None:
    """Each case file has cases, so that a misplaced file cannot pass unseen."""
    assert min(map(len, (MATCHING, VERIFICATION, ENGLISH, SENSES))) > 25
