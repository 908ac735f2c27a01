"""How often the entries of a glossary occur in articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from glossary.article import find_in_article
from glossary.homonyms import homonyms
from glossary.matching import Matcher
from glossary.values import EntryStatus, Glossary, Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Occurrences by entry id, the number of articles with the entry, and the articles read.

    `matched` counts the articles in which any entry occurs.
    """

    occurrences: dict[str, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)
    read: int = 0
    matched: int = 0


def count(glossary: Glossary, articles: Iterable[Sequence[str]]) -> Usage:
    """Count the approved entries in articles, each a sequence of its paragraphs or sentences.

    Rivals on one place count each, and so do homonyms: which is meant is not resolved. People count
    where their full name or a form of it stands, not where a surname alone does. Dates of validity
    are not looked at.
    """
    matcher = Matcher(glossary)
    alike = homonyms(entry for entry in glossary.entries if entry.status is EntryStatus.APPROVED)
    occurrences: dict[str, int] = {}
    within: dict[str, int] = {}
    read = matched = 0
    for texts in articles:
        read += 1
        here: set[str] = set()
        for matches in find_in_article(matcher, texts):
            for match in matches:
                claiming = [entry.id for entry in (match.entry, *match.rivals)]
                everyone = (one for id_ in claiming for one in alike.get(id_, (id_,)))
                for id_ in dict.fromkeys(everyone):  # each once: rivals may be homonyms
                    occurrences[id_] = occurrences.get(id_, 0) + 1
                    here.add(id_)
        matched += bool(here)
        for id_ in here:
            within[id_] = within.get(id_, 0) + 1
    return Usage(occurrences=occurrences, articles=within, read=read, matched=matched)


def covered(glossary: Glossary, usage: Usage, articles: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for each entry that only occurs inside a longer match the id of the first such match.

    Looked for are the approved entries that `usage`, counted over the same articles, lacks.
    """
    unused = [entry for entry in glossary.entries if entry.id not in usage.occurrences]
    few, everyone = Matcher(Glossary(entries=tuple(unused))), Matcher(glossary)
    found: dict[str, str] = {}
    for texts in articles:
        for text, matches in zip(texts, find_in_article(few, texts), strict=True):
            new = [match for match in matches if match.entry.id not in found]
            if not new:
                continue
            longer = everyone.find(text)
            for match in new:
                over = [item for item in longer if _covers(item, match)]
                if over:
                    found[match.entry.id] = over[0].entry.id
    return found


def _covers(longer: Match, match: Match) -> bool:
    whole = longer.start <= match.start and match.end <= longer.end
    return whole and longer.entry.id != match.entry.id
