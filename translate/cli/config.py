"""Options that stand in a file: ``visavis.toml``, or ``[tool.visavis]`` of ``pyproject.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from translate.errors import ConfigError

#: The commands that a ``[style]`` table holds for.
STYLED = ("run", "brief", "check")


def defaults(path: str | None) -> dict[str, Any]:
    """Return the default of each option, by command: ``{"run": {"model": ...}, ...}``.

    Top-level keys are those of `run`; a table named after a command holds that command's, and
    ``[style]`` is the house style of every command that writes English. Dashes and underscores in
    keys are the same.

    Raises:
        ConfigError: the file is missing though named, is no TOML, or its style is unknown.
    """
    file, table = _find(path)
    if file is None:
        return {}
    try:
        raw: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is no valid TOML: {error}") from error
    for key in table:
        raw = raw.get(key, {})
    own = {key.replace("-", "_"): value for key, value in raw.items()}
    style = _style(own.pop("style", {}), file)
    commands = {key: value for key, value in own.items() if isinstance(value, dict)}
    run = {key: value for key, value in own.items() if not isinstance(value, dict)}
    commands = {
        name: {key.replace("-", "_"): value for key, value in options.items()}
        for name, options in commands.items()
    }
    commands = {**commands, "run": {**run, **commands.get("run", {})}}
    for name in STYLED if style else ():
        commands[name] = {"style": style, **commands.get(name, {})}
    return commands


def _style(table: Any, file: Path) -> list[str]:
    """Return a ``[style]`` table as the option ``--style`` takes it.

    Raises:
        ConfigError: it is no table, or has an unknown key or value.
    """
    if not isinstance(table, dict):
        raise ConfigError(f'{file}: style is a table; write [style] and below it spelling = "uk"')
    if not table:  # the usual case; needs no import
        return []
    from translate.style import style_of

    try:
        style_of(table)
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from error
    return [f"{key}={value}" for key, value in table.items()]


def _find(path: str | None) -> tuple[Path | None, tuple[str, ...]]:
    if path:
        own = Path(path)
        return own, ("tool", "visavis") if own.name == "pyproject.toml" else ()
    if Path("visavis.toml").is_file():
        return Path("visavis.toml"), ()
    if Path("pyproject.toml").is_file():
        return Path("pyproject.toml"), ("tool", "visavis")
    return None, ()
