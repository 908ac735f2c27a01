"""Proposals as rows of a glossary file and as JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from glossary import Entry, EntryStatus
from glossary.atomic import write_bytes
from glossary.editing import Add, Change, Edit, Sheet, apply, edit_file
from glossary.rows import COLUMNS, derive_id
from translate.suggest.values import Evidence, Proposal

#: The column of a file of proposals that holds sentences; glossary files keep such own columns.
EVIDENCE = "evidence"
#: Between two sentences of that column.
SEPARATOR = " ¶ "
_MOST_CHARACTERS = 240  # of one sentence in one language
_RESERVED = re.compile(r"[⟦⟧‖¶]")
_HEADER = "\ufeff" + ",".join((*COLUMNS, EVIDENCE)) + "\n"


def to_entry(proposal: Proposal) -> Entry:
    """Return a proposal as an entry that waits for review."""
    return Entry(
        id=derive_id(proposal.fr, proposal.kind),
        fr=proposal.fr,
        en=proposal.en,
        kind=proposal.kind,
        forms_fr=proposal.forms_fr,
        forbidden_en=proposal.forbidden_en,
        gender=proposal.gender,
        note=proposal.note,
        source=_source(proposal),
        status=EntryStatus.PROPOSED,
    )


def _source(proposal: Proposal) -> str:
    times = "once" if proposal.count == 1 else f"{proposal.count} times"
    articles = "1 article" if proposal.articles == 1 else f"{proposal.articles} articles"
    return _cell(f"suggest: {'; '.join(proposal.why)}; {times} in {articles}")


def to_evidence(evidence: Iterable[Evidence]) -> str:
    """Return evidence as one cell."""
    return _cell(
        SEPARATOR.join(
            f"{_short(one.source)} {one.segment}: "
            f"{_short(one.french)} → {_short(one.english) or '?'}"
            for one in evidence
        ),
        reserved=re.compile(r"[⟦⟧‖]"),
    )


def _short(text: str) -> str:
    text = _RESERVED.sub(" ", text).replace("→", "->")
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"


def _cell(text: str, reserved: re.Pattern[str] = _RESERVED) -> str:
    """Return `text` as a cell may be: no control characters, no marks, no formula."""
    hidden = {"Cc", "Cs"}
    visible = "".join(" " if unicodedata.category(char) in hidden else char for char in text)
    return " ".join(reserved.sub(" ", visible).split()).lstrip("=+@- ")


def to_csv(proposals: Iterable[Proposal]) -> str:
    """Return `proposals` as a file of their own."""
    sheet = apply(Sheet.parse(_HEADER.encode(), "proposals"), _changes(proposals))
    return sheet.to_bytes().decode("utf-8-sig")


def save(proposals: Iterable[Proposal], path: Path) -> None:
    """Add `proposals` to a file of proposals, making it if need be; what it holds stays.

    Raises:
        GlossaryError: the file is no glossary or cannot be written.
    """
    if not path.exists():
        write_bytes(path, _HEADER.encode())
    edit_file(path, list(_changes(proposals)))


def _changes(proposals: Iterable[Proposal]) -> Iterator[Change]:
    for proposal in proposals:
        entry = to_entry(proposal)
        yield Add(entry)
        yield Edit(entry.id, {EVIDENCE: to_evidence(proposal.evidence)})


def to_json(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as plain values; `why` says in words what `reasons` name."""
    return {**asdict(proposal), "score": proposal.score}
