"""Where results land: names, what is already there, writes that happen whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate.errors import ConfigError, OutputError
from translate.reading.decoding import decode_marked
from translate.rendering import read_provenance

_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)
_MAX_NAME = 80
_ASIDE = re.compile(r"\.edited-\d{1,3}$")
_SCRATCH = ".visavis-"
_OWNER = re.compile(re.escape(_SCRATCH) + r"([0-9a-f]{8})-(\d{1,9})-")
#: Seconds after which a scratch file of another machine is nobody's: writing takes less than one.
_ABANDONED = 86_400
#: The part of a signature that tells what came from the translation memory.
_MEMORY = re.compile(r"\|memory:[^|]*")
#: Names that Windows keeps for devices.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class State(StrEnum):
    """What stands where a result is to go."""

    ABSENT = "absent"
    CURRENT = "current"
    STALE = "stale"
    EDITED = "edited"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """A page that stands in the output folder. `current`: same source, same signature."""

    state: State
    current: bool = False


def page_name(source: str, suffix: str) -> str:
    """Return a safe file name for the result of `source`; nothing in it can leave the folder.

    >>> page_name("../Dépêche d'hier (2).txt", ".md")
    'Depeche-d-hier-2.md'
    """
    base, _, part = source.rpartition("#") if re.search(r"#\d+$", source) else (source, "", "")
    stem = "stdin" if base in {"", "-"} else Path(base.replace("\\", "/")).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii")
    safe = _UNSAFE.sub("-", plain).strip("-.")[:_MAX_NAME].rstrip("-.")
    if not safe or _RESERVED.match(safe):
        safe = f"article-{hashlib.sha256(stem.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return f"{safe}-{part}{suffix}" if part else f"{safe}{suffix}"


class Namer:
    """Gives each source of a call its own name; two that share one get a digest of their path."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: dict[str, str] = {}

    def name(self, source: str) -> str:
        """Return the name for `source`, the same each time it is asked for."""
        name = page_name(source, self._suffix)
        key = name.casefold()
        if self._taken.setdefault(key, source) == source:
            return name
        mark = hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return f"{name.removesuffix(self._suffix)}-{mark}{self._suffix}"


def look(path: Path, *, source_digest: str, signature: str) -> Existing:
    """Return what stands at `path`, compared with a source and the signature of a new run."""
    try:
        page = decode_marked(path.read_bytes())
    except FileNotFoundError:
        return Existing(state=State.ABSENT)
    except OSError as error:
        raise OutputError(f"{path} cannot be read: {error.strerror}") from error
    found = read_provenance(page)
    if found is None:
        return Existing(state=State.FOREIGN)
    # The memory learned since from an edited page itself, or that is its editor's business. And one
    # that knows nothing of an article must not undo what another gave to its page.
    remembers = _MEMORY.search(signature) and not found.edited
    made, now = (
        signed if remembers else _MEMORY.sub("", signed) for signed in (found.engine, signature)
    )
    current = found.source_digest == source_digest and made == now
    if found.edited:
        return Existing(state=State.EDITED, current=current)
    return Existing(state=State.CURRENT if current else State.STALE, current=current)


def apart(results: Mapping[str, Path | str | None], inputs: Iterable[Path | str | None]) -> None:
    """Refuse to write a result over what a call reads, or two results into one file.

    Args:
        results: paths by the option that names them; None and "-" are no files.
        inputs: what is read, likewise.

    Raises:
        ConfigError: names the option and the file.
    """
    read = {_resolved(path) for path in inputs if path not in {None, "-"}}
    taken: dict[Path, str] = {}
    for option, path in results.items():
        if path is None or path == "-":
            continue
        place = _resolved(path)
        if place in read:
            raise ConfigError(f"{option} {path} would overwrite what is read; name another file")
        if place in taken:
            raise ConfigError(f"{taken[place]} and {option} name one file, {path}; name two")
        taken[place] = option


def _resolved(path: Path | str | None) -> Path:
    try:
        return Path(str(path)).resolve()
    except (OSError, ValueError, RuntimeError):  # a name with NUL, a loop of links: told elsewhere
        return Path(repr(path))


def write(path: Path, text: str | Iterable[str]) -> None:
    """Write `text`, or its pieces, to `path` atomically: the old file stands there or the new one.

    Raises:
        OutputError: the folder cannot be made or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        prefix = f"{_SCRATCH}{_host()}-{os.getpid()}-"
        handle, scratch = tempfile.mkstemp(prefix=prefix, dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines([text] if isinstance(text, str) else text)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(scratch, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's 0600 is for secrets
            os.replace(scratch, path)  # noqa: PTH105
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(scratch)  # noqa: PTH108
            raise
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}; choose another folder with --output"
        ) from error


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left half written in `folder`; live runs lose nothing.

    A scratch file goes when its process on this machine is dead, or when it is a day old.
    """
    with contextlib.suppress(OSError):
        for scratch in folder.glob(f"{_SCRATCH}*"):
            with contextlib.suppress(OSError):
                if _is_dead(scratch):
                    scratch.unlink()


def _is_dead(scratch: Path) -> bool:
    """Return whether nobody is writing a scratch file any more."""
    hit = _OWNER.match(scratch.name)
    # On Windows signal 0 would end the process that is asked for.
    if hit and hit[1] == _host() and os.name == "posix":
        try:
            os.kill(int(hit[2]), 0)
        except ProcessLookupError:
            return True
        except OSError:  # it lives and is somebody else's
            pass
    return time.time() - scratch.stat().st_mtime > _ABANDONED


def _host() -> str:
    """Return eight hexadecimal digits for this machine: process ids hold on one only."""
    return hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


def is_aside(path: Path) -> bool:
    """Return whether `path` is called as `keep_aside` calls what it renames."""
    return _ASIDE.search(path.stem) is not None


def keep_aside(path: Path) -> Path:
    """Rename what a person wrote so that a new page can take its place; return where it went."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.stem}.edited-{number}{path.suffix}")
        if not aside.exists():
            try:
                path.rename(aside)
            except OSError as error:
                raise OutputError(f"{path} cannot be kept aside: {error.strerror}") from error
            return aside
    raise OutputError(f"{path} has too many edited copies beside it; move them away")


def _umask() -> int:
    """Return the process's umask; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
