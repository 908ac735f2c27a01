"""The engines by name; modules are imported only when asked for."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from pathlib import Path

from translate.engines.base import Engine
from translate.errors import EngineError

#: name -> "module:class"; a class takes the model folder and the number of threads.
ENGINES = {
    "ctranslate2": "translate.engines.ct2:CT2Engine",
    "marian": "translate.engines.marian:MarianEngine",
    "pseudo": "translate.engines.pseudo:PseudoEngine",
}
DEFAULT_ENGINE = "ctranslate2"


def create(name: str, model: Path, *, threads: int = 0) -> Engine:
    """Return the engine called `name` on the checkpoint in folder `model`.

    Args:
        name: a key of `ENGINES`.
        model: folder of a MarianMT checkpoint in Hugging Face layout.
        threads: CPU threads to use; 0 takes every core this process may use.

    Raises:
        EngineError: the name is unknown, or the engine needs a package that is not installed.
        ModelError: the checkpoint is missing or damaged.
    """
    if name not in ENGINES:
        close = difflib.get_close_matches(name, ENGINES, n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise EngineError(
            f"unknown engine {name!r}.{hint} Available: {', '.join(sorted(ENGINES))}."
        )
    module, _, attribute = ENGINES[name].partition(":")
    factory: Callable[..., Engine] = getattr(importlib.import_module(module), attribute)
    return factory(model, threads=threads)
