"""Several people under one surname: "les époux X", "les frères X", "M. et Mme X", "les X"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.article import Article
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found, linked
from glossary.values import MentionKind

_COUNTS = {"deux": 2, "trois": 3, "quatre": 4}
_ONE_OF = frozenset(["lequel", "laquelle", "un", "une"])


def group_noun(tokens: Sequence[Token], found: Found) -> str:
    """Return "couple", "m", "f" or "les" when a noun before the name makes it a group."""
    lex, at = lexicon(), found.lead - 1
    if at < 0 or not linked(tokens, found.lead):
        return ""
    word = tokens[at].fold
    if lex.has("couple", word):
        return "couple"
    if lex.has("siblings_m", word):
        return "m"
    if lex.has("siblings_f", word):
        return "f"
    return "les" if group_count(tokens, found) or word in {"les", "des"} else ""


def group_count(tokens: Sequence[Token], found: Found) -> int:
    """Return how many "les deux X" or, in a headline, "Deux X" are, 0 where no number stands."""
    at = found.lead - 1
    led = at == 0 or (at > 0 and tokens[at - 1].fold in {"les", "des"})
    counted = led and linked(tokens, found.lead)
    return _COUNTS.get(tokens[at].fold, 0) if counted else 0


def one_of(tokens: Sequence[Token], found: Found) -> bool:
    """Whether "lequel des deux X" or "l'un des X" means one of the group, left open."""
    at = found.lead - 1 - bool(group_count(tokens, found))
    return at > 0 and tokens[at].fold == "des" and tokens[at - 1].fold in _ONE_OF


def members(article: Article, here: Sequence[int], noun: str) -> tuple[int, ...]:
    """Return who is meant by a group noun among the bearers present, () if it stays open.

    Args:
        article: the article with its facts.
        here: people of the surname who were introduced or meant.
        noun: "couple" or "pair"; "m" or "f" for those of one gender; "les" for all.
    """
    facts, gender = article.facts, {p: article.gender(p) for p in here}
    if noun in {"couple", "pair"}:
        pairs = {(min(p, q), max(p, q)) for p in here for q in facts[p].spouses}
        if pairs:
            return next(iter(pairs)) if len(pairs) == 1 else ()
        still = [p for p in here if not facts[p].former]
        return tuple(still) if sorted(gender[p] for p in still) == ["f", "m"] else ()
    chosen = tuple(here)
    if noun in {"m", "f"}:
        chosen = tuple(p for p in here if gender[p] in {noun, ""})
        nouns = lexicon().words["sibling"]
        related = {p for p in chosen if facts[p].siblings or facts[p].kin & nouns}
        chosen = tuple(p for p in chosen if p in related) if len(related) > 1 else chosen
    return chosen if len(chosen) > 1 else ()


def counted(before: Sequence[int], found: Found, count: int) -> tuple[int, ...]:
    """Return who "les deux X" are, () unless just so many were named before.

    Those who bear exactly that surname go before those who bear it as a part of theirs.
    """
    exact = [
        p
        for p in before
        if p not in found.fits
        or (found.fits[p].kind is MentionKind.BARE and found.fits[p].strength >= 1.0)
    ]
    return next((tuple(some) for some in (before, exact) if len(some) == count), ())
