"""The people of one article: glossary people whose name occurs, and those it introduces itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from glossary.names.complements import complement
from glossary.names.filters import explained, is_thing, starts_clause, verb_follows
from glossary.names.folding import Token, tokenize
from glossary.names.forms import NameForm, fit, is_east_asian, is_initial, is_particle, parse_name
from glossary.names.lexicon import lexicon
from glossary.names.roles import role_after, role_before
from glossary.names.spans import Found, is_french_link, linked
from glossary.names.topics import content_words
from glossary.values import Entry, EntryStatus, Kind, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person who may be meant.

    Attributes:
        forms: of the full name and its variants. nicknames: folded words of each.
        cues: content words of each cue. texts: what tells the field of activity.
        whole: false for somebody known by a courtesy title and surname alone.
    """

    name_fr: str
    name_en: str
    gender: str
    forms: tuple[NameForm, ...]
    nicknames: tuple[tuple[str, ...], ...] = ()
    cues: tuple[tuple[str, ...], ...] = ()
    texts: tuple[str, ...] = ()
    entry: Entry | None = None
    whole: bool = True

    def said(self, cue: tuple[str, ...]) -> str:
        """Return a cue as the glossary writes it."""
        written = self.entry.cues if self.entry else ()
        return next((text for text in written if content_words(text) == cue), " ".join(cue))


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name; cached, because every article asks for every entry."""
    return tuple(t.fold for t in tokenize(text))


def is_nickname(cue: str, own: AbstractSet[str]) -> bool:
    """Whether a cue with capitals is a name for the person, not a place or body near them.

    True for a kunya ("Abou Ziad"), an epithet ("Lion de Tamale"), a short form of one of the
    person's `own` names ("Berto" for Alberto) and what shares a word with them. Other
    capitals in cues ("Pékin", "Renault") are only cues.
    """
    tokens, lex = tokenize(cue), lexicon()
    if not tokens or not tokens[0].cap or not tokens[-1].cap:
        return False
    first = tokens[0].fold
    if len(tokens) > 1:
        start = 1 if first in {"le", "la", "l"} else 0
        shares = not own.isdisjoint(t.fold for t in tokens) and all(t.cap for t in tokens)
        return shares or lex.has("kunya", first) or lex.has("epithets", tokens[start].fold)
    return len(first) > 2 and any(first != g and len(g) > 3 and first in g for g in own)


@lru_cache(maxsize=65536)
def _name_parts(name: str, forms: tuple[str, ...], cues: tuple[str, ...]) -> frozenset[str]:
    """Return every word that can be a mention; cached like `_words`."""
    texts = (name, *forms, *_nickname_cues(name, forms, cues))
    return frozenset(part for text in texts for w in _words(text) for part in w.split("-"))


def from_entry(entry: Entry, called: Collection[str]) -> Profile:
    """Turn a glossary entry into a profile."""
    names = (entry.fr, *entry.forms_fr)
    multi = [name for name in names if len(_words(name)) > 1] or [entry.fr]
    english = _words(entry.en)
    if len(english) > 1 and lexicon().words["english_titles"].isdisjoint(english):
        multi.append(entry.en)  # "Irene Chen", of whom the French says "Chen Yi-ju"
    forms = tuple(parse_name(name, called) for name in multi)
    nicks = [name for name in entry.forms_fr if len(_words(name)) == 1]
    nicks += _nickname_cues(entry.fr, entry.forms_fr, entry.cues)
    return Profile(
        name_fr=entry.fr,
        name_en=entry.en,
        gender=entry.gender,
        forms=forms,
        nicknames=tuple(_words(n.removeprefix("le ").removeprefix("la ")) for n in nicks),
        cues=tuple(words for cue in entry.cues if (words := content_words(cue))),
        texts=(*entry.cues, entry.note),
        entry=entry,
    )


def likely_gender(profile: Profile) -> str:
    """Return the entry's gender, else the one that the given name tells, "" if none does."""
    form = profile.forms[0]
    given = form.words[0] if form.given[:1] == (0,) else ""
    return profile.gender or lexicon().first_names.get(given, "")


def _nickname_cues(name: str, forms: tuple[str, ...], cues: tuple[str, ...]) -> list[str]:
    capitals = [cue for cue in cues if not cue[:1].islower()]
    own = {part for text in (name, *forms) for part in _words(text)}
    return [cue for cue in capitals if is_nickname(cue, own)]


