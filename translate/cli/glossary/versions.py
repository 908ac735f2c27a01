"""Versions of a glossary file: as it stands, or as a git revision had it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from glossary.errors import Problem
from glossary.values import Glossary
from translate.errors import InputError

_SECONDS = 30


def read_version(spec: str) -> Glossary:
    """Read ``FILE`` or ``FILE@REVISION``; a file whose name has the whole text goes first.

    Faulty rows are left out and said on stderr: an old version cannot be mended any more.

    Raises:
        InputError: the file, the revision or git is missing, or it is no glossary.
    """
    name, at, revision = spec.rpartition("@")
    if not at or not name or Path(spec).exists():
        return read_file(Path(spec))
    return read_revision(Path(name), revision)


def read_file(path: Path) -> Glossary:
    """Read a glossary file, see `read_version`."""
    from glossary.errors import GlossaryError
    from glossary.files import read_bytes

    try:
        data = read_bytes(path)
    except GlossaryError as error:
        raise InputError(f"{error.problems[0].path}: {error.problems[0].message}") from error
    return _parsed(data, str(path))


def read_revision(path: Path, revision: str) -> Glossary:
    """Read a file as a git revision has it, see `read_version`."""
    if not revision or revision.startswith("-") or ":" in revision:
        raise InputError(f"{revision!r} is no git revision; write HEAD~1, a tag or a commit")
    folder = path.resolve().parent
    if not folder.is_dir():
        raise InputError(f"{path}: the folder {folder} does not exist")
    command = ["git", "-C", str(folder), "show", "--no-textconv", f"{revision}:./{path.name}"]
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, no shell; checked above
            command, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise InputError("git is not installed; give two files to compare") from error
    except subprocess.TimeoutExpired as error:
        raise InputError(f"git did not answer within {_SECONDS} seconds") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "git show failed"
        raise InputError(
            f"{path}@{revision}: {reason}; see `git log -- {path.name}` for its revisions"
        )
    return _parsed(done.stdout, f"{path}@{revision}")


def _parsed(data: bytes, name: str) -> Glossary:
    from glossary import merge
    from glossary.lint import parse_sheet

    sheet = parse_sheet(data, name)
    if sheet.faults and not sheet.entries:
        raise InputError("\n".join(map(_told, sheet.faults)))
    if sheet.faults:
        click.echo(f"{name}: {len(sheet.faults)} faults; their rows are left out:", err=True)
        for fault in sheet.faults:
            click.echo(f"  {_told(fault)}", err=True)
    return merge([Glossary(entries=tuple(located.entry for located in sheet.entries))])


def _told(fault: Problem) -> str:
    from translate.rendering.escape import clean

    return clean(str(fault)).replace("\n", " ")
