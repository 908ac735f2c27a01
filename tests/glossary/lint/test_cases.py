"""Each rule on small glossaries: what it finds stands in a file beside the glossary."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.lint import RULES, Level, Rule, lint, parse_sheet, read_sheet
from glossary.lint.values import Finding

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.csv") if path.stem != "layers-house")
TODAY = dt.date(2026, 11, 28)


def _found(name: str) -> tuple[Finding, ...]:
    files = [CASES / f"{name}.csv"]
    if name == "layers":
        files.insert(0, CASES / "layers-house.csv")
    corpus = CASES / f"{name}.corpus.txt"
    articles = [corpus.read_text(encoding="utf-8").splitlines()] if corpus.exists() else None
    sheets = []
    for file in files:  # findings name a file as it was given: here by its bare name
        sheet = read_sheet(file)
        sheets.append(
            replace(
                sheet,
                path=file.name,
                entries=tuple(replace(item, path=file.name) for item in sheet.entries),
                faults=tuple(replace(fault, path=file.name) for fault in sheet.faults),
            )
        )
    return lint(sheets, today=TODAY, articles=articles)


@pytest.mark.parametrize("name", NAMES)
def test_findings(name: str, request: pytest.FixtureRequest) -> None:
    """The findings of a glossary are those of its golden file, in its order."""
    golden = CASES / f"{name}.txt"
    text = "".join(f"{finding}\n" for finding in _found(name))
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_rule_has_a_case() -> None:
    """No rule without a glossary on which it finds something."""
    found = {finding.rule for name in NAMES for finding in _found(name)}
    assert found == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_alone_finds_the_same(rule: Rule) -> None:
    """Rules do not lean on each other."""
    every = lint([read_sheet(CASES / "conflicts.csv")], today=TODAY)
    alone = lint([read_sheet(CASES / "conflicts.csv")], today=TODAY, rules=[rule])
    assert alone == tuple(item for item in every if item.rule == rule.name)


def test_the_starter_glossary_has_no_errors() -> None:
    """What ships with the package applies as it says."""
    from importlib import resources

    data = resources.files("glossary").joinpath("data", "news.csv").read_bytes()
    found = lint([parse_sheet(data, "news.csv")], today=TODAY)
    assert not [str(item) for item in found if item.level is Level.ERROR]
    noisy = {"wanted-elsewhere", "forbidden-in-wanted"}
    rest = [str(item) for item in found if item.rule not in noisy]
    # Wang Yi led the party's foreign policy while Qin Gang was minister: both were called so.
    assert len(rest) == 1, rest
    assert "overlapping-office" in rest[0]
    assert "chef de la diplomatie chinoise" in rest[0]
