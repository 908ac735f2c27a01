"""What an import finds: the same, new, differing; only in columns that the file speaks of."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from glossary.editing import Sheet, apply
from glossary.errors import StaleError
from glossary.formats import importing, registry
from glossary.formats.importing import Difference, Plan, changes, plan, refuse_stale
from glossary.formats.values import Reading
from glossary.values import Entry, EntryStatus, Kind
from tests.glossary.formats.entries import ENTRIES
from tests.glossary.formats.test_round_trips import FULL

_QUAY = Entry(id="q1", fr="quai", en="quay", note="of stone", forms_en=("landing",))
_PLACE = Entry(id="q2", fr="quai", en="Quay", kind=Kind.PLACE)


def _reading(text: str, name: str | None = None) -> Reading:
    return registry.read(text.encode(), "x.csv", name)[1]


@pytest.mark.parametrize("name", ["csv", "tbx", "tmx", "xlsx"])
def test_an_export_comes_back_as_the_same(name: str) -> None:
    """What was exported and not touched changes nothing."""

    @settings(max_examples=20)
    @given(ENTRIES)
    def check(entries: list[Entry]) -> None:
        written = registry.get(name).write(entries)
        found = plan(entries, registry.read(written.data, "x")[1])
        assert found == Plan(same=len(entries) - len(written.losses))

    check()


@settings(max_examples=20)
@given(ENTRIES)
def test_what_a_file_holds_is_what_the_glossary_gets(entries: list[Entry]) -> None:
    """In an empty glossary file every entry arrives, with every column but the status."""
    _, reading = registry.read(registry.get("tbx").write(entries).data, "x")
    found = plan((), reading, EntryStatus.APPROVED)
    sheet = apply(Sheet.new(), changes(found, replace_differing=False))
    got = {row.id: row.entry for row in sheet.rows}
    assert got == {
        one.id: dataclasses.replace(one, status=got[one.id].status) if got.get(one.id) else None
        for one in entries
    }


def test_only_columns_that_the_file_speaks_of_are_compared() -> None:
    """Pairs without notes do not empty the notes of a glossary."""
    found = plan([_QUAY], _reading("quai,pier\n"))
    assert found.differing == (Difference(line=1, id="q1", columns={"en": ("quay", "pier")}),)
    (edit,) = changes(found, replace_differing=True)
    assert dict(edit.values) == {"en": "pier"}
    assert changes(found, replace_differing=False) == []


def test_an_empty_cell_says_empty_but_an_empty_choice_says_nothing() -> None:
    """A note that was cleared is a difference; a kind or status left empty is none."""
    found = plan([FULL], _reading("id,fr,en,note,kind,case,status\nquai,quai,quay,,,,\n"))
    assert found.differing[0].columns == {"note": ("Stone & wood", "")}


def test_which_entry_is_meant() -> None:
    """By id; else by French and kind; without kind by French, rather with the same English."""
    mine = [_QUAY, _PLACE]
    assert plan(mine, _reading("quai,Quay\n")).same == 1
    assert plan(mine, _reading("fr,en,kind\nquai,Quay,place\n")).same == 1
    (one,) = plan(mine, _reading("fr,en,kind\nquai,Quay,term\n")).differing
    assert one.id == "q1"
    (new,) = plan(mine, _reading("fr,en,kind\nquai,Quay,title\n")).new
    assert new[1].kind is Kind.TITLE
    (other,) = plan(mine, _reading("id,fr,en\nq2,môle,jetty\n")).differing
    assert other.columns == {"fr": ("quai", "môle"), "en": ("Quay", "jetty")}


def test_status_of_what_is_new() -> None:
    """Approved only on demand; deprecated stays so; without English nothing is approved."""
    text = "fr,en,status\na,b,approved\nc,d,deprecated\ne,,proposed\n"
    proposed = [entry.status for _, entry in plan((), _reading(text)).new]
    approved = [entry.status for _, entry in plan((), _reading(text), EntryStatus.APPROVED).new]
    assert proposed == ["proposed", "deprecated", "proposed"]
    assert approved == ["approved", "deprecated", "proposed"]


def test_stale_rows_name_both_versions() -> None:
    """The refusal has the row, the cell of the glossary, that of the workbook, and what to do."""
    data = registry.get("xlsx").write([_QUAY]).data
    _, reading = registry.read(data, "x.xlsx")
    (found,) = reading.found
    edited = dataclasses.replace(found, entry=dataclasses.replace(_QUAY, en="pier"))
    now = dataclasses.replace(_QUAY, en="wharf")
    stale = plan([now], dataclasses.replace(reading, found=(edited,)))
    with pytest.raises(StaleError, match="exported anew") as caught:
        refuse_stale(stale, "x.xlsx")
    assert "x.xlsx:2: q1: en 'wharf' in the glossary, 'pier' in the workbook" in str(caught.value)
    refuse_stale(plan([_QUAY], dataclasses.replace(reading, found=(edited,))), "x.xlsx")


def test_both_made_the_same_change() -> None:
    """An editor and the glossary agree: nothing is stale, nothing differs."""
    _, reading = registry.read(registry.get("xlsx").write([_QUAY]).data, "x.xlsx")
    now = dataclasses.replace(_QUAY, en="wharf")
    edited = dataclasses.replace(reading.found[0], entry=now)
    assert importing.plan([now], dataclasses.replace(reading, found=(edited,))).same == 1
