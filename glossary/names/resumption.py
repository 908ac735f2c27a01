"""Surnames that are towns: a pronoun that takes the name up tells the person."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from glossary.names.filters import starts_clause, verb_follows
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon

_STRESSED = {"lui": "m", "elle": "f"}
_REACH = 20


def is_resumed(
    tokens: Sequence[Token],
    first: int,
    last: int,
    before: Sequence[Token],
    genders: AbstractSet[str],
) -> bool:
    """Whether "X, lui, refuse" or "X a tenu bon, elle mérite mieux" takes up a town's name.

    Args:
        tokens: the sentence. first, last: the name's place in it.
        before: the sentence before, where another town may be contrasted.
        genders: of the people of that name; the pronoun must have it.
    """
    town = first == last and lexicon().has("places", tokens[first].fold)
    if not town or not starts_clause(tokens, first) or len(genders) != 1:
        return False
    gender = next(iter(genders))
    ahead = tokens[last + 1 : last + 1 + _REACH]
    if len(ahead) > 1 and ahead[0].gap.strip() == "," and ahead[1].gap.strip() == ",":
        towns = {t.fold for t in before if t.cap and lexicon().has("places", t.fold)}
        other_town = bool(towns - {tokens[first].fold})
        return _STRESSED.get(ahead[0].fold) == gender and not other_town
    resumed = any(t.fold == "elle" and t.gap.strip() == "," for t in ahead)
    return gender == "f" and resumed and verb_follows(tokens, last) and not _of_a_town(ahead)


def _of_a_town(tokens: Sequence[Token]) -> bool:
    """Whether a word or another name in the sentence goes with a town."""
    lex = lexicon()
    return any(
        token.cap or lex.has("place_heads", token.fold.rstrip("s")) or lex.has("towns", token.fold)
        for token in tokens
    )
