"""Who is whose wife, husband, brother or sister in an article, and who was it once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from glossary.names.article import Article, named_in_full
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.roles import Role, role_before
from glossary.names.spans import Found
from glossary.names.topics import content_words

#: "X et son épouse Y": so many words may stand between the two.
_NEAR = 8
#: "Sa femme, Y": X was named at most so many sentences before.
_REACH = 2
#: So many names before one are looked at, so that the time stays linear.
_LOOK_BACK = 12
_FORMER = frozenset(["former", "ex", "divorce", "divorcee"])
_WED = frozenset(["wife", "husband", "spouse"])

Kinship = Callable[[int, int], bool]


def read_relations(article: Article, founds: Sequence[Found], same_family: Kinship) -> None:
    """Link couples and siblings: "X et son épouse Y", "X ... Son frère, Y".

    Where X stands in another sentence, X must be the only one of Y's family name (of the other
    gender, for a couple) who is named there.
    """
    named: deque[tuple[int, Found]] = deque(maxlen=_LOOK_BACK)
    for found in founds:
        people = named_in_full(found, article)
        if len(people) != 1:
            continue
        role = role_before(article.sentences[found.sentence], found.first)
        if role and lexicon().has("kin", _noun(article, found, role)):
            _link(article, (people[0], found), role, named, same_family)
        named.append((people[0], found))
    for person, profile in enumerate(article.profiles):
        told = any(_was_wed(content_words(text)) for text in profile.texts)
        article.facts[person].former |= told


def _noun(article: Article, found: Found, role: Role) -> str:
    return article.sentences[found.sentence][role.head].fold.removeprefix("ex-")


def _was_wed(words: Sequence[str]) -> bool:
    """Whether "ancienne épouse", "ex-mari" or "former wife" stands in a text."""
    wed = lexicon().words["spouse"] | _WED
    past = lexicon().words["outgoing"] | _FORMER
    pairs = any({*pair} & wed and {*pair} & past for pair in pairwise(words))
    return pairs or any(w.startswith("ex-") and w.removeprefix("ex-") in wed for w in words)


def _link(
    article: Article,
    one: tuple[int, Found],
    role: Role,
    named: Iterable[tuple[int, Found]],
    same_family: Kinship,
) -> None:
    person, found = one
    lex, facts, noun = lexicon(), article.facts, _noun(article, found, role)
    tokens = article.sentences[found.sentence]
    facts[person].kin.add(noun)
    near = [(p, f) for p, f in named if f.sentence >= found.sentence - _REACH]
    here = [(p, f) for p, f in near if f.sentence == found.sentence]
    if here and noun in {"fils", "fille"} and here[-1][0] != person:
        facts[here[-1][0]].kin |= {"pere", "mere"}
    spouse, sibling = lex.has("spouse", noun), lex.has("sibling", noun)
    if not (spouse or sibling):
        return
    if spouse and _was_wed([t.fold for t in tokens[role.start : role.end]]):
        facts[person].former = True
        return
    if here and here[-1][0] != person and found.first - here[-1][1].last <= _NEAR:
        other: int | None = here[-1][0]
    else:
        other = _only_relative(article, person, near, same_family, spouse=spouse)
    if other is not None and _possessive(tokens, role):
        links = "spouses" if spouse else "siblings"
        getattr(facts[person], links).add(other)
        getattr(facts[other], links).add(person)


def _possessive(tokens: Sequence[Token], role: Role) -> bool:
    return any(t.fold in {"son", "sa", "leur"} for t in tokens[role.start : role.head])


def _only_relative(
    article: Article,
    person: int,
    named: Sequence[tuple[int, Found]],
    same_family: Kinship,
    *,
    spouse: bool,
) -> int | None:
    """Return the one of the family name who is named before, None where several are."""
    own = article.gender(person)
    others = {p for p, _ in named if p != person and same_family(p, person)}
    if spouse:
        others = {p for p in others if own and article.gender(p) not in {own, ""}}
    return others.pop() if len(others) == 1 else None
