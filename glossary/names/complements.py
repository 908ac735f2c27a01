"""Where a name begins in a run of capitals: "le patron de Volvane Gustav Ekholm"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.filters import explained, is_acronym, role_of
from glossary.names.folding import Token
from glossary.names.forms import is_east_asian, is_initial
from glossary.names.lexicon import lexicon


def complement(places: Sequence[int], tokens: Sequence[Token]) -> int:
    """Return how many words of a run come before the name: a body, a company, a place.

    The name begins at the first word that looks like a given name. Where none does, one word
    (of a known place, all of them) is the complement of the role noun before it; relatives and
    counsel are people's, so that theirs is a name.
    """
    words = [tokens[i].fold for i in places]
    if len(words) < 3 or _is_given(words[0]) or is_initial(tokens, places[0]):
        return 0
    lex, role = lexicon(), role_of(tokens, places[0])
    if is_east_asian(words) and not role:
        return 0
    for at in range(1, len(words) - 1):
        abroad = role and (is_initial(tokens, places[at]) or is_east_asian(words[at:]))
        if abroad or _is_given(words[at]):
            return at
    if explained(tokens[places[-1]]):
        return 0  # "Compagnie Aérienne Mexicaine"
    body = is_acronym(tokens[places[0]]) or (role and not lex.has("peoples_roles", role))
    at = 1 if body else 0
    while at < len(words) - 2 and lex.has("places", words[at]):
        at += 1  # "New York", "Greenpeace France"
    return at


def _is_given(word: str) -> bool:
    names = lexicon().first_names
    return len(word) > 1 and any(part in names for part in word.split("-"))
