"""The pictures of docs/editors.md are what its commands show; --update-golden makes them anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.terminal import picture, play, scenes, words_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "editors.md"
DESK = Path(__file__).parent / "desk"


def test_the_pictures_are_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Each block of commands, run in order on the example desk, gives the picture below it."""
    monkeypatch.setenv("VISAVIS_MEMORY", str(tmp_path / "memory.sqlite"))
    folder = tmp_path / "desk"
    shutil.copytree(DESK, folder)
    stale = []
    for scene in scenes(PAGE):
        if not all(command.startswith("translate glossary ") for command in scene.commands):
            continue  # translating: the pages of the example desk are there already
        drawn = picture(play(scene, folder))
        if scene.picture is None:
            continue
        path = PAGE.parent / scene.picture
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(drawn, encoding="utf-8")
        elif words_of(path.read_text(encoding="utf-8")) != words_of(drawn):
            stale.append(f"{scene.picture}:\n" + "\n".join(words_of(drawn)))
    assert not stale, "\n\n".join(stale)


def test_every_picture_is_used_and_harmless() -> None:
    """No picture without a place on the page; none fetches anything or holds a script."""
    page = PAGE.read_text(encoding="utf-8")
    pictures = sorted((ROOT / "docs" / "editors").glob("*.svg"))
    assert len(pictures) == sum(scene.picture is not None for scene in scenes(PAGE))
    for path in pictures:
        svg = path.read_text(encoding="utf-8")
        assert f"(editors/{path.name})" in page
        assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
        assert "<script" not in svg
        assert str(ROOT) not in svg
