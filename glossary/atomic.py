"""Write a file whole or not at all: the old bytes or the new ones stand there, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from glossary.errors import GlossaryError

_NEW_MODE = 0o644


def write_bytes(path: Path, data: bytes, *, suffix: str = ".tmp") -> None:
    """Replace the file at `path` by `data`; its mode and group stay, and a link stays a link.

    The bytes are on the disk before the name points at them, and the name before this returns
    (fsync of file and folder). `suffix` ends the name of the scratch file beside it.

    Raises:
        GlossaryError: the file cannot be written; what stood there stands there still.
    """
    target = real(path)
    scratch = ""
    try:
        old = target.stat() if target.exists() else None
        if old and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(errno.EACCES, "it is read-only")
        handle, scratch = tempfile.mkstemp(
            prefix=f".{target.name}.", suffix=suffix, dir=target.parent
        )
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if old and hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(scratch, -1, old.st_gid)
        Path(scratch).chmod(old.st_mode & 0o777 if old else _NEW_MODE)
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


def real(path: Path) -> Path:
    """Return where a path leads through all links; one that leads in a circle is itself."""
    return Path(os.path.realpath(path))


def _sync_folder(folder: Path) -> None:
    """Bring a rename to the disk, where the system can do that (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
