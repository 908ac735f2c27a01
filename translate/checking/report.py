"""Findings as lines for people; a terminal gets nothing that it would obey."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.checking.values import Spotted

#: Control characters, and those that turn or hide text: a terminal would obey them.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding as shown: where, how bad, what, and the lines below it."""

    place: str
    level: str
    rule: str
    segment: str
    message: str
    below: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Return the entry as plain lines."""
        segment = f" [{self.segment}]" if self.segment else ""
        head = f"{self.place}: {self.level} {self.rule}{segment} {self.message}"
        return "\n".join([head, *(f"    {label} {text}" for label, text in self.below)])


def entries(source: str, spotted: tuple[Spotted, ...]) -> Iterator[Entry]:
    """Yield what is shown for the findings of one file."""
    for item in spotted:
        finding = item.finding
        below = [("fr", item.french), ("en", item.english), ("->", finding.suggestion)]
        yield Entry(
            place=f"{visible(source)}:{item.line}",
            level=finding.level,
            rule=finding.rule,
            segment=visible(finding.segment),
            message=visible(finding.message),
            below=tuple((label, visible(text)) for label, text in below if text.strip()),
        )


def visible(text: str) -> str:
    """Return `text` on one line, without what a terminal would obey, not longer than is read."""
    plain = " ".join(_UNSEEN.sub(" ", text).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 4]} ..."
