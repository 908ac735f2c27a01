"""Two editors and git: changes of different entries are a line merge."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from glossary import from_rows, load
from glossary.editing import Add, Change, Edit, edit_file
from glossary.values import Entry

WORDS = ("abri", "bassin", "cale", "digue", "écluse", "fanal", "grue", "jetée", "môle", "quai")


def entry(fr: str, en: str) -> Entry:
    return from_rows([{"fr": fr, "en": en}]).entries[0]


class Desk:
    """A repository with one glossary."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "glossary.csv"
        self._folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", "-c", "user.name=Ed", "-c", "user.email=ed@example.org", *arguments],
            cwd=self._folder,
            env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
            capture_output=True,
            text=True,
            check=False,
        )

    def change(self, *changes: Change) -> None:
        edit_file(self.file, changes, create=True)
        self.git("add", "glossary.csv")
        assert self.git("commit", "-qm", "change").returncode == 0


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    own = Desk(tmp_path)
    own.change(*(Add(entry(word, f"English {index}")) for index, word in enumerate(WORDS)))
    own.git("branch", "other")
    return own


def test_two_editors_changes_merge(desk: Desk) -> None:
    """One edits an entry; the other adds one, edits another; the merge has all three."""
    ids = {one.fr: one.id for one in load([desk.file]).entries}
    desk.change(Edit(ids["bassin"], {"en": "basin", "note": "of a port; with, comma"}))
    desk.git("checkout", "-q", "other")
    desk.change(Add(entry("phare", "lighthouse")), Edit(ids["grue"], {"en": "crane"}))
    merged = desk.git("merge", "-q", "--no-edit", "main")
    assert merged.returncode == 0, merged.stdout
    english = {one.fr: one.en for one in load([desk.file]).entries}
    assert (english["bassin"], english["phare"], english["grue"]) == (
        "basin",
        "lighthouse",
        "crane",
    )
    assert list(english) == [*WORDS[:-1], "phare", "quai"]


def test_two_additions_at_different_places_merge(desk: Desk) -> None:
    """Sorted places keep two new lines apart."""
    desk.change(Add(entry("balise", "beacon")))
    desk.git("checkout", "-q", "other")
    desk.change(Add(entry("havre", "haven")))
    assert desk.git("merge", "-q", "--no-edit", "main").returncode == 0
    assert {"balise", "havre"} < {one.fr for one in load([desk.file]).entries}


def test_the_same_entry_is_a_conflict(desk: Desk) -> None:
    """Git does not choose between two corrections of one entry."""
    ids = {one.fr: one.id for one in load([desk.file]).entries}
    desk.change(Edit(ids["digue"], {"en": "dike"}))
    desk.git("checkout", "-q", "other")
    desk.change(Edit(ids["digue"], {"en": "levee"}))
    assert desk.git("merge", "-q", "--no-edit", "main").returncode != 0
