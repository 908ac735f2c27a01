"""Decides who is meant by each mention, in reading order."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from glossary.names import evidence as ev
from glossary.names.article import (
    Article,
    Passage,
    Place,
    attached_roles,
    named_in_full,
    passage_of,
)
from glossary.names.candidates import candidates as possible
from glossary.names.evidence import Reason
from glossary.names.groups import group_noun, members
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found
from glossary.values import MentionKind

#: A name that stands this many sentences or fewer before the full name may anticipate it.
NEAR = 3
#: The most that a mention is worth whose courtesy title has the wrong gender.
WRONG_TITLE = 0.75
#: An absent person of a frequent family name needs this much evidence, of a rare one none.
ENOUGH = 1.0
WHOLE = frozenset({MentionKind.FULL, MentionKind.REORDERED})
#: A rival with no more than this is out.
ELIMINATED = -1.5
#: What a cue in the next sentence is worth of one in the same.
NEXT_TO_IT = 0.6
CLUSTER_LIMIT = 3.5
LOCAL_LIMIT = 0.5
CANDIDATE_RANGE = 2.5


SURNAME_ONLY = "known by this title and surname only"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is meant by one mention, as person indices."""

    found: Found
    people: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    inferred: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it."""

    person: int
    reasons: tuple[Reason, ...]

    @property
    def total(self) -> float:
        """Sum of all weights."""
        return sum(r.weight for r in self.reasons)

    @property
    def hard(self) -> float:
        """Sum of the weights that come from the article's own naming."""
        return sum(r.weight for r in self.reasons if not r.soft)

    @property
    def soft(self) -> float:
        """Sum of the weights of cues and topics."""
        return sum(r.weight for r in self.reasons if r.soft)


def told(scored: Scored) -> tuple[str, ...]:
    """Return in words how a candidate stands and what speaks for them."""
    standing, *others = scored.reasons
    return (standing.text, *(r.text for r in others if r.weight > 0))


@dataclass(frozen=True, slots=True)
class Field:
    """The candidates of one mention together.

    Attributes:
        size: how many they are. rivals: whether any was introduced before.
        next_place: where the first of those who come later is introduced.
        headline: a bare name that stands before anybody is introduced.
    """

    size: int
    rivals: bool
    next_place: Place | None
    headline: bool


