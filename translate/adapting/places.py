"""Where the result goes: made aside, and put in place only when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.errors import ConfigError, ModelError, OutputError
from translate.models.checkpoint import read_config

_SCRATCH = ".visavis-adapt-"


def check(target: Path, model: Path, *, overwrite: bool) -> None:
    """Refuse a folder that would destroy something.

    Args:
        model: the checkpoint that is adapted; it must not be replaced while it is read.

    Raises:
        ConfigError: `target` is there and may not be replaced.
    """
    if not os.path.lexists(target):
        return
    if not overwrite:
        raise ConfigError(f"{target} is there already; name another folder, or --overwrite it")
    if target.resolve() == model.resolve():
        raise ConfigError(f"{target} is the model that is adapted; name another folder")
    if target.is_symlink() or not target.is_dir():
        raise ConfigError(f"{target} is no folder; name another")
    try:
        read_config(target)
    except ModelError as error:
        if any(target.iterdir()):
            raise ConfigError(
                f"{target} holds something that is no Marian model, which is not overwritten; "
                "name another folder"
            ) from error


@contextmanager
def scratch(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target` that is removed at the end, whatever happens.

    Raises:
        OutputError: nothing can be written there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=target.parent))
    except OSError as error:
        raise OutputError(f"{target} cannot be made: {error.strerror}; name another") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put(made: Path, target: Path, aside: Path) -> None:
    """Move the finished folder `made` to `target`; what stood there goes to `aside` first.

    Raises:
        OutputError: it cannot be done; then `target` is as it was.
    """
    try:
        replaced = target.exists()
        if replaced:
            target.rename(aside)
        try:
            made.rename(target)
        except BaseException:
            if replaced:
                aside.rename(target)
            raise
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror}") from error
