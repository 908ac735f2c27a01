"""Test sets from files, and errors that say where a file does not fit."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given as each
from hypothesis import strategies as some

from tests.evaluating.sets import news, write
from translate.errors import InputError
from translate.evaluating import read_corpus, read_hypotheses, read_lines
from translate.evaluating.drift import drift

UNIT = '<tu><tuv xml:lang="{0}"><seg>{1}</seg></tuv><tuv xml:lang="{2}"><seg>{3}</seg></tuv></tu>'
TMX = '<?xml version="1.0"?><tmx version="1.4"><header srclang="fr"/><body>{}</body></tmx>'


def _message(call, *arguments) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_table_with_and_without_heads(tmp_path: Path) -> None:
    """Heads give the order of the columns, further columns are passed over."""
    plain = write(tmp_path / "a.tsv", ("Il neige.\tIt is snowing.\tIt snows.",))
    heads = write(
        tmp_path / "b.tsv",
        ("id\tMT\ten\tfr", "7\tIt snows.\tIt is snowing.\tIl neige."),
    )
    for path in (plain, heads):
        corpus = read_corpus(path)
        assert corpus.sources == ("Il neige.",)
        assert corpus.references == (("It is snowing.",),)
        assert corpus.hypotheses == ("It snows.",)


def test_a_packed_table_has_the_same_digest(tmp_path: Path) -> None:
    """The fingerprint is of the sentences, not of the file's form."""
    lines = ("Il neige.\tIt is snowing.", "Il pleut.\tIt is raining.")
    plain = write(tmp_path / "a.tsv", lines)
    packed = tmp_path / "a.tsv.gz"
    packed.write_bytes(gzip.compress("\r\n".join(lines).encode("utf-8-sig")))
    assert read_corpus(plain).digest == read_corpus(packed).digest
    assert read_corpus(plain).first(1).digest != read_corpus(plain).digest


def test_odd_separators_end_no_line(tmp_path: Path) -> None:
    """A line separator or a form feed inside a sentence shifts nothing."""
    path = write(
        tmp_path / "a.tsv", ("Il\u2028neige.\tIt\u2028snows.", "Il\x0cpleut.\tIt\x85rains.")
    )
    assert len(read_corpus(path).sources) == 2


def test_a_tmx_file_is_a_test_set(tmp_path: Path) -> None:
    """French and English of each unit, packed or not, turned round where English stands first."""
    units = [
        UNIT.format("fr-FR", "Il neige.", "en", "It is snowing."),
        UNIT.format("EN-gb", "It is\nraining.", "fr", "Il pleut."),
    ]
    path = tmp_path / "a.tmx"
    path.write_text(TMX.format("".join(units)), encoding="utf-8")
    packed = tmp_path / "b.tmx.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    for one in (path, packed):
        assert read_corpus(one).sources == ("Il neige.", "Il pleut.")
        assert read_corpus(one).references[0] == ("It is snowing.", "It is raining.")


def test_a_tmx_file_without_the_pair_names_its_languages(tmp_path: Path) -> None:
    """German and English is no test set of ours."""
    path = tmp_path / "a.tmx"
    path.write_text(TMX.format(UNIT.format("de", "Es schneit.", "en", "It snows.")), "utf-8")
    message = _message(read_corpus, path)
    assert "a.tmx has no unit with French and English" in message
    assert "language de" in message


def test_a_broken_or_hostile_tmx_file_is_refused(tmp_path: Path) -> None:
    """Unfinished XML, and a document that declares entities."""
    path = tmp_path / "a.tmx"
    path.write_text("<tmx><body><tu>", encoding="utf-8")
    assert "a.tmx: " in _message(read_corpus, path)
    bomb = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    path.write_text(TMX.replace("<tmx", bomb + "<tmx", 1).format(""), encoding="utf-8")
    assert "entities" in _message(read_corpus, path)


def test_all_faults_of_a_table_are_told_at_once(tmp_path: Path) -> None:
    """Blank cells and missing columns, each with its line."""
    rows = ("Il neige.\tIt snows.", "\tIt rains.", "Il pleut.\t ", "Il grêle.")
    message = _message(read_corpus, write(tmp_path / "a.tsv", rows))
    assert "a.tsv:2: no source" in message
    assert "a.tsv:3: no reference" in message
    assert "a.tsv:4: 1 column, the first line has 2" in message


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "is empty"),
        (b"Il neige.\n", "1 column;"),
        (b"source\treference\n", "no rows"),
        (b"Il neige.\tIt snows.\nL'\xe9t\xe9.\tSummer.\n", ":2: not UTF-8 (byte 0xe9)"),
        (b"a\tb\nc\0\td\n", ":2: a null byte"),
        (b"x" * 5_001 + b"\ty\n", ":1: more than 5,000 characters"),
    ],
)
def test_what_is_no_table_says_so(tmp_path: Path, data: bytes, part: str) -> None:
    """Each error names the file, the line where there is one, and the trouble."""
    path = tmp_path / "a.tsv"
    path.write_bytes(data)
    message = _message(read_corpus, path)
    assert str(path) in message
    assert part in message


