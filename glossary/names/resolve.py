"""The one entry point: sentences and glossary people in, a `Cast` out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.names.article import Article, Place, read_facts
from glossary.names.coordination import coordinated
from glossary.names.decisions import Decision
from glossary.names.filters import Traits, read_traits
from glossary.names.folding import Token, tokenize
from glossary.names.lexicon import lexicon
from glossary.names.namesakes import without_namesakes
from glossary.names.nearby import nearby_only
from glossary.names.nicknames import merge_nicknames, with_nicknames, with_short_forms
from glossary.names.other_names import with_birth_names, with_patronymics
from glossary.names.people import (
    Profile,
    called_only,
    from_glossary,
    introduced,
    likely_gender,
    spoken_words,
    with_longer_forms,
)
from glossary.names.resolver import SURNAME_ONLY, Resolver
from glossary.names.scanner import Scanner
from glossary.names.spans import Found, NameIndex, courtesy_at
from glossary.names.titles import SETTLED, title_mentions
from glossary.names.variants import with_variants
from glossary.values import Cast, Entry, MentionKind, Person, PersonMention


def resolve(
    sentences: Sequence[str], people: Sequence[Entry], *, on: dt.date | None = None
) -> Cast:
    """Resolve every mention of a person in one article.

    Args:
        sentences: the article's segments in reading order, title and captions included.
        people: glossary entries; those of other kinds and those not approved are ignored.
        on: the article's date; entries not valid then are only meant when named in full.

    Returns:
        The people and their mentions in reading order. Offsets are code points.

    Source of the method: weighted evidence, described in `glossary.names.evidence`.
    """
    tokens = [tokenize(sentence) for sentence in sentences]
    traits = read_traits(tokens)
    profiles, founds = _find_people(sentences, tokens, traits, people)
    article = Article(texts=sentences, sentences=tokens, profiles=profiles, traits=traits)
    read_facts(article, founds)
    decisions = Resolver(article, founds, on).resolve()
    return _Assembly(article).cast(decisions)


def _scan(
    tokens: Sequence[Sequence[Token]], profiles: Sequence[Profile], traits: Traits
) -> Scanner:
    index = NameIndex([p.forms for p in profiles], [p.nicknames for p in profiles])
    scanner = Scanner(index, traits, [likely_gender(p) for p in profiles])
    for number, sentence in enumerate(tokens):
        scanner.scan(number, sentence)
    return scanner


def _called(tokens: Iterable[Sequence[Token]]) -> set[str]:
    """Return the folded words that directly follow a courtesy title."""
    return {
        sentence[at + 1].fold
        for sentence in tokens
        for at in range(len(sentence) - 1)
        if courtesy_at(sentence, at) and sentence[at + 1].cap
    }


def _find_people(
    texts: Sequence[str],
    tokens: list[tuple[Token, ...]],
    traits: Traits,
    people: Sequence[Entry],
) -> tuple[list[Profile], list[Found]]:
    """Scan for glossary people, then for those the article introduces, then for all."""
    capitals = {part for s in tokens for t in s if t.cap for part in (t.fold, *t.fold.split("-"))}
    profiles = [with_short_forms(p) for p in from_glossary(people, capitals, _called(tokens))]
    scanner = _scan(tokens, profiles, traits)
    profiles = without_namesakes(profiles, scanner.known, tokens)
    usage = spoken_words(tokens, scanner.known + scanner.unknown)
    profiles = with_longer_forms(profiles, scanner.known, tokens)
    profiles = with_birth_names(profiles, scanner.known, tokens)
    profiles += introduced(scanner.unknown, profiles, tokens, texts, usage)
    profiles = with_variants(profiles, scanner.unknown, tokens)
    profiles = with_patronymics(profiles, scanner.unknown, tokens)
    scanner = _scan(tokens, profiles, traits)
    profiles += coordinated(profiles, scanner.known, tokens)
    profiles = merge_nicknames(with_nicknames(profiles, scanner.known, tokens))
    profiles += called_only(scanner.unknown, tokens, texts)
    tokens[:] = split_pairs(tokens, profiles)
    return profiles, nearby_only(_scan(tokens, profiles, traits).known)


def split_pairs(
    sentences: Sequence[tuple[Token, ...]], profiles: Sequence[Profile]
) -> list[tuple[Token, ...]]:
    """Cut "Xi-Biden" into two names where both are surnames and the pair is none."""
    forms = [form for profile in profiles for form in profile.forms]
    words = {word for form in forms for word in form.words}
    surnames = {form.words[i] for form in forms for i in form.surname}
    return [
        tuple(part for token in tokens for part in _parts(token, words, surnames))
        for tokens in sentences
    ]


def _parts(token: Token, words: set[str], surnames: set[str]) -> tuple[Token, ...]:
    left, dash, right = token.fold.partition("-")
    if not dash or token.fold in words or not {left, right} <= surnames:
        return (token,)
    cut = min(token.text.find(mark) for mark in "-‐‑" if mark in token.text)
    middle, rest = token.start + cut, token.text[cut + 1 :]
    return (
        replace(token, end=middle, text=token.text[:cut], fold=left),
        Token(middle + 1, token.end, rest, right, "-", rest[:1].isupper()),
    )


class _Assembly:
    """Turns decisions over person indices into values."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.people: dict[int, Person] = {}
        self.strangers: dict[tuple[str, ...], Person] = {}
        self.count = 0

    def _id(self) -> str:
        self.count += 1
        return f"cast-{self.count}"

    def person(self, index: int) -> Person:
        """Return the value for a person, numbered at first use."""
        if index not in self.people:
            profile, facts = self.article.profiles[index], self.article.facts[index]
            self.people[index] = Person(
                id=profile.entry.id if profile.entry else self._id(),
                name_fr=profile.name_fr,
                name_en=profile.name_en,
                surname=profile.forms[0].display_surname,
                gender=self.article.gender(index),
                entry=profile.entry,
                introduced=self._offset(facts.introduced) if profile.whole else None,
            )
        return self.people[index]

    def _offset(self, place: Place | None) -> tuple[int, int] | None:
        if place is None:
            return None
        sentence, token = place
        return sentence, self.article.sentences[sentence][token].start

    def stranger(self, found: Found) -> Person:
        """Return a person known by title and surname only, whom no candidate fits."""
        if found.words not in self.strangers:
            tokens = self.article.sentences[found.sentence]
            start = found.first
            while start > found.lead and tokens[start - 1].fold in found.particles:
                start -= 1
            name = self.article.texts[found.sentence][tokens[start].start : tokens[found.last].end]
            self.strangers[found.words] = Person(
                id=self._id(),
                name_fr=name,
                name_en=name,
                surname=name,
                gender=found.courtesy.gender if found.courtesy else "",
            )
        return self.strangers[found.words]

    def cast(self, decisions: Sequence[Decision]) -> Cast:
        """Return all mentions, those by title alone included, in reading order."""
        mentions = [self._mention(decision) for decision in decisions]
        mentions += [
            self._title(sentence, first, last, index, certain)
            for sentence, first, last, index, certain in title_mentions(self.article, decisions)
        ]
        mentions.sort(key=lambda m: (m.sentence, m.start))
        people = (*self.people.values(), *self.strangers.values())
        return Cast(people=people, mentions=tuple(mentions))

    def _mention(self, decision: Decision) -> PersonMention:
        found = decision.found
        tokens = self.article.sentences[found.sentence]
        start, end = tokens[found.lead].start, tokens[found.last].end
        people = tuple(self.person(p) for p in decision.people)
        confidence, evidence = decision.confidence, decision.evidence
        if not people and not decision.candidates:
            people, confidence = (self.stranger(found),), 0.6
            evidence = (SURNAME_ONLY,)
        return PersonMention(
            sentence=found.sentence,
            start=start,
            end=end,
            surface=self.article.texts[found.sentence][start:end],
            kind=self._kind(decision),
            people=people,
            candidates=tuple(self.person(p) for p in decision.candidates),
            evidence=evidence,
            confidence=confidence,
            inferred=decision.inferred,
            source_error=self._source_error(found, people),
            shared_title=self._written_title(found) if found.group == "half" else "",
        )

    def _kind(self, decision: Decision) -> MentionKind:
        found = decision.found
        if found.several or decision.group:
            return MentionKind.GROUP
        if found.nickname:
            return MentionKind.NICKNAME
        kinds = [f.kind for p, f in found.fits.items() if p in decision.people]
        kinds += [f.kind for f in found.fits.values()]
        if kinds and kinds[0] in {MentionKind.FULL, MentionKind.REORDERED} and len(found.words) > 1:
            return kinds[0]
        if found.courtesy is not None:
            return MentionKind.COURTESY
        if kinds and kinds[0] in {MentionKind.FIRST, MentionKind.INITIALS}:
            return kinds[0]
        return MentionKind.BARE

    def _source_error(self, found: Found, people: Sequence[Person]) -> str:
        title = found.courtesy
        if title is None or not title.gender or len(people) != 1 or found.several:
            return ""
        if not people[0].gender or people[0].gender == title.gender:
            return ""
        written = self._written_title(found)
        dot = "." if written in {"M", "MM"} else ""
        return f"{written}{dot} for a {'woman' if people[0].gender == 'f' else 'man'}"

    def _written_title(self, found: Found) -> str:
        """Return the courtesy title of a name, which in a list stands before the first one."""
        tokens, at = self.article.sentences[found.sentence], found.lead
        while found.group == "half" and at > 0 and tokens[at].fold not in lexicon().courtesy:
            at -= 1
        return tokens[at].text if found.courtesy else ""

    def _title(
        self, sentence: int, first: int, last: int, index: int, certain: float
    ) -> PersonMention:
        tokens = self.article.sentences[sentence]
        start, end = tokens[first].start, tokens[last].end
        return PersonMention(
            sentence=sentence,
            start=start,
            end=end,
            surface=self.article.texts[sentence][start:end],
            kind=MentionKind.TITLE,
            people=(self.person(index),),
            evidence=("only one person of the article has this role",),
            confidence=certain,
            inferred=certain < SETTLED,
        )
