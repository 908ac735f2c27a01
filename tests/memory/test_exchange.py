"""Memories in and out: round trips, other people's files, hostile files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.memory.helpers import NOW, entry
from translate.errors import InputError
from translate.memory.exchange import Marks, clean, read, write_tmx, write_tsv
from translate.memory.values import Entry, Kind

MARKS = Marks(kind=None, file="x.tmx", now=NOW)


def _read(path: Path, content: bytes, marks: Marks = MARKS) -> tuple[list[Entry], list[str]]:
    path.write_bytes(content)
    told: list[str] = []
    found = list(read(path, marks, lambda line, why: told.append(f"{line} {why}")))
    return found, told


_texts = st.text(min_size=1, max_size=30).map(clean).filter(bool)
_entries = st.lists(
    st.builds(
        Entry,
        source=_texts,
        target=_texts,
        kind=st.sampled_from(Kind),
        made=st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2026, 1, 1)).map(  # noqa: DTZ001
            lambda moment: moment.replace(microsecond=0, tzinfo=dt.UTC)
        ),
        author=_texts,
        article=_texts,
        digest=st.sampled_from(["", "ab" * 32, "ab" * 32 + "#2"]),
        row=st.sampled_from(["", "s12"]),
    ),
    max_size=5,
)


@given(entries=_entries)
def test_what_is_exported_comes_back(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    """TMX and table hold all of an entry, whatever its text."""
    folder = tmp_path_factory.mktemp("x")
    # Characters that XML has no way to write are left out there.
    if not any("\ufffe" <= char <= "\uffff" for one in entries for char in _all(one)):
        found, _ = _read(folder / "m.tmx", "".join(write_tmx(entries)).encode())
        assert found == entries
    found, _ = _read(folder / "m.tsv", "".join(write_tsv(entries)).encode())
    assert found == entries


def _all(one: Entry) -> str:
    return one.source + one.target + one.author + one.article


def test_an_export_is_tmx_1_4b() -> None:
    """Author and date stand where the standard has them; read by an XML parser, not by ours."""
    made = entry("Oui & non.", "Yes & no.", author="A. B.", article="port.txt", row="s1")
    root = etree.fromstring("".join(write_tmx([made])).encode())
    unit = root.find("body/tu")
    assert root.get("version") == "1.4"
    assert (unit.get("creationid"), unit.get("changedate")) == ("A. B.", "20260309T120000Z")
    assert {prop.get("type"): prop.text for prop in unit.findall("prop")} == {
        "x-visavis-origin": "human",
        "x-visavis-article": "port.txt",
        "x-visavis-row": "s1",
    }
    assert [seg.text for seg in unit.iter("seg")] == ["Oui & non.", "Yes & no."]


@pytest.mark.parametrize(
    "content",
    [
        "Le port rouvre.\tThe port reopens.\n",
        "fr\ten\nLe port rouvre.\tThe port reopens.\n",
        "English\tFrench\r\nThe port reopens.\tLe port rouvre.\r\n\r\n",
        "id\tSource\tTarget\n7\tLe port rouvre.\tThe port reopens.\n",
        '{"id": 7, "en": "The port reopens.", "fr": "Le port rouvre."}\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_with_and_without_header(tmp_path: Path, content: str, encoding: str) -> None:
    """Columns by name where there is a header, else French then English; JSON Lines by keys."""
    name = "m.jsonl" if content.startswith("{") else "m.tsv"
    [found], told = _read(tmp_path / name, content.encode(encoding))
    assert (found.source, found.target) == ("Le port rouvre.", "The port reopens.")
    assert (found.kind, found.made, found.article) == (Kind.IMPORT, NOW, "x.tmx")
    assert told == []


def test_commas_and_quotation_marks(tmp_path: Path) -> None:
    """CSV quotes its cells; between tabs only a spreadsheet's quoting, with marks inside, goes."""
    [found], _ = _read(tmp_path / "m.csv", b'"Oui, ""demain"".","Yes, ""tomorrow""."\n')
    assert found.source == 'Oui, "demain".'
    [found], _ = _read(tmp_path / "m.tsv", b'"Oui\t"Yes\n')
    assert (found.source, found.target) == ('"Oui', '"Yes')
    spreadsheet = '« Oui », dit-il.\t"""Yes,"" he said."\n'
    [found], _ = _read(tmp_path / "m.tsv", spreadsheet.encode())
    assert found.target == '"Yes," he said.'
    [found], _ = _read(tmp_path / "m.tsv", b'fr\ten\torigin\nOui\t"a ""b"" c"\thuman\n')
    assert found.target == '"a ""b"" c"'


def test_what_is_no_sentence_is_left_out_and_told(tmp_path: Path) -> None:
    """Empty and endless cells, with their lines; controls go."""
    rows = f"Oui.\t\n\tYes.\nseul\n{'x' * 6000}\tx\nL'o\x1b[31meil\tThe eye\x07\n"
    [found], told = _read(tmp_path / "m.tsv", rows.encode())
    assert (found.source, found.target) == ("L'o [31meil", "The eye")
    assert told == [
        "1 no English",
        "2 no French",
        "3 no English",
        "4 more than 5,000 characters",
    ]


def test_the_caller_decides_who_stands_for_it(tmp_path: Path) -> None:
    """A stranger's file cannot make itself human; dates to come are not newer than today's."""
    content = b"fr\ten\torigin\tdate\nOui.\tYes.\thuman\t2199-01-01T00:00:00Z\n"
    [found], _ = _read(tmp_path / "m.tsv", content, Marks(kind=Kind.IMPORT, file="", now=NOW))
    assert (found.kind, found.made) == (Kind.IMPORT, NOW)
    [found], _ = _read(tmp_path / "m.tsv", content)
    assert found.kind is Kind.HUMAN


BOMB = b"""<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>&b;</seg></tuv>
<tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("m.tmx", BOMB, "entit"),
        ("m.tmx", b"<tmx version='1.4'><body><tu>", r"m\.tmx .*line 1"),
        ("m.tmx", b"Oui.\tYes.\n", r"m\.tmx .*line 1"),
        (
            "m.tsv",
            b"Oui.\tYes.\nL'\xe9t\xe9\tSummer\n\xff\t\n",
            "m.tsv:2: not UTF-8.*\n.*m.tsv:3: not",
        ),
        ("m.tsv", b"k7\tOui.\tYes.\n", "1: 3 columns; .* names the columns"),
        ("m.jsonl", b'{"fr": "Oui.", "en": "Yes."}\n{\n7\n', r"l:2: no JSON.*\n.*l:3: no JSON"),
        ("m.tsv", b"Oui.\tYes.\nO\0ui\tYes\n", r"m\.tsv:2: a null byte"),
        ("m.tsv", b"Oui.\tYes.\n" + b"x" * 300_000, r"m\.tsv:2: more than 200,000"),
        ("m.csv", b'Oui.,Yes.\n"' + b"x\n" * 100_000, r"m\.csv:2: field larger"),
        ("m.docx", b"PK", "ends in .tmx, .tsv, .csv or .jsonl"),
    ],
)
def test_hostile_files_are_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """An error that says what is wrong; no bomb goes off."""
    with pytest.raises(InputError, match=message):
        _read(tmp_path / name, content)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(InputError, match=r"m\.tsv cannot be read"):
        list(read(tmp_path / "m.tsv", MARKS, lambda *_: None))
