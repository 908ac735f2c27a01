"""TBX of other tools: both styles of version 3, the form of 2008, and what is not taken over."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from glossary.formats import registry
from glossary.formats.values import FormatError
from glossary.values import EntryStatus, Kind

_DATA = Path(__file__).parent / "data"


def test_version_3_with_categories_as_attributes() -> None:
    """The preferred term leads, others are forms, superseded English is forbidden."""
    name, reading = registry.read_file(_DATA / "dca.tbx")
    assert name == "tbx"
    (found,) = reading.found
    entry = found.entry
    assert (entry.fr, entry.en) == ("quai", "quay")
    assert entry.forms_fr == ("débarcadère",)
    assert (entry.forms_en, entry.forbidden_en) == (("landing",), ("wharf",))
    assert (entry.note, entry.source) == ("Stone edge at which boats lie.", "Handbook")
    assert (entry.author, entry.date) == ("Rozenn", dt.date(2025, 3, 1))
    assert "status" not in found.columns
    assert not entry.id.startswith("c1"), "ids of other tools name other things in other files"


def test_what_is_not_taken_over_is_said() -> None:
    """Other languages, fields without a column and concepts without a pair are remarks."""
    _, reading = registry.read_file(_DATA / "dca.tbx")
    assert Counter(remark.what for remark in reading.remarks) == Counter(
        [
            "field subjectField",
            "field origination",
            "field partOfSpeech of a term",
            "field grammaticalGender",
            "language de",
            "concept without en term",
        ]
    )
    assert all(remark.line > 1 for remark in reading.remarks)


def test_what_a_transaction_says_besides_is_said() -> None:
    """memoQ writes the day as the value of a category that the standard does not have."""
    _, reading = registry.read(
        b'<martif type="TBX"><text><body><termEntry id="0">'
        b'<transacGrp><transac type="origination">2020-01-01T00:00:00</transac></transacGrp>'
        b'<langSet xml:lang="fr"><tig><term>quai</term></tig></langSet>'
        b'<langSet xml:lang="en"><tig><term>quay</term></tig></langSet>'
        b"</termEntry></body></text></martif>",
        "x.tbx",
    )
    assert [found.entry.en for found in reading.found] == ["quay"]
    assert [one.what for one in reading.remarks] == ["field origination of a transaction"]


def test_the_form_of_2008() -> None:
    """A person keeps her gender, the process status is ours, tig and ntig are read."""
    name, reading = registry.read_file(_DATA / "martif.tbx")
    assert name == "tbx-2008"
    person, slip = reading.found
    assert (person.entry.kind, person.entry.gender) == (Kind.PERSON, "f")
    assert person.entry.status is EntryStatus.PROPOSED
    assert person.entry.note == "Mayor of Kervanec"
    assert (slip.entry.fr, slip.entry.forms_fr) == ("cale ; rampe", ())
    assert [remark.what for remark in reading.remarks] == [
        "field termType of a term",
        "a form with a semicolon",
    ]


def test_faults_name_the_line_of_the_concept() -> None:
    """Every concept that makes no sound entry is a fault, the others are read."""
    text = (_DATA / "martif.tbx").read_text(encoding="utf-8")
    text = text.replace(">slipway<", ">=cmd()<").replace(">person<", ">place<")
    _, reading = registry.read(text.encode(), "x.tbx")
    assert [found.entry.en for found in reading.found] == ["Rozenn Le Dantec"]
    (problem,) = reading.problems
    assert (problem.path, problem.line) == ("x.tbx", 25)
    assert "formula" in problem.message


def test_what_begins_otherwise_is_no_tbx() -> None:
    """A file named as TBX that is something else is refused with the reason."""
    with pytest.raises(FormatError, match=r"x.tbx: line 1: begins with <tmx>, TBX begins"):
        registry.read(b"<tmx/>", "x.tbx", "tbx")


def test_a_bomb_is_refused() -> None:
    """Entities are refused before they grow."""
    data = b'<!DOCTYPE martif [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><martif>&b;</martif>'
    with pytest.raises(FormatError, match="declares XML entities"):
        registry.read(data, "x.tbx")
