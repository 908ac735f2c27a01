"""What one article says about its people before anybody is resolved: introductions and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from glossary.names.filters import Traits
from glossary.names.folding import Token
from glossary.names.forms import Fit
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile
from glossary.names.roles import Role, is_role, role_after, role_before
from glossary.names.spans import Found
from glossary.names.topics import Words, content_words, fields_of, passage_words
from glossary.values import MentionKind

Place = tuple[int, int]
Passage = tuple[int, int]
#: Sentences longer than this many words are looked at in passages of this length, so that the
#: time stays linear; ordinary sentences are one passage.
PASSAGE = 120
_FULL_KINDS = frozenset({MentionKind.FULL, MentionKind.REORDERED, MentionKind.INITIALS})


@dataclass(slots=True)
class Facts:
    """What the article tells about one person.

    Attributes:
        introduced: (sentence, token) of the first full name, None if there is none.
        roles: content words of each role phrase. context: other words of the introduction.
        heads: role nouns. votes: what speaks for "m" and "f". ranked: called by a rank.
        said: each role as it is written.
        styled: professions told by a title before the name ("Me", "Dr").
        kin: nouns of kinship said of the person. spouses, siblings: of the article's people.
        former: called somebody's former wife or husband.
    """

    introduced: Place | None = None
    roles: list[tuple[str, ...]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    context: set[str] = field(default_factory=set)
    votes: dict[str, float] = field(default_factory=lambda: {"m": 0.0, "f": 0.0})
    ranked: bool = False
    said: dict[tuple[str, ...], str] = field(default_factory=dict)
    styled: set[tuple[str, ...]] = field(default_factory=set)
    spouses: set[int] = field(default_factory=set)
    siblings: set[int] = field(default_factory=set)
    former: bool = False
    kin: set[str] = field(default_factory=set)
    fields: frozenset[int] = frozenset()


@dataclass(slots=True)
class Article:
    """Everything the resolver asks about the article."""

    texts: Sequence[str]
    sentences: Sequence[Sequence[Token]]
    profiles: Sequence[Profile]
    traits: Traits
    facts: list[Facts] = field(default_factory=list)
    owned: dict[Passage, list[tuple[int, int, int]]] = field(default_factory=dict)
    attached: dict[Passage, list[tuple[int, int, int]]] = field(default_factory=dict)
    _words: dict[Passage, Words] = field(default_factory=dict)
    _name_words: frozenset[str] = frozenset()

    def words(self, passage: Passage) -> Words:
        """Return the indexed content words of a passage."""
        if passage not in self._words:
            sentence, number = passage
            start = number * PASSAGE
            self._words[passage] = passage_words(
                self.sentences[sentence][start : start + PASSAGE], start
            )
        return self._words[passage]

    def name_words(self) -> frozenset[str]:
        """Return every word of anybody's name."""
        if not self._name_words:
            self._name_words = frozenset(
                w for p in self.profiles for form in p.forms for w in form.words
            )
        return self._name_words

    def passages_beside(self, sentence: int) -> list[Passage]:
        """Return the end of the sentence before and the beginning of the one after."""
        beside = []
        if sentence > 0 and self.sentences[sentence - 1]:
            beside.append((sentence - 1, (len(self.sentences[sentence - 1]) - 1) // PASSAGE))
        if sentence + 1 < len(self.sentences):
            beside.append((sentence + 1, 0))
        return beside

    def gender(self, person: int) -> str:
        """Return the entry's gender, else the one the article tells, "" when it is open."""
        own = self.profiles[person].gender
        if own:
            return own
        votes = self.facts[person].votes
        if votes["m"] == votes["f"]:
            return ""
        return max(votes, key=lambda g: votes[g])


def passage_of(found: Found) -> Passage:
    """Return the passage that a mention stands in."""
    return found.sentence, found.first // PASSAGE


def is_full(found: Found) -> bool:
    """Whether a mention names one person in full."""
    return len(found.fits) >= 1 and all(
        f.kind in _FULL_KINDS and f.strength >= 0.9 for f in best_fits(found).values()
    )


def best_fits(found: Found) -> dict[int, Fit]:
    """Return the fits of the highest strength among whole names, else all."""
    full = {p: f for p, f in found.fits.items() if f.kind in _FULL_KINDS}
    top = max((f.strength for f in full.values()), default=0.0)
    return {p: f for p, f in (full or found.fits).items() if not full or f.strength >= top}


def named_in_full(found: Found, article: Article) -> list[int]:
    """Return whom a whole name can mean: those whose suffix agrees, if any does."""
    if not is_full(found):
        return []
    people = [p for p in best_fits(found) if not _is_anothers_surname(found, p, article)]
    suffixes = {p: {form.suffix for form in article.profiles[p].forms} for p in people}
    same = [p for p in people if found.suffix in suffixes[p]]
    return same or ([p for p in people if "" in suffixes[p]] if found.suffix else people)


def _is_anothers_surname(found: Found, person: int, article: Article) -> bool:
    """Whether "Mme Ilunga Kabeya" is not Kabeya Ilunga, a man, but a woman of that surname."""
    title = found.courtesy.gender if found.courtesy else ""
    if not title or found.several or found.fits[person].kind is not MentionKind.REORDERED:
        return False
    agrees = {p for p in found.fits if article.gender(p) == title}
    bare = {p for p in agrees if found.fits[p].kind is MentionKind.BARE}
    return person not in agrees and bool(bare)


def attached_roles(found: Found, tokens: Sequence[Token]) -> list[Role]:
    """Return the role phrases before and after a mention."""
    before, after = role_before(tokens, found.lead), role_after(tokens, found.last + 1)
    if found.group == "half":
        before = None  # In "MM. X, maire, et Y" the phrase goes with the name before.
    if before and before.comma and after and _leads_to_name(tokens, after.end):
        after = None  # "le ministre X, la juge, Y": in a list the phrase goes with the next name.
    return [role for role in (before, after) if role is not None]


def _leads_to_name(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].gap.strip() == "," and tokens[at].cap


def read_facts(article: Article, founds: Sequence[Found]) -> None:
    """Fill `article.facts` and `article.owned` from the mentions by full name."""
    lex = lexicon()
    article.facts = [Facts() for _ in article.profiles]
    for found in founds:
        for role in attached_roles(found, article.sentences[found.sentence]):
            article.attached.setdefault(passage_of(found), []).append(
                (role.start, role.end, found.lead)
            )
        people = named_in_full(found, article)
        if len(people) == 1:
            _introduce(article, people[0], found)
    for profile, facts in zip(article.profiles, article.facts, strict=True):
        note = [profile.entry.note] if profile.entry else []
        facts.fields = fields_of([" ".join(r) for r in facts.roles] + [*profile.texts, *note])
        if facts.introduced is None:  # Of others the article itself tells by which title.
            facts.ranked |= any(lex.has("ranks", w) for cue in profile.cues for w in cue)
        given = profile.forms[0].words[0] if profile.forms[0].given[:1] == (0,) else ""
        gender = lex.first_names.get(given, "")
        if gender:
            facts.votes[gender] += 1.5
    for found in founds:
        _vote(article, found)


def _introduce(article: Article, person: int, found: Found) -> None:
    facts, tokens = article.facts[person], article.sentences[found.sentence]
    first = facts.introduced is None
    if facts.introduced is None:
        facts.introduced = (found.sentence, found.first)
    for role in attached_roles(found, tokens):
        words = content_words(" ".join(t.fold for t in tokens[role.start : role.end]))
        facts.roles.append(words)
        text = article.texts[found.sentence]
        facts.said[words] = text[tokens[role.start].start : tokens[role.end - 1].end]
        facts.heads.append(tokens[role.head].fold)
        article.owned.setdefault(passage_of(found), []).append((role.start, role.end, person))
        if role.gender:
            facts.votes[role.gender] += 2.0
        facts.ranked |= lexicon().has("ranks", tokens[role.head].fold) and not role.comma
    office = _new_office(tokens, found.last + 1)
    if office:
        facts.roles.append(office)
        facts.heads.append(office[0])
    if first:
        following = article.sentences[found.sentence + 1 : found.sentence + 2]
        if following and following[0] and "«" not in following[0][0].gap:
            pronoun = following[0][0].fold
            facts.votes["f"] += 1.0 if pronoun == "elle" else 0.0
            facts.votes["m"] += 0.5 if pronoun == "il" else 0.0
        facts.context = {w for _, w in article.words(passage_of(found)).sequence} - {*found.words}


def _new_office(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return the content words of the office in "X a été nommé Premier ministre", () if none."""
    lex, passive = lexicon(), False
    for here in range(at, min(at + 8, len(tokens))):
        word = tokens[here].fold
        if here > at and tokens[here].cap:
            return ()
        if lex.has("becomes_alone", word) or (passive and lex.has("becomes", word)):
            ahead = tokens[here + 1 : here + 7]
            stop = next((i for i, t in enumerate(ahead) if t.gap.strip()), len(ahead))
            if any(is_role(t) for t in ahead[:3]):
                return content_words(" ".join(t.fold for t in ahead[:stop]))
            return ()
        passive = word in {"ete", "est", "sera", "etait"}
    return ()


def _vote(article: Article, found: Found) -> None:
    """Let courtesy titles and a following "elle" speak for a person's gender."""
    if len(found.fits) != 1:
        return
    person = next(iter(found.fits))
    if found.courtesy and found.courtesy.gender and not found.several:
        article.facts[person].votes[found.courtesy.gender] += 1.0
    if found.courtesy and found.courtesy.role and not found.several:
        article.facts[person].ranked = True
        article.facts[person].styled.add(found.courtesy.role)
