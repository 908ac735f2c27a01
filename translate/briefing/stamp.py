"""Front matter of a briefing: what it is, and a digest that tells whether it was edited.

`translate.rendering.read_provenance` reads it like that of any other page of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from translate.rendering import frontmatter
from translate.rendering.escape import clean

KIND = "briefing"


def stamped(fields: Mapping[str, str], body: str) -> str:
    """Return the whole file: front matter with `fields` and the digest of the rest, then `body`."""
    own = {key: clean(value).replace("\n", " ") for key, value in fields.items()}
    generator = f"{frontmatter.GENERATOR} {version('visavis')}"
    return frontmatter.stamped({**own, "kind": KIND, "generator": generator}, body)
