"""Articles as the sentences in which glossary entries are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click


class Corpus:
    """The articles of files and folders, read one after the other.

    `failed` lists the files that could not be used, once `articles` has run; each is also said on
    stderr.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self.failed: list[str] = []

    def articles(self) -> Iterator[tuple[str, ...]]:
        """Yield the sentences of each article, as the translation would cut them."""
        from translate.errors import VisavisError
        from translate.inputs import expand, is_own_page
        from translate.reading import read_path
        from translate.segments import segment

        for name in expand(self._names).paths:
            if is_own_page(Path(name)):
                continue
            try:
                for article in read_path(Path(name)):
                    yield tuple(part.text for part in segment(article))
            except VisavisError as error:
                self.failed.append(name)
                click.echo(f"left out {error}", err=True)
