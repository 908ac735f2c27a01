"""Edits of a file on disk: many at once, on old versions, killed, without room or right."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glossary import GlossaryError, StaleError, atomic, from_rows, load
from glossary.editing import Add, Edit, Remove, edit_file, read, store
from glossary.values import Entry, EntryStatus

FILE = "id,fr,en,author,date\na,abri,shelter,,\nb,digue,dike,,\nc,quai,quay,,\n"


def entry(fr: str, en: str) -> Entry:
    return from_rows([{"fr": fr, "en": en}]).entries[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    own = tmp_path / "g.csv"
    own.write_text(FILE, encoding="utf-8")
    return own


def test_a_change_is_written_and_returned(path: Path) -> None:
    """What is returned is what stands on disk, lock and scratch files apart."""
    sheet = edit_file(path, [Edit("b", {"en": "levee"}), Add(entry("cale", "slip"))])
    assert read(path).version == sheet.version
    assert [one.en for one in load([path]).entries] == ["shelter", "slip", "levee", "quay"]
    assert sorted(item.name for item in path.parent.iterdir()) == [".g.csv.lock", "g.csv"]


def test_a_missing_file_is_made_only_when_asked(tmp_path: Path) -> None:
    """A mistyped name is an error, unless `create`; then the new file has every column."""
    own = tmp_path / "new.csv"
    with pytest.raises(GlossaryError, match="cannot be read: No such file"):
        edit_file(own, [Add(entry("cale", "slip"))])
    edit_file(own, [Add(entry("cale", "slip"))], create=True)
    assert own.read_bytes().startswith(b"\xef\xbb\xbfid,fr,en,kind,")
    assert [one.fr for one in load([own]).entries] == ["cale"]


@pytest.mark.parametrize("create", [True, False])
def test_a_missing_folder_is_not_made(tmp_path: Path, create: bool) -> None:
    """A mistyped folder is an error, and stays missing."""
    with pytest.raises(GlossaryError, match="there is no folder"):
        edit_file(tmp_path / "none" / "g.csv", [Add(entry("cale", "slip"))], create=create)
    assert not (tmp_path / "none").exists()


def test_edits_of_other_entries_are_merged(path: Path) -> None:
    """Two people start from one version and change different entries: both are there."""
    base = read(path)
    edit_file(path, [Edit("a", {"en": "refuge"})], base=base)
    edit_file(path, [Edit("c", {"en": "wharf"}), Remove("b")], base=base)
    assert [one.en for one in load([path]).entries] == ["refuge", "wharf"]


def test_an_edit_of_a_changed_entry_is_refused(path: Path) -> None:
    """The message names who changed what, and what was wanted; the file stays."""
    base = read(path)
    theirs = {"en": "levee", "author": "Rozenn", "date": "2024-02-01"}
    edit_file(path, [Edit("b", theirs)], base=base)
    before = path.read_bytes()
    with pytest.raises(StaleError) as caught:
        edit_file(path, [Edit("a", {"en": "x"}), Edit("b", {"en": "dyke"})], base=base)
    assert "b: was changed by Rozenn 2024-02-01: en 'dike' → 'levee'; yours: en → 'dyke'" in str(
        caught.value
    )
    assert len(caught.value.problems) == 1
    assert path.read_bytes() == before
    with pytest.raises(StaleError, match="yours: status → 'approved'"):
        edit_file(path, [Edit("b", {"status": EntryStatus.APPROVED})], base=base)


def test_removed_and_added_meanwhile(path: Path) -> None:
    """An entry that is gone is not edited, one that is there already is not added again."""
    base = read(path)
    edit_file(path, [Remove("b"), Add(entry("cale", "slip"))])
    with pytest.raises(StaleError, match="b: was removed; yours: en → 'levee'"):
        edit_file(path, [Edit("b", {"en": "levee"})], base=base)
    with pytest.raises(StaleError, match="was added, with en 'slip'; yours: en 'hold'"):
        edit_file(path, [Add(entry("cale", "hold"))], base=base)


def test_a_version_refuses_any_change_since(path: Path) -> None:
    """Scripts that know only a digest are refused when the file is another one."""
    old = read(path).version
    edit_file(path, [Edit("a", {"en": "refuge"})], base=old[:12])
    with pytest.raises(StaleError, match=f"has changed since {old[:12]}: the entry is now version"):
        edit_file(path, [Edit("c", {"en": "wharf"})], base=old[:12])
    with pytest.raises(GlossaryError, match="'ab' is no version"):
        edit_file(path, [Edit("c", {"en": "wharf"})], base="ab")


_ADDER = """
import sys
from pathlib import Path
from glossary import from_rows
from glossary.editing import Add, edit_file
for number in range(int(sys.argv[3])):
    word = f"mot{sys.argv[2]}x{number}"
    edit_file(Path(sys.argv[1]), [Add(from_rows([{"fr": word, "en": word}]).entries[0])])
