"""Quotation marks and brackets: in pairs, of the English kind, and as many as in the French."""

from __future__ import annotations

import re

from translate.checks.text import plain
from translate.values import Finding, Level

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_EMPTY = re.compile(r"\"\"|“”|''(?!\w)|\(\s*\)|\[\s*\]|«\s*»")
_LOOSE = re.compile(r"(?:^|[\s(\[])[\"“](?=\s)|\s\"(?=\s|$)")
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[\"“—-]))'(?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])'(?=$|[\s)\].,;:!?\"”—-])")
_ELISIONS = re.compile(r"(?i)'(?:s|em|til|tis|twas|cause|bout|n|\d0s|\d\d)\b")
_GLOSSES = ("so-called", "known as", "dubbed", "nicknamed", "called")
_FRENCH_QUOTE = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


def _unbalanced(text: str) -> list[str]:
    """Return the marks of `text` that lack their partner."""
    found = []
    for opening, closing in _PAIRS:
        if _depth(text, opening, closing):
            found.append(opening if text.count(opening) > text.count(closing) else closing)
    if text.count('"') % 2:
        found.append('"')
    return found


def _depth(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return True
    return depth != 0


def _single_quotes(text: str) -> bool:
    """Whether a single quotation mark opens and never closes."""
    straight = _ELISIONS.sub("", plain(text))
    return len(_SINGLE_OPEN.findall(straight)) > len(_SINGLE_CLOSE.findall(straight))


def _french_quotes(source: str) -> tuple[int, bool]:
    """Return the number of quotations of the French, and whether all of them close."""
    closed = source.count("«") == source.count("»") and source.count('"') % 2 == 0
    closed = closed and source.count("“") == source.count("”")
    quotes = [match.strip('«»“”" \u00a0\u202f') for match in _FRENCH_QUOTE.findall(source)]
    # Ships, newspapers and works ("« Aurora Due »") need no marks in English.
    said = [quote for quote in quotes if len(quote.split()) > 3 or not quote.istitle()]
    return len(said), closed


def _english_quotes(target: str) -> int:
    straight = plain(target)
    single = len(_SINGLE_CLOSE.findall(straight)) if _SINGLE_OPEN.search(straight) else 0
    return target.count('"') // 2 + target.count("“") + target.count("«") + single


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find quotation marks and brackets lost, left French or without partner."""
    found = []
    quotes, closed = _french_quotes(source)
    if any(mark in target for mark in "«»"):
        found.append("French quotation marks were left in the English")
    french = set(_unbalanced(source))
    open_french = not closed
    for mark in _unbalanced(target):
        if mark in '"“”' and open_french:
            continue
        if mark in "()" and french & {"(", ")"}:
            continue
        found.append(f"the English has {mark} without its partner")
    if _EMPTY.search(target) and not _EMPTY.search(source):
        found.append("the English has an empty pair of quotation marks or brackets")
    elif _LOOSE.search(target) and not open_french:
        found.append("a quotation mark stands loose between blanks")
    if _single_quotes(target) and not open_french:
        found.append("a single quotation mark of the English does not close")
    glossed = any(phrase in target for phrase in _GLOSSES)
    if not found and quotes and closed and not glossed and not _english_quotes(target):
        found.append("the quotation marks of the French are lost in the English")
    if "[" in source and "]" in source and not found and "[" not in target and "..." not in target:
        found.append("the square brackets of the French are lost in the English")
    return [
        Finding(rule="brackets", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]
