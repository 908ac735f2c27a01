"""Several people under one surname: "les époux X", "les frères X", "M. et Mme X", "les X"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.article import Article
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found, linked


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
    counted = (
        word in {"deux", "trois", "quatre"} and at > 0 and tokens[at - 1].fold in {"les", "des"}
    )
    return "les" if counted or word in {"les", "des"} else ""


def members(article: Article, here: Sequence[int], noun: str) -> tuple[int, ...]:
    """Return who is meant by a group noun among the bearers present, () if it stays open.

    Args:
        article: the article with its facts.
        here: people of the surname who were introduced or meant.
        noun: "couple" or "pair"; "m" or "f" for those of one gender; "les" for all.
    """
    gender = {p: article.gender(p) for p in here}
    if noun in {"couple", "pair"}:
        pairs = {(min(p, q), max(p, q)) for p in here for q in article.facts[p].spouses}
        if len(pairs) == 1:
            return next(iter(pairs))
        return tuple(here) if sorted(gender.values()) == ["f", "m"] else ()
    chosen = tuple(here)
    if noun in {"m", "f"}:
        chosen = tuple(p for p in here if gender[p] in {noun, ""})
    return chosen if len(chosen) > 1 else ()