"""


def test_many_processes_lose_nothing(path: Path) -> None:
    """Six programs add eight entries each at the same time: all 48 are there, in order."""
    adders = [
        subprocess.Popen([sys.executable, "-c", _ADDER, str(path), str(number), "8"])
        for number in range(6)
    ]
    assert [adder.wait(timeout=60) for adder in adders] == [0] * 6
    words = [one.fr for one in load([path]).entries]
    assert len(words) == 3 + 48
    assert {f"mot{number}x{of}" for number in range(6) for of in range(8)} < set(words)
    assert words == sorted(words)


def test_a_kill_leaves_the_old_file_or_the_new(path: Path) -> None:
    """Killed again and again while it writes, the file is always whole and only grows."""
    count = 0
    for attempt in range(8):
        adder = subprocess.Popen([sys.executable, "-c", _ADDER, str(path), f"{attempt}", "9999"])
        wanted = time.monotonic() + 20
        while len(read(path).rows) == 3 + count and time.monotonic() < wanted:
            time.sleep(0.005)
        time.sleep(0.003 * attempt)
        adder.send_signal(signal.SIGKILL)
        adder.wait()
        data = path.read_bytes()
        rows = len(load([path]).entries)
        assert data.endswith(b"\n")
        assert rows - 3 > count
        count = rows - 3
    edit_file(path, [Add(entry("zone", "zone"))])
    assert sorted(item.name for item in path.parent.iterdir()) == [".g.csv.lock", "g.csv"]


def test_mode_and_links_stay(path: Path) -> None:
    """The file keeps its permissions; a link to it stays a link; the lock is beside the file."""
    path.chmod(0o640)
    (path.parent / "desk").mkdir()
    link = path.parent / "desk" / "link.csv"
    link.symlink_to(path)
    edit_file(link, [Edit("a", {"en": "refuge"})])
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load([path]).entries[0].en == "refuge"
    assert (path.parent / ".g.csv.lock").exists()


def test_a_read_only_file_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody protected is not replaced, though its folder would allow that."""
    path.chmod(0o444)
    monkeypatch.setattr(atomic.os, "access", lambda *_: False)  # the tests may run as root
    with pytest.raises(GlossaryError, match=r"cannot be written \(it is read-only\)"):
        edit_file(path, [Edit("a", {"en": "refuge"})])
    assert path.read_text(encoding="utf-8") == FILE


def test_links_in_a_circle(tmp_path: Path) -> None:
    """They are an error in words."""
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(GlossaryError, match="cannot be read"):
        edit_file(one, [Edit("a", {"en": "refuge"})])


def test_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says so, the old file stands, no scratch file is left."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(GlossaryError, match=r"cannot be written.*No space left.*it is as it was"):
        edit_file(path, [Edit("a", {"en": "refuge"})])
    assert path.read_text(encoding="utf-8") == FILE
    assert sorted(item.name for item in path.parent.iterdir()) == [".g.csv.lock", "g.csv"]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """No lock can be made there: that is said, and nothing is done."""
    from filelock import FileLock

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(GlossaryError, match="no lock can be made beside it"):
        edit_file(path, [Edit("a", {"en": "refuge"})])
    assert path.read_text(encoding="utf-8") == FILE


def test_no_lock_can_be_made(path: Path) -> None:
    """The same with a real obstacle: a folder stands where the lock should be."""
    path.with_name(".g.csv.lock").mkdir()
    with pytest.raises(GlossaryError, match="no lock can be made beside it"):
        edit_file(path, [Edit("a", {"en": "refuge"})])
    assert path.read_text(encoding="utf-8") == FILE


def test_another_program_holds_the_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting has an end, and the message says what to do."""
    from filelock import FileLock

    monkeypatch.setattr(store, "TIMEOUT", 0.05)
    with FileLock(path.with_name(".g.csv.lock")), pytest.raises(GlossaryError, match="try again"):
        edit_file(path, [Edit("a", {"en": "refuge"})])
