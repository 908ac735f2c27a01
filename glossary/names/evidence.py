"""What speaks for and against a person being meant by a mention.

A score is a sum of weighted features, in the manner of a log-linear model. The weights were set
by hand from the order of trust that an editor would give: an introduction earlier in the article
and the gender of a courtesy title first, then a role beside the name, then cues, then topics.
The unit is one clear sign: a lead of `MARGIN` over the next candidate settles who is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from glossary.names.agreement import follows_preposition, participle_gender, pronoun_gender
from glossary.names.article import Article, Passage, attached_roles, passage_of
from glossary.names.deeds import deed_weight
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.roles import (
    Role,
    clause_after,
    is_role,
    opens_with_another,
    own_kin,
    subject_end,
)
from glossary.names.spans import Found
from glossary.names.topics import Words, cue_hits, fields_of, related
from glossary.values import MentionKind

MARGIN = 1.0

INTRODUCED = 3.0
RESOLVED_BEFORE = 2.2
INTRODUCED_LATER = -2.0
HEADLINE = 3.0
GENDER_AGREES = 1.0
GENDER_DIFFERS = -2.5
#: The plural "MM." is written of a list with a woman in it, too.
IN_A_LIST = -1.2
ABSENT = -1.2
AGREEMENT = 0.6
PARTICIPLE_DIFFERS = -3.0
ROLE_AGREES = 3.0
ROLE_DIFFERS = -1.0
ANOTHER_THAN_BEFORE = -4.0
CUE = 2.0
CUE_LIMIT = 3.0
SIGN = 1.3
TOPIC = 0.8
TOPIC_MORE = 0.5
TOPIC_LIMIT = 2.0
COUNTERPART = 2.2
CONTEXT = 0.3
CONTEXT_LIMIT = 0.6
RANK_BUT_CIVIL = -1.5
SUFFIX_AGREES = 4.0
SUFFIX_MISSING = -1.0
KIN_SUFFIX = 3.0
FORM = 2.0
#: Somebody else bears exactly the name that is only a part of the person's.
ANOTHERS_NAME = -2.5
FAMILY = 3.1
#: Introduced only later, but described here in the same way.
DESCRIBED = 0.8
SAME_FIELD = 2.5

GENDER = "the title's gender fits"
#: Evidence that comes from outside the article's own naming.
_CUE_FLOOR = 0.6


class Sign(StrEnum):
    """Features that decide by themselves, whatever the sum."""

    OTHER_GENDER = "other gender"
    OTHER_ROLE = "other role"
    SOMEBODY_ELSE = "somebody else"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that fired: its weight, what it says, and whether it is soft (a cue)."""

    weight: float
    text: str
    soft: bool = False
    sign: Sign | None = None


def _quote(text: str) -> str:
    return f"“{text}”"


def gender_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Compare the gender of a courtesy title or a role noun with the person's."""
    tokens, own = article.sentences[found.sentence], article.gender(person)
    said = found.courtesy.gender if found.courtesy else ""
    if not said:
        roles = [r for r in attached_roles(found, tokens) if r.gender and is_role(tokens[r.head])]
        said = roles[0].gender if roles else ""
    if not said or not own:
        return []
    if said == own:
        return [Reason(GENDER_AGREES, GENDER)]
    in_a_list = found.group == "half" and said == "m"
    weight = IN_A_LIST if in_a_list else GENDER_DIFFERS
    return [Reason(weight, "the title is of the other gender", sign=Sign.OTHER_GENDER)]


def contradicts(article: Article, found: Found, person: int) -> bool:
    """Whether the courtesy title has the other gender than the person."""
    said, own = found.courtesy.gender if found.courtesy else "", article.gender(person)
    return bool(said and own and said != own and not found.several)


