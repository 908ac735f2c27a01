"""A sheet is the file, byte for byte, and a change touches only its own lines."""

from __future__ import annotations

import codecs
import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import GlossaryError, from_rows
from glossary.editing import Add, Change, Edit, Remove, Sheet, apply
from glossary.editing.cells import split
from glossary.values import Entry

FILE = '''\
# Glossaire de la rédaction, relu en mars
fr;en;avis du chef;note;id

# Ports
"digue";dike;"oui; ""à revoir""";
quai;quay;non;"sur deux
lignes";q1
# "une remarque ouverte

vanne ; sluice gate;;a;v
'''


def entry(**cells: str) -> Entry:
    return from_rows([cells]).entries[0]


def lines(sheet: Sheet) -> list[str]:
    return sheet.to_bytes().decode("utf-8-sig").splitlines(keepends=True)


def changed(before: Sheet, after: Sheet) -> list[str]:
    """The removed and added lines."""
    return [
        line.rstrip("\r\n")
        for line in difflib.ndiff(lines(before), lines(after))
        if line[0] in "+-"
    ]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_byte_is_kept(mark: bytes, end: str) -> None:
    """Comments, blank lines, quotes, own columns and line ends stay as they are."""
    data = mark + FILE.replace("\n", end).encode()
    sheet = Sheet.parse(data)
    assert sheet.to_bytes() == data
    assert (sheet.bom, sheet.line_end, sheet.separator) == (mark, end, ";")
    assert sheet.header == ("fr", "en", "avis du chef", "note", "id")
    assert sheet.own_columns == ("avis du chef",)
    assert [row.line for row in sheet.rows] == [5, 6, 10]
    assert len(sheet.comments) == 3
    assert sheet.rows[1].values["note"] == "sur deux lignes"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("cp1252", b""),
        ("iso8859-15", b""),
        ("mac_roman", b""),
    ],
)
def test_the_encoding_is_kept(encoding: str, mark: bytes) -> None:
    """A change is written in the encoding of the file, mark included."""
    text = "fr,en\nbœuf élevé,reared ox\nétau,vice\npâté,pâté\n"
    sheet = Sheet.parse(mark + text.encode(encoding))
    after = apply(sheet, [Add(entry(fr="crêpe", en="crepe"))])
    wanted = text.replace("étau,", "crêpe,crepe\nétau,")
    assert after.to_bytes() == mark + wanted.encode(encoding)


CELLS = st.text(st.sampled_from('ab é,;"#\n\r= '), max_size=8)


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_any_file_that_is_read_is_written_again(
    rows: list[list[str]], end: str, closed: bool
) -> None:
    """Whatever stands in the lines, parse and write are inverse, or the file is refused."""
    text = end.join(["fr,en,note", *(",".join(row) for row in rows)]) + (end if closed else "")
    data = text.encode()
    try:
        sheet = Sheet.parse(data)
    except GlossaryError:
        return
    assert sheet.to_bytes() == data


@given(st.lists(CELLS, min_size=1, max_size=5), st.sampled_from(",;"))
def test_raw_cells_join_to_the_record(cells: list[str], separator: str) -> None:
    """Splitting a record that csv can read gives as many cells as csv and loses nothing."""
    quoted = ['"' + cell.replace('"', '""') + '"' if '"' in cell else cell for cell in cells]
    raw = separator.join(cell.replace("\n", "").replace("\r", "") for cell in quoted) + "\n"
    found, end = split(raw, separator)
    assert separator.join(found) + end == raw


def test_an_edit_rewrites_its_cells_only() -> None:
    """The other cells of the line keep their quotes and blanks, the other lines everything."""
    sheet = Sheet.parse(FILE.encode())
    after = apply(sheet, [Edit("v", {"en": "floodgate"})])
    assert changed(sheet, after) == ["- vanne ; sluice gate;;a;v", "+ vanne ;floodgate;;a;v"]
    (digue,) = sheet.find("Digue")
    after = apply(sheet, [Edit(digue.id, {"note": "x;y", "avis du chef": "non"})])
    assert [line for line in changed(sheet, after) if line[0] == "+"] == [
        '+ "digue";dike;"non";"x;y"'
    ]


def test_new_lines_go_to_their_sorted_place() -> None:
    """In a file sorted by French a new line stands before the comment of the next section."""
    sheet = Sheet.parse("fr,en\nécluse,lock\n# suite\nport,port\n".encode())
    new = [Add(entry(fr="zone", en="zone")), Add(entry(fr="Étang", en="pond"))]
    assert lines(apply(sheet, new)) == [
        "fr,en\n", "écluse,lock\n", "Étang,pond\n", "# suite\n", "port,port\n", "zone,zone\n",
    ]  # fmt: skip
    assert lines(apply(sheet, [Add(entry(fr="abri", en="shelter"))]))[1] == "abri,shelter\n"


def test_a_file_may_be_sorted_within_each_kind() -> None:
    """As the starter glossary is; a kind that is new comes last."""
    sheet = Sheet.parse(b"fr,en,kind\nabri,shelter,\nvanne,gate,term\nBrest,Brest,place\n")
    new = [entry(fr="quai", en="quay"), entry(fr="Arles", en="Arles", kind="place")]
    person = entry(fr="Anna Berg", en="Anna Berg", kind="person")
    after = apply(sheet, [Add(one) for one in [person, *new]])
    french = ["abri", "quai", "vanne", "Arles", "Brest", "Anna Berg"]
    assert [row.values["fr"] for row in after.rows] == french


