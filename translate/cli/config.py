"""Options that stand in a file: ``visavis.toml``, or ``[tool.visavis]`` of ``pyproject.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from translate.errors import ConfigError


def defaults(path: str | None) -> dict[str, Any]:
    """Return the default of each option, by command: ``{"run": {"model": ...}, ...}``.

    Top-level keys are those of `run`; a table named after a command holds that command's.
    Dashes and underscores in keys are the same.

    Raises:
        ConfigError: the file is missing though named, or is no TOML.
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
    commands = {key: value for key, value in own.items() if isinstance(value, dict)}
    run = {key: value for key, value in own.items() if not isinstance(value, dict)}
    commands = {
        name: {key.replace("-", "_"): value for key, value in options.items()}
        for name, options in commands.items()
    }
    return {**commands, "run": {**run, **commands.get("run", {})}}


def _find(path: str | None) -> tuple[Path | None, tuple[str, ...]]:
    if path:
        own = Path(path)
        return own, ("tool", "visavis") if own.name == "pyproject.toml" else ()
    if Path("visavis.toml").is_file():
        return Path("visavis.toml"), ()
    if Path("pyproject.toml").is_file():
        return Path("pyproject.toml"), ("tool", "visavis")
    return None, ()
