"""Who can be meant at all by a mention, before evidence is weighed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from glossary.names.article import Article, attached_roles
from glossary.names.groups import group_noun
from glossary.names.lexicon import lexicon
from glossary.names.roles import is_role, role_before
from glossary.names.spans import Found
from glossary.values import MentionKind

#: Of `Fit.strength`: less is a part of a double surname or a name without its particle.
WHOLE_SURNAME = 0.9


def in_office(article: Article, person: int, on: dt.date | None) -> bool:
    """Whether the entry is valid on the day; always true where a date is open."""
    entry = article.profiles[person].entry
    if entry is None or on is None:
        return True
    early = entry.valid_from is not None and on < entry.valid_from
    late = entry.valid_to is not None and on > entry.valid_to
    return not (early or late)


def candidates(
    article: Article,
    found: Found,
    *,
    known: Collection[int],
    barred: Collection[int],
    relatives: Collection[int],
    on: dt.date | None,
) -> list[int]:
    """Return the people whom a short form can mean.

    Args:
        article: the article with its facts.
        found: the mention.
        known: people introduced or meant before the mention.
        barred: people who cannot be meant here ("X et Mme X" are two).
        relatives: people whose first name stands beside a relative's full name.
        on: the article's date.
    """
    titled = _has_telling_title(article, found)
    kept = []
    for person, fit in found.fits.items():
        introduced = article.facts[person].introduced is not None
        if person in barred or _other_gender(article, found, person):
            continue
        if not introduced and not in_office(article, person, on):
            continue
        if fit.kind is MentionKind.INITIALS and fit.strength < WHOLE_SURNAME and not introduced:
            continue
        if person not in known and person not in relatives and not titled:
            first = fit.kind is MentionKind.FIRST
            if found.courtesy and first and not introduced:
                continue
            if not found.courtesy and _is_weak(article, found, person):
                continue
        partial = fit.strength < WHOLE_SURNAME and not introduced and found.courtesy is None
        if partial and not titled and person not in known and person not in relatives:
            continue
        kept.append(person)
    return kept


def _has_telling_title(article: Article, found: Found) -> bool:
    """Whether "le prince", "sa sœur" stand beside the name, which go with a first name."""
    tokens, lex = article.sentences[found.sentence], lexicon()
    heads = [tokens[role.head].fold for role in attached_roles(found, tokens)]
    return any(lex.has("royal", head) or lex.has("kin", head) for head in heads)


def _is_weak(article: Article, found: Found, person: int) -> bool:
    """Whether a form is too weak to stand for somebody not yet introduced.

    That is a first name (unless "Jean et Marie Kessler" shares the surname), bare initials, and
    a surname that is an ordinary word.
    """
    kind, single = found.fits[person].kind, len(found.words) == 1
    if kind is MentionKind.FIRST:
        return not shares_surname(article, found, person)
    ordinary = single and not found.particles and lexicon().has("ambiguous_words", found.words[0])
    return ordinary or (single and kind is MentionKind.INITIALS)


def shares_surname(article: Article, found: Found, person: int) -> bool:
    """Whether "et" and a name with the person's surname follow: "Jean et Marie Kessler"."""
    tokens, at = article.sentences[found.sentence], found.last + 1
    if at >= len(tokens) or tokens[at].fold != "et" or tokens[at].gap.strip():
        return False
    ahead = {t.fold for t in tokens[at + 1 : at + 4]}
    form = article.profiles[person].forms[0]
    return any(form.words[i] in ahead for i in form.surname)


def _kin_beside(article: Article, found: Found, gender: str) -> bool:
    """Whether the sentence or the one before speaks of a relative of that gender."""
    lex = lexicon()
    near = article.sentences[max(0, found.sentence - 1) : found.sentence + 1]
    return any(
        lex.has("kin", token.fold) and not token.cap and lex.roles.get(token.fold) == gender
        for tokens in near
        for token in tokens
    )


def _other_gender(article: Article, found: Found, person: int) -> bool:
    """Whether "la veuve X" or "son épouse, Mme X" speaks of somebody else than the person."""
    own, tokens = article.gender(person), article.sentences[found.sentence]
    if not own or group_noun(tokens, found):
        return False
    for role in attached_roles(found, tokens):
        kin = lexicon().has("kin", tokens[role.head].fold)
        if kin and role.gender and role.gender != own:
            return True
    title = found.courtesy.gender if found.courtesy and not found.several else ""
    if title and title != own and _kin_beside(article, found, title):
        return True  # "Son frère est venu. M. X ..." after Mme X: no slip of the source.
    before = role_before(tokens, found.lead)
    if before is None or before.comma or found.courtesy is not None:
        return False
    return own == "m" and before.gender == "f" and is_role(tokens[before.head])
