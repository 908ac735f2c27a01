"""Write a file whole or not at all: the old bytes or the new ones stand there, never half."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from glossary.errors import GlossaryError

_NEW_MODE = 0o644


def write_bytes(path: Path, data: bytes, *, suffix: str = ".tmp") -> None:
    """Replace the file at `path` by `data`; its mode stays, and a link stays a link.

    The bytes are on the disk before the name points at them, and the name before this returns
    (fsync of file and folder). `suffix` ends the name of the scratch file beside it.

    Raises:
        GlossaryError: the file cannot be written; what stood there stands there still.
    """
    target = Path(path).resolve()
    scratch = ""
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else _NEW_MODE
        handle, scratch = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=suffix, dir=target.parent
        )
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(scratch).chmod(mode)
        Path(scratch).replace(target)
        scratch = ""
        _sync_folder(target.parent)
    except OSError as error:
        raise GlossaryError(
            f"{path}: cannot be written ({error.strerror or error}); it is as it was. "
            "Is the folder writable, the disk full, the file open in another program?"
        ) from error
    finally:
        if scratch:
            with contextlib.suppress(OSError):
                Path(scratch).unlink()


def _sync_folder(folder: Path) -> None:
    """Bring a rename to the disk, where the system can do that (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