def from_glossary(
    people: Iterable[Entry], capitals: Collection[str], called: Collection[str]
) -> list[Profile]:
    """Return the profiles of the people some word of whose name stands in the article."""
    chosen = []
    for entry in people:
        if entry.kind is not Kind.PERSON or entry.status is not EntryStatus.APPROVED:
            continue
        forms = (*entry.forms_fr, entry.en)
        if not _name_parts(entry.fr, forms, entry.cues).isdisjoint(capitals):
            chosen.append(from_entry(entry, called))
    return chosen


def with_longer_forms(
    profiles: Sequence[Profile], founds: Iterable[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Add the full names that the article gives with a middle name more than the entry."""
    out = list(profiles)
    for found in founds:
        whole = [p for p, f in found.fits.items() if f.kind is MentionKind.FULL]
        if len(whole) != 1 or len(found.words) <= len(out[whole[0]].forms[0].words):
            continue
        tokens, profile = sentences[found.sentence], out[whole[0]]
        form = parse_name(" ".join(t.text for t in tokens[found.first : found.last + 1]))
        if form not in profile.forms:
            out[whole[0]] = replace(profile, forms=(*profile.forms, form))
    return out


#: What speaks for and against a run of capitals being somebody's full name. The unit is one
#: clear sign; two are needed.
_NEEDED = 2.0
_ROLE = 2.0
_AGE = 2.0
_GIVEN_NAME = 2.0
_EAST_ASIAN = 1.5
_CALLED_SO = 2.0
_SHORT_FORM = 1.0
_SPEAKS = 1.0
_BY_WHOM = 0.5
_ARTICLE = -2.5
_PLACE = -2.0
_BODY = -3.0
_ACRONYM = -2.0
_ABSTRACT = -2.5
_ENDINGS_OF_THINGS = ("tion", "tions", "ique", "iques", "isme", "aires", "elles")
_GOES_TO = -0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How the article uses words: `called` after courtesy titles, `alone` as a single capital."""

    called: frozenset[str]
    alone: frozenset[str]


def trim(found: Found, tokens: Sequence[Token]) -> list[int]:
    """Return the word positions of an unknown run without what is no part of a name."""
    lex = lexicon()
    places = [
        i
        for i in range(found.first, found.last + 1)
        if tokens[i].cap and (i in {found.first, found.last} or not is_particle(tokens, i))
    ]
    before = tokens[places[0] - 1].fold if places[0] > 0 and linked(tokens, places[0]) else ""
    while len(places) > 2 and (
        (
            explained(tokens[places[0]])
            and tokens[places[0]].fold not in lex.first_names
            and not is_initial(tokens, places[0])
        )
        or before in {"le", "la", "l", "un", "une"}
    ):
        places, before = places[1:], ""
    places = places[complement(places, tokens) :]
    for i, (left, right) in enumerate(pairwise(places), start=1):
        inside = tokens[left + 1 : right]
        french = is_french_link(inside) or any(t.fold in {"e", "y"} for t in inside)
        noble = i == 1 and tokens[places[0]].fold in lex.first_names
        if (french and not noble) or not linked(tokens, left + 1):
            return places[:i]
    return places


def name_score(places: Sequence[int], tokens: Sequence[Token], usage: Usage) -> float:
    """Return how much speaks for an unknown run being a person's full name."""
    lex = lexicon()
    words = [tokens[i].fold for i in places]
    first, last = places[0], places[-1]
    if is_thing(tokens, first, last, full=True):
        return _BODY
    score = _context_score(tokens, first, last)
    if any(part in lex.first_names for part in words[0].split("-")) or (
        is_initial(tokens, places[0]) and len(words[-1]) > 1
    ):
        score += _GIVEN_NAME
    elif is_east_asian(words):
        score += _EAST_ASIAN
    score += _CALLED_SO * (words[-1] in usage.called or words[0] in usage.called)
    score += _SHORT_FORM * (words[-1] in usage.alone)
    called = words[0] in lex.first_names and not lex.has("places", words[0])
    whole = last - first == len(words) - 1  # not "Anke de Berlin"
    if not (called and whole and verb_follows(tokens, last)):  # "François Hollande se rend"
        score += _PLACE * sum(lex.has("places", w) for w in words[words[0] in lex.first_names :])
    score += _BODY * any(lex.has("body_words", w) for w in words)
    score += _ABSTRACT * any(
        w.endswith(_ENDINGS_OF_THINGS) and w not in lex.first_names for w in words
    )
    score += _ACRONYM * any(
        t.text.isupper() and len(t.text) > 1 for t in (tokens[i] for i in places)
    )
    if starts_clause(tokens, first) and lex.has("ambiguous_words", words[0]):
        score -= 1.0
    return score


def _context_score(tokens: Sequence[Token], first: int, last: int) -> float:
    lex, score = lexicon(), 0.0
    before = tokens[first - 1].fold if first > 0 and linked(tokens, first) else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if role_before(tokens, first) or role_after(tokens, last + 1):
        score += _ROLE
    if before in {"le", "la", "les", "l", "un", "une", "des", "du", "aux"}:
        score += _ARTICLE
    elif before in {"selon", "par", "avec", "chez", "que", "et"}:
        score += _BY_WHOM
    elif before in {"a", "en", "au", "vers", "depuis"}:
        score += _GOES_TO
    if after is None:
        return score
    if after.gap.strip() in {",", "("} and after.text.isdigit() and len(after.text) < 3:
        score += _AGE
    if not after.gap.strip() and lex.has("company_forms", after.fold):
        score += _BODY
    if not after.gap.strip():
        upcoming = {t.fold for t in tokens[last + 1 : last + 4]}
        if any(lex.has("speech", w) for w in upcoming) or after.fold in {"dit", "dite", "alias"}:
            score += _SPEAKS
    return score


def introduced(
    unknown: Iterable[Found],
    known: Sequence[Profile],
    sentences: Sequence[Sequence[Token]],
    texts: Sequence[str],
    usage: Usage,
) -> list[Profile]:
    """Return profiles of people the article names in full without their being in the glossary."""
    cast: dict[tuple[str, ...], Profile] = {}
    taken = {form.words for profile in known for form in profile.forms}
    for found in unknown:
        tokens = sentences[found.sentence]
        places = trim(found, tokens)
        if len(places) < 2 or len([i for i in places if len(tokens[i].fold) > 1]) < 1:
            continue
        if found.courtesy is None and name_score(places, tokens, usage) < _NEEDED:
            continue
        name = texts[found.sentence][tokens[places[0]].start : tokens[places[-1]].end]
        form = parse_name(name, usage.called)
        if form.words not in taken:
            cast.setdefault(form.words, _own(name, form))
    return _without_short_forms(list(cast.values()), known)


def _without_short_forms(cast: list[Profile], known: Iterable[Profile]) -> list[Profile]:
    """Drop names that are a part of a longer one ("Nkoyi Mpia" beside "Dieudonné Nkoyi Mpia")."""
    by_word: dict[str, list[NameForm]] = {}
    for form in (form for profile in (*cast, *known) for form in profile.forms):
        for word in form.words:
            by_word.setdefault(word, []).append(form)

    def longer(form: NameForm) -> bool:
        rarest = min((by_word[w] for w in form.words), key=len)
        if any(
            len(o.words) > len(form.words) and fit(form.words, form.particles, o) for o in rarest
        ):
            return True
        # "Ben Amar" beside "Samia Ben Amar"; "Ben Affleck" has nobody beside him.
        head, rest = form.words[0], form.words[1:]
        return any(head in o.particles and o.words[1:] == rest for o in by_word[form.words[-1]])

    return [profile for profile in cast if not longer(profile.forms[0])]


def called_only(
    unknown: Iterable[Found], sentences: Sequence[Sequence[Token]], texts: Sequence[str]
) -> list[Profile]:
    """Return profiles of people known by a courtesy title and surname alone."""
    cast: dict[tuple[str, ...], Profile] = {}
    for found in unknown:
        if found.courtesy is None or found.fits:
            continue
        tokens = sentences[found.sentence]
        start = found.first
        while start > found.lead and lexicon().has("particles", tokens[start - 1].fold):
            start -= 1
        name = texts[found.sentence][tokens[start].start : tokens[found.last].end]
        form = parse_name(name)
        if form.words != found.words:  # "Le Goff": after a title its first word is a particle
            surname = tuple(range(len(found.words)))
            form = replace(form, words=found.words, given=(), surname=surname)
            form = replace(form, particles=found.particles, display_surname=name)
        cast.setdefault(found.words, replace(_own(name, form), whole=False))
    return list(cast.values())


def _own(name: str, form: NameForm) -> Profile:
    return Profile(name_fr=name, name_en=name, gender="", forms=(form,))


def spoken_words(sentences: Iterable[Sequence[Token]], founds: Iterable[Found]) -> Usage:
    """Collect which words follow courtesy titles and which stand alone with a capital."""
    called = {w for f in founds if f.courtesy and len(f.words) == 1 for w in f.words}
    alone = set()
    for tokens in sentences:
        for at, token in enumerate(tokens):
            lonely = not linked(tokens, at) or not tokens[at - 1].cap
            ends = not linked(tokens, at + 1) or not tokens[at + 1].cap
            if token.cap and lonely and ends and not starts_clause(tokens, at):
                alone.add(token.fold)
    return Usage(called=frozenset(called), alone=frozenset(alone))
