"""Invented articles with every mention marked: who is meant, inferred, ambiguous or nobody."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from glossary.names import resolve
from glossary.values import Entry, Kind, MentionKind, PersonMention

_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
CASES: list[dict[str, Any]] = [
    case
    for name in ("cases.yaml", "kinds.yaml")
    for case in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


def entries(case: dict[str, Any]) -> list[Entry]:
    """Build the glossary of a case."""
    extra = case.get("extra", {})
    made = []
    for id_, (fr, gender, cues, note) in case["people"].items():
        more = {k: tuple(v) if isinstance(v, list) else v for k, v in extra.get(id_, {}).items()}
        made.append(
            Entry(
                id=id_,
                fr=fr,
                en=more.pop("en", fr),
                kind=Kind.PERSON,
                gender=gender,
                cues=tuple(cues),
                note=note,
                **more,
            )
        )
    return made


def unmark(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the marks out of a line; return the text and (start, end, who)."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        surface = found.group(1)
        marks.append((len(text), len(text) + len(surface), found.group(2)))
        text += surface
        at = found.end()
    return text + line[at:], marks


def said(mention: PersonMention | None) -> str:
    """Write an answer in the notation of the marks."""
    if mention is None:
        return "-"

    def names(people: Any) -> list[str]:
        return sorted("other" if p.id.startswith("cast-") else p.id for p in people)

    if mention.candidates:
        listed = "/".join(names(mention.candidates))
        return listed if "/" in listed else f"/{listed}"
    return (
        "+".join(names(mention.people)) + "!" * bool(mention.source_error) + "~" * mention.inferred
    )


def normal(who: str) -> str:
    """Order the ids of a mark."""
    for sign in "+/":
        if sign in who.strip("/"):
            return sign.join(sorted(who.split(sign)))
    return who


def faults(case: dict[str, Any]) -> list[str]:
    """Return what the resolver gets wrong in a case."""
    lines = [unmark(line) for line in case["text"].splitlines()]
    cast = resolve([text for text, _ in lines], entries(case), on=case.get("date"))
    wrong, claimed = [], set()
    for number, (text, marks) in enumerate(lines):
        here = [m for m in cast.mentions if m.sentence == number]
        for start, end, who in marks:
            over = [m for m in here if m.start < end and start < m.end]
            claimed.update(id(m) for m in over)
            answer = said(over[0] if over else None)
            if who == "-" and over and not over[0].people and not over[0].candidates:
                answer = "-"
            if answer.rstrip("~") != normal(who).rstrip("~") or ("~" in who) != ("~" in answer):
                wrong.append(f"{number + 1}: {text[start:end]!r} is {answer}, should be {who}")
        wrong += [
            f"{number + 1}: {mention.surface!r} is {said(mention)}, unmarked"
            for mention in here
            if id(mention) not in claimed and mention.kind is not MentionKind.TITLE
        ]
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Every marked mention gets the person, the doubt or the silence that its mark says."""
    assert case.get("date") is None or isinstance(case["date"], dt.date)
    assert not faults(case)
