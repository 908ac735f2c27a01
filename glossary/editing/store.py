"""Changes of a glossary file on disk, by many people and programs at once, none of them lost."""

from __future__ import annotations

import contextlib
import glob
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from glossary.atomic import real, write_bytes
from glossary.editing.changes import Add, Change, Edit, apply
from glossary.editing.sheet import Row, Sheet
from glossary.errors import GlossaryError, Problem, StaleError
from glossary.files import read_bytes, starter_bytes

#: Seconds to wait for another program that changes the same file.
TIMEOUT = 30.0
#: So much of a version is enough to name it.
SHORT_VERSION = 12
#: How messages call the glossary that comes with the package.
STARTER = "starter"
_SCRATCH = ".edit"
#: The lock is empty and stays; whoever may write into the folder may take it.
_LOCK_MODE = 0o666


def read(path: Path) -> Sheet:
    """Read a glossary file for editing.

    Raises:
        GlossaryError: it is missing, too large or no table.
    """
    return Sheet.parse(read_bytes(Path(path)), str(path))


def read_starter() -> Sheet:
    """Read the starter glossary that comes with the package; it is there to be looked at."""
    return Sheet.parse(starter_bytes(), STARTER)


def edit_file(
    path: Path, changes: Sequence[Change], *, base: Sheet | str | None = None, create: bool = False
) -> Sheet:
    """Make changes in a file, under a lock beside it, and return what it is then.

    Args:
        base: what the changes were made on. A sheet: an entry that others changed since is not
            changed again, what they did to other entries is kept. A version (12 digits or more), of
            the file or of the one entry: refused if that has changed since. None: the changes are
            made on what is there.
        create: make a new file with all columns if there is none.

    Raises:
        StaleError: what is to be changed was changed since `base`.
        GlossaryError: the file cannot be read, changed so, locked or written; it is as it was.
    """
    target = real(path)
    with _locked(target, str(path)):
        if create and not target.exists():
            current = Sheet.new(str(path))
        else:
            current = Sheet.parse(read_bytes(target), str(path))
        if isinstance(base, str):
            _check_version(current, base, changes)
        elif base is not None:
            _check_entries(current, base, changes)
        result = apply(current, changes)
        data = result.to_bytes()
        if result.version != current.version or not target.exists():
            write_bytes(target, data, suffix=_SCRATCH)
    return result


@contextmanager
def _locked(target: Path, name: str) -> Iterator[None]:
    """Hold the lock of a file; what a killed program left beside it is swept away."""
    from filelock import FileLock, Timeout

    if not target.parent.is_dir():  # a lock would make it
        raise _failed(name, f"there is no folder {target.parent}")
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=TIMEOUT, mode=_LOCK_MODE)
    try:
        lock.acquire()
    except Timeout as error:
        message = f"is being changed by another program for over {TIMEOUT:.0f} s; try again"
        raise _failed(name, message) from error
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"cannot be changed: no lock can be made beside it ({reason}); is it writable?"
        raise _failed(name, message) from error
    try:
        for left in target.parent.glob(f".{glob.escape(target.name)}.*{_SCRATCH}"):
            with contextlib.suppress(OSError):
                left.unlink()
        yield
    finally:
        lock.release()


def _check_version(current: Sheet, base: str, changes: Sequence[Change]) -> None:
    """Raise unless `base` is the version of the file, or of every entry that is changed."""
    wanted = base.strip().lower()
    if len(wanted) < SHORT_VERSION:
        message = f"{base!r} is no version; give {SHORT_VERSION} digits of it or more"
        raise _failed(current.name, message)
    rows = [
        row for change in changes if not isinstance(change, Add) for row in current.named(change.id)
    ]
    only_entries = not any(isinstance(change, Add) for change in changes) and bool(rows)
    if current.version.startswith(wanted):
        return
    if only_entries and all(row.version.startswith(wanted) for row in rows):
        return
    what, now = "it", current.version
    if only_entries and len(rows) == 1:
        what, now = "the entry", rows[0].version
    message = f"has changed since {base}: {what} is now version {now[:SHORT_VERSION]}; look again"
    raise StaleError(
        "the change was made on an old version; nothing was changed",
        [Problem(path=current.name, line=0, column=0, message=message)],
    )


def _check_entries(current: Sheet, base: Sheet, changes: Sequence[Change]) -> None:
    """Raise for changes of entries that others have changed since."""
    problems: list[Problem] = []
    for change in changes:
        id_ = change.entry.id if isinstance(change, Add) else change.id
        was, now = base.named(id_), current.named(id_)
        if [row.values for row in was] == [row.values for row in now]:
            continue
        line = now[0].line if now else 0
        message = f"{id_}: {_what_differs(was, now)}{_yours(change)}"
        problems.append(Problem(path=current.name, line=line, column=0, message=message))
    if problems:
        raise StaleError(
            "others have changed the same entries meanwhile; nothing was changed. "
            "Look at what they did and repeat what is still wanted",
            problems,
        )


def _what_differs(was: Sequence[Row], now: Sequence[Row]) -> str:
    if not now:
        return "was removed"
    who = " ".join(now[0].values.get(column, "") for column in ("author", "date")).strip()
    by = f" by {who}" if who else ""
    if not was:
        return f"was added{by}, with en {now[0].values.get('en', '')!r}"
    old, new = was[0].values, now[0].values
    columns = [
        name
        for name in dict.fromkeys([*old, *new])
        if old.get(name, "") != new.get(name, "") and name not in {"author", "date"}
    ]
    what = ", ".join(f"{name} {old.get(name, '')!r} → {new.get(name, '')!r}" for name in columns)
    return f"was changed{by}: {what or 'author or date'}"


def _yours(change: Change) -> str:
    if isinstance(change, Edit):
        return "; yours: " + ", ".join(
            f"{name} → {str(value)!r}" for name, value in change.values.items()
        )
    return f"; yours: en {change.entry.en!r}" if isinstance(change, Add) else "; yours: remove"


def _failed(name: str, message: str) -> GlossaryError:
    problem = Problem(path=name, line=0, column=0, message=message)
    return GlossaryError("nothing was changed", [problem])
