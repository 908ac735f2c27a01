"""Files, folders and patterns become a list of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.inputs import expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder as a desk has it."""
    for name in ("b.txt", "a.MD", "c.html", "notes.pdf", ".caché.txt", "README.md", "a.yml"):
        (tmp_path / name).write_text("Le port est fermé.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    page = '---\nsource: "b.txt"\ngenerator: "visavis 0.1.0"\n---\n\n# Port\n'
    (tmp_path / "b.md").write_text(page, encoding="utf-8")
    return tmp_path


def test_a_folder_means_its_articles(folder: Path) -> None:
    """By name; no hidden file, README, sidecar, other format or page of ours."""
    found = expand([str(folder)])
    assert [Path(path).name for path in found.paths] == ["a.MD", "b.txt", "c.html"]
    assert [(Path(path).name, reason) for path, reason in found.skipped] == [
        ("README.md", "a README is no article"),
        ("b.md", "a page made by visavis"),
    ]


def test_a_named_file_is_taken_whatever_it_is(folder: Path) -> None:
    """A person who names a file means it; twice is once."""
    name = str(folder / "notes.pdf")
    assert expand([name, name]).paths == (name,)


def test_a_pattern_is_expanded_and_a_missing_name_stays(folder: Path) -> None:
    """Shells that expand nothing; a wrong name gets its error later."""
    assert [Path(path).name for path in expand([str(folder / "*.txt")]).paths] == ["b.txt"]
    assert expand(["absent.txt", "-"]).paths == ("absent.txt", "-")


def test_brackets_in_a_real_name_are_no_pattern(tmp_path: Path) -> None:
    """A file that is there is that file."""
    path = tmp_path / "port[1].txt"
    path.write_text("Le port est fermé.", encoding="utf-8")
    assert expand([str(path)]).paths == (str(path),)
