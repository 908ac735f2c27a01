"""Front matter of a briefing: what it was made from, and a digest that tells whether it was edited.

`translate.rendering.read_provenance` reads it like that of any other page of ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version

from translate.rendering.escape import clean

KIND = "briefing"
_FENCE = "---"


def stamped(fields: Mapping[str, str], body: str) -> str:
    """Return the whole file: front matter with `fields` and the digest of the rest, then `body`."""
    own = {**fields, "kind": KIND, "generator": f"visavis {version('visavis')}"}
    lines = [f"{key}: {_scalar(value)}" for key, value in own.items() if value]
    rest = ["", body.strip("\n"), ""]
    digest = hashlib.sha256(
        "\n".join([_FENCE, *lines, _FENCE, *rest]).rstrip().encode()
    ).hexdigest()
    return "\n".join([_FENCE, *lines, f"content: {_scalar(digest)}", _FENCE, *rest])


def _scalar(value: str) -> str:
    return json.dumps(clean(value).replace("\n", " "), ensure_ascii=False)
