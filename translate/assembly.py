"""The parts of a bilingual document, from an article that is prepared and the English found for it.

Each function returns a new value; `translate.pipeline` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import glossary
from glossary.values import Outcome, PersonMention, Verdict
from translate import annotate, terms
from translate.backquotes import speaker_of
from translate.checks import Known, Pair
from translate.courtesy import mistitled
from translate.engines.base import Decoding, Engine, Hypothesis
from translate.memory.recall import Recalled, Remembered
from translate.mend import mend, with_title
from translate.summary import unsupported
from translate.values import (
    Article,
    BilingualDocument,
    Finding,
    Level,
    Mention,
    Segment,
    TermHit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An article before translation.

    Attributes:
        people, matches, wants: per segment, who is named, what the glossary has for it, and what
            its English must hold.
        recalled: what people wrote for these very sentences before.
        doubts: per segment, what is not asked for since the plain English shows another sense.
    """

    article: Article
    segments: tuple[Segment, ...]
    people: tuple[tuple[PersonMention, ...], ...]
    matches: tuple[tuple[glossary.Match, ...], ...]
    wants: tuple[tuple[terms.Want, ...], ...]
    recalled: Recalled = field(default_factory=Recalled)
    doubts: tuple[tuple[terms.Doubt, ...], ...] = ()

    @property
    def remembered(self) -> tuple[Remembered | None, ...]:
        """Return for each segment what stands for it, None where the engine has to work."""
        return tuple(self.recalled.by_segment.get(item.id) for item in self.segments)


def with_doubts(
    item: Prepared, decoded: Sequence[Hypothesis], engine: Engine, decoding: Decoding
) -> Prepared:
    """Take from what is wanted the terms that the plain English of an article speaks against.

    What people wrote is not doubted: their English is verified as it stands.
    """
    doubts = terms.doubts_of(
        engine,
        [segment_.text for segment_ in item.segments],
        [() if known else own for known, own in zip(item.remembered, item.wants, strict=True)],
        [hypothesis.text for hypothesis in decoded],
        decoding=decoding,
    )
    wants = tuple(map(terms.without, item.wants, doubts))
    return replace(item, wants=wants, doubts=tuple(doubts))


def with_lost(prepared: Sequence[Prepared], decoded: Sequence[Hypothesis]) -> list[Prepared]:
    """Add to what is wanted the names and figures that the plain English lacks.

    Args:
        decoded: the hypotheses of all segments of all articles, in order.
    """
    texts = (hypothesis.text for hypothesis in decoded)
    return [
        replace(
            item,
            wants=tuple(
                _lost_in(segment_.text, next(texts), own)
                for segment_, own in zip(item.segments, item.wants, strict=True)
            ),
        )
        for item in prepared
    ]


def _lost_in(source: str, text: str, wants: Sequence[terms.Want]) -> tuple[terms.Want, ...]:
    """Return `wants` with the names and figures of `source` that `text` lacks."""
    wants = terms.with_lost(wants, terms.name_matches(source, text), terms.Origin.NAME)
    return terms.with_lost(wants, terms.figure_matches(source, text), terms.Origin.FIGURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The side lists of one article."""

    hits: tuple[TermHit, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]


def mended(item: Prepared, outcomes: Sequence[terms.Outcome]) -> list[terms.Outcome]:
    """Return `outcomes` with what a rule can put right in each sentence."""
    found = []
    known = item.remembered
    for index, (segment_, outcome) in enumerate(zip(item.segments, outcomes, strict=True)):
        if known[index]:
            found.append(outcome)
            continue
        before = item.people[index - 1] if index else ()
        final = mend(segment_.text, item.wants[index], item.people[index], outcome.final, before)
        found.append(replace(outcome, final=final))
    return found


def annotated(item: Prepared, outcomes: Sequence[terms.Outcome]) -> Sides:
    """Return term hits, mentions and what they tell the reader to look at."""
    hits: list[TermHit] = []
    mentions: list[Mention] = []
    findings: list[Finding] = []
    for index, (segment_, outcome) in enumerate(zip(item.segments, outcomes, strict=True)):
        wants = item.wants[index]
        own = list(annotate.term_hits(segment_, item.matches[index], wants, outcome))
        hits += own
        mentions += annotate.mentions_of(segment_, item.people[index], wants, outcome)
        findings += annotate.findings_of(segment_, own, item.people[index], wants, outcome)
        if item.remembered[index]:  # people's English is not mended
            final = outcome.final
            people = item.people[index]
            findings += mistitled(segment_.id, people, wants, final.verdicts, final.text)
    return Sides(hits=tuple(hits), mentions=tuple(mentions), findings=tuple(findings))


def with_summary_checked(document: BilingualDocument) -> BilingualDocument:
    """Return `document` with a finding for each point that says otherwise than its rows."""
    wrong = [
        Finding(rule="summary", level=Level.ERROR, segment="", message=message)
        for message in unsupported(document)
    ]
    return replace(document, findings=(*wrong, *document.findings)) if wrong else document


def checked_pairs(
    item: Prepared, texts: Sequence[str], outcomes: Sequence[terms.Outcome]
) -> Iterator[Pair]:
    """Yield the pairs of an article as the checks take them."""
    remembered = item.remembered
    for index, segment_ in enumerate(item.segments):
        final = outcomes[index].final
        known = known_places(segment_.text, texts[index], item.wants[index], final.verdicts)
        score = None if remembered[index] else final.score
        speaker = speaker_of(segment_.text, item.people[index])
        yield Pair(segment_.id, segment_.text, texts[index], known, score, speaker)


def known_places(
    source: str, text: str, wants: Sequence[terms.Want], verdicts: Sequence[Verdict]
) -> list[Known]:
    """Return where French and English are verified as each other's translation.

    A person's place takes in the courtesy title: it follows the person, not the French.
    """
    places = []
    for want, verdict in zip(wants, verdicts, strict=True):
        if verdict.outcome is not Outcome.USED:
            continue
        start, at = want.start, verdict.start
        if want.origin is terms.Origin.PERSON:
            start, at = with_title(source, start, text, at)
        places.append(((start, want.end), (at, verdict.end)))
    return places


def decoding_findings(segment_: Segment, hypothesis: Hypothesis) -> list[Finding]:
    """Return what the engine itself says about a segment: it failed, or words may be missing."""
    if hypothesis.failed:
        return [
            Finding(
                rule="omission",
                level=Level.ERROR,
                segment=segment_.id,
                message=f"not translated: {hypothesis.failed}",
                suggestion="translate this sentence by hand",
            )
        ]
    if hypothesis.truncated:
        return [
            Finding(
                rule="omission",
                level=Level.ERROR,
                segment=segment_.id,
                message="too long for the model; its end may be missing",
                suggestion="compare with the French to the last word",
            )
        ]
    return []


def in_order(findings: Sequence[Finding], segments: Sequence[Segment]) -> tuple[Finding, ...]:
    """Return findings by place, each said once; the same rule with the same message is one."""
    place = {segment_.id: index for index, segment_ in enumerate(segments)}
    distinct = {(finding.segment, finding.rule, finding.message): finding for finding in findings}
    return tuple(sorted(distinct.values(), key=lambda finding: place.get(finding.segment, -1)))
