"""Words that go with one office or trade: whose seat, tools and acts does a sentence speak of?

Only people whom the article introduces are compared: of others it says too little. A word counts
for a person when no other candidate of the mention has it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib import resources

from glossary.names.article import Article, passage_of
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found
from glossary.names.topics import begins, related

#: Of `evidence.MARGIN`: one word of the trade settles who is meant.
DEED = 1.4
#: A word of a longer cue ("Foix" of "maire de Foix") does not, unless it is "his" or "whose".
PART = 0.5
POSSESSED = 0.6
_SHORTEST = 4
#: Of more than so many candidates no word tells one; the time stays linear.
_MOST_RIVALS = 12


def deed_weight(
    article: Article, found: Found, person: int, barred: AbstractSet[int]
) -> tuple[float, str]:
    """Return what the words of the person's trade in the sentence weigh, and the best of them."""
    if article.facts[person].introduced is None:
        return 0.0, ""
    rivals = [p for p in found.fits if p != person and article.facts[p].introduced is not None]
    if not 0 < len(rivals) <= _MOST_RIVALS:
        return 0.0, ""
    words = [(at, w) for at, w in article.words(passage_of(found)).sequence if at not in barred]
    alike = all(article.facts[person].fields & article.facts[p].fields for p in rivals)
    mine = _deeds(article, person, alike=alike)
    theirs = frozenset().union(*(_deeds(article, p, alike=True) for p in rivals))
    deed = next((w for _, w in words if _has(w, mine) and not _has(w, theirs)), "")
    part, owned = _part(article, found, person, rivals, words)
    weight = (DEED if deed else 0.0) + (PART if part else 0.0) + (POSSESSED if owned else 0.0)
    return weight, deed or part


def _has(word: str, stems: AbstractSet[str]) -> bool:
    return any(begins(word, stem) for stem in stems)


def _known(article: Article, person: int) -> frozenset[str]:
    """Return the content words of a person's cues and roles."""
    phrases = (*article.profiles[person].cues, *article.facts[person].roles)
    return frozenset(word for phrase in phrases for word in phrase)


def _deeds(article: Article, person: int, *, alike: bool) -> frozenset[str]:
    """Return the words of a person's trade; among people `alike`, those that may mean others."""
    words = frozenset().union(*(_of_role(word) for word in _known(article, person)))
    return frozenset(w.removeprefix("?") for w in words if alike or not w.startswith("?"))


@lru_cache(maxsize=4096)
def _of_role(word: str) -> frozenset[str]:
    rows = (stems for roles, stems in _table() if any(begins(word, role) for role in roles))
    return frozenset().union(*rows)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    path = resources.files("glossary.names").joinpath("data", "deeds.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["deeds"]
    return tuple((tuple(roles.split()), frozenset(words.split())) for roles, words in rows.items())


def _part(
    article: Article,
    found: Found,
    person: int,
    rivals: Sequence[int],
    words: Sequence[tuple[int, str]],
) -> tuple[str, bool]:
    """Return a word of one of the person's longer cues, and whether "son" or "dont le" owns it."""
    lex = lexicon()
    cues = [c for c in (*article.profiles[person].cues, *article.facts[person].roles) if len(c) > 1]
    others = frozenset().union(*(_known(article, p) for p in rivals))
    own = {
        word
        for cue in cues
        for word in cue
        if len(word) >= _SHORTEST
        and word not in lex.roles
        and not lex.has("generic_roles", word)
        and not any(related(word, other) for other in others)
    }
    hits = [(at, w) for at, w in words if any(related(w, word) for word in own)]
    tokens = article.sentences[found.sentence]
    owned = next((w for at, w in hits if at > found.last and _is_owned(tokens, at)), "")
    return owned or (hits[0][1] if hits else ""), bool(owned)


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """Whether "sa brigade" or "dont la brigade" stands there."""
    before = [t.fold for t in tokens[max(0, at - 2) : at]]
    return before[-1:] in (["son"], ["sa"], ["ses"]) or before[:1] == ["dont"]
