"""The "Names and terms" table: one row for each person, open question and glossary entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translate.values import BilingualDocument, HitStatus, Mention, TermHit

#: What asks for the reader's eye.
UNSETTLED = frozenset({HitStatus.MISSING, HitStatus.FORBIDDEN, HitStatus.AMBIGUOUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One row, in plain text. `segments` are ids in reading order, each once."""

    french: str
    english: str
    kind: str
    status: str
    segments: tuple[str, ...]
    why: str


def person_key(mention: Mention) -> str:
    """Return what two mentions of one person have in common, "" when nobody is settled on."""
    return (mention.entry_id or mention.person) if mention.person else ""


def name_rows(document: BilingualDocument) -> list[NameRow]:
    """Return people first, then terms, each in order of first appearance.

    A glossary person who is mentioned has one row, from the mentions; the term hits of the same
    entry add one only where they are not settled.
    """
    people: dict[tuple[str, ...], list[Mention]] = {}
    for mention in document.mentions:
        key = person_key(mention)
        group = (key,) if key else ("", mention.surface, *mention.candidates)
        people.setdefault(group, []).append(mention)
    terms: dict[tuple[str, str], list[TermHit]] = {}
    for hit in document.hits:
        if (hit.entry_id,) not in people or hit.status in UNSETTLED:
            terms.setdefault((hit.entry_id, hit.en), []).append(hit)
    english = {item.segment: item.text for item in document.translations}
    return [
        *map(_person_row, people.values()),
        *(_term_row(hits, english) for hits in terms.values()),
    ]


def candidates(mention: Mention) -> str:
    """Return the people an ambiguous mention can mean, as "A, B or C"."""
    *others, last = mention.candidates or ("unknown",)
    return f"{', '.join(others)} or {last}" if others else last


def confidence(mention: Mention) -> str:
    """Return the confidence of a mention as "70 %"."""
    return f"{mention.confidence:.0%}".replace("%", " %")


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the non-empty texts, each once, in order."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _person_row(mentions: list[Mention]) -> NameRow:
    """Return the row of mentions that all mean the same person, or the same open question."""
    first = mentions[0]
    if not first.person:
        status = "ambiguous" if first.candidates else "unknown"
    else:
        status = "inferred" if any(mention.inferred for mention in mentions) else "settled"
    evidence = [
        f"{phrase} ({confidence(mention)})" if mention.confidence < 1 else phrase
        for mention in mentions
        for phrase in (mention.evidence or (("confidence",) if mention.confidence < 1 else ()))
    ]
    return NameRow(
        french=", ".join(distinct(mention.surface for mention in mentions)),
        english=first.person or candidates(first),
        kind="person",
        status=status,
        segments=distinct(mention.segment for mention in mentions),
        why="; ".join(distinct(evidence)),
    )


def _other_form(hit: TermHit, english: Mapping[str, str]) -> str:
    """Return "as “plaintiffs”" where another accepted English form stands than the entry's own."""
    if hit.target_span is None:
        return ""
    found = hit.target_span.of(english.get(hit.segment, "")).strip()
    same = hit.en.lower().rstrip("s") in found.lower() or not found
    return "" if same else f"as “{found}”"


def _term_row(hits: list[TermHit], english: Mapping[str, str]) -> NameRow:
    """Return the row of all hits of one glossary entry."""
    counts = Counter(hit.status for hit in hits)
    if len(counts) == 1:
        status = str(hits[0].status)
    else:
        status = ", ".join(f"{status} {counts[status]}×" for status in HitStatus if counts[status])
    return NameRow(
        french=hits[0].fr,
        english=hits[0].en,
        kind=hits[0].kind,
        status=status,
        segments=distinct(hit.segment for hit in hits),
        why="; ".join(
            distinct(
                [*(hit.evidence for hit in hits), *(_other_form(hit, english) for hit in hits)]
            )
        ),
    )