class Resolver:
    """Resolves the mentions of one article; `seen` remembers who was meant before."""

    def __init__(self, article: Article, founds: Sequence[Found], on: dt.date | None) -> None:
        self.article = article
        self.founds = founds
        self.on = on
        self.seen: dict[int, tuple[int, int]] = {}
        self._last: Decision | None = None
        self._in_sentence: dict[int, set[int]] = {}
        places = [f.introduced for f in article.facts if f.introduced is not None]
        self._first_place = min(places, default=(len(article.sentences), 0))
        self._others: dict[Passage, set[int]] = {}
        for found in founds:
            if len(found.fits) == 1:
                self._others.setdefault(passage_of(found), set()).update(found.fits)
        self._cluster = self._read_clusters()

    def resolve(self) -> list[Decision]:
        """Return a decision for every mention that is one, in reading order."""
        decisions = []
        for found in self.founds:
            decision = self._decide(found)
            if decision is None:
                continue
            decisions.append(decision)
            self._last = decision
            self._in_sentence.setdefault(found.sentence, set()).update(decision.people)
            if decision.confidence > 0.5:
                for person in decision.people:
                    self._learn(found, person)
                    self.seen.setdefault(person, (found.sentence, found.first))
        return decisions

    def _learn(self, found: Found, person: int) -> None:
        """Remember what a resolved mention says of its person."""
        facts, fit = self.article.facts[person], found.fits.get(person)
        whole = fit is not None and len(found.words) > 1 and fit.kind in WHOLE
        if whole and facts.introduced is None:
            facts.introduced = (found.sentence, found.first)
        if found.courtesy and found.courtesy.role:
            facts.ranked = True

    # -- candidates ------------------------------------------------------------------------

    def _introduced_before(self, person: int, found: Found) -> bool:
        place = self.article.facts[person].introduced
        return place is not None and place < (found.sentence, found.first)

    def _known(self, found: Found) -> set[int]:
        """Return the mention's people who were introduced or meant before it."""
        return {p for p in found.fits if self._introduced_before(p, found) or p in self.seen}

    def _joined(self, found: Found) -> tuple[int, ...]:
        """Return who was meant just before "et" and this mention: somebody else."""
        before = self._last
        if before is None or before.found.sentence != found.sentence or found.lead < 2:
            return ()
        tokens = self.article.sentences[found.sentence]
        joined = tokens[found.lead - 1].fold == "et" and before.found.last == found.lead - 2
        return before.people if joined else ()

    def _contradicted(self, found: Found) -> set[int]:
        """Return who was meant earlier in the sentence and has not this title's gender.

        "Mme le juge X a entendu M. X" speaks of two people; across sentences it may be a slip.
        """
        gender = found.courtesy.gender if found.courtesy else ""
        people = self._in_sentence.get(found.sentence, set())
        if not gender:
            return set()
        return {p for p in found.fits if p in people and self.article.gender(p) not in {gender, ""}}

    # -- evidence --------------------------------------------------------------------------

    def _soft(self, found: Found, person: int) -> list[Reason]:
        others = sorted(self._others.get(passage_of(found), set()))
        return [
            *ev.cue_reasons(self.article, found, person),
            *ev.counterpart_reasons(self.article, found, person, others),
        ]

    def _read_clusters(self) -> dict[tuple[tuple[str, ...], int], Reason]:
        """Sum the evidence for people whom the article never introduces.

        All mentions of one form ("M. Wang") are taken together, because an article that never
        introduces a person calls only one person so. The evidence counts up to `CLUSTER_LIMIT`,
        scaled by its ratio to the best candidate's.
        """
        sums: dict[tuple[str, ...], dict[int, float]] = {}
        told: dict[tuple[tuple[str, ...], int], dict[str, None]] = {}
        groups: dict[tuple[str, ...], list[Found]] = {}
        for found in self.founds:
            if not named_in_full(found, self.article):
                groups.setdefault(found.words, []).append(found)
        for words, group in groups.items():
            beside = self._beside(group)
            absent = {p for f in group for p in f.fits if not self.article.facts[p].introduced}
            for person in absent:
                soft = [r for f in group if person in f.fits for r in self._soft(f, person)]
                weight = sum(r.weight for r in soft)
                weight += NEXT_TO_IT * ev.neighbour_cue(self.article, beside, person)
                sums.setdefault(words, {})[person] = weight
                told[words, person] = dict.fromkeys(r.text for r in soft)
        clusters = {}
        for words, own in sums.items():
            most = max(own.values())
            for person, weight in own.items():
                if weight > 0:
                    share = min(weight, CLUSTER_LIMIT) * weight / most
                    signs = "; ".join([*told[words, person]][:3]) or "cue in the next sentence"
                    clusters[words, person] = Reason(
                        share, f"across the article: {signs}", soft=True
                    )
        return clusters

    def _beside(self, group: Sequence[Found]) -> list[Passage]:
        """Return the passages beside a group of mentions that hold none of them."""
        inside = {passage_of(found) for found in group}
        sentences = {found.sentence for found in group}
        beside = {p for number in sentences for p in self.article.passages_beside(number)}
        return sorted(beside - inside)

    def _score(self, found: Found, person: int, field: Field) -> Scored:
        reasons = [
            self._standing(found, person, field),
            *ev.gender_reasons(self.article, found, person),
            *ev.agreement_reasons(self.article, found, person),
            *ev.role_reasons(self.article, found, person),
            *ev.suffix_reasons(self.article, found, person),
            *ev.form_reason(found, person),
        ]
        if field.size > 1 or not self._introduced_before(person, found):
            soft = self._soft(found, person)
            cluster = self._cluster.get((found.words, person))
            if cluster is not None and self.article.facts[person].introduced is None:
                local = sum(r.weight for r in soft)
                scale = min(1.0, LOCAL_LIMIT / local) if local else 0.0
                reasons += [cluster, *(Reason(r.weight * scale, r.text, soft=True) for r in soft)]
            else:
                reasons += [*soft, *ev.context_reasons(self.article, found, person)]
        return Scored(person, tuple(reasons))

    def _standing(self, found: Found, person: int, field: Field) -> Reason:
        """Weigh whether the person was introduced before, later or never."""
        place = self.article.facts[person].introduced
        here = (found.sentence, found.first)
        if place is not None and place < here:
            return Reason(ev.INTRODUCED, f"introduced in sentence {place[0] + 1}")
        if person in self.seen:
            return Reason(ev.RESOLVED_BEFORE, f"meant in sentence {self.seen[person][0] + 1}")
        if place is not None:
            near = place[0] - found.sentence <= NEAR and place == field.next_place
            if near and field.headline:
                return Reason(ev.HEADLINE, f"introduced soon after, in sentence {place[0] + 1}")
            return Reason(ev.INTRODUCED_LATER, f"introduced only in sentence {place[0] + 1}")
        return Reason(ev.ABSENT if field.rivals else 0.0, "never introduced in the article")

    def _field(self, found: Found, candidates: Sequence[int]) -> Field:
        """Look at the candidates of a mention together."""
        here = (found.sentence, found.first)
        places = [q for p in candidates if (q := self.article.facts[p].introduced) is not None]
        plain = found.courtesy is None and not attached_roles(
            found, self.article.sentences[found.sentence]
        )
        return Field(
            size=len(candidates),
            rivals=any(place < here for place in places),
            next_place=min((place for place in places if place > here), default=None),
            headline=plain and (found.sentence == 0 or here < self._first_place),
        )

    # -- decisions -------------------------------------------------------------------------

    def _decide(self, found: Found) -> Decision | None:
        full = named_in_full(found, self.article)
        if len(full) == 1:
            if not self.article.profiles[full[0]].whole:
                return Decision(found, (full[0],), evidence=(SURNAME_ONLY,), confidence=0.8)
            if found.fits[full[0]].kind is MentionKind.INITIALS:
                return Decision(found, (full[0],), evidence=("initials",), confidence=0.85)
            return Decision(found, (full[0],), evidence=("full name",))
        if found.nickname and len(found.fits) == 1:
            return Decision(found, tuple(found.fits), evidence=("nickname",), confidence=0.95)
        candidates = full or possible(
            self.article,
            found,
            known=self._known(found),
            barred={*self._joined(found), *self._contradicted(found)},
            on=self.on,
        )
        noun = group_noun(self.article.sentences[found.sentence], found)
        if noun or found.group in {"pair", "plural"}:
            if found.group == "plural" and found.courtesy:
                noun = found.courtesy.gender or "les"
            return self._group(found, candidates, noun or found.group)
        if not candidates:
            return Decision(found, confidence=0.0) if found.courtesy else None
        field = self._field(found, candidates)
        scored = sorted(
            (self._score(found, p, field) for p in candidates),
            key=lambda s: (-s.total, s.person),
        )
        return self._judge(found, scored)

    def _judge(self, found: Found, scored: Sequence[Scored]) -> Decision | None:
        top = scored[0]
        alone = all(s.total <= ELIMINATED for s in scored[1:])
        margin = top.total - scored[1].total if len(scored) > 1 else math.inf
        known = self._introduced_before(top.person, found) or top.person in self.seen
        texts = told(top)
        if margin < ev.MARGIN or not self._enough(found, top, known=known, alone=alone):
            return self._ambiguous(found, scored)
        before = self._introduced_before(top.person, found)
        hard = top.hard - max((s.hard for s in scored[1:]), default=-math.inf)
        rivals_soft = max((s.soft for s in scored[1:]), default=0.0)
        inferred = not before or hard < ev.MARGIN or rivals_soft >= ev.CUE
        confidence = 0.95 if not inferred else min(0.9, 1 / (1 + math.exp(-min(margin, 2.0))))
        if not before and alone:
            confidence = 0.85 if top.soft >= ENOUGH or top.person in self.seen else 0.65
        if any(r.weight == ev.GENDER_DIFFERS for r in top.reasons):
            confidence = min(confidence, WRONG_TITLE)
        return Decision(
            found, (top.person,), evidence=texts, confidence=round(confidence, 2), inferred=inferred
        )

    def _enough(self, found: Found, top: Scored, *, known: bool, alone: bool) -> bool:
        """Whether a leading candidate has enough of its own to be more than a guess."""
        if any(r.weight == ev.ANOTHER_THAN_BEFORE for r in top.reasons):
            return False
        if known:
            return top.total > ev.GENDER_DIFFERS + 1.0
        place = self.article.facts[top.person].introduced
        if place is not None:
            near = place[0] - found.sentence <= NEAR
            return near and (alone or top.total >= 0)
        lex = lexicon()
        common = any(lex.has("east_asian", w) or lex.has("ambiguous_words", w) for w in found.words)
        differs = any(r.weight == ev.GENDER_DIFFERS for r in top.reasons)
        if common or differs or not alone or found.courtesy is None:
            return top.soft >= ENOUGH or top.hard >= ev.ROLE_AGREES
        return True

    def _ambiguous(self, found: Found, scored: Sequence[Scored]) -> Decision | None:
        top = scored[0]
        alone = len(scored) == 1
        differs = any(r.weight == ev.GENDER_DIFFERS for r in top.reasons)
        absent = all(self.article.facts[s.person].introduced is None for s in scored)
        unknown = absent and not any(s.person in self.seen for s in scored)
        if unknown and found.courtesy is None and not any(s.soft >= ENOUGH for s in scored):
            return None  # A bare name of somebody of whom the article says nothing.
        if unknown and alone and differs:
            # Somebody else of that surname, whom neither glossary nor article knows.
            return Decision(found, confidence=0.0) if found.courtesy else None
        near = [s for s in scored if s.total >= top.total - CANDIDATE_RANGE]
        agreeing = [s for s in near if not any(r.weight == ev.GENDER_DIFFERS for r in s.reasons)]
        near = agreeing if len(agreeing) > 1 else near
        texts = [f"{self.article.profiles[s.person].name_en}: {', '.join(told(s))}" for s in near]
        return Decision(
            found,
            candidates=tuple(s.person for s in near),
            evidence=tuple(texts),
            confidence=round(1 / max(2, len(near)), 2),
            inferred=True,
        )

    def _group(self, found: Found, candidates: Sequence[int], noun: str) -> Decision | None:
        """Resolve "les époux X", "les frères X", "M. et Mme X", "MM. X", "les X"."""
        here = [p for p in candidates if self.article.facts[p].introduced or p in self.seen]
        people = members(self.article, here, noun)
        if people:
            return Decision(found, people, evidence=(f"group: {noun}",), confidence=0.9, group=True)
        if noun == "les" or not (candidates or found.courtesy):
            return None
        listed = tuple(here or candidates)
        return Decision(
            found, candidates=listed, evidence=("group",), confidence=0.3, inferred=True, group=True
        )
