"""Names are safe, writes are whole, what a person edited is kept."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import outputs
from translate.errors import ConfigError, OutputError

NAMES = (
    ("dépêche.txt", "depeche.md"),
    ("../../etc/passwd", "passwd.md"),
    ("C:\\desk\\À la une.txt", "A-la-une.md"),
    ("-", "stdin.md"),
    ("deux.txt#2", "deux-2.md"),
    ("con.txt", "article-"),
    ("...", "article-"),
    ("新闻.txt", "article-"),
    ("a" * 300 + ".txt", "a" * 80 + ".md"),
)


@pytest.mark.parametrize(("source", "wanted"), NAMES)
def test_page_name(source: str, wanted: str) -> None:
    """A name is ASCII, short, and no path."""
    name = outputs.page_name(source, ".md")
    assert name.startswith(wanted)
    assert name.endswith(".md")


@given(st.text(max_size=120))
def test_no_name_leaves_the_folder(source: str) -> None:
    """Whatever a source is called, its page is a plain file of the output folder."""
    name = outputs.page_name(source, ".md")
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert len(name) <= 120


def test_two_sources_of_one_name_get_two_pages() -> None:
    """The second has a digest of its path, the same in every run."""
    namer = outputs.Namer(".md")
    first, second = namer.name("a/texte.txt"), namer.name("b/texte.txt")
    assert first == "texte.md"
    assert second != first
    assert namer.name("b/texte.txt") == second
    assert outputs.Namer(".md").name("a/Texte.txt") == "Texte.md"


def test_write_replaces_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    """The file is there with usual permissions, no scratch file beside it."""
    path = tmp_path / "new" / "page.md"
    outputs.write(path, "un\n")
    outputs.write(path, "deux\n")
    assert path.read_bytes() == b"deux\n"
    assert [item.name for item in path.parent.iterdir()] == ["page.md"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o444


def test_a_write_that_fails_leaves_the_old_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the new page only; the error names the file."""
    path = tmp_path / "page.md"
    outputs.write(path, "ancien\n")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"page\.md cannot be written: No space left"):
        outputs.write(path, "nouveau\n")
    assert path.read_text(encoding="utf-8") == "ancien\n"
    assert [item.name for item in tmp_path.iterdir()] == ["page.md"]


def test_an_interrupt_while_writing_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle: the scratch file is gone, the interrupt goes on."""

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        outputs.write(tmp_path / "page.md", "texte\n")
    assert list(tmp_path.iterdir()) == []


def test_look_at_what_is_not_ours(tmp_path: Path) -> None:
    """Nothing, and a stranger's file, are told apart."""
    path = tmp_path / "page.md"
    assert outputs.look(path, source_digest="", signature="").state is outputs.State.ABSENT
    path.write_text("# Mes notes\n", encoding="utf-8")
    assert outputs.look(path, source_digest="", signature="").state is outputs.State.FOREIGN


def test_keep_aside_never_overwrites(tmp_path: Path) -> None:
    """Each edited page gets a name of its own."""
    path = tmp_path / "page.md"
    for number in (1, 2):
        path.write_text(str(number), encoding="utf-8")
        assert outputs.keep_aside(path).name == f"page.edited-{number}.md"
    assert (tmp_path / "page.edited-1.md").read_text(encoding="utf-8") == "1"


def _dead() -> str:
    """The number of a process that has ended."""
    return subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()


def test_scratch_files_of_dead_runs_are_swept(tmp_path: Path) -> None:
    """What a killed run left goes; what a live one writes, and another machine's, stays."""
    here = outputs._host()
    dead = tmp_path / f".visavis-{here}-{_dead()}-abc"
    live = tmp_path / f".visavis-{here}-{os.getpid()}-abc"
    other = tmp_path / f".visavis-00000000-{_dead()}-abc"
    old = tmp_path / ".visavis-xyz"
    foreign = tmp_path / ".vis"
    for path in (dead, live, other, old, foreign):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    outputs.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([live, other, foreign])
    outputs.sweep(tmp_path / "nowhere")


def test_pieces_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A writer that fails half-way leaves the old file and no scratch."""
    path = tmp_path / "memory.tmx"
    outputs.write(path, (piece for piece in ("a", "b")))
    assert path.read_text(encoding="utf-8") == "ab"

    def failing() -> Iterator[str]:
        yield "c"
        raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        outputs.write(path, failing())
    assert [item.name for item in tmp_path.iterdir()] == ["memory.tmx"]
    assert path.read_text(encoding="utf-8") == "ab"


def test_results_never_overwrite_what_is_read(tmp_path: Path) -> None:
    """However the file is named; two results into one file are refused as well."""
    data = tmp_path / "news.tsv"
    data.write_text("x", encoding="utf-8")
    (tmp_path / "link.tsv").symlink_to(data)
    for name in ("news.tsv", "link.tsv", "../" + tmp_path.name + "/news.tsv"):
        with pytest.raises(ConfigError, match=r"--save .* would overwrite"):
            outputs.apart({"--save": tmp_path / name}, [None, "-", str(data)])
    with pytest.raises(ConfigError, match="--save and --report name one file"):
        outputs.apart({"--save": "a.txt", "--report": Path("a.txt")}, [data])
    outputs.apart({"--save": "-", "--report": "-", "--json": None}, [data, "-"])
