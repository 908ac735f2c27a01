"""What is checked and what is found, with its place in the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from translate.pages import Page
from translate.values import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One French text and the English that stands for it.

    Attributes:
        line: of the file, from 1.
        joined: ids and French of the sentences of a page that are taken together here.
        numbers: the numbers that the English of such a row still has.
        french_changed: ids of the sentences whose French a person changed.
        changed: whether a person changed the English; None where the file does not tell.
    """

    id: str
    french: str
    english: str
    line: int
    joined: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()
    french_changed: tuple[str, ...] = ()
    changed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One file to check.

    Attributes:
        on: day of the article, None if unknown.
        page: the bilingual page, None for plain pairs, which belong to no one article.
    """

    source: str
    sentences: tuple[Sentence, ...]
    on: dt.date | None = None
    page: Page | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A finding with its place, and the two sentences it is about ("" for a whole file).

    Attributes:
        fresh: false when the page had it already as a draft and nobody touched the sentence since.
    """

    finding: Finding
    line: int
    french: str = ""
    english: str = ""
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: how many pairs it has and what was found, or why it failed."""

    source: str
    pairs: int = 0
    spotted: tuple[Spotted, ...] = ()
    failure: str = ""
