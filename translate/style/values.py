"""What a desk can choose about the English: spelling and courtesy titles."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from translate.errors import ConfigError


class Spelling(StrEnum):
    """Whose spelling the English has; AS_IS leaves every word as it came."""

    AS_IS = "as-is"
    US = "us"
    UK = "uk"


class CourtesyTitles(StrEnum):
    """What becomes of "Mr." and "Ms." before a name."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A desk's house style; the default changes nothing.

    ``str()`` gives what stands in the signature of a page, "" for the default.
    """

    spelling: Spelling = Spelling.AS_IS
    courtesy_titles: CourtesyTitles = CourtesyTitles.KEEP

    def __bool__(self) -> bool:
        return self != Style()

    def __str__(self) -> str:
        chosen = (
            self.spelling if self.spelling is not Spelling.AS_IS else "",
            "notitles" if self.courtesy_titles is CourtesyTitles.DROP else "",
        )
        return "-".join(filter(None, chosen))


#: The values a desk may write, by key of the ``[style]`` table.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "spelling": (Spelling.US, Spelling.UK),
    "courtesy_titles": (CourtesyTitles.KEEP, CourtesyTitles.DROP),
}


def style_of(table: Mapping[str, object]) -> Style:
    """Return the style that the ``[style]`` table of an options file describes.

    Raises:
        ConfigError: a key or a value is unknown; the message offers the nearest known one.
    """
    chosen: dict[str, str] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in CHOICES:
            raise ConfigError(f"style has no key {key!r}{_nearest(key, CHOICES)}")
        if not isinstance(value, str) or value not in CHOICES[name]:
            near = _nearest(str(value), CHOICES[name])
            raise ConfigError(f"style {name} cannot be {value!r}{near}")
        chosen[name] = value
    return Style(
        spelling=Spelling(chosen.get("spelling", Spelling.AS_IS)),
        courtesy_titles=CourtesyTitles(chosen.get("courtesy_titles", CourtesyTitles.KEEP)),
    )


def style_of_pairs(pairs: Iterable[str]) -> Style:
    """Return the style that texts like "spelling=uk" describe; later ones win.

    Raises:
        ConfigError: a text has no "=", or its key or value is unknown.
    """
    table = {}
    for pair in pairs:
        key, mark, value = pair.partition("=")
        if not mark:
            raise ConfigError(f"style {pair!r} is no KEY=VALUE; write spelling=uk, for example")
        table[key.strip().replace("-", "_")] = value.strip()
    return style_of(table)


def _nearest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'uk'?", or which words are known."""
    known = [str(one) for one in known]
    close = difflib.get_close_matches(word.lower(), known, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(known)}"
