"""Side lists of a document: term hits, mentions of people, and the findings they give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from glossary.values import Match, MentionKind, Outcome, Person, PersonMention
from translate.terms import PLAIN, REMEMBERED, Origin, Want
from translate.terms import Outcome as Applied
from translate.typography import english
from translate.values import Finding, HitStatus, Level, Mention, Segment, Span, TermHit

#: Where the part of a note ends that says who somebody is: "Mayor of Brest since 2020. Born ..."
_WHO_ENDS = re.compile(r"[.;:()\[\]]|,?(?: (?:since|from|until|in))? \d")
_WHO_LENGTH = 60
_STATUS = {Outcome.MISSING: HitStatus.MISSING, Outcome.FORBIDDEN: HitStatus.FORBIDDEN}


def term_hits(
    segment: Segment,
    matches: Sequence[Match],
    wants: Sequence[Want],
    applied: Applied,
) -> Iterator[TermHit]:
    """Yield what became of each glossary term of one segment, people apart."""
    by_place = {(want.start, want.end): index for index, want in enumerate(wants)}
    for match in matches:
        if match.rivals:
            yield _hit(segment, match, HitStatus.AMBIGUOUS, None, _rivalry(match))
            continue
        index = by_place.get((match.start, match.end))
        if index is None or wants[index].origin is not Origin.TERM:
            continue  # part of somebody's name
        first, final = applied.first.verdicts[index], applied.final.verdicts[index]
        if final.outcome is not Outcome.USED:
            status, evidence = _STATUS[final.outcome], "not in the English after every try"
        elif first.outcome is Outcome.USED:
            status = HitStatus.USED
            evidence = REMEMBERED if applied.how == REMEMBERED else PLAIN
        else:
            status, evidence = HitStatus.REPAIRED, applied.how
        span = Span(start=final.start, end=final.end) if final.start >= 0 else None
        yield _hit(segment, match, status, span, evidence)


def _hit(
    segment: Segment, match: Match, status: HitStatus, target: Span | None, evidence: str
) -> TermHit:
    entry = match.entry
    return TermHit(
        entry_id=entry.id,
        fr=entry.fr,
        en=entry.en,
        kind=entry.kind,
        segment=segment.id,
        source_span=Span(start=match.start, end=match.end),
        target_span=target,
        status=status,
        evidence=evidence,
        note=entry.note,
    )


def _rivalry(match: Match) -> str:
    names = ", ".join(f"{entry.en!r}" for entry in (match.entry, *match.rivals))
    return f"the glossary offers {names}; not applied"


def mentions_of(
    segment: Segment,
    mentions: Sequence[PersonMention],
    wants: Sequence[Want],
    applied: Applied,
) -> Iterator[Mention]:
    """Yield the people named in one segment; "MM. Xi et Biden" gives two."""
    for mention in mentions:
        own = [
            (want, applied.final.verdicts[index])
            for index, want in enumerate(wants)
            if want.origin is Origin.PERSON and mention.start <= want.start < mention.end
        ]
        if len(own) <= 1:
            start = own[0][1].start if own else -1
            target = Span(start=start, end=own[0][1].end) if start >= 0 else None
            yield _mention(segment, mention, target)
            continue
        for want, verdict in own:
            found = Span(start=verdict.start, end=verdict.end) if verdict.start >= 0 else None
            yield _mention(segment, mention, found, want)


def _mention(
    segment: Segment, mention: PersonMention, target: Span | None, want: Want | None = None
) -> Mention:
    people = (want.person,) if want and want.person else mention.people
    entry = people[0].entry if len(people) == 1 else None
    start, end = (want.start, want.end) if want else (mention.start, mention.end)
    return Mention(
        segment=segment.id,
        span=Span(start=start, end=end),
        surface=segment.text[start:end],
        person=" and ".join(english(person.name_en) for person in people),
        candidates=told_apart(mention.candidates),
        entry_id=entry.id if entry else "",
        gender=people[0].gender if len(people) == 1 else "",
        evidence=mention.evidence,
        confidence=mention.confidence,
        inferred=mention.inferred,
        target_span=target,
        note=entry.note if entry else "",
    )


def told_apart(people: Sequence[Person]) -> tuple[str, ...]:
    """Return the English names; of namesakes, with what their notes, else their cues, say first."""
    names = [english(person.name_en) for person in people]
    often = Counter(names)
    told = []
    for name, person in zip(names, people, strict=True):
        entry = person.entry if often[name] > 1 else None
        note = _WHO_ENDS.split(entry.note)[0] if entry else ""
        who = shorten(note or ", ".join(entry.cues if entry else ()), _WHO_LENGTH, placeholder="…")
        told.append(f"{name} ({who})" if who else name)
    return tuple(told)


def findings_of(
    segment: Segment,
    hits: Sequence[TermHit],
    mentions: Sequence[PersonMention],
    wants: Sequence[Want],
    applied: Applied,
) -> Iterator[Finding]:
    """Yield what hits and mentions of one segment tell the reader to look at."""
    for hit in hits:
        where = hit.source_span.of(segment.text)
        if hit.status is HitStatus.MISSING:
            yield _finding("term", segment, f"{where!r}: {hit.en!r} is not in the English", hit.en)
        elif hit.status is HitStatus.FORBIDDEN:
            message = f"{where!r} is rendered by a word that the glossary forbids"
            yield _finding("term", segment, message, hit.en)
        elif hit.status is HitStatus.AMBIGUOUS:
            yield _finding("term", segment, f"{where!r}: {hit.evidence}", "", Level.INFO)
    for index, want in enumerate(wants):
        lost = applied.final.verdicts[index].outcome is not Outcome.USED
        if lost and want.origin in {Origin.PERSON, Origin.NAME}:
            message = f"the name {want.match.surface!r} is not in the English"
            level = Level.ERROR if want.origin is Origin.PERSON else Level.WARNING
            yield _finding("name", segment, message, want.english, level)
    for mention in mentions:
        if mention.kind is not MentionKind.TITLE and len(mention.candidates) > 1:
            names = " or ".join(told_apart(mention.candidates))
            yield _finding("name", segment, f"{mention.surface!r} could be {names}", "")
        if mention.source_error:
            message = f"{mention.surface!r} [sic] in the French: {mention.source_error}"
            yield _finding("title", segment, message, "", Level.INFO)


def without_echoes(
    own: Sequence[Finding], checks: Sequence[Finding], wants: Mapping[str, Sequence[Want]]
) -> list[Finding]:
    """Return `own` findings that no check of the same segment tells already.

    A lost name is told when its words are.
    """
    told = {finding.segment: "" for finding in checks}
    for finding in checks:
        told[finding.segment] += f" {finding.message}"
    return [
        finding
        for finding in own
        if not any(
            word in told.get(finding.segment, "")
            for want in wants.get(finding.segment, ())
            if finding.rule == "name" and repr(want.match.surface) in finding.message
            for word in want.match.surface.split()
        )
    ]


def _finding(
    rule: str, segment: Segment, message: str, suggestion: str, level: Level = Level.WARNING
) -> Finding:
    return Finding(
        rule=rule, level=level, segment=segment.id, message=message, suggestion=suggestion
    )
