"""What a person changed on a page becomes what the memory knows of its sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from translate.errors import InputError
from translate.memory.recall import identity
from translate.memory.values import Entry, Kind
from translate.pages import Page, Row
from translate.values import UNTRANSLATED

#: Marks of strong text that an editor typed: they are no part of the sentence.
_STRONG = re.compile(r"\*\*|__")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A sentence of a page that cannot be taken: `rows` are its ids, `line` counts from 1."""

    rows: tuple[str, ...]
    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a page teaches.

    `untouched` sentences are as the machine wrote them, `gone` ones cannot be read on the page.
    """

    entries: tuple[Entry, ...]
    refusals: tuple[Refusal, ...] = ()
    untouched: int = 0
    gone: tuple[str, ...] = ()


def lesson(page: Page, *, name: str, now: dt.datetime, author: str = "") -> Lesson:
    """Return the sentences of `page` that a person changed, or all where its status is "reviewed".

    Args:
        name: what errors call the page.
        author: who changed it; else the page's `reviewer`, if it names one.

    Raises:
        InputError: the page does not tell which sentences were changed.
    """
    if not page.tracked and not page.reviewed:
        raise InputError(
            f"{name} does not tell which sentences were changed (its last lines are gone, or an "
            "earlier version made it); write `status: reviewed` into its head to have all taken"
        )
    seen = Counter(id_ for row in page.rows for id_ in _ids(row))
    entries: list[Entry] = []
    refusals: list[Refusal] = []
    untouched = 0
    for row in page.rows:
        if not (row.changed or page.reviewed):
            untouched += 1
            continue
        reasons = list(_reasons(row, seen))
        if reasons:
            refusals.append(Refusal(rows=_ids(row), line=row.line, reason=reasons[0]))
            continue
        entries.append(
            Entry(
                source=row.french,
                target=_english(row),
                kind=Kind.HUMAN,
                made=now,
                author=author or page.reviewer,
                article=page.source,
                digest=identity(page.source, page.digest),
                row=row.id,
            )
        )
    return Lesson(
        entries=tuple(entries), refusals=tuple(refusals), untouched=untouched, gone=page.gone
    )


def _ids(row: Row) -> tuple[str, ...]:
    return tuple(id_ for id_, _ in row.joined) or (row.id,)


def _reasons(row: Row, seen: Counter[str]) -> Iterator[str]:
    """Yield why a row cannot be taken."""
    if row.joined:
        there = ", ".join(number.removeprefix("s") for number in row.numbers) or "none"
        yield (
            f"the English has of their numbers {there}: each sentence needs its own, "
            "such as <sub>12</sub>, to tell what belongs to what"
        )
    if any(seen[id_] > 1 for id_ in _ids(row)):
        yield "its number stands on the page twice"
    if row.french_changed:
        yield "its French was changed: the article no longer has this sentence"
    if not row.french:
        yield "it has no French"
    if not _english(row):
        yield "it has no English"
    if _english(row) == UNTRANSLATED:
        yield "it is not translated yet"


def _english(row: Row) -> str:
    return " ".join(_STRONG.sub("", row.english).split())
