"""Mentions by title alone ("la ministre"), where only one person of the article has the role."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from glossary.names.article import Article
from glossary.names.decisions import Decision
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.roles import gender_of, is_role
from glossary.names.topics import related

TitleMention = tuple[int, int, int, int, float]
_LEADS = frozenset(["le", "la", "l", "ce", "cet", "cette"])
_MODIFIER_LIMIT = 6
#: Confidence of a title whose holder was introduced before.
SETTLED = 0.8


def title_mentions(article: Article, decisions: Sequence[Decision]) -> list[TitleMention]:
    """Return (sentence, first, last token, person, confidence) of telling titles.

    A title is telling when exactly one person of the article fits head, gender and modifiers.
    """
    taken: dict[int, set[int]] = {}
    for d in decisions:
        taken.setdefault(d.found.sentence, set()).update(range(d.found.lead, d.found.last + 1))
    for (sentence, _), phrases in [*article.owned.items(), *article.attached.items()]:
        for start, end, _ in phrases:
            taken.setdefault(sentence, set()).update(range(start, end + 1))
    present = sorted({p for d in decisions for p in d.people})
    known = {p: _role_words(article, p) for p in present}
    out = []
    for number, tokens in enumerate(article.sentences):
        spans = taken.get(number, set())
        for at in range(len(tokens) - 1):
            if tokens[at].fold not in _LEADS:
                continue
            hit = _title_at(article, number, tokens, at, known, spans)
            if hit:
                out.append(hit)
    return out


def _role_words(article: Article, person: int) -> tuple[set[str], set[str]]:
    """Return the role nouns and all words by which a person's role is known."""
    facts, profile = article.facts[person], article.profiles[person]
    heads = {*facts.heads} | {w for cue in profile.cues for w in cue[:2] if w in lexicon().roles}
    words = {w for r in facts.roles for w in r} | {w for cue in profile.cues for w in cue}
    return heads, words | heads


def _title_at(
    article: Article,
    number: int,
    tokens: Sequence[Token],
    at: int,
    known: dict[int, tuple[set[str], set[str]]],
    taken: AbstractSet[int],
) -> TitleMention | None:
    head = at + 1
    while head < min(at + 3, len(tokens) - 1) and not is_role(tokens[head]):
        head += 1
    if not is_role(tokens[head]) or tokens[head].gap.strip():
        return None
    last, modifiers = _modifiers(tokens, head)
    after = last + 1
    if not taken.isdisjoint(range(at, after + 1)):
        return None
    if after < len(tokens) and tokens[after].cap and tokens[after].gap.strip() in {"", ","}:
        return None
    gender = gender_of(tokens, head)
    before = [t.fold for t in tokens[at + 1 : head]]
    fitting = [
        p
        for p, (heads, words) in known.items()
        if tokens[head].fold in heads
        and (not article.gender(p) or not gender or article.gender(p) == gender)
        and all(any(related(m, w) for w in words) for m in [*modifiers, *before])
    ]
    if len(fitting) != 1:
        return None
    place = article.facts[fitting[0]].introduced
    early = place is None or place > (number, at)
    return number, at, last, fitting[0], 0.6 if early else SETTLED


def _modifiers(tokens: Sequence[Token], head: int) -> tuple[int, list[str]]:
    """Return where the title ends and the content words that narrow it."""
    lex, last, words = lexicon(), head, list[str]()
    at = head + 1
    while at < len(tokens) and at - head <= _MODIFIER_LIMIT and not tokens[at].gap.strip():
        word = tokens[at].fold
        if word in {"de", "du", "d", "des", "la", "l", "le", "les", "a", "aux", "et"}:
            at += 1
            continue
        linked_by_de = tokens[at - 1].fold in {"de", "du", "d", "des", "la", "l", "les", "le"}
        adjective = lex.has("demonyms", word) or word.endswith(lex.demonym_endings)
        if not (linked_by_de or (adjective and at == last + 1)):
            break
        words.append(word)
        last = at
        at += 1
    return last, words
