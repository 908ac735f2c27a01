"""What a briefing is made of: items in; events, copies, shared and differing statements out."""

from summarize.briefing.compose import brief
from summarize.briefing.values import (
    Briefing,
    Difference,
    Event,
    Figure,
    Item,
    LeftOut,
    Ref,
    Theme,
)

__all__ = ["Briefing", "Difference", "Event", "Figure", "Item", "LeftOut", "Ref", "Theme", "brief"]
