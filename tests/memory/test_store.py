"""What a memory file keeps, finds and refuses."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.helpers import NOW, entry, filled
from tests.rendering.strategies import documents
from translate.memory.keys import key, normal
from translate.memory.similar import best_like
from translate.memory.store import Memory
from translate.memory.values import Added, Entry, Kind, MemoryFileError, MemoryUnavailableError
from translate.pages import read_page
from translate.rendering import to_markdown
from translate.values import BlockKind

_WHOLE = {BlockKind.TITLE, BlockKind.HEADING}
FR = "Le port de Kervanec rouvre lundi."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a memory may stand."""
    return tmp_path / "desk" / "memory.sqlite"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("L’accord tient", "L'accord  tient", True),
        ("« Oui », dit-il", '"Oui", dit-il', True),
        ("84\u202f% des voix\u00a0!", "84% des voix!", True),
        ("e\u0301tat", "état", True),
        ("co\u00adopé\u200bration", "coopération", True),
        ("Il a dit oui", "Il a dit Oui", False),
        ("a voté", "à voté", False),
        ("8,4 %", "84 %", False),
    ],
)
def test_what_counts_as_the_same_french(one: str, other: str, same: bool) -> None:
    """Blanks and the style of marks do not count; letters, accents, figures and case do."""
    assert (key(one) == key(other)) is same


@given(st.text())
def test_normal_form_is_stable(text: str) -> None:
    """Any text has a normal form, and that is its own."""
    assert normal(normal(text)) == normal(text)


@given(documents())
def test_a_page_gives_back_the_french_that_is_asked_for(document) -> None:
    """The French that a page shows is, for the memory, the sentence of the article."""
    rows = {row.id: row.french for row in read_page(to_markdown(document)).rows}
    alone = Counter(segment.block for segment in document.segments)
    for segment in document.segments:
        # The pipeline never cuts a title: one that is cut reads back as one.
        if document.article.blocks[segment.block].kind not in _WHOLE or alone[segment.block] == 1:
            assert key(rows[segment.id]) == key(segment.text)


def test_people_come_before_imports_and_the_newest_first(path: Path) -> None:
    """The order in which targets of one source are given."""
    memory = filled(
        path,
        entry(FR, "imported", kind=Kind.IMPORT, days=9),
        entry(FR, "older", days=1),
        entry(FR, "newer", days=2),
    )
    found = memory.exact([FR.replace(" ", "\u00a0"), "Autre chose."])
    assert [item.target for item in found[FR.replace(" ", "\u00a0")]] == [
        "newer",
        "older",
        "imported",
    ]
    assert len(found) == 1
    memory.close()


def test_the_same_again_changes_nothing(path: Path) -> None:
    """Adding twice is adding once."""
    entries = [entry(FR, "A", row="s1", digest="d"), entry(FR, "B"), entry(FR, "B")]
    memory = Memory(path)
    assert memory.add(entries) == Added(new=2, same=1)
    assert memory.add(entries) == Added(same=3)
    assert memory.counts().human == 2
    memory.close()


def test_a_row_corrected_again_replaces_what_it_was(path: Path) -> None:
    """One article, one row, one sentence: the last word counts, and postings go with the old."""
    memory = filled(
        path, entry(FR, "A", digest="d", row="s1"), entry(FR, "A", digest="e", row="s1")
    )
    assert memory.add([entry(FR, "B", digest="d", row="s1", days=1)]) == Added(replaced=1)
    assert [item.target for item in memory.exact([FR])[FR]] == ["B", "A"]
    with memory.database.reading() as link:
        orphans = link.execute(
            "SELECT COUNT(*) FROM postings WHERE segment NOT IN (SELECT id FROM segments)"
        ).fetchone()[0]
    assert orphans == 0
    memory.close()


def test_what_was_corrected_later_stands(path: Path) -> None:
    """An old copy of a page does not undo the newer correction of its row."""
    memory = filled(path, entry(FR, "newer", digest="d", row="s1", days=2))
    assert memory.add([entry(FR, "older", digest="d", row="s1", days=1)]) == Added(older=1)
    assert [item.target for item in memory.entries()] == ["newer"]
    memory.close()


def test_a_failing_source_leaves_nothing(path: Path) -> None:
    """All of an import or none of it."""

    def failing():
        yield entry(FR, "A")
        raise ValueError("line 2 is bad")

    memory = Memory(path)
    with pytest.raises(ValueError, match="line 2"):
        memory.add(failing())
    assert memory.is_empty()
    assert memory.add([entry(FR, "A")]) == Added(new=1)
    memory.close()


def test_entries_come_back_as_they_were(path: Path) -> None:
    """More than a page of entries, in order, by kind."""
    entries = [
        entry(f"Phrase numéro {number}.", f"Sentence {number}.", author="A. B.", row=f"s{number}",
              article="port.txt", digest="d", kind=Kind.IMPORT if number % 2 else Kind.HUMAN)
        for number in range(2500)
    ]  # fmt: skip
    memory = filled(path, *entries)
    assert list(memory.entries()) == entries
    assert list(memory.entries([Kind.HUMAN])) == entries[::2]
    memory.close()


def test_text_that_utf8_has_not_is_kept_as_well_as_can_be(path: Path) -> None:
    """A lone surrogate of a damaged file costs its own character only."""
    memory = filled(path, entry("Le port \ud800 ouvre.", "The port \udfff opens."))
    assert [item.target for item in memory.entries()] == ["The port ? opens."]
    memory.close()