def agreement_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Read the gender of a bare name from "est arrivée" and "assure qu'elle"."""
    own, tokens = article.gender(person), article.sentences[found.sentence]
    if found.courtesy is not None or not own or follows_preposition(tokens, found.first):
        return []
    participle = participle_gender(tokens, found.last + 1)
    said = participle or pronoun_gender(tokens, found.last + 1)
    if not said:
        return []
    differs = PARTICIPLE_DIFFERS if participle else -AGREEMENT
    weight = AGREEMENT if own == said else differs
    return [Reason(weight, f"the verb or pronoun is {'feminine' if said == 'f' else 'masculine'}")]


def role_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Compare a role phrase beside the name with what is known of the person's role."""
    tokens, facts = article.sentences[found.sentence], article.facts[person]
    known = {w for r in facts.roles for w in r} | {
        w for cue in article.profiles[person].cues for w in cue
    }
    reasons: list[Reason] = []
    for role in descriptions(found, tokens):
        text = article.texts[found.sentence]
        said = f"called {_quote(text[tokens[role.start].start : tokens[role.end - 1].end])}"
        words = [t.fold for t in tokens[role.start : role.end]]
        heads = {tokens[role.head].fold}
        content = [w for w in words if not lexicon().has("function", w)]
        hits = [w for w in content if any(related(w, k) for k in known)]
        reasons += _tense_reasons({*words}, known | facts.context)
        if any(related(h, k) for h in heads for k in known) and len(hits) * 2 >= len(content):
            reasons.append(Reason(ROLE_AGREES, said))
        elif len(hits) >= 1 and len(hits) * 2 > len(content):
            reasons.append(Reason(CUE, said))
        elif _points_away(article, found, person, role):
            told = "a possessive points at somebody else"
            reasons.append(Reason(ANOTHER_THAN_BEFORE, told, sign=Sign.SOMEBODY_ELSE))
        elif _same_field(article, role, tokens, person):
            reasons.append(Reason(SAME_FIELD, said))
        elif known:
            told = f"{said}, which is somebody else"
            reasons.append(Reason(ROLE_DIFFERS, told, sign=Sign.OTHER_ROLE))
    if found.courtesy and found.courtesy.role and known:
        named = any(related(r, k) for r in found.courtesy.role for k in known)
        agrees = named or found.courtesy.role in facts.styled or (facts.ranked and not facts.styled)
        weight = ROLE_AGREES if agrees else ROLE_DIFFERS
        reasons.append(
            Reason(
                weight,
                "the title names the profession" if agrees else "of another profession",
                sign=None if agrees else Sign.OTHER_ROLE,
            )
        )
    ranked = bool(found.courtesy and found.courtesy.role) or any(
        lexicon().has("ranks", tokens[r.head].fold) for r in attached_roles(found, tokens)
    )
    if found.courtesy and facts.ranked and not ranked:
        reasons.append(Reason(RANK_BUT_CIVIL, "called by rank elsewhere in the article", soft=True))
    return reasons


def descriptions(found: Found, tokens: Sequence[Token]) -> list[Role]:
    """Return the role phrases beside a mention and the clause ", qui dirige ..." after it."""
    clause = clause_after(tokens, found.last + 1)
    return attached_roles(found, tokens) + ([clause] if clause else [])


def _same_field(article: Article, role: Role, tokens: Sequence[Token], person: int) -> bool:
    """Whether a phrase tells of the person's field of activity, a narrow one.

    A rank or a minister is another than the next of the same field.
    """
    head, lex = tokens[role.head].fold, lexicon()
    if lex.has("ranks", head) or lex.has("generic_roles", head):
        return False
    told = fields_of([" ".join(t.fold for t in tokens[role.start : role.end])])
    return bool((told & article.facts[person].fields) - _broad_fields())


def describes(article: Article, found: Found, person: int) -> bool:
    """Whether what stands beside a mention is the person's role."""
    return any(r.weight >= SAME_FIELD for r in role_reasons(article, found, person))


def _points_away(article: Article, found: Found, person: int, role: Role) -> bool:
    """Whether "son successeur, M. X" follows a sentence that introduced the person."""
    tokens, place = article.sentences[found.sentence], article.facts[person].introduced
    if tokens[role.start].fold not in {"son", "sa", "leur"} or place is None:
        return False
    return found.sentence - 1 <= place[0] <= found.sentence and place < (
        found.sentence,
        found.first,
    )


