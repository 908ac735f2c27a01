"""What holds of the lint on any input: it agrees with the reader and never fails."""

from __future__ import annotations

import csv
import datetime as dt
import io
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import GlossaryError, from_rows, load, merge
from glossary.lint import RULES, Level, lay, lint, parse_sheet, read_sheet
from glossary.lint.spelling import spelling

TODAY = dt.date(2026, 11, 28)
REFUSED = {"refused", "duplicate-id"}

_WORDS = st.sampled_from(
    ["port", "ports", "Port", "quai", "harbor", "harbors", "de", "Liv Aune", "ÉTAT", "a-b", "l'eau"]
)
_TEXT = st.one_of(_WORDS, st.text(max_size=12))
_LIST = st.lists(_TEXT, max_size=3).map(";".join)
_ROW = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["", "a", "b", "c"]),
        "fr": _TEXT,
        "en": _TEXT,
        "kind": st.sampled_from(["", "term", "person", "place", "nonsense"]),
        "forms_fr": _LIST,
        "forms_en": _LIST,
        "forbidden_en": _LIST,
        "cues": _LIST,
        "valid_from": st.sampled_from(["", "2001-01-01", "2020-02-30"]),
        "status": st.sampled_from(["", "approved", "proposed", "deprecated"]),
    }
)


def _file(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]) if rows else ["fr", "en"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def _refused(path: Path) -> set[int]:
    """The lines for which the reader refuses a file."""
    try:
        load([path])
    except GlossaryError as error:
        return {problem.line for problem in error.problems}
    return set()


@given(rows=st.lists(_ROW, min_size=1, max_size=6))
def test_refused_is_what_the_reader_refuses(
    rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file has findings of refusal exactly where loading it fails, on the same lines."""
    path = tmp_path_factory.getbasetemp() / "refused.csv"
    path.write_bytes(_file(rows))
    found = lint([read_sheet(path)], today=TODAY)
    lines = {item.line for item in found if item.rule in REFUSED}
    assert lines == _refused(path)


@given(data=st.binary(max_size=200))
def test_any_bytes_give_findings_not_exceptions(data: bytes) -> None:
    """Whatever the bytes, lint returns."""
    for item in lint([parse_sheet(data, "x.csv")], today=TODAY):
        assert item.line >= 0


@given(rows=st.lists(_ROW, min_size=1, max_size=4))
def test_a_file_laid_over_itself_changes_nothing_but_overrides(rows: list[dict[str, str]]) -> None:
    """Of a file given twice each entry is overridden, and nothing else is new."""
    sheet = parse_sheet(_file(rows), "g.csv")
    once = {item for item in lint([sheet], today=TODAY) if item.rule != "override"}
    twice = lint([sheet, sheet], today=TODAY)
    assert {item for item in twice if item.rule != "override"} <= once
    if sheet.entries:
        assert any(item.rule == "override" for item in twice)


_SOUND = st.lists(
    st.builds(
        lambda fr, en, kind, own: {"id": f"{fr}-{kind}-{own}", "fr": fr, "en": en, "kind": kind},
        st.sampled_from(["port", "quai"]),
        st.sampled_from(["harbor", "quay", "light"]),
        st.sampled_from(["term", "place"]),
        st.sampled_from("ab"),
    ),
    max_size=5,
    unique_by=lambda row: row["id"],
)


@given(files=st.lists(_SOUND, min_size=1, max_size=3))
def test_files_lie_over_each_other_as_in_the_reader(files: list[list[dict[str, str]]]) -> None:
    """What is in force is what `glossary.load` gives; what is not was overridden, once."""
    entries, lost = lay([parse_sheet(_file(rows), f"{at}.csv") for at, rows in enumerate(files)])
    loaded = merge(from_rows(rows) for rows in files)
    assert {item.entry.id: item.entry for item in entries} == {
        entry.id: entry for entry in loaded.entries
    }
    assert len(entries) + len({(old.path, old.line) for old, _ in lost}) == sum(map(len, files))


_WORD = st.sampled_from("abcdefg")


@given(steps=st.lists(st.tuples(_WORD, _WORD), max_size=12))
def test_a_ring_is_found_where_there_is_one(steps: list[tuple[str, str]]) -> None:
    """The rule finds something if and only if the graph of French to English has a cycle."""
    rows = [
        {"id": str(at), "fr": f"mot {fr}", "en": f"mot {en}"} for at, (fr, en) in enumerate(steps)
    ]
    rules = [rule for rule in RULES if rule.name == "cycle"]
    found = lint([parse_sheet(_file(rows), "g.csv")], today=TODAY, rules=rules)
    graph: dict[str, set[str]] = {}
    for fr, en in steps:
        if fr != en:
            graph.setdefault(fr, set()).add(en)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        assert found
    else:
        assert not found


def test_findings_are_sorted_and_levels_are_ranked() -> None:
    """By place; and an error is the worst."""
    sheet = parse_sheet(b"fr,en\nport.,harbor\nport.,pier\nquai,\n", "g.csv")
    found = lint([sheet], today=TODAY)
    assert [item.line for item in found] == sorted(item.line for item in found)
    assert min(Level, key=lambda level: level.rank) is Level.ERROR


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sous-préfet", "Sous‑préfet", True),
        ("œuvre", "oeuvre", True),
        ("État", "Etat", True),
        ("l’eau", "l'eau", True),
        ("côte", "cote", False),
        ("sous-préfet", "souspréfet", False),
        ("C", "C+", False),
    ],
)
def test_spelling(one: str, other: str, same: bool) -> None:
    """What an editor takes for one spelling, and what not."""
    assert (spelling(one) == spelling(other)) is same


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """A file that is not there is told like any other fault."""
    (item,) = lint([read_sheet(tmp_path / "none.csv")], today=TODAY)
    assert (item.rule, item.line, item.level) == ("refused", 0, Level.ERROR)
    assert "cannot be read" in item.message
