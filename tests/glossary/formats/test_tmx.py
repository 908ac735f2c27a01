"""TMX: pairs come back, hostile files are refused, what is not taken over is said."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.formats import tmx, xml
from glossary.formats.values import FormatError, Loss, Remark

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
    'srclang="{src}" datatype="plaintext"/><body>{body}</body></tmx>'
)
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)
_STAMPS = st.none() | st.integers(0, 4_000_000_000).map(
    lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC)
)
_UNITS = st.builds(
    tmx.Unit,
    source=_TEXT.filter(str.strip),
    target=_TEXT.filter(str.strip),
    source_lang=st.sampled_from(["fr", "fr-CA", "FR-fr"]),
    target_lang=st.sampled_from(["en", "en-GB"]),
    id=_TEXT | st.just(""),
    creationid=_TEXT | st.just(""),
    creationdate=_STAMPS,
    changeid=_TEXT | st.just(""),
    changedate=_STAMPS,
    props=st.lists(st.tuples(_TEXT, _TEXT), max_size=3).map(tuple),
    notes=st.lists(_TEXT | st.just("a\r\nb\tc"), max_size=2).map(tuple),
)


def _file(*bodies: str, src: str = "fr") -> bytes:
    return _HEAD.format(src=src, body="".join(bodies)).encode()


def _tu(*variants: tuple[str, str], inside: str = "", attributes: str = "") -> str:
    texts = "".join(f'<tuv xml:lang="{tag}"><seg>{seg}</seg></tuv>' for tag, seg in variants)
    return f"<tu {attributes}>{inside}{texts}</tu>"


def _read(data: bytes) -> tuple[list[tuple[str, str]], list[str]]:
    said: list[Remark] = []
    units = tmx.read(data, tell=said.append)
    return [(unit.source, unit.target) for unit in units], [remark.what for remark in said]


@given(units=st.lists(_UNITS, max_size=4))
def test_round_trip(units: list[tmx.Unit]) -> None:
    """What is written comes back, everything of it but the line."""
    back = tmx.read(tmx.write(units).encode())
    assert [_without_line(unit) for unit in back] == units


def _without_line(unit: tmx.Unit) -> tmx.Unit:
    fields = {name: getattr(unit, name) for name in tmx.Unit.__slots__ if name != "line"}
    return tmx.Unit(**fields)


def test_a_doctype_is_passed_over_without_fetching() -> None:
    """The plain DOCTYPE that TMX files carry is no hindrance."""
    pairs, said = _read(_file(_tu(("fr", "Le quai"), ("en", "The quay"))))
    assert pairs == [("Le quai", "The quay")]
    assert said == []


@pytest.mark.parametrize(
    ("doctype", "message"),
    [
        ('<!DOCTYPE tmx [<!ENTITY a "b">]>', "entities"),
        ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>', "entities"),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "entities"),
        ('<!DOCTYPE tmx [<!ATTLIST tu a CDATA "bbb">]>', "attributes"),
    ],
)
def test_declarations_are_refused(doctype: str, message: str) -> None:
    """Entity bombs, external entities and attribute defaults are refused before any unit."""
    with pytest.raises(FormatError, match=message):
        tmx.read((doctype + '<tmx version="1.4"><body/></tmx>').encode())


def test_the_fault_is_located() -> None:
    """A file that breaks off tells the line."""
    data = b"<tmx>\n<body>\n<tu></body></tmx>"
    with pytest.raises(
        FormatError, match=r"line 3, column \d+: no well-formed XML: mismatched tag"
    ):
        tmx.read(data)


def test_other_roots_deep_nesting_and_undefined_entities_are_refused() -> None:
    """What is no TMX, or made to exhaust memory, is refused with the reason."""
    with pytest.raises(FormatError, match="begins with <html>"):
        tmx.read(b"<html/>")
    with pytest.raises(FormatError, match="nested more than 100 deep"):
        tmx.read(b"<tmx>" + b"<a>" * 2000)
    with pytest.raises(FormatError, match="undefined entity"):
        tmx.read(_file(_tu(("fr", "&eacute;"), ("en", "e"))))
    with pytest.raises(FormatError, match="no well-formed XML"):
        tmx.read(b"")


def test_size_is_capped_before_and_while_reading(tmp_path: Path) -> None:
    """A file of 200 MB is refused unread; a stream is cut off at the limit."""
    path = tmp_path / "large.tmx"
    with path.open("wb") as handle:
        handle.truncate(200_000_000)
    with pytest.raises(FormatError, match="has 200,000,000 bytes, the limit is 50 MB"):
        next(tmx.iter_units(path))
    data = _file(_tu(("fr", "x" * 200_000), ("en", "y")))
    with pytest.raises(FormatError, match="has over 131,072 bytes"):
        list(tmx.iter_units(io.BytesIO(data), max_bytes=100_000))


def test_a_path_that_is_missing_is_said(tmp_path: Path) -> None:
    """A missing file is a format error, not a traceback."""
    with pytest.raises(FormatError, match="cannot be read: No such file"):
        next(tmx.iter_units(tmp_path / "none.tmx"))


def test_codes_go_and_highlighted_text_stays() -> None:
    """Native codes are dropped and said, `hi` keeps its text, line breaks are blanks."""
    seg = (
        'Le <bpt i="1">&lt;b&gt;</bpt>grand<ept i="1">&lt;/b&gt;</ept> <hi>port '
        'de <ph x="2">&lt;i&gt;<sub>alt</sub></ph>mer</hi><ph type="lb">&lt;br/&gt;</ph>fin'
    )
    pairs, said = _read(_file(_tu(("fr", seg), ("en", "The large <hi>seaport</hi> end"))))
    assert pairs == [("Le grand port de mer fin", "The large seaport end")]
    assert said == ["formatting inside a text"]


def test_variants_and_other_languages() -> None:
    """Variants of a language count as the language, other languages are said."""
    unit = _tu(("de", "Kai"), ("fr-FR", "le quai"), ("FR_ca", "le débarcadère"), ("EN-us", "pier"))
    pairs, said = _read(_file(unit))
    assert pairs == [("le quai", "pier"), ("le débarcadère", "pier")]
    assert said == ["language de"]


def test_a_unit_of_very_many_texts_does_not_multiply() -> None:
    """Of one language twenty texts of a unit are taken, so that no file grows on reading."""
    many = [("fr", f"quai {n}") for n in range(5000)]
    pairs, said = _read(_file(_tu(*many, ("en", "quay"))))
    assert len(pairs) == 20
    assert said == ["more than 20 texts of a language"] * 4980


def test_english_to_french_is_turned_round_and_said() -> None:
    """A file made from English to French gives pairs from French to English."""
    pairs, said = _read(_file(_tu(("en", "quay"), ("fr", "quai")), src="en-US"))
    assert pairs == [("quai", "quay")]
    assert said == ["direction en to fr, turned round"]


def test_who_and_when_on_the_target_text_are_read() -> None:
    """Some tools put author and date on the target text, with properties and notes."""
    body = (
        '<tu tuid="7"><note>n</note><prop type="p">1</prop>'
        '<tuv xml:lang="fr"><seg>quai</seg></tuv>'
        '<tuv xml:lang="en" changeid="Anne" changedate="20250131T101500Z" creationdate="hier">'
        '<prop type="q">2</prop><seg>quay</seg></tuv></tu>'
    )
    said: list[Remark] = []
    (unit,) = tmx.read(_file(body), tell=said.append)
    assert (unit.id, unit.changeid) == ("7", "Anne")
    assert unit.changedate == dt.datetime(2025, 1, 31, 10, 15, tzinfo=dt.UTC)
    assert unit.creationdate is None
    assert (unit.props, unit.notes) == ((("p", "1"), ("q", "2")), ("n",))
    assert [remark.what for remark in said] == ["a date that is not written YYYYMMDDThhmmssZ"]


def test_units_without_a_pair_are_said() -> None:
    """A unit that lacks one of the two texts gives no pair, and that is said with its line."""
    said: list[Remark] = []
    data = _file("\n", _tu(("fr", "quai"), ("en", " ")), _tu(("de", "Kai"), ("en", "quay")))
    assert tmx.read(data, tell=said.append) == []
    assert [(remark.line, remark.what) for remark in said] == [
        (4, "unit without en text"),
        (4, "language de"),
        (4, "unit without fr text"),
    ]


def test_characters_that_xml_cannot_hold_are_lost_and_said() -> None:
    """Control characters and lone surrogates are left out and counted."""
    losses: list[Loss] = []
    text = tmx.write([tmx.Unit(id="u1", source="a\x00b\x1b", target="c\ud800")], lose=losses.append)
    assert losses == [
        Loss(entry="u1", column="source", count=2),
        Loss(entry="u1", column="target", count=1),
    ]
    assert _read(text.encode())[0] == [("ab", "c")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_encodings(encoding: str) -> None:
    """UTF-16, a byte order mark and declared one-byte encodings are read."""
    text = _file(_tu(("fr", "l’été"), ("en", "summer"))).decode()
    declared = {"cp1252": "windows-1252", "utf-16": "UTF-16"}.get(encoding, "UTF-8")
    pairs, _ = _read(text.replace("UTF-8", declared, 1).encode(encoding))
    assert pairs == [("l’été", "summer")]


def test_memory_does_not_grow_with_the_file() -> None:
    """Units leave the tree as they are yielded: nothing of them is kept by the parser."""
    nodes = xml.records(_file(*[_tu(("fr", "a"), ("en", "b"))] * 50), {"tu"})
    first = next(nodes)
    assert (first.name, first.content) == ("tmx", [])
    assert all(len(node.content) == 2 for node in nodes)
