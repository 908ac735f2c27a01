"""The glossaries that a translation goes by, laid over each other; faults told, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from glossary import Glossary, Problem


def layered(paths: Sequence[Path], *, lenient: bool, found: bool) -> Glossary:
    """Return the starter glossary with files over it, later ones over earlier ones.

    With `lenient` faulty entries are left out and told on stderr. `found` tells that nobody named
    the files: then they may be empty.

    Raises:
        ConfigError: a file cannot be used, with all problems of all files; or it has no entries,
            which is hardly what was meant.
    """
    import glossary
    from translate.errors import ConfigError
    from translate.rendering.escape import clean

    layers = [glossary.starter()]
    problems: list[Problem] = []
    whole: list[Problem] = []
    for path in paths:
        try:
            layer, faults = glossary.load_lenient([path])
        except glossary.GlossaryError as error:
            whole += error.problems
            continue
        if not (layer.entries or faults or found):
            raise ConfigError(f"{path} has no entries; leave it out, or give it some")
        problems += faults
        layers.append(layer)
    if whole or (problems and not lenient):
        hint = "" if whole else "\nMend them, or leave the faulty entries out with --lenient."
        raise ConfigError(f"{clean(str(glossary.faulty([*whole, *problems])))}{hint}")
    for problem in problems:
        click.echo(clean(str(problem)), err=True)
    if problems:
        count = len({(problem.path, problem.line) for problem in problems})
        click.echo(f"--lenient: {count} faulty line{'s' * (count > 1)} left out", err=True)
    return glossary.merge(layers)
