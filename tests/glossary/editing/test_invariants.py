"""What holds of every file and every change."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import GlossaryError, from_rows
from glossary.editing import Add, Change, Edit, Remove, Sheet, apply
from glossary.editing.cells import rewrite, split

WORDS = st.text(st.sampled_from("abéœ -'\"#,;"), min_size=1, max_size=9).filter(
    lambda word: any(char.isalpha() for char in word) and not word.strip().startswith(("-", "#"))
)
#: Lines as editors and spreadsheets leave them.
LINES = st.one_of(
    st.builds("{},{},{},".format, WORDS, WORDS, WORDS),
    st.builds('"{}","{}"'.format, WORDS, WORDS),
    st.sampled_from(["", '# remarque, "ici"', ",,,", "abri,shelter,,non", '"a" b,c', "#,,"]),
    st.just('digue,"dike\nor levee"'),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Files that can be read: several line ends, marks, a last line with or without end."""
    lines = draw(st.lists(LINES, max_size=8))
    if draw(st.booleans()):
        lines.sort()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = "\n".join(["fr,en,note,avis", *lines]) + draw(st.sampled_from(["", "\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    try:
        return Sheet.parse((mark + text.replace("\n", end)).encode())
    except GlossaryError:
        return Sheet.new()


def entry_of(fr: str, en: str, note: str = "") -> Add:
    return Add(from_rows([{"fr": fr, "en": en, "note": note.strip(" -#")}]).entries[0])


def raws(sheet: Sheet, without: Sequence[int] = ()) -> list[str]:
    """The records without their line ends, as the last one may get one."""
    return [
        record.raw.rstrip("\r\n") for at, record in enumerate(sheet.records) if at not in without
    ]


def tried(sheet: Sheet, *changes: Change) -> Sheet | None:
    try:
        return apply(sheet, changes)
    except GlossaryError:
        return None


@given(sheets(), WORDS, WORDS, WORDS)
def test_an_addition_is_one_line_more(sheet: Sheet, fr: str, en: str, note: str) -> None:
    """All other records stay, in their order; taken out again, the file is what it was."""
    add = entry_of(fr, en, note)
    after = tried(sheet, add)
    if after is None:
        return
    (row,) = after.named(add.entry.id)
    assert raws(after, [row.at]) == raws(sheet)
    assert (row.values["fr"], row.values["en"]) == (add.entry.fr, add.entry.en)
    assert raws(apply(after, [Remove(add.entry.id)])) == raws(sheet)


@given(sheets(), st.integers(0, 7), WORDS)
def test_an_edit_is_one_line_changed(sheet: Sheet, number: int, en: str) -> None:
    """All other records stay, and in the line the other cells."""
    if number >= len(sheet.rows):
        return
    row = sheet.rows[number]
    after = tried(sheet, Edit(row.id, {"en": en}))
    if after is None:
        return
    assert raws(after, [row.at]) == raws(sheet, [row.at])
    changed = after.rows[number].values
    assert changed["en"] == from_rows([{"fr": "a", "en": en}]).entries[0].en
    assert {**changed, "en": ""} == {**row.values, "en": ""}
    before, later = (
        split(sheet.records[row.at].raw, ",")[0],
        split(after.records[row.at].raw, ",")[0],
    )
    assert [cell for at, cell in enumerate(later) if at != 1] == [
        cell for at, cell in enumerate(before) if at != 1
    ]


@given(sheets(), st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=4))
def test_changes_one_by_one_or_together(sheet: Sheet, words: list[tuple[str, str]]) -> None:
    """Several additions give the same entries as one after the other."""
    adds = [entry_of(fr, en) for fr, en in words]
    together = tried(sheet, *adds)
    alone: Sheet | None = sheet
    for add in adds:
        alone = tried(alone, add) if alone is not None else None
    if together is None or alone is None:
        assert together is alone
        return
    assert {row.id for row in together.rows} == {row.id for row in alone.rows}


@settings(max_examples=300)
@given(st.binary(max_size=60))
def test_any_bytes_are_kept_or_refused(tail: bytes) -> None:
    """Whatever follows a header, the file is read whole and written the same, or refused."""
    for head in (b"fr,en\n", b"\xef\xbb\xbffr;en;id\r\n", b"\xff\xfef\0r\0,\0e\0n\0\n\0", b""):
        try:
            sheet = Sheet.parse(head + tail)
        except GlossaryError:
            continue
        assert sheet.to_bytes() == head + tail


@given(st.lists(st.text(st.sampled_from('a,"\n '), max_size=5), min_size=1, max_size=5))
def test_rewriting_a_record_changes_one_cell(cells: list[str]) -> None:
    """Read by the csv module before and after, one cell differs."""
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow([*cells, "end"])
    header = [f"c{number}" for number in range(len(cells) + 1)]
    written = rewrite(out.getvalue(), ",", header, {"c0": 'new, "one"'})
    assert next(csv.reader(io.StringIO(written, newline=""))) == ['new, "one"', *cells[1:], "end"]
