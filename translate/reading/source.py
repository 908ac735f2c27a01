"""What a format reader hands over for each article."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.reading.metadata import Meta
from translate.reading.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Units of one or more articles, with what the file says about them."""

    units: list[Unit]
    meta: Meta = field(default_factory=Meta)
    notes: tuple[str, ...] = ()
