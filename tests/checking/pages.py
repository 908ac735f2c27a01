"""A page of our own to edit, and what checks say about it."""

from __future__ import annotations

from functools import cache

import glossary
from glossary.values import Glossary
from tests.rendering.factory import build, paragraph
from translate.checking import Spotted, check_text, read_text
from translate.lookup import Lookup
from translate.rendering import to_markdown
from translate.values import BlockKind

PARTS = (
    paragraph(("Le port de Kervanec rouvre", "Kervanec port reopens"), kind=BlockKind.TITLE),
    paragraph(
        (
            "La maire Rozenn Le Dantec a annoncé lundi la réouverture du port.",
            "Mayor Rozenn Le Dantec announced Monday the reopening of the port.",
        ),
        (
            "Quelque 70 000 tonnes de sel attendent sur le quai depuis janvier.",
            "Some 70,000 metric tons of salt have been waiting on the quay since January.",
        ),
    ),
    paragraph(
        (
            "« Rien n'est réglé », a déclaré Mme Le Dantec.",
            '"Nothing is settled," Ms. Le Dantec said.',
        ),
        (
            "Les pêcheurs réclament des garanties au ministère de la Mer.",
            "Fishermen are demanding guarantees from the Ministry of the Sea.",
        ),
    ),
    paragraph(
        (
            "Deux remorqueurs ont été achetés pour 1,5 million d'euros.",
            "Two tugboats were bought for 1.5 million euros.",
        )
    ),
)


def page() -> str:
    """Return the page as written."""
    return to_markdown(build(*PARTS, article={"source": "port.txt", "digest": "0" * 64}))


def edited(old: str, new: str) -> str:
    """Return the page with one change."""
    text = page()
    assert text.count(old) == 1, old
    return text.replace(old, new)


@cache
def _starter() -> Lookup:
    return Lookup(glossary.starter())


def spotted(text: str, words: Glossary | None = None, name: str = "port.md") -> list[Spotted]:
    """Return what checks find, with the starter glossary unless told."""
    lookup = Lookup(words) if words is not None else _starter()
    return list(check_text(read_text(text.encode(), name), lookup))
