"""Walking through proposed entries one by one: what is decided, undone, kept."""

from __future__ import annotations

from glossary.reviewing.keeper import Keeper, Kept
from glossary.reviewing.rivals import Rivals
from glossary.reviewing.session import (
    Accept,
    Action,
    Change,
    Decision,
    Decline,
    Item,
    Session,
    Skip,
    Undo,
    begin,
    difference,
    refreshed,
    step,
)

__all__ = [
    "Accept",
    "Action",
    "Change",
    "Decision",
    "Decline",
    "Item",
    "Keeper",
    "Kept",
    "Rivals",
    "Session",
    "Skip",
    "Undo",
    "begin",
    "difference",
    "refreshed",
    "step",
]
