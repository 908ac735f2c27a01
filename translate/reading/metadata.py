"""What a file says about itself: YAML head, sidecar, JSON fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from translate.errors import InputError
from translate.reading.dates import find_date
from translate.reading.units import Role, Unit

_KEYS = {
    "title": "title", "titre": "title", "headline": "title",
    "outlet": "outlet", "source": "outlet", "journal": "outlet", "media": "outlet",
    "publisher": "outlet", "site": "outlet", "publication": "outlet",
    "url": "url", "link": "url", "lien": "url", "canonical": "url",
    "author": "author", "auteur": "author", "authors": "author",
    "auteurs": "author", "byline": "author",
    "date": "published", "published": "published", "publie": "published", "publié": "published",
    "date_published": "published", "datepublished": "published", "pubdate": "published",
}  # fmt: skip
#: A YAML head is a few lines; more is text that happens to begin with a rule.
_LONGEST_HEAD = 60
_MOST_HEAD_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is known of an article from outside its text."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    published: dt.date | None = None

    def over(self, other: Meta) -> Meta:
        """Return these values, filled up from `other` where they are empty."""
        return Meta(
            **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        )


def meta_from(mapping: Mapping[Any, Any], where: str) -> Meta:
    """Read the known fields of a mapping (English or French names); others are left alone.

    Raises:
        InputError: when a date is no full calendar date.
    """
    values: dict[str, Any] = {}
    for key, value in mapping.items():
        name = _KEYS.get(str(key).strip().lower())
        if name is None or value in (None, "") or name in values:
            continue
        values[name] = _date(value, where, str(key)) if name == "published" else _text(value)
    return Meta(**values)


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(item) for item in value)
    if isinstance(value, Mapping):
        return _text(value.get("name", ""))
    return " ".join(str(value).split())


def _date(value: Any, where: str, key: str) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    found = find_date(str(value).replace("T", " "))
    # A month or a weekday alone makes no date; anything else that is no date is a mistake.
    if found is None and sum(c.isdigit() for c in str(value)) >= 7:
        raise InputError(f"{where}: {key}: {value!r} is no date. Write it as 2024-03-12.")
    return found


def load_yaml(text: str, where: str) -> Mapping[Any, Any]:
    """Parse a YAML mapping.

    Raises:
        InputError: when it is no YAML, or no mapping.
    """
    import yaml

    try:
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        at = f" (line {line + 1})" if line is not None else ""
        raise InputError(f"{where}: not valid YAML{at}. Write one `key: value` a line.") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, Mapping):
        raise InputError(
            f"{where}: metadata must be `key: value` lines, such as `date: 2024-03-12`."
        )
    return loaded


def split_head(text: str, where: str) -> tuple[Meta, list[Unit], str]:
    """Cut a YAML head between two ``---`` lines off a text.

    A head that is no YAML mapping is left in the text: it is then a rule and what follows it.
    """
    bare = text.lstrip("\n")
    if not bare.startswith("---\n"):
        return Meta(), [], text
    lines = bare[:_MOST_HEAD_CHARACTERS].split("\n")[1 : _LONGEST_HEAD + 1]
    end = next((i for i, line in enumerate(lines) if line.rstrip() in {"---", "..."}), None)
    if not end:
        return Meta(), [], text
    head = "\n".join(lines[:end])
    try:
        meta = meta_from(load_yaml(head, where), where)
    except InputError:
        return Meta(), [], text
    units = [
        Unit(text=line.strip(), role=Role.METADATA, reason="metadata")
        for line in lines[:end]
        if line.strip()
    ]
    rest = bare[len("---\n") + sum(len(line) + 1 for line in lines[: end + 1]) :]
    return meta, units, rest
