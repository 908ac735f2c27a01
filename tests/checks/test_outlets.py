"""Newspapers are called as in the French, where one place of the English can be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.checks import check_pair, outlets

CASES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("outlets.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES, ids=[case[1] for case in CASES])
def test_a_newspaper_is_mended_where_sure(case: tuple[str, ...]) -> None:
    """Each pair becomes what the table says, or stays."""
    assert outlets.repair(case[0], case[1]) == (case[2] if len(case) > 2 else None)


@pytest.mark.parametrize("case", [case for case in CASES if len(case) > 2])
def test_what_was_mended_has_no_finding(case: tuple[str, ...]) -> None:
    """The mended English is right for the rules, and for the repair."""
    assert check_pair(case[0], case[2]) == ()
    assert outlets.repair(case[0], case[2]) is None


@pytest.mark.parametrize(
    ("source", "target", "asked"),
    [
        ("Selon Le Progrès, il gèle.", "According to the trial, it is freezing.", ["Le Progrès"]),
        ("La Voix du Nord note le gel.", "The North Voix notes the frost.", ["La Voix du Nord"]),
        ("Le Monde a révélé la fraude.", "The Monde revealed the fraud.", []),
        ("Le Parisien note le gel.", "The Parisian notes the frost.", []),
        ("La Presse canadienne note le gel.", "The Canadian Press notes the frost.", []),
        ("Le Progrès a révélé la fraude.", "The newspaper revealed the fraud.", []),
    ],
)
def test_what_no_rule_can_mend_is_asked_for(source: str, target: str, asked: list[str]) -> None:
    """The name, with its place, is asked of the engine where the English has another word."""
    assert [source[start:end] for start, end in outlets.lost(source, target)] == asked