def test_a_broken_gzip_file_and_a_missing_one(tmp_path: Path) -> None:
    """Neither is a traceback."""
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(gzip.compress(b"Il neige.\tIt snows.\n" * 50)[:-20])
    assert "a.tsv.gz cannot be read" in _message(read_corpus, path)
    path.write_bytes(b"Il neige.\tIt snows.\n")
    assert "a.tsv.gz cannot be read" in _message(read_corpus, path)
    assert "b.tsv cannot be read: No such file" in _message(read_corpus, tmp_path / "b.tsv")


def test_plain_files_go_together_line_by_line(tmp_path: Path) -> None:
    """Two references, and a system that left a line empty."""
    corpus = news()
    source = write(tmp_path / "fr", corpus.sources)
    paths = [write(tmp_path / name, corpus.references[0]) for name in ("en1", "en2")]
    found = read_lines(source, paths)
    assert found.sources == corpus.sources
    assert len(found.references) == 2
    lines = ("", *corpus.references[0][1:])
    assert read_hypotheses(write(tmp_path / "hyp", lines), found) == lines


def test_exchanged_sides_are_noticed(tmp_path: Path) -> None:
    """English as source and French as reference, in a table and in plain files."""
    corpus = news()
    sides = corpus.references[0], corpus.sources
    rows = tuple("\t".join(row) for row in zip(*sides, strict=True))
    assert "exchange them" in _message(read_corpus, write(tmp_path / "a.tsv", rows))
    english, french = write(tmp_path / "en", sides[0]), write(tmp_path / "fr", sides[1])
    assert "exchange them" in _message(read_lines, english, [french])


def test_blank_lines_of_plain_files_are_named(tmp_path: Path) -> None:
    """In the source and in a reference."""
    one = write(tmp_path / "fr", ("Il neige.", " ", "Il pleut."))
    other = write(tmp_path / "en", ("It snows.", "It hails.", ""))
    assert "fr:2: a blank line" in _message(read_lines, one, [other])
    assert "en:3: a blank line" in _message(read_lines, other, [other])


@pytest.mark.parametrize("gone", [7, 22, 41, 55])
@pytest.mark.parametrize("shorter", ["source", "reference"])
def test_a_lost_line_is_found(tmp_path: Path, gone: int, shorter: str) -> None:
    """Counts that differ are told with the place where French and English run apart."""
    corpus = news()
    sides = {"source": list(corpus.sources), "reference": list(corpus.references[0])}
    del sides[shorter][gone]
    one = write(tmp_path / "fr", tuple(sides["source"]))
    other = write(tmp_path / "en", tuple(sides["reference"]))
    message = _message(read_lines, one, [other])
    assert "has 60 lines" in message or "has 59 lines" in message
    at = drift(sides["source"], sides["reference"])
    assert at is not None
    assert abs(at - gone) <= 1
    assert f"about line {at + 1}:" in message
    assert f"fr:{at + 1}: {sides['source'][at]}"[:60] in message
    assert f"en:{at + 1}: {sides['reference'][at]}"[:60] in message


def test_lines_too_many_at_the_end(tmp_path: Path) -> None:
    """A longer file that otherwise agrees: its first line too many is shown."""
    corpus = news()
    path = write(tmp_path / "hyp", (*corpus.references[0], "And one more.", "And another."))
    message = _message(read_hypotheses, path, corpus)
    assert "up to line 60" in message
    assert "from line 61: And one more." in message


def test_a_message_moves_no_cursor(tmp_path: Path) -> None:
    """Escape sequences of a file are not printed."""
    corpus = news()
    path = write(tmp_path / "hyp", (*corpus.references[0], "\x1b[2Jgone\x07\u202eevil"))
    message = _message(read_hypotheses, path, corpus)
    assert "gone" in message
    assert not {"\x1b", "\x07", "\u202e"} & set(message)


@each(
    some.lists(some.text(max_size=30), max_size=30), some.lists(some.text(max_size=30), max_size=30)
)
def test_drift_takes_any_lines(one: list[str], other: list[str]) -> None:
    """Whatever the lines are, the place is a line of both or there is none."""
    at = drift(one, other)
    assert at is None or 0 <= at < min(len(one), len(other))


def test_equal_files_do_not_run_apart() -> None:
    """French and English that belong together show no drift."""
    assert drift(news().sources, news().references[0]) is None
