"""Rows of French and English from bytes: every form and encoding, and all faults at once."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import pairs
from translate.errors import InputError
from translate.pairs import Faults, lines_of, rows_of

TWO = {2: ("fr", "en")}
FR, EN = "Un « quai ».", 'A "quay".'


def _rows(data: bytes, **more: object) -> list[tuple[int, dict[str, str]]]:
    faults = Faults("x")
    found = list(rows_of(lines_of(io.BytesIO(data), faults, longest=50), faults, TWO, **more))  # type: ignore[arg-type]
    faults.refuse()
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (".tsv", [f"{FR}\t{EN}"]),
        (".tsv", ["", "English\tnote\tFRENCH", f"{EN}\t\t{FR}"]),
        (".tsv", ["source\tfr\ten", f'web\t{FR}\t"A ""quay""."']),
        (".csv", ["fr,en", f'{FR},"A ""quay""."']),
        (".jsonl", [json.dumps({"en": EN, "fr": FR}, ensure_ascii=False)]),
    ],
)
def test_every_form_in_every_encoding(
    form: str, lines: list[str], encoding: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the order of columns and the ends of lines, wherever a chunk of bytes ends."""
    monkeypatch.setattr(pairs, "_CHUNK", 3)
    [(line, row)] = _rows(end.join(lines).encode(encoding), form=form)
    assert (line, row["fr"], row["en"]) == (len(lines), FR, EN)


def test_of_two_heads_the_plainer_holds() -> None:
    """A glossary names where a term is from in `source`; its French is in `fr`."""
    [(_, row)] = _rows(b"source\ten\tfr\ttranslation\nweb\tquay\tquai\twharf\n")
    assert (row["fr"], row["en"], row["mt"]) == ("quai", "quay", "wharf")


def test_exact_rows_stand_as_they_are() -> None:
    """No quoting is undone, and each line has as many columns as the first, blank ones too."""
    assert _rows(b'a\t"b ""c"""\n', exact=True) == [(1, {"fr": "a", "en": '"b ""c"""'})]
    with pytest.raises(InputError, match="x:2: 1 column, the first line has 2\nx:3: 3 columns"):
        _rows(b"a\tb\n\na\tb\tc\n", exact=True)


def test_all_bad_lines_are_told_at_once() -> None:
    """Each with its number and what is wrong; the first ten, and how many more."""
    bad = b"\xe9\tb\na\tb\n\0\tb\n" + b"x" * 51 + b"\n"
    with pytest.raises(InputError) as caught:
        _rows(bad + b"\xff\n" * 20)
    told = str(caught.value).split("\n")
    assert told[:3] == [
        "x:1: not UTF-8 (byte 0xe9); save the file as UTF-8",
        "x:3: a null byte; this is no text",
        "x:4: more than 50 characters",
    ]
    assert (len(told), told[-1][:11]) == (11, "and 13 more")


def test_columns_without_names_are_not_guessed() -> None:
    """The error names the line, and what to do; a damaged line before it is told first."""
    with pytest.raises(InputError, match=r"x:2: 3 columns; .* names the columns \(fr, en\), or"):
        _rows(b"\n1\ta\tb\n", hint=", or not")
    with pytest.raises(InputError, match=r"x:1: not UTF-8.*\nx:2: 1 column; "):
        _rows(b"\xe9\nb\n")


def test_an_open_quotation_mark_swallows_nothing() -> None:
    """In CSV it is a fault of the row in which it stands; what is closed may have two lines."""
    with pytest.raises(InputError, match=r"x:3: .* in the row that begins here"):
        _rows(b'a,b\nc,d\nf,"g\nh,i\n', form=".csv")
    assert [row["en"] for _, row in _rows(b'a,"b\nc"\n', form=".csv")] == ["b\nc"]


def test_ids_are_text_or_numbers() -> None:
    """Anything else of an object is left out."""
    rows = _rows(b'{"fr":"a","en":"b","id":7}\n{"fr":"a","en":1,"id":null}\n', form=".jsonl")
    assert rows == [(1, {"fr": "a", "en": "b", "id": "7"}), (2, {"fr": "a"})]


def test_cut_utf_16_is_a_fault() -> None:
    """An odd byte at the end."""
    with pytest.raises(InputError, match="x:2: damaged UTF-16"):
        _rows("a\tb\nc\td".encode("utf-16")[:-1])


def test_a_line_without_end_is_not_held() -> None:
    """Of a line of any length no more is kept than is needed to refuse it."""

    class Endless(io.RawIOBase):
        """A million times the same byte."""

        def __init__(self) -> None:
            self.left = 2**20

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return b"x" * size

    faults = Faults("x")
    longest = max(map(len, _texts(Endless(), faults)), default=0)
    assert longest == 0
    with pytest.raises(InputError, match="x:1: more than 50"):
        faults.refuse()


def _texts(stream: io.RawIOBase, faults: Faults) -> Iterator[str]:
    return lines_of(stream, faults, longest=50)  # type: ignore[arg-type]


@given(
    data=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    form=st.sampled_from([".tsv", ".csv", ".jsonl"]),
    exact=st.booleans(),
)
def test_any_bytes_are_rows_or_an_error(data: bytes, form: str, exact: bool) -> None:
    """Nothing but our own errors comes out, and no line number beyond the file."""
    try:
        found = _rows(data, form=form, exact=exact)
    except InputError:
        return
    assert all(1 <= line <= len(data) for line, _ in found)
