"""What a briefing is made of: items in; events, copies, shared and differing statements out."""

from summarize.briefing.compose import brief
from summarize.briefing.values import (
    Briefing,
    Claim,
    Difference,
    Event,
    Figure,
    Item,
    LeftOut,
    Ref,
    Theme,
    Thread,
)

__all__ = [
    "Briefing",
    "Claim",
    "Difference",
    "Event",
    "Figure",
    "Item",
    "LeftOut",
    "Ref",
    "Theme",
    "Thread",
    "brief",
]
