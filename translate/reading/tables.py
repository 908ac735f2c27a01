"""The reader's rules and word lists, loaded from its data folder on first use."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from translate.reading.units import Label
from translate.values import BlockKind


@lru_cache(maxsize=8)
def load(name: str) -> dict[str, Any]:
    """Load ``data/NAME.toml``."""
    text = files("translate.reading").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def line_rules() -> tuple[tuple[re.Pattern[str], Label], ...]:
    """The rules for whole lines, in order."""
    rules = load("rules")
    compiled = []
    for rule in rules["lines"]:
        patterns = [p for form in rule["forms"] for p in rules["forms"][form]] + rule["patterns"]
        compiled.append((_one(patterns), Label(BlockKind(rule["kind"]), rule["reason"])))
    return tuple(compiled)


@lru_cache(maxsize=32)
def form(name: str) -> re.Pattern[str]:
    """One pattern for all the lines called `name` in the rules."""
    return _one(load("rules")["forms"][name])


@lru_cache(maxsize=1)
def agencies() -> str:
    """Alternatives that match a news agency in folded form."""
    return str(load("rules")["agencies"])


@lru_cache(maxsize=1)
def column_labels() -> frozenset[str]:
    """Labels in capitals that are no place: "INFO", "REPORTAGE"."""
    return frozenset(load("rules")["labels"].split())


@lru_cache(maxsize=8)
def words(name: str) -> frozenset[str]:
    """A word list; entries are parted by commas or else by blanks."""
    text = load("words")[name]
    parts = text.replace("\n", " ").split("," if "," in text else None)
    return frozenset(part.strip() for part in parts)


def _one(patterns: list[str]) -> re.Pattern[str]:
    joined = "|".join(patterns).replace("{agencies}", agencies())
    return re.compile(f"(?:{joined})")
