"""Every rule against pairs of our own: the right English is left alone, the wrong one is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.checks import check_pair

FOLDER = Path(__file__).parent / "pairs"


def _rows(side: str) -> list[tuple[str, str, str]]:
    rows = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if side in row:
                rows.append((path.stem, row["fr"], row[side]))
    return rows


@pytest.mark.parametrize(("rule", "source", "target"), _rows("en"))
def test_a_right_translation_has_no_finding(rule: str, source: str, target: str) -> None:
    """Hard but right English raises no finding of any rule."""
    assert check_pair(source, target) == ()


@pytest.mark.parametrize(("rule", "source", "target"), _rows("bad"))
def test_a_planted_fault_is_found(rule: str, source: str, target: str) -> None:
    """A planted fault raises a finding of its rule, with a message that says what."""
    found = [
        finding for finding in check_pair(source, target, segment="s7") if finding.rule == rule
    ]
    assert found
    assert all(finding.segment == "s7" and len(finding.message) > 10 for finding in found)


@pytest.mark.parametrize("rule", ["number", "name", "repetition", "untranslated", "negation"])
def test_the_main_rules_have_enough_pairs(rule: str) -> None:
    """At least fifteen right and fifteen wrong pairs stand behind each main rule."""
    for side in ("en", "bad"):
        assert sum(row[0] == rule for row in _rows(side)) >= 15
