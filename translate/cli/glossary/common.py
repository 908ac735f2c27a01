"""What the glossary commands share: which glossary is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

#: The desk's own glossary, found where the command is called.
DEFAULT = Path("glossary.csv")

glossary_option: Callable[[Command], Command] = click.option(
    "-g",
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Glossary file; may be repeated, later ones win. Else ./glossary.csv, else the starter.",
)


def default_file() -> Path:
    """Return the desk's file: the last `glossary` of the options file, else `DEFAULT`."""
    return (_configured() or (DEFAULT,))[-1]


def chosen(paths: Sequence[Path], *, quiet: bool = False) -> tuple[Path, ...]:
    """Return the glossary files that a call means: those given, else the desk's, else the starter.

    Says on stderr which ones it took when none was given.
    """
    if paths:
        return tuple(paths)
    found = _configured() or ((DEFAULT,) if DEFAULT.is_file() else ())
    said = ", ".join(str(own) if own.is_absolute() else f"./{own}" for own in found)
    if not quiet:
        click.echo(f"glossary: {said or 'the starter glossary; choose one with -g FILE'}", err=True)
    return found or (starter_path(),)


def _configured() -> tuple[Path, ...]:
    """The `glossary` of the options file, in its order; () if it names none."""
    options = (click.get_current_context().find_root().default_map or {}).get("run", {})
    named = options.get("glossary") or []
    return tuple(map(Path, [named] if isinstance(named, str) else named))


def starter_path() -> Path:
    """Return the file of the starter glossary; it belongs to the package: read it only."""
    import glossary

    return Path(glossary.__file__).parent / "data" / "news.csv"
