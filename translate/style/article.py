"""Applies a desk's style to the English of one article, before it is annotated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from glossary.values import Person, PersonMention
from translate.style.findings import RULE, style_findings
from translate.style.quotations import quotations, running
from translate.style.spelling import Change, changed, respelt
from translate.style.titles import droppable, stops
from translate.style.values import CourtesyTitles, Style
from translate.terms import REMEMBERED
from translate.terms import Outcome as Applied
from translate.terms.judge import Judged, judge
from translate.terms.spelling import fold
from translate.terms.wants import Origin, Want
from translate.values import Article, BlockKind, Finding, Level, Mention, Segment, Span, TermHit

_WORD = re.compile(r"[^\W\d_]+")
#: Blocks that are speech without quotation marks.
_SPOKEN = frozenset({BlockKind.QUOTE, BlockKind.QUESTION})
_NAMED = frozenset({Origin.TERM, Origin.PERSON, Origin.NAME})


Noted = TypeVar("Noted", TermHit, Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence with what is known about its English.

    Attributes:
        segment, block: id of the segment and index of its block.
        source: the French. wants, mentions: what its English must hold, and who is named.
        final: the English as mended, judged against `wants`.
        written: a memory gave it, so it is checked and never altered.
        inside: it begins in the middle of a quotation.
    """

    segment: str
    block: int
    source: str
    wants: Sequence[Want]
    mentions: Sequence[PersonMention]
    final: Judged
    written: bool = False
    inside: bool = False


def restyle(
    article: Article,
    segments: Sequence[Segment],
    wants: Sequence[Sequence[Want]],
    people: Sequence[Sequence[PersonMention]],
    outcomes: Sequence[Applied],
    style: Style,
) -> tuple[list[Applied], tuple[Finding, ...]]:
    """Return the outcomes of an article in `style`, and what in them is not; the default does none.

    A change is kept only where the sentence verifies no worse than before. A courtesy title stays
    where the name alone could mean somebody or something else of the article; that is told once.

    Args:
        segments: of `article`. wants, people, outcomes: for each, what its English must hold, who
            is named, and the English as mended.
    """
    if not style:
        return list(outcomes), ()
    listed = _with_quotations(
        _Sentence(
            segment=segment.id,
            block=segment.block,
            source=segment.text,
            wants=own,
            mentions=mentions,
            final=outcome.final,
            inside=article.blocks[segment.block].kind in _SPOKEN,
            written=outcome.how == REMEMBERED,
        )
        for segment, own, mentions, outcome in zip(segments, wants, people, outcomes, strict=True)
    )
    rivals = _Rivals(listed) if style.courtesy_titles is CourtesyTitles.DROP else None
    restyled, findings, told = [], [], set[str]()
    for sentence, outcome in zip(listed, outcomes, strict=True):
        kept = _kept(sentence, rivals) if rivals else {}
        final = sentence.final if sentence.written else _in_style(sentence, style, kept)
        restyled.append(replace(outcome, final=final))
        for index, why in kept.items():
            name = final.verdicts[index].found
            if why and fold(name) not in told:
                told.add(fold(name))
                findings.append(_told(sentence, name, why))
        protected = [*_places(sentence, final), *_titles(final, kept)]
        findings += style_findings(
            sentence.segment, final.text, style, protected, inside=sentence.inside
        )
    return restyled, tuple(findings)


def with_notes_respelt(items: Iterable[Noted], style: Style) -> tuple[Noted, ...]:
    """Return `items` with the spelling of their notes for readers in `style`."""
    return tuple(
        replace(item, note=changed(item.note, respelt(item.note, style.spelling))) for item in items
    )


def _in_style(sentence: _Sentence, style: Style, kept: Collection[int]) -> Judged:
    """Return the English of one sentence in `style`; the names `kept` keep their titles."""
    final = sentence.final
    if style.courtesy_titles is CourtesyTitles.DROP:
        final = _tried(sentence, final, _without_titles(sentence, final, kept))
    final = _tried(sentence, final, _stops(sentence, final, style))
    return _tried(sentence, final, _respelt(sentence, final, style))


def _with_quotations(sentences: Iterable[_Sentence]) -> list[_Sentence]:
    """Return `sentences` with what the French tells: which begin in the middle of a quotation."""
    listed = []
    for _, paragraph in groupby(sentences, key=lambda sentence: sentence.block):
        own = list(paragraph)
        states = running(sentence.source for sentence in own)
        listed += [
            replace(one, inside=one.inside or state) for one, state in zip(own, states, strict=True)
        ]
    return listed


