"""Matching the sentences of one article together: a word it also writes small is a common noun.

Press French raises nouns at will ("nombreux: Cyberattaques, Fentanyl, collaboration"). In a lone
sentence a single raised noun could be anybody's name and is left alone; where the same article has
the word in small letters too, it is taken for that word.

A sense that is rare in news needs a cue in its sentence; once one sentence of the article has it,
the others need none (Gale, Church & Yarowsky, *One Sense Per Discourse*, 1992).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from glossary.matching import Matcher
from glossary.senses import rare
from glossary.values import Kind, Match

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
#: What may stand right before a raised noun that is no name: no other capital, no courtesy title.
_NAME_BEFORE = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]*|\b(?:M|MM|Mme|Mlle|Me|Dr|Pr)\.?)[\s\u00a0\u202f-]$")
_NAME_AFTER = re.compile(r"[\s\u00a0\u202f-][A-ZÀ-Ý]")


def find_in_article(
    matcher: Matcher, texts: Sequence[str], on: dt.date | None = None
) -> tuple[tuple[Match, ...], ...]:
    """Return the matches of each of `texts`, the sentences of one article, in order.

    Args:
        on: date of the article; entries that are not valid then do not apply.
    """
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    found = tuple(_find(matcher, text, small, on) for text in texts)
    entries = {match.entry.id: match.entry for matches in found for match in matches}
    meant = {name for name, entry in entries.items() if rare(entry)}
    return tuple(_find(matcher, text, small, on, meant) for text in texts) if meant else found


def _find(
    matcher: Matcher,
    text: str,
    small: set[str],
    on: dt.date | None,
    meant: Collection[str] = frozenset(),
) -> tuple[Match, ...]:
    found = matcher.find(text, on, meant)
    lowered = _lower_raised(text, small)
    if lowered == text:
        return found
    more = [
        replace(match, surface=text[match.start : match.end])
        for match in matcher.find(lowered, on, meant)
        if match.entry.kind is Kind.TERM
        and not any(match.start < other.end and other.start < match.end for other in found)
    ]
    return tuple(sorted([*found, *more], key=lambda match: match.start))


def _lower_raised(text: str, small: set[str]) -> str:
    """Return `text`, same length, with raised words small that `small` has and no name borders."""

    def lower(hit: re.Match[str]) -> str:
        word, low = hit[0], hit[0].lower()
        raised = word[0].isupper() and word[1:].islower() and low in small
        if not raised or len(low) != len(word):
            return word
        beside = _NAME_BEFORE.search(text[max(0, hit.start() - 40) : hit.start()])
        return word if beside or _NAME_AFTER.match(text, hit.end()) else low

    return _WORD.sub(lower, text)