def test_the_first_lines_of_a_file_keep_their_order() -> None:
    """Proposals come with the weightiest first."""
    new = [Add(entry(fr=word, en=word)) for word in ("quai", "abri", "écluse")]
    after = apply(Sheet.new(), new)
    assert [row.values["fr"] for row in after.rows] == ["quai", "abri", "écluse"]


def test_new_lines_of_an_unsorted_file_go_after_the_last_row() -> None:
    """Nothing is moved, and a last line without line end gets one."""
    sheet = Sheet.parse(b"fr,en\nport,port\nabri,shelter\n\n# fin")
    after = apply(sheet, [Add(entry(fr="cale", en="hold"))])
    assert lines(after) == [
        "fr,en\n",
        "port,port\n",
        "abri,shelter\n",
        "cale,hold\n",
        "\n",
        "# fin",
    ]
    bare = Sheet.parse(b"fr,en\nport,port\nabri,shelter")
    assert lines(apply(bare, [Add(entry(fr="cale", en="hold"))]))[2:] == [
        "abri,shelter\n",
        "cale,hold\n",
    ]


def test_columns_that_are_needed_are_added() -> None:
    """A note in a file without that column puts it at the end of the header; no row is touched."""
    sheet = Sheet.parse(b"fr,en\nport,port\n")
    after = apply(sheet, [Add(entry(fr="quai", en="quay", note="of stone"))])
    assert lines(after) == ["fr,en,note\n", "port,port\n", "quai,quay,of stone\n"]
    without = Sheet.parse(b"port;port\n")
    assert lines(apply(without, [Edit(without.rows[0].id, {"kind": "Term"})])) == [
        "fr;en;kind\n",
        "port;port;term\n",
    ]


def test_removal_and_several_changes_in_order() -> None:
    """Remove, add and edit in one go, each on what the one before has left."""
    sheet = Sheet.parse(FILE.encode())
    new = entry(id="q1", fr="quai", en="wharf")
    after = apply(sheet, [Remove("q1"), Add(new), Edit("q1", {"note": "anew"})])
    assert [row.values["en"] for row in after.named("q1")] == ["wharf"]
    assert after.named("q1")[0].values["note"] == "anew"
    assert "sur deux" not in after.to_bytes().decode()


GOOD = b"id,fr,en,kind,valid_from,valid_to\na,port,port,term,2020-01-01,\nb,quai,quay,term,,\n"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Edit("c", {"en": "x"}), "there is no entry 'c'"),
        (Remove("aa"), "there is no entry 'aa'"),
        (Edit("a", {"enn": "x"}), "no column 'enn'; did you mean 'en'"),
        (Edit("a", {"en": "=1+1"}), "g:2:3: en: '=1+1' begins with '='"),
        (Edit("a", {"kind": "plce"}), "g:2:4: kind: 'plce' is not known; did you mean 'place'"),
        (Edit("a", {"valid_to": "2019-01-01"}), "g:2:6: valid_to: 2019-01-01 is before"),
        (Edit("a", {"fr": ""}), "g:2:2: fr: fr is missing"),
        (Edit("a", {"id": "b"}), "g:2:1: id: 'b' is already used on line 3"),
        (Edit("a", {"id": "# a"}), "g:2: would be read as a comment"),
        (Edit("a", {"en": "x\x1b[31m"}), r"holds '\x1b'"),
        (Add(entry(id="b", fr="cale", en="hold")), "g:3: id: 'b' is already used"),
    ],
)
def test_what_would_be_unsound_is_refused(change: Change, message: str) -> None:
    """Each refusal says where and what; several are told at once."""
    with pytest.raises(GlossaryError) as caught:
        apply(Sheet.parse(GOOD, "g"), [change])
    assert str(caught.value).startswith("the change is refused; the file is as it was\n")
    assert message in str(caught.value)


def test_faults_that_were_there_do_not_stand_in_the_way() -> None:
    """A faulty file can be mended entry by entry."""
    sheet = Sheet.parse(b'id,fr,en,kind\na,port,,trm\n"b" x,quai,quay,\nc,cale,hold,\n')
    better = apply(sheet, [Edit("a", {"en": "port"}), Edit("c", {"en": "slip"})])
    assert better.rows[0].faults == (("kind", "'trm' is not known; did you mean 'term'?"),)
    assert b'"b" x,quai,quay' in better.to_bytes()


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    """The message names the letter and the way out."""
    sheet = Sheet.parse("fr,en\nété,summer\nhiver,winter\n".encode("cp1252"))
    with pytest.raises(GlossaryError, match="'ł' cannot be written in the file's encoding, cp1252"):
        apply(sheet, [Edit(sheet.rows[0].id, {"en": "łato"})])


def test_what_makes_no_entry() -> None:
    """A comment begins with a hash and a blank, whatever a spreadsheet put around it."""
    text = 'fr,en\n# a,b\n"# c, ""d""",\n#,,\n,# e\n#MeToo,#MeToo\n   # f\n"#",x\n'
    assert [row.values["fr"] for row in Sheet.parse(text.encode()).rows] == ["#MeToo"]
