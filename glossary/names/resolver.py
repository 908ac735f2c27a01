"""Decides who is meant by each mention, in reading order."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from glossary.names import evidence as ev
from glossary.names.article import (
    Article,
    Passage,
    attached_roles,
    named_in_full,
    passage_of,
)
from glossary.names.candidates import candidates as possible
from glossary.names.clusters import read_clusters
from glossary.names.decisions import Decision, Field, Scored
from glossary.names.doubt import left_open
from glossary.names.evidence import Reason, Sign
from glossary.names.family import Families
from glossary.names.groups import counted, group_count, group_noun, members, one_of
from glossary.names.lexicon import lexicon
from glossary.names.relations import read_relations
from glossary.names.spans import Found
from glossary.names.states import States
from glossary.names.support import Support
from glossary.names.wording import NOWHERE, SHARED, listed, phrases
from glossary.values import MentionKind

#: A name that stands this many sentences or fewer before the full name may anticipate it.
NEAR = 3
#: The most that a mention is worth whose courtesy title has the wrong gender.
WRONG_TITLE = 0.75
#: An absent person of a frequent family name needs this much evidence, of a rare one none.
ENOUGH = 1.0
#: Where nobody else is known to bear the name: more than one common word of a topic.
ENOUGH_ALONE = 1.4
WHOLE = frozenset({MentionKind.FULL, MentionKind.REORDERED})
#: A rival with no more than this is out.
ELIMINATED = -1.5
LOCAL_LIMIT = 0.5
CANDIDATE_RANGE = 2.5


TOGETHER = "the people of that name, all introduced before"
SURNAME_ONLY = "known by this title and surname only"


def _is_common(found: Found) -> bool:
    """Whether a surname is borne by so many people that the name alone tells nothing."""
    lex = lexicon()
    return any(lex.has("east_asian", w) or lex.has("ambiguous_words", w) for w in found.words)


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
        self._families = Families(article)
        read_relations(article, founds, self._families.related)
        self._states = States(article, founds)
        self._cluster = read_clusters(article, founds, self._soft)
        self._support = Support(article, founds, self._cluster)
        self._latest: dict[int, int] = {}
        self._strangers: set[tuple[str, ...]] = set()

    def resolve(self) -> list[Decision]:
        """Return a decision for every mention that is one, in reading order."""
        decisions = []
        for found in self.founds:
            decision = self._decide(found)
            if decision is None:
                continue
            decisions.append(decision)
            if not decision.people and not decision.candidates:
                self._strangers.add(found.words)
            self._last = decision
            self._in_sentence.setdefault(found.sentence, set()).update(decision.people)
            if decision.confidence > 0.5:
                for person in decision.people:
                    self._learn(found, person, decision)
                    self._latest[person] = found.sentence
                    self.seen.setdefault(person, (found.sentence, found.first))
        return decisions

    def _learn(self, found: Found, person: int, decision: Decision) -> None:
        """Remember what a resolved mention says of its person."""
        facts, fit = self.article.facts[person], found.fits.get(person)
        whole = fit is not None and len(found.words) > 1 and fit.kind in WHOLE
        if (whole or decision.introduces) and facts.introduced is None:
            facts.introduced = (found.sentence, found.first)
        if found.courtesy and found.courtesy.role and not found.several:
            facts.ranked = True
            facts.styled.add(found.courtesy.role)

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
            *self._states.reasons(found, person),
        ]

    def _score(self, found: Found, person: int, field: Field) -> Scored:
        reasons = [
            self._standing(found, person, field),
            *ev.gender_reasons(self.article, found, person),
            *ev.agreement_reasons(self.article, found, person),
            *ev.role_reasons(self.article, found, person),
            *ev.suffix_reasons(self.article, found, person),
            *ev.form_reason(self.article, found, person),
            *self._family_reason(found, person),
        ]
        open_ = left_open(self.article.sentences[found.sentence], found.first, found.last) or (
            found.fits[person].kind is MentionKind.INITIALS
            and self._introduced_before(person, found)
        )
        if not open_ and (field.size > 1 or not self._introduced_before(person, found)):
            soft = self._soft(found, person)
            cluster = self._cluster.get((found.words, person))
            if ev.contradicts(self.article, found, person):
                cluster = None
            if cluster is not None and self.article.facts[person].introduced is None:
                local = sum(r.weight for r in soft)
                scale = min(1.0, LOCAL_LIMIT / local) if local else 0.0
                reasons += [cluster, *(Reason(r.weight * scale, r.text, soft=True) for r in soft)]
            else:
                reasons += [*soft, *ev.context_reasons(self.article, found, person)]
        return Scored(person, tuple(reasons))

    def _family_reason(self, found: Found, person: int) -> list[Reason]:
        """A first name beside somebody of the same family name."""
        told = self._relative(found, person)
        return [Reason(ev.FAMILY, told, sign=Sign.FAMILY)] if told else []

    def _relative(self, found: Found, person: int) -> str:
        if self._introduced_before(person, found):
            return ""
        return self._families.relative_of(found, person, self._latest.get)

    def _standing(self, found: Found, person: int, field: Field) -> Reason:
        """Weigh whether the person was introduced before, later or never."""
        place = self.article.facts[person].introduced
        here = (found.sentence, found.first)
        if place is not None and place < here:
            return Reason(ev.INTRODUCED, f"introduced by full name in sentence {place[0] + 1}")
        if person in self.seen:
            number = self.seen[person][0] + 1
            return Reason(ev.RESOLVED_BEFORE, f"the one meant in sentence {number}")
        if place is not None:
            near = place[0] - found.sentence <= NEAR and place == field.next_place
            if near and field.headline:
                return Reason(ev.HEADLINE, f"introduced soon after, in sentence {place[0] + 1}")
            later = f"named in full only later, in sentence {place[0] + 1}"
            described = ev.describes(self.article, found, person)
            return Reason(ev.DESCRIBED if described else ev.INTRODUCED_LATER, later)
        standing = SHARED if person in field.full else NOWHERE
        return Reason(ev.ABSENT if field.rivals else 0.0, standing)

    def _field(self, found: Found, candidates: Sequence[int]) -> Field:
        """Look at the candidates of a mention together."""
        here = (found.sentence, found.first)
        places = [q for p in candidates if (q := self.article.facts[p].introduced) is not None]
        plain = found.courtesy is None and not attached_roles(
            found, self.article.sentences[found.sentence]
        )
        return Field(
            size=len(candidates),
            full=frozenset(named_in_full(found, self.article)),
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
                return Decision(
                    found, (full[0],), evidence=("initial and surname",), confidence=0.85
                )
            return Decision(found, (full[0],), evidence=("full name",))
        if found.nickname and len(found.fits) == 1:
            return Decision(
                found, tuple(found.fits), evidence=("another name of theirs",), confidence=0.95
            )
        candidates = full or possible(
            self.article,
            found,
            known=self._known(found),
            barred={*self._joined(found), *self._contradicted(found)},
            relatives={p for p in found.fits if self._relative(found, p)},
            on=self.on,
        )
        noun = group_noun(self.article.sentences[found.sentence], found)
        if noun or found.several:
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
        texts = phrases(top.reasons[0], self._told(top), alone=len(scored) == 1)
        if margin < ev.MARGIN or not self._enough(found, top, known=known, alone=alone):
            return self._ambiguous(found, scored)
        before = self._introduced_before(top.person, found)
        hard = top.hard - max((s.hard for s in scored[1:]), default=-math.inf)
        rivals_soft = max((s.soft for s in scored[1:]), default=0.0)
        inferred = not before or hard < ev.MARGIN or rivals_soft >= ev.CUE
        confidence = 0.95 if not inferred else min(0.9, 1 / (1 + math.exp(-min(margin, 2.0))))
        if not before and alone:
            confidence = 0.85 if top.soft >= ENOUGH or top.person in self.seen else 0.65
        if top.shows(Sign.OTHER_GENDER):
            confidence = min(confidence, WRONG_TITLE)
        return Decision(
            found,
            (top.person,),
            evidence=texts,
            confidence=round(confidence, 2),
            inferred=inferred,
            introduces=top.shows(Sign.FAMILY),
        )

    def _told(self, scored: Scored) -> list[Reason]:
        """Return what speaks for a candidate, the article as a whole included."""
        own = [*scored.reasons[1:]]
        absent = self.article.facts[scored.person].introduced is None
        if absent and scored.soft < ENOUGH and (text := self._support.of(scored.person)):
            own.append(Reason(scored.soft + 0.1, text, soft=True))
        return own

    def _enough(self, found: Found, top: Scored, *, known: bool, alone: bool) -> bool:
        """Whether a leading candidate has enough of its own to be more than a guess."""
        if top.shows(Sign.SOMEBODY_ELSE):
            return False
        if top.shows(Sign.FAMILY):
            return True
        if known:
            return top.total > ev.GENDER_DIFFERS + 1.0
        place = self.article.facts[top.person].introduced
        if place is not None:
            near = place[0] - found.sentence <= NEAR
            return (near and (alone or top.total >= 0)) or top.hard >= ev.ROLE_AGREES
        differs = top.shows(Sign.OTHER_GENDER)
        if top.soft >= (ENOUGH_ALONE if alone else ENOUGH) or top.hard >= ev.ROLE_AGREES:
            return True
        stranger = found.words in self._strangers
        if _is_common(found) or differs or stranger or not alone or self._is_another(top):
            return False
        whole = found.fits[top.person].strength >= 1.0
        return whole and bool(self._support.of(top.person))

    def _is_another(self, scored: Scored) -> bool:
        """Whether a role beside the name is not the person's, who is never introduced."""
        absent = self.article.facts[scored.person].introduced is None
        return absent and scored.shows(Sign.OTHER_ROLE)

    def _is_stranger(self, found: Found, scored: Sequence[Scored]) -> bool:
        """Whether nothing points at any of the glossary's bearers, none of them introduced.

        Of several bearers of a rare surname one may be meant all the same.
        """
        if found.words in self._strangers or all(map(self._is_another, scored)):
            return True
        fitting = [s for s in scored if not s.shows(Sign.OTHER_GENDER)]
        if len(fitting) > 1 and not _is_common(found):
            return False
        most = ENOUGH if len(fitting) == 1 else 0.0
        return all(s.soft <= most and not self._support.of(s.person) for s in fitting)

    def _ambiguous(self, found: Found, scored: Sequence[Scored]) -> Decision | None:
        top = scored[0]
        absent = all(self.article.facts[s.person].introduced is None for s in scored)
        unknown = absent and not any(s.person in self.seen for s in scored)
        if unknown and found.courtesy is None and not any(s.soft >= ENOUGH for s in scored):
            # A bare name of somebody of whom the article says nothing, or of one called before.
            return Decision(found, confidence=0.0) if found.words in self._strangers else None
        if unknown and self._is_stranger(found, scored):
            # Somebody else of that surname, whom neither glossary nor article knows.
            return Decision(found, confidence=0.0) if found.courtesy else None
        near = [s for s in scored if s.total >= top.total - CANDIDATE_RANGE]
        agreeing = [s for s in near if not s.shows(Sign.OTHER_GENDER)]
        near = agreeing if len(agreeing) > 1 else near
        texts = [
            listed(self.article.profiles[s.person].name_en, s.reasons[0], self._told(s))
            for s in near
        ]
        return Decision(
            found,
            candidates=tuple(s.person for s in near),
            evidence=tuple(texts),
            confidence=round(1 / max(2, len(near)), 2),
            inferred=True,
        )

    def _group(self, found: Found, candidates: Sequence[int], noun: str) -> Decision | None:
        """Resolve "les époux X", "les frères X", "M. et Mme X", "MM. X", "les X"."""
        near = [*candidates, *(p for p in self._families.feminine_bearers(found.words))]
        here = [p for p in near if self.article.facts[p].introduced or p in self.seen]
        tokens = self.article.sentences[found.sentence]
        count = group_count(tokens, found) if noun == "les" else 0
        people: tuple[int, ...] = ()
        one = one_of(tokens, found)
        if count and not one:
            before = [p for p in here if self._introduced_before(p, found) or p in self.seen]
            people = counted(before, found, count)
            later = () if before else counted(here, found, count)
            if later:
                soon = ("just so many of that name, introduced soon after",)
                return Decision(found, later, (), soon, 0.65, inferred=True, group=True)
        elif not one:
            people = members(self.article, here, noun)
        if people:
            return Decision(found, people, evidence=(TOGETHER,), confidence=0.9, group=True)
        if noun in {"pair", "couple"}:
            people = members(self.article, candidates, noun)
            if people and {*here} <= {*people} and (here or self._married(people)):
                why = ("not both named in full before", "the only couple of that name")
                return Decision(found, people, (), why, 0.65, inferred=True, group=True)
        several_here = (count or one) and len(here) > 1
        if not several_here and (noun == "les" or not (candidates or found.courtesy)):
            return None
        open_ = tuple(here or candidates)
        several = ("several people of that name",)
        return Decision(found, (), open_, several, 0.3, inferred=True, group=True)

    def _married(self, people: Sequence[int]) -> bool:
        """Whether a cue calls one of them a wife or a husband."""
        words = {w for p in people for cue in self.article.profiles[p].cues for w in cue}
        return not words.isdisjoint(lexicon().words["spouse"])