def _is_outgoing(word: str) -> bool:
    return lexicon().has("outgoing", word) or word.startswith("ex-")


def _tense_reasons(words: AbstractSet[str], known: AbstractSet[str]) -> list[Reason]:
    """Tell the new holder of an office from the old one."""
    lex = lexicon()
    if not any(_is_outgoing(w) for w in known):
        return []
    if words & lex.words["incoming"]:
        return [Reason(ROLE_DIFFERS * 2, "has left that office")]
    if any(_is_outgoing(w) for w in words):
        return [Reason(CUE, "has left an office")]
    return []


def barred_positions(article: Article, found: Found, person: int) -> set[int]:
    """Return the word positions that are no cue: the mention itself and others' role phrases."""
    barred = set(range(found.lead, found.last + 1))
    tokens = article.sentences[found.sentence]
    barred |= own_kin(tokens, found.last)
    if opens_with_another(tokens, found.lead):
        barred.update(range(found.lead))
    end = subject_end(tokens)
    if end <= found.lead:
        barred.update(range(end))  # "Le chef de la marine cite M. X": X is not the chief.
    for start, end, owner in article.owned.get(passage_of(found), ()):
        if owner != person:
            barred.update(range(start, end))
    for start, end, lead in article.attached.get(passage_of(found), ()):
        if lead != found.lead:
            barred.update(range(start, end))
    return barred


def cue_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Look for the person's cues, role words and topics in the sentence."""
    words = article.words(passage_of(found))
    barred = barred_positions(article, found, person)
    profile, facts = article.profiles[person], article.facts[person]
    reasons: list[Reason] = []
    total, used = 0.0, set[int]()
    for cue in dict.fromkeys((*profile.cues, *facts.roles)):
        strength, where = cue_hits(cue, words, barred)
        floor = 0.5 if len(cue) == 1 else _CUE_FLOOR
        if strength >= floor and not where <= used:
            used |= where
            weight = min(CUE * strength if not reasons else 0.5, CUE_LIMIT - total)
            total += weight
            text = facts.said.get(cue) or profile.said(cue)
            reasons.append(Reason(weight, f"the sentence touches on {_quote(text)}", soft=True))
    weight, word = deed_weight(article, found, person, barred | used)
    if weight:
        reasons.append(Reason(weight, f"{_quote(word)} goes with what they do", soft=True))
    return reasons + _topic_reasons(words, facts.fields, barred | used)


def _topic_reasons(words: Words, fields: Iterable[int], barred: AbstractSet[int]) -> list[Reason]:
    """Weigh signs and topics of the person's fields; a word counts once."""
    total, labels, used = 0.0, list[str](), set(barred)
    for number in sorted(fields):
        for table, first in ((words.signs, SIGN), (words.topics, TOPIC)):
            hits = {(at, w) for at, w in table.get(number, ()) if at not in used}
            if not hits or total >= TOPIC_LIMIT:
                continue
            used |= {at for at, _ in hits}
            total += min(first + TOPIC_MORE * (len(hits) - 1), TOPIC_LIMIT - total)
            labels.append(lexicon().fields[number].label)
    if not labels:
        return []
    told = f"the topic points to them: {', '.join(dict.fromkeys(labels))}"
    return [Reason(total, told, soft=True)]


def neighbour_cue(article: Article, passages: Iterable[Passage], person: int) -> float:
    """Return the weight of the best cue in passages beside a mention, 0 if there is none."""
    best = 0.0
    for passage in passages:
        words = article.words(passage)
        phrases = article.attached.get(passage, ())
        barred = {i for start, end, _ in phrases for i in range(start, end)}
        strengths = (cue_hits(cue, words, barred)[0] for cue in article.profiles[person].cues)
        best = max(best, max(strengths, default=0.0))
    return CUE * best if best >= _CUE_FLOOR else 0.0


