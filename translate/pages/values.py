"""What a bilingual page holds, as frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence of a page in both languages.

    Attributes:
        kind: as in the summarize package ("sentence", "title", "caption", ...).
        paragraph: number of its table row.
        doubt: whether a check warns about it.
        line: number of its line in the file, from 1.
        joined: ids and French of the sentences taken together here, because the numbers of their
            English (`numbers`) no longer match; both empty in an ordinary row.
        changed: whether a person changed the English since the page was written; see
            `Page.tracked`.
        french_changed: ids of its sentences whose French was changed, which nobody should.
    """

    id: str
    french: str
    english: str
    kind: str = "sentence"
    paragraph: int = 0
    doubt: bool = False
    line: int = 0
    joined: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()
    changed: bool = False
    french_changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person or term of a page.

    Attributes:
        french: its forms in the article. segments: the first sentences that have it.
    """

    french: tuple[str, ...]
    english: str
    kind: str
    status: str
    segments: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding of a page. `segment` is "" when it is about the whole article."""

    level: str
    rule: str
    segment: str
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A bilingual page as the briefing sees it.

    Attributes:
        source: name of the source file. digest: SHA-256 of its bytes, hexadecimal.
        date: None where the page gives none. dateline: as the article has it, "" if none.
        href: relative address of the page, "" when there is none to point at.
        edited: whether a person changed it after it was written.
        tracked: whether it tells which sentences were changed. Pages of earlier versions and
            pages that lost their last comment do not: no row is `changed` then.
        gone: ids of sentences that were written and stand on the page no more.
        summary: its points that stand for one sentence each: id, French, English, line, and whether
            the English is another than the sentence had when the page was written.
        reviewer: who looked at it, if its front matter says so ("" if not).
    """

    source: str
    digest: str
    engine: str
    version: str
    edited: bool
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    status: str = ""
    dateline: str = ""
    date: dt.date | None = None
    href: str = ""
    rows: tuple[Row, ...] = ()
    names: tuple[Name, ...] = ()
    remarks: tuple[Remark, ...] = ()
    tracked: bool = True
    gone: tuple[str, ...] = ()
    summary: tuple[Row, ...] = ()
    reviewer: str = ""

    @property
    def reviewed(self) -> bool:
        """Whether a person stands for every sentence: ``status: reviewed`` in the front matter."""
        return self.status.strip().lower() == "reviewed"
