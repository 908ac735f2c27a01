"""What the article says has happened to one of two people: who is in hospital, dead or in flight?

A state is told right after a name ("X, hospitalisé", "Y est en fuite"). It speaks for its person
where a later sentence has a word of it; the dead do not speak or act any more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from glossary.names.agreement import follows_preposition
from glossary.names.article import Article, passage_of
from glossary.names.evidence import Reason, contradicts
from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found
from glossary.names.topics import begins

#: Of `evidence.MARGIN`: a state settles who is meant, more than a topic does.
_STATE = 2.4
#: The dead may still have done something; they say nothing.
_DEAD_ACTS, _DEAD_SPEAKS = -1.2, -3.0
_DEAD = "is dead"
_REACH = 5
_TO_BE = frozenset(["est", "etait", "ete", "sera", "fut", "reste"])
_BRIDGE = _TO_BE | {"a", "avait", "s", "en", "depuis", "toujours", "encore", "deja", "aussitot"}
_ORIGIN = frozenset(["de", "d", "du", "depuis"])
_ACTS = frozenset(["a", "va", "veut", "peut", "doit"])


@dataclass(frozen=True, slots=True)
class _State:
    name: str
    told: tuple[str, ...]
    did: tuple[str, ...]
    near: tuple[str, ...]
    origin: tuple[str, ...]
    of: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> tuple[_State, ...]:
    path = resources.files("glossary.names").joinpath("data", "states.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["states"]
    parts = ("told", "did", "near", "from", "of")
    return tuple(_State(row["name"], *(tuple(row[part].split()) for part in parts)) for row in rows)


class States:
    """The states of an article's people, with the sentence that tells each."""

    def __init__(self, article: Article, founds: Sequence[Found]) -> None:
        self._article = article
        self._of: dict[int, dict[str, int]] = {}
        for found in founds:
            if len(found.fits) != 1 or found.several:
                continue
            told = _told_after(article.sentences[found.sentence], found)
            for name in told:
                person = next(iter(found.fits))
                self._of.setdefault(person, {}).setdefault(name, found.sentence)

    def reasons(self, found: Found, person: int) -> list[Reason]:
        """Return what the person's states, told in an earlier sentence, say of a mention."""
        mine = self._before(found, person)
        if not mine or len(found.fits) < 2 or contradicts(self._article, found, person):
            return []
        reasons = []
        for state in _table():
            if state.name not in mine or any(
                state.name in self._before(found, other) for other in found.fits if other != person
            ):
                continue
            if self._speaks_of(state, found):
                reasons.append(Reason(_STATE, f"{state.name}, as told before", soft=True))
            elif state.name == _DEAD and (weight := self._acting(found)):
                reasons.append(Reason(weight, "is dead, and cannot do this", soft=True))
        return reasons

    def _speaks_of(self, state: _State, found: Found) -> bool:
        tokens = self._article.sentences[found.sentence]
        opens = tokens[0].fold in _ORIGIN
        for at, word in self._article.words(passage_of(found)).sequence:
            of_the_person = at + 2 == found.lead and tokens[at + 1].fold in {"de", "d", "du"}
            stems = (
                *state.near,
                *(state.origin if opens and at <= _REACH and at < found.lead else ()),
                *(state.of if of_the_person else ()),
            )
            if any(begins(word, stem) for stem in stems):
                return True
        return False

    def _before(self, found: Found, person: int) -> set[str]:
        told = self._of.get(person, {})
        return {name for name, sentence in told.items() if sentence < found.sentence}

    def _acting(self, found: Found) -> float:
        tokens, at = self._article.sentences[found.sentence], found.last + 1
        if found.lead > 0 and lexicon().has("speech", tokens[found.lead - 1].fold):
            return _DEAD_SPEAKS
        if at >= len(tokens) or tokens[at].gap.strip() or follows_preposition(tokens, found.lead):
            return 0.0
        word = tokens[at].fold
        if lexicon().has("speech", word):
            return _DEAD_SPEAKS
        return _DEAD_ACTS if word in _ACTS else 0.0


def _told_after(tokens: Sequence[Token], found: Found) -> list[str]:
    """Return the states told right after a name: "X, blessé", "X est mort", "X a comparu".

    In "X a tué" and "X n'est pas mort" there is none.
    """
    start = found.last + 1
    passive = start < len(tokens) and tokens[start].gap.strip() == ","
    for at in range(start, min(len(tokens), start + _REACH)):
        token = tokens[at]
        if token.cap or token.gap.strip() not in ({"", ","} if at == start else {""}):
            break
        stems = (state.told + state.did if passive else state.did for state in _table())
        told = [
            state.name
            for state, own in zip(_table(), stems, strict=True)
            if any(begins(token.fold, stem) for stem in own)
        ]
        if told or not (token.fold in _BRIDGE or token.fold.endswith("ment")):
            return told
        passive |= token.fold in _TO_BE
    return []