def context_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Compare the sentence with the one that introduced the person."""
    facts = article.facts[person]
    if facts.introduced is None or facts.introduced[0] == found.sentence:
        return []
    barred = barred_positions(article, found, person)
    words = article.words(passage_of(found))
    shared = sorted(
        w
        for w in facts.context - article.name_words()
        if len(w) > 3 and any(at not in barred for at in words.positions(w))
    )
    if not shared:
        return []
    weight = min(CONTEXT * len(shared), CONTEXT_LIMIT)
    return [Reason(weight, "the same subject as where they were introduced", soft=True)]


def counterpart_reasons(
    article: Article, found: Found, person: int, others: Sequence[int]
) -> list[Reason]:
    """Somebody of the same field is met or spoken to in the sentence."""
    if not article.words(passage_of(found)).meeting:
        return []
    mine = article.facts[person].fields - _broad_fields()
    for other in others:
        shared = mine & article.facts[other].fields
        if other != person and shared:
            who = article.profiles[other].name_en
            field = lexicon().fields[min(shared)].label
            return [Reason(COUNTERPART, f"counterpart of {who} in {field}", soft=True)]
    return []


def _broad_fields() -> frozenset[int]:
    names = ("government", "parliament", "campaign", "business", "crime")
    return frozenset(i for i, f in enumerate(lexicon().fields) if f.name in names)


_OPPOSITE = {"pere": "fils", "fils": "pere", "mere": "fille", "fille": "mere", "aine": "cadet"}


def suffix_reasons(article: Article, found: Found, person: int) -> list[Reason]:
    """Compare "père", "fils", "II" after the name with the person's own and their kin."""
    if not found.suffix:
        return []
    own = {form.suffix for form in article.profiles[person].forms}
    if found.suffix in own:
        return [Reason(SUFFIX_AGREES, f"called {_quote(found.suffix)}")]
    told = article.facts[person].kin | {w for cue in article.profiles[person].cues for w in cue}
    if found.suffix in told:
        return [Reason(KIN_SUFFIX, f"is the {_quote(found.suffix)}")]
    if _OPPOSITE.get(found.suffix, "") in told:
        return [Reason(-KIN_SUFFIX, f"is the {_quote(_OPPOSITE[found.suffix])}")]
    if own - {""}:
        return [Reason(-SUFFIX_AGREES, "has another suffix")]
    return [Reason(SUFFIX_MISSING, f"not known as {_quote(found.suffix)}")]


def form_reason(article: Article, found: Found, person: int) -> list[Reason]:
    """Weigh how usual the form is for the person's name."""
    fit = found.fits[person]
    strength = fit.strength
    if (
        fit.kind is MentionKind.BARE
        and strength < 1.0
        and not _leads_surname(article, found, person)
    ):
        exact = any(
            other != person
            and not contradicts(article, found, other)
            and its.kind is MentionKind.BARE
            and its.strength >= 1.0
            and article.facts[other].introduced is not None
            and not _both_wed(article, person, other)
            for other, its in found.fits.items()
        )
        if exact:
            return [Reason(ANOTHERS_NAME, "somebody else bears exactly that name")]
    if fit.kind is MentionKind.FIRST and not found.courtesy:
        strength = 0.75
    return [Reason(FORM * (strength - 1.0), "unusual form of the name")] if strength < 1 else []


def _both_wed(article: Article, person: int, other: int) -> bool:
    """Whether one is called a former wife or husband and the other a present one."""
    facts, spouse = article.facts, lexicon().words["spouse"]
    pair = (person, other) if facts[person].former else (other, person)
    cues = {word for cue in article.profiles[pair[1]].cues for word in cue}
    wed = facts[pair[1]].spouses or (facts[pair[1]].kin | cues) & spouse
    return facts[pair[0]].former and not facts[pair[1]].former and bool(wed)


def _leads_surname(article: Article, found: Found, person: int) -> bool:
    """Whether a part of a double surname is its first word, the usual short form."""
    first = found.words[0]
    return any(
        len(form.surname) > 1 and form.words[form.surname[0]] == first
        for form in article.profiles[person].forms
    )
