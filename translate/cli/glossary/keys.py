"""Keys of a person at a terminal, or one a line from a file or pipe."""

from __future__ import annotations

from typing import Protocol, TextIO

import click

from translate.cli.glossary.desk import shown

#: The key that stops; the end of the input and Ctrl-C are read as it.
QUIT = "q"
#: Characters of a line that are read; the rest of a longer one is read as the next.
_MOST = 10_000


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str:
        """Return the next key in small letters."""

    def line(self, question: str, current: str) -> str:
        """Return a line of text; nothing typed means `current`."""


def keys_of(stream: TextIO) -> Keys:
    """Return the keys of `stream`: single ones of a terminal, else lines."""
    return _Terminal() if stream.isatty() else _Lines(stream)


class _Terminal:
    """A key counts as it is pressed."""

    def key(self) -> str:
        try:
            return click.getchar().lower()
        except (EOFError, KeyboardInterrupt):
            return QUIT

    def line(self, question: str, current: str) -> str:
        asked = f"{question} [{shown(current)}]" if current else question
        try:
            typed: str = click.prompt(asked, default=current, show_default=False)
        except click.Abort:
            return current
        return typed.strip() or current


class _Lines:
    """The first character of each line counts; lines are shown, since no terminal shows them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def key(self) -> str:
        line = self._stream.readline(_MOST)
        return line.strip()[:1].lower() if line else QUIT

    def line(self, question: str, current: str) -> str:
        click.echo(f"{question}: ", nl=False)
        typed = self._stream.readline(_MOST).strip()
        click.echo(shown(typed or current))
        return typed or current
