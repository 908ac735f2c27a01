"""BilingualDocument to Markdown and other formats: pure functions."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType

from translate.errors import ConfigError
from translate.rendering.frontmatter import Provenance, read_provenance
from translate.rendering.markdown import to_markdown
from translate.values import BilingualDocument

__all__ = ["RENDERERS", "Provenance", "read_provenance", "renderer", "to_markdown"]

#: Format name to "module:function"; a module is imported when its format is asked for.
RENDERERS = MappingProxyType(
    {
        "markdown": "translate.rendering.markdown:to_markdown",
        "jsonl": "translate.rendering.jsonl:to_jsonl",
    }
)


def renderer(name: str) -> Callable[[BilingualDocument], str]:
    """Return the function that renders a document in the format `name`.

    Raises:
        ConfigError: when there is no such format.
    """
    if name not in RENDERERS:
        close = get_close_matches(name, RENDERERS, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(RENDERERS)}"
        raise ConfigError(f"there is no output format {name!r}: {hint}")
    module, _, function = RENDERERS[name].partition(":")
    found: Callable[[BilingualDocument], str] = getattr(import_module(module), function)
    return found
