"""Where the model goes: never half, never over something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import tiny
from translate.adapting import places
from translate.errors import ConfigError, OutputError


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    """Without --overwrite nothing is; with it another model or an empty folder may be."""
    base, other = tiny.make(tmp_path / "base"), tiny.make(tmp_path / "other", seed=2)
    empty, notes = tmp_path / "empty", tmp_path / "notes"
    empty.mkdir()
    notes.mkdir()
    (notes / "diary.txt").write_text("x", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(other)
    for target in (base, other, empty, notes, link):
        with pytest.raises(ConfigError, match="--overwrite"):
            places.check(target, base, overwrite=False)
    for target in (base, notes, link, notes / "diary.txt"):
        with pytest.raises(ConfigError, match="name another"):
            places.check(target, base, overwrite=True)
    for target in (other, empty, tmp_path / "new"):
        places.check(target, base, overwrite=True)


@pytest.mark.parametrize("error", [None, KeyboardInterrupt, RuntimeError])
def test_scratch_is_gone_whatever_happens(
    tmp_path: Path, error: type[BaseException] | None
) -> None:
    """Nothing is left beside the target, after the end, an error or Ctrl-C."""

    def use() -> None:
        with places.scratch(tmp_path / "deep" / "desk") as folder:
            (folder / "model").mkdir()
            if error:
                raise error

    if error:
        with pytest.raises(error):
            use()
    else:
        use()
    assert list((tmp_path / "deep").iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file in the way is an error that names the target."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with (
        pytest.raises(OutputError, match="desk cannot be made"),
        places.scratch(tmp_path / "file" / "desk"),
    ):
        pass


def test_the_old_model_comes_back_when_the_new_one_cannot_be_put(tmp_path: Path) -> None:
    """The target is the new one, or as it was."""
    made, target, aside = tmp_path / "made", tmp_path / "desk", tmp_path / "aside"
    for folder, text in ((made, "new"), (target, "old")):
        folder.mkdir()
        (folder / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError):
        places.put(tmp_path / "missing", target, aside)
    assert (target / "config.json").read_text(encoding="utf-8") == "old"
    places.put(made, target, aside)
    assert (target / "config.json").read_text(encoding="utf-8") == "new"
    assert (aside / "config.json").read_text(encoding="utf-8") == "old"