class _Rivals:
    """Who and what in an article a bare name could mean."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self._people: dict[str, dict[str, Person]] = {}
        for sentence in sentences:
            for mention in sentence.mentions:
                for person in (*mention.people, *mention.candidates):
                    for word in fold(person.name_en).split():
                        self._people.setdefault(word, {})[person.id] = person
        self._things = {
            fold(form)
            for sentence in sentences
            for want in sentence.wants
            if want.origin is Origin.TERM
            for form in (want.english, want.match.entry.en)
        }

    def why_kept(self, name: str) -> str:
        """Return why `name` needs its title, "" if it does not."""
        last = fold(name).split()[-1]
        people = self._people.get(last, {})
        bearers = [person for person in people.values() if _bears(person, name)]
        if len(bearers) > 1:
            both = " or ".join(sorted(person.name_en for person in bearers))
            return f"it could be {both}"
        return "the glossary has something else of that name" if fold(name) in self._things else ""


def _bears(person: Person, name: str) -> bool:
    return set(fold(name).split()) <= set(fold(person.name_en).split())


def _kept(sentence: _Sentence, rivals: _Rivals) -> dict[int, str]:
    """Return which names, by index of their want, keep a title that they have, and why.

    The reason is "" where it is told already: the mention itself is ambiguous.
    """
    kept = {}
    final = sentence.final
    quotes = quotations(final.text, inside=sentence.inside)
    for index, (want, verdict) in enumerate(zip(sentence.wants, final.verdicts, strict=True)):
        if want.origin is not Origin.PERSON or verdict.start < 0:
            continue
        change = droppable(final.text, verdict.start)
        if change is None or change.within(quotes):
            continue
        if want.person is None:
            kept[index] = ""
        elif why := rivals.why_kept(verdict.found):
            kept[index] = why
    return kept


def _tried(sentence: _Sentence, now: Judged, changes: Sequence[Change]) -> Judged:
    """Return `now` with the changes, where it verifies no worse with them."""
    if not changes:
        return now
    new = judge(sentence.source, sentence.wants, changed(now.text, changes), now.score)
    worse = any(a > b for a, b in zip(new.harm, now.harm, strict=True))
    return now if worse or not set(new.missing) <= set(now.missing) else new


def _without_titles(sentence: _Sentence, now: Judged, kept: Collection[int]) -> list[Change]:
    quotes = quotations(now.text, inside=sentence.inside)
    changes = (
        droppable(now.text, verdict.start)
        for index, (want, verdict) in enumerate(zip(sentence.wants, now.verdicts, strict=True))
        if want.origin is Origin.PERSON and verdict.start >= 0 and index not in kept
    )
    return [change for change in changes if change and not change.within(quotes)]


def _stops(sentence: _Sentence, now: Judged, style: Style) -> list[Change]:
    quotes = quotations(now.text, inside=sentence.inside)
    places = _places(sentence, now)
    return [
        change for change in stops(now.text, style.spelling, quotes) if not change.within(places)
    ]


def _respelt(sentence: _Sentence, now: Judged, style: Style) -> list[Change]:
    """Return the words to respell: none of a name, in a term only into a form of the entry."""
    around = [
        (want, Span(start=verdict.start, end=verdict.end))
        for want, verdict in zip(sentence.wants, now.verdicts, strict=True)
        if want.origin in _NAMED and verdict.start >= 0
    ]
    return [
        change
        for change in respelt(now.text, style.spelling)
        if all(_accepts(want, change) for want, span in around if change.within([span]))
    ]


def _accepts(want: Want, change: Change) -> bool:
    """Return whether the entry of a term has the new word in one of its forms."""
    entry = want.match.entry
    words = {
        word.lower().removesuffix("s")
        for form in (entry.en, *entry.forms_en)
        for word in _WORD.findall(form)
    }
    return want.origin is Origin.TERM and change.new.lower().removesuffix("s") in words


def _places(sentence: _Sentence, final: Judged) -> list[Span]:
    """Return where names and terms stand in the English."""
    return [
        Span(start=verdict.start, end=verdict.end)
        for want, verdict in zip(sentence.wants, final.verdicts, strict=True)
        if want.origin in _NAMED and verdict.start >= 0
    ]


def _titles(final: Judged, kept: Iterable[int]) -> list[Span]:
    """Return the kept titles, each with its name."""
    spans = []
    for index in kept:
        verdict = final.verdicts[index]
        title = droppable(final.text, verdict.start) if verdict.start >= 0 else None
        if title:
            spans.append(Span(start=title.start, end=verdict.end))
    return spans


def _told(sentence: _Sentence, name: str, why: str) -> Finding:
    return Finding(
        rule=RULE,
        level=Level.INFO,
        segment=sentence.segment,
        message=f"{name!r} keeps its courtesy title: {why}",
        suggestion="write the name in full",
    )