def test_prune_counts_then_lets_go(path: Path) -> None:
    """By age and by kind; a dry run only counts; the room is given back."""
    memory = filled(path, *(entry(f"Phrase {n} du port.", "x" * 500) for n in range(300)))
    memory.add([entry(FR, "A", days=100)])
    with memory.database.writing() as link:
        link.execute(
            "INSERT INTO decodes VALUES (x'00', 'm', 't', -1, 1, 0, '2020-01-01T00:00:00Z')"
        )
    before = NOW + dt.timedelta(days=1)
    size = memory.counts().size
    assert memory.prune(before=before, model_only=False, dry_run=True) == (300, 1)
    assert memory.counts().human == 301
    assert memory.prune(before=None, model_only=True) == (0, 1)
    assert memory.prune(before=before, model_only=False) == (300, 0)
    counts = memory.counts()
    assert (counts.human, counts.decodes) == (1, 0)
    assert counts.size < size / 2
    assert memory.database.problems() == []
    memory.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Le port rouvre.\n", "no translation memory"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "damaged"),
        (b"SQLite format 3\0", "damaged"),
    ],
)
def test_what_is_no_memory_is_refused(path: Path, content: bytes, message: str) -> None:
    """The error says what is wrong and what to do; the file is left as it was."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(MemoryFileError, match=message) as caught:
        Memory(path)
    assert "--no-memory" in str(caught.value)
    assert path.read_bytes() == content


def _altered(path: Path, *statements: str) -> None:
    Memory(path).close()
    with sqlite3.connect(path) as link:
        for statement in statements:
            link.execute(statement)
    link.close()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA user_version=99", "newer visavis"),
        ("PRAGMA application_id=1", "another program"),
        ("CREATE TRIGGER t AFTER INSERT ON segments BEGIN DELETE FROM segments; END", "altered"),
        ("DROP TABLE postings", "altered"),
        ("ALTER TABLE segments ADD COLUMN mine TEXT", "altered"),
    ],
)
def test_other_databases_are_refused(path: Path, statement: str, message: str) -> None:
    """Newer, foreign or altered ones: no guessing, and nothing hidden runs."""
    _altered(path, statement)
    with pytest.raises(MemoryFileError, match=message):
        Memory(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE segments SET made = 'yesterday'",
        "UPDATE segments SET target = x'ff'",
        "UPDATE segments SET source = x'ff'",
    ],
)
def test_rows_that_no_visavis_wrote_are_told(path: Path, statement: str) -> None:
    """A column that holds anything is an error of ours with a remedy, not a crash."""
    text = "Le port de Kervanec rouvre ce lundi matin."
    filled(path, entry(text, "A")).close()
    _altered(path, statement)
    memory = Memory(path)
    for ask in (
        lambda: list(memory.entries()),
        lambda: memory.exact([text]),
        lambda: best_like(memory.database, text.replace("lundi", "mardi")),
    ):
        with pytest.raises(MemoryFileError, match="no visavis wrote"):
            ask()
    memory.close()


def test_an_empty_file_becomes_a_memory_and_a_folder_does_not(path: Path) -> None:
    """What `touch` made is filled; a folder is an error."""
    path.parent.mkdir()
    path.touch()
    filled(path, entry(FR, "A")).close()
    with pytest.raises(MemoryFileError, match="is a folder"):
        Memory(path.parent)
    with pytest.raises(MemoryFileError, match="there is no memory"):
        Memory(path.with_name("none.sqlite"), must_exist=True)
    assert not path.with_name("none.sqlite").exists()


def test_a_damaged_page_is_told_and_the_rest_can_be_saved(path: Path) -> None:
    """Garbage in the middle of the file: an error with a remedy; export yields what is before."""
    many = [entry(f"Phrase {number} du port de Kervanec.", "x" * 300) for number in range(4000)]
    filled(path, *many).close()
    data = bytearray(path.read_bytes())
    for at in range(len(data) // 2 // 4096 * 4096, len(data), 4096):
        data[at : at + 4096] = b"\xee" * 4096
    path.write_bytes(data)
    memory = Memory(path)
    told: list[str] = []
    saved = list(memory.readable(tuple(Kind), told.append))
    assert saved == many[: len(saved)]
    assert len(saved) >= 1000
    assert "damaged" in told[0]
    assert "put back a copy" in told[0]
    memory.close()


def test_a_large_import_keeps_nobody_from_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While tens of megabytes are taken in, another run finds what was there before."""
    monkeypatch.setattr("translate.memory.database.PATIENCE", 0.05)
    memory = filled(path, entry(FR, "A"))
    seen: list[str] = []

    def many() -> Iterator[Entry]:
        for number in range(8000):
            yield entry(f"Phrase {number} du port de Kervanec.", "x" * 1000)
        other = Memory(path)
        seen.extend(item.target for item in other.exact([FR])[FR])
        other.close()

    assert memory.add(many()).new == 8000
    assert seen == ["A"]
    memory.close()


def test_a_lock_of_another_program_is_waited_for_then_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory that stays locked is unavailable, not damaged."""
    monkeypatch.setattr("translate.memory.database.PATIENCE", 0.05)
    memory = filled(path, entry(FR, "A"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(MemoryUnavailableError, match="in use by another program"):
        memory.add([entry(FR, "B")])
    other.execute("ROLLBACK")
    other.close()
    assert memory.add([entry(FR, "B")]) == Added(new=1)
    memory.close()
