"""From a corpus to ranked proposals: the one place where the ways of finding meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary import Entry, Kind
from translate.checks.lexicon import is_french
from translate.checks.text import fold, parts, plain
from translate.suggest.altered import with_losses
from translate.suggest.known import known_of, known_spans
from translate.suggest.names import find_names
from translate.suggest.people import find_people
from translate.suggest.renderings import Aligned, copied, find_varied, merged, ways_of
from translate.suggest.values import Candidate, Evidence, Place, Proposal, Reason, Source, Way

#: Sentences that are kept as evidence of one proposal.
MOST_EVIDENCE = 3
_CONSISTENT = 2  # places from which another English of a proper name is no slip
_SENTENCE = 5  # words from which a line is more than a scrap


def propose(
    sources: Sequence[Source],
    entries: Iterable[Entry],
    *,
    min_count: int = 2,
    limit: int = 50,
) -> tuple[Proposal, ...]:
    """Return what `sources` suggest for a glossary that has `entries`, the most useful first.

    Args:
        entries: in any status; what one of them has is not proposed.
        min_count: places in the French from which a name that is right in English counts. An
            altered name counts from one place, a term that varies from three.
        limit: how many proposals at most.
    """
    known = known_of(entries)
    spans = known_spans(sources, known)
    people = find_people(sources, known.entries)
    names = find_names(sources, spans, people)
    aligned = Aligned(sources)
    found = with_losses(sources, spans, people, names)
    named = [_with_english(candidate, sources, aligned) for candidate in found]
    taken = [place for candidate in named for place in candidate.places]
    taken += people.places
    taken += _places(spans)
    candidates = (*named, *find_varied(sources, aligned, taken))
    proposals = [
        _proposal(one, sources)
        for one in candidates
        if not known.has(one.fr) and (len(one.places) >= min_count or one.altered)
    ]
    return _ranked(proposals)[:limit]


def _places(spans: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> list[Place]:
    return [
        Place(source=number, line=at, start=start, end=end)
        for number, lines in enumerate(spans)
        for at, found in enumerate(lines)
        for start, end in found
    ]


def _ranked(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals by usefulness, one for each French and kind."""
    ranked = sorted(proposals, key=lambda one: (-one.score, fold(one.fr), one.kind))
    return tuple({(fold(one.fr), one.kind): one for one in reversed(ranked)}.values())[::-1]


def _with_english(candidate: Candidate, sources: Sequence[Source], aligned: Aligned) -> Candidate:
    """Return a name with its English: as the pages have it, else copied, else empty."""
    if candidate.kind is Kind.PERSON or candidate.en:
        return replace(candidate, en=candidate.en or candidate.fr)
    same = copied(candidate.places, sources)
    kept = set(same)
    others = [place for place in candidate.places if place not in kept]
    ways = [way for way in ways_of(others, aligned) if way.text[:1].isupper()]
    if same:
        edited = sum(sources[place.source].lines[place.line].edited for place in same)
        ways.append(Way(text=candidate.fr, count=len(same), place=same[0], edited=edited))
    found = merged(ways, candidate.fr)
    if not found or (len(found) == 1 and found[0].count < _CONSISTENT and _is_proper(candidate.fr)):
        return replace(candidate, en=candidate.fr if _is_proper(candidate.fr) else "")
    if len(found) == 1:
        return replace(candidate, en=found[0].text)
    lost = sum(way.count for way in found[1:])
    return replace(candidate, en=found[0].text, ways=found, lost=max(candidate.lost, lost))


def _is_proper(name: str) -> bool:
    """Whether no word of a name is a French common word, so that English keeps it."""
    return not any(map(is_french, plain(name).lower().split()))


def _proposal(candidate: Candidate, sources: Sequence[Source]) -> Proposal:
    articles = len({place.source for place in candidate.places})
    reasons, why = _why(candidate)
    count = len(candidate.places)
    return Proposal(
        fr=candidate.fr,
        en=candidate.en,
        kind=candidate.kind,
        forms_fr=candidate.variants,
        forbidden_en=_forbidden(candidate),
        gender=candidate.gender,
        count=count,
        articles=articles,
        trouble=min(candidate.lost, count),
        reasons=reasons,
        why=why,
        evidence=_evidence(candidate, sources),
        note=candidate.note,
    )


def _forbidden(candidate: Candidate) -> tuple[str, ...]:
    """Return rival renderings and misspellings, as candidates for what must not stand."""
    own = fold(candidate.en)
    right = {own, *parts(candidate.en), *own.split()}
    rivals = [way.text for way in (*candidate.ways[1:], *candidate.altered)]
    return tuple(dict.fromkeys(text for text in rivals if fold(text) not in right))


def _why(candidate: Candidate) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
    reasons, why = [], []
    if candidate.reason is Reason.UNKNOWN:
        reasons.append(Reason.UNKNOWN)
        why.append(Reason.UNKNOWN.value)
    for reason, ways in ((Reason.VARIES, candidate.ways), (Reason.ALTERED, candidate.altered)):
        if ways:
            reasons.append(reason)
            said = ", ".join(f"{way.text} {way.count}" for way in ways)
            why.append(f"{reason.value}: {said}")
    if candidate.ways and candidate.ways[0].edited:
        reasons.append(Reason.CORRECTED)
        why.append(f"{Reason.CORRECTED.value}: {candidate.ways[0].text}")
    if candidate.lost and not candidate.ways and not candidate.altered:
        why.append(f"not in the English of {candidate.lost}")
    return tuple(reasons), tuple(why)


def _evidence(candidate: Candidate, sources: Sequence[Source]) -> tuple[Evidence, ...]:
    """Return a sentence for each way of rendering, then one of each article, then others.

    Whole sentences come before scraps such as a place line.
    """
    ways = [way.place for way in (*candidate.ways, *candidate.altered)]
    told = [(place.source, place.line) for place in ways]
    lines = sorted(
        {(place.source, place.line) for place in candidate.places},
        key=lambda at: (_is_scrap(sources[at[0]].lines[at[1]].french), at),
    )
    first: dict[int, tuple[int, int]] = {}
    for number, at in lines:
        first.setdefault(number, (number, at))
    chosen = list(dict.fromkeys([*told, *first.values(), *lines]))[:MOST_EVIDENCE]
    return tuple(
        Evidence(
            source=sources[number].name,
            segment=sources[number].lines[at].id,
            french=sources[number].lines[at].french,
            english=sources[number].lines[at].english,
        )
        for number, at in chosen
    )


def _is_scrap(text: str) -> bool:
    return len(text.split()) < _SENTENCE
