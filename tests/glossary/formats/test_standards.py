"""TBX and TMX that we write obey the rules of the standards, stated as RelaxNG and run by lxml."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from lxml import etree

import glossary
from glossary.formats import registry
from glossary.values import Entry
from tests.glossary.formats.entries import ENTRIES
from tests.glossary.formats.test_round_trips import FULL

_DATA = Path(__file__).parent / "data"
_TBX = etree.RelaxNG(file=_DATA / "tbx-basic-dct.rng")
_TMX = etree.RelaxNG(file=_DATA / "tmx14.rng")


def _faults(schema: etree.RelaxNG, data: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    tree = etree.fromstring(data, parser)
    return "" if schema.validate(tree) else str(schema.error_log)


@settings(max_examples=40)
@example([FULL])
@given(ENTRIES)
def test_tbx_is_valid(entries: list[Entry]) -> None:
    """Any glossary that is not empty makes valid TBX-Basic."""
    assert _faults(_TBX, registry.get("tbx").write(entries).data) == ""


@settings(max_examples=40)
@example([FULL])
@given(ENTRIES)
def test_tmx_is_valid(entries: list[Entry]) -> None:
    """Any glossary makes valid TMX 1.4."""
    assert _faults(_TMX, registry.get("tmx").write(entries).data) == ""


def test_the_starter_glossary_is_valid() -> None:
    """The glossary that ships is valid in both."""
    entries = glossary.starter().entries
    assert _faults(_TBX, registry.get("tbx").write(entries).data) == ""
    assert _faults(_TMX, registry.get("tmx").write(entries).data) == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('type="TBX-Basic"', 'type="TBX-Other"'),
        ('style="dct"', 'style="dca"'),
        (":ed-2", ":ed-1"),
        ("preferredTerm-admn-sts<", "preferred<"),
        ("<term>quai</term>", "<term> </term>"),
        ("<term>quai</term>", ""),
        ('id="quai"', 'id="1 quai"'),
        ('target="person-1"', ""),
        ('target="person-1"', 'target="nobody"'),
        ("<date>2026-01-02</date>", "<date>2 January 2026</date>"),
        ("modification<", "correction<"),
        ("masculine", "m"),
        ("min:subjectField", "basic:subjectField"),
        ("<note>", '<note type="x">'),
        ("basic:source", "admin"),
        ('<langSec xml:lang="fr">', "<langSec>"),
    ],
)
def test_the_schema_refuses_what_is_wrong(right: str, wrong: str) -> None:
    """The schema is no rubber stamp: each rule refuses a document that breaks it."""
    text = registry.get("tbx").write([FULL]).data.decode()
    assert right in text
    broken = text.replace(right, wrong)
    assert _faults(_TBX, broken.encode()) != ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('version="1.4"', 'version="1.1"'),
        ("20260102T000000Z", "2026-01-02"),
        ('segtype="phrase"', 'segtype="word"'),
        (' type="x-visavis-kind"', ""),
        ("<seg>quai</seg>", ""),
        (' xml:lang="fr"', ""),
    ],
)
def test_the_tmx_schema_refuses_what_is_wrong(right: str, wrong: str) -> None:
    """Each rule of the TMX schema refuses a document that breaks it."""
    text = registry.get("tmx").write([FULL]).data.decode()
    assert right in text
    assert _faults(_TMX, text.replace(right, wrong).encode()) != ""
