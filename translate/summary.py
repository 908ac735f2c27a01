"""The short summary of one article: sentences of the French, and the English of the same rows.

A sentence taken out of its article loses what stood before it, so the first mention of each person
says who is meant, in brackets: "M. Varin [Paul Varin] a promis ...", "Mr. Varin [Paul Varin] ...".
An identity that was inferred carries a question mark. Nothing else is added to or taken from a
row; `unsupported` checks that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import summarize
from translate import backquotes
from translate.values import (
    Article,
    BilingualDocument,
    BlockKind,
    Finding,
    Mention,
    Segment,
    Summary,
    SummaryPoint,
)

#: Said of a quotation whose speaker used English: the words went through French.
NOT_VERBATIM = " [back-translated, not verbatim]"


#: Our block kinds in the words of the summarize package.
_SENTENCE_KINDS = {BlockKind.PARAGRAPH: "sentence"}
_FRENCH_PRONOUN = re.compile(r"(Il|Elle)\s(?!y\b|faut|s['’]agit|est\s(?:vrai|possible|temps)\b)")
_ENGLISH_PRONOUN = re.compile(r"(?:He|She)\b")
_PRONOUN_OF = {"Il": "m", "Elle": "f"}
_COURTESY = re.compile(r"(?:M|MM|Mme|Mmes|Mlle|Me)\.?\s")
_NUMBER = re.compile(r"\d+(?:[.,\s'’]?\d+)*")
_NAME = re.compile(r"\b[^\W\d_a-zß-ÿœ][\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Addition:
    """Who is meant, at an offset of the French and one of the English."""

    at_fr: int
    at_en: int
    fr: str
    en: str


def sentences_of(article: Article, segments: Sequence[Segment]) -> list[summarize.Sentence]:
    """Return the segments as the summarize package sees them."""
    return [
        summarize.Sentence(
            text=segment.text,
            kind=_SENTENCE_KINDS.get(
                article.blocks[segment.block].kind, article.blocks[segment.block].kind
            ),
            paragraph=segment.block,
        )
        for segment in segments
    ]


def summary_of(
    article: Article,
    segments: Sequence[Segment],
    texts: Sequence[str],
    *,
    mentions: Sequence[Mention] = (),
    findings: Sequence[Finding] = (),
    count: int,
) -> Summary:
    """Return a summary of `count` sentences, each in both languages and with its segment.

    Args:
        texts: the English of each segment.
        mentions: the people named; at first mention in the summary the full name is added.
        findings: those of the rule "backquote" mark quotations that are not verbatim.
        count: 0 gives an empty summary.
    """
    if not count or not segments:
        return Summary()
    chosen = summarize.select(
        sentences_of(article, segments), limit=summarize.Limit(sentences=count)
    )
    by_segment: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_segment.setdefault(mention.segment, []).append(mention)
    full_names = _full_names(mentions)
    retold = {finding.segment for finding in findings if finding.rule == backquotes.RULE}
    introduced: set[str] = set()
    points = []
    for index in chosen:
        segment, english = segments[index], texts[index]
        own = by_segment.get(segment.id, [])
        additions = _identities(english, own, full_names, introduced)
        if index and index - 1 not in chosen:
            before = by_segment.get(segments[index - 1].id, [])
            additions = [*_pronoun(segment.text, english, before, introduced), *additions]
        fr = _laid_in(segment.text, ((a.at_fr, a.fr) for a in additions))
        en = _laid_in(english, ((a.at_en, a.en) for a in additions))
        if segment.id in retold and backquotes.quoted(english):
            en += NOT_VERBATIM
        points.append(SummaryPoint(fr=fr, en=en, segments=(segment.id,)))
    return Summary(points=tuple(points), method="default")


def unsupported(document: BilingualDocument) -> tuple[str, ...]:
    """Return what the summary of `document` says otherwise than the rows it points at.

    Each message names a point and the numbers or names that only the point, or only its rows
    have. Names of people who are mentioned in the article may be added to a point.
    """
    french = {segment.id: segment.text for segment in document.segments}
    english = {item.segment: item.text for item in document.translations}
    people = " ".join(
        name
        for mention in document.mentions
        for name in (mention.person, *mention.candidates, mention.surface)
    )
    messages = []
    for number, point in enumerate(document.summary.points, start=1):
        rows_fr = " ".join(french[id_] for id_ in point.segments)
        rows_en = " ".join(english[id_] for id_ in point.segments)
        for language, said, rows in (("French", point.fr, rows_fr), ("English", point.en, rows_en)):
            wrong = [*_unequal_numbers(said, rows), *_unequal_names(said, rows, people)]
            if wrong:
                messages.append(f"point {number}, {language}: {', '.join(wrong)}")
    return tuple(messages)


def _full_names(mentions: Iterable[Mention]) -> dict[str, str]:
    """Return for each person the name in full as the French writes it first."""
    names: dict[str, str] = {}
    for mention in mentions:
        full = " " in mention.surface.strip() and not _COURTESY.match(mention.surface)
        if mention.person and full and mention.surface[0].isupper():
            names.setdefault(_key(mention), mention.surface.strip())
    return names


def _identities(
    english: str, own: Sequence[Mention], full_names: Mapping[str, str], introduced: set[str]
) -> list[_Addition]:
    """Return who is meant by the mentions of one sentence that do not give the name in full."""
    additions = []
    for mention in sorted(own, key=lambda item: item.span):
        target = mention.target_span
        if target is None:
            continue
        at_en = min(target.end, len(english))
        if not mention.person:
            if mention.candidates:
                additions.append(_addition(mention.span.end, at_en, *_candidates(mention)))
            continue
        key = _key(mention)
        near = english[max(0, target.start - len(mention.person)) : at_en + len(mention.person)]
        if key not in introduced and mention.person not in near:
            doubt = "?" if mention.inferred else ""
            fr = full_names.get(key, mention.person)
            additions.append(
                _addition(mention.span.end, at_en, f"{fr}{doubt}", f"{mention.person}{doubt}")
            )
        introduced.add(key)
    return additions


def _pronoun(
    french: str, english: str, before: Sequence[Mention], introduced: set[str]
) -> list[_Addition]:
    """Return whom an opening "Il" or "Elle" means, if the sentence before names one such person."""
    opening, pronoun = _FRENCH_PRONOUN.match(french), _ENGLISH_PRONOUN.match(english)
    people = {_key(mention): mention for mention in before if mention.person}
    if opening is None or pronoun is None or len(people) != 1:
        return []
    key, mention = next(iter(people.items()))
    if mention.gender not in {"", _PRONOUN_OF[opening[1]]} or key in introduced:
        return []
    introduced.add(key)
    name = f"{mention.person}?"
    return [_addition(opening.end(1), pronoun.end(), name, name)]


def _addition(at_fr: int, at_en: int, fr: str, en: str) -> _Addition:
    return _Addition(at_fr=at_fr, at_en=at_en, fr=f" [{fr}]", en=f" [{en}]")


def _candidates(mention: Mention) -> tuple[str, str]:
    return "? " + " ou ".join(mention.candidates), "? " + " or ".join(mention.candidates)


def _key(mention: Mention) -> str:
    return mention.entry_id or mention.person


def _laid_in(text: str, additions: Iterable[tuple[int, str]]) -> str:
    """Return `text` with what is added at its offsets."""
    pieces, start = [], 0
    for at, added in sorted(additions):
        pieces += [text[start:at], added]
        start = at
    return "".join([*pieces, text[start:]])


def _unequal_numbers(said: str, rows: str) -> list[str]:
    found, wanted = Counter(_NUMBER.findall(said)), Counter(_NUMBER.findall(rows))
    return [
        *(f"{number} is not in the row" for number in found - wanted),
        *(f"{number} of the row is missing" for number in wanted - found),
    ]


def _unequal_names(said: str, rows: str, people: str) -> list[str]:
    found, wanted = set(_NAME.findall(said)), set(_NAME.findall(rows))
    added = set(_NAME.findall(people))
    return [
        *(f"{name} is not in the row" for name in sorted(found - wanted - added)),
        *(f"{name} of the row is missing" for name in sorted(wanted - found)),
    ]
