"""JSON Lines: one article a line, with `text` and, if known, title, outlet, url, author, date."""

from __future__ import annotations

import json
from typing import Any

from translate.errors import InputError
from translate.reading.decoding import decode
from translate.reading.metadata import meta_from
from translate.reading.normal import normalize
from translate.reading.plain.text import read_plain
from translate.reading.source import Source
from translate.reading.units import Role, Unit

_TEXT_KEYS = ("text", "texte", "body", "content")
_MOST_PROBLEMS = 10


def read(data: bytes, name: str) -> list[Source]:
    """Read JSON Lines; all bad lines are reported at once.

    Raises:
        InputError: when lines are no JSON objects, or have no text.
    """
    decoded = decode(data, name)
    sources: list[Source] = []
    problems: list[str] = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            sources.append(_source(_record(line), f"{name}:{number}", decoded.notes))
        except InputError as error:
            problems.append(str(error))
    if problems:
        more = (
            f"\n... and {len(problems) - _MOST_PROBLEMS} more"
            if len(problems) > _MOST_PROBLEMS
            else ""
        )
        raise InputError("\n".join(problems[:_MOST_PROBLEMS]) + more)
    return sources


def _record(line: str) -> dict[str, Any] | str:
    try:
        loaded = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON ({type(error).__name__})"
    return loaded if isinstance(loaded, dict) else "not a JSON object"


def _source(record: dict[str, Any] | str, where: str, notes: tuple[str, ...]) -> Source:
    if isinstance(record, str):
        raise InputError(f'{where}: {record}. Write one {{"text": "..."}} a line.')
    text = next((record[key] for key in _TEXT_KEYS if record.get(key)), None)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f'{where}: no "text". Each line needs the article as a string.')
    meta = meta_from(record, where)
    units = read_plain(normalize(text))
    title = normalize(meta.title)
    if title and (not units or units[0].text != title):
        units = [Unit(text=title, role=Role.TITLE), *units]
    return Source(units=units, meta=meta, notes=notes)
