"""The parts of a person's name and the short forms that may stand for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from glossary.names.folding import Token, tokenize
from glossary.names.lexicon import lexicon
from glossary.values import MentionKind

#: One or two syllables of romanised Chinese, Korean or Vietnamese.
_SYLLABLES = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxyz]{0,3}[aeiouy]{1,3}(?:ng|nh|ch|n|m|k|l|p|t|c|r|h)?){1,2}\Z"
)
_LONGEST_SYLLABLES = 9
#: Ends of Russian patronymics. No surname ends like a daughter's; a son's may ("Abramovitch").
DAUGHTER = ("ovna", "evna", "itchna", "ichna")
_SON = ("ovitch", "evitch", "ovich", "evich")
_SHORTEST_PATRONYMIC = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A full name in parts, folded.

    Attributes:
        words: without particles and suffix, as written.
        given, surname: positions in `words`. alternates: positions that may follow a courtesy
            title although they are no surname (the last given name in Vietnamese).
        particles: "de", "von" and so on. suffix: "fils", "ii", "".
    """

    words: tuple[str, ...]
    given: tuple[int, ...]
    surname: tuple[int, ...]
    alternates: tuple[int, ...] = ()
    particles: frozenset[str] = frozenset()
    suffix: str = ""
    display_surname: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How a mention fits a name. `strength`: 0 to 1, 1 for the usual form."""

    kind: MentionKind
    strength: float


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is an initial: one capital and a full stop ("J.")."""
    if len(tokens[at].fold) != 1 or not tokens[at].cap or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].gap.startswith(".")


def is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a particle of a name ("de", "von", "La" after "de")."""
    token, lex = tokens[at], lexicon()
    if not lex.has("particles", token.fold) or is_initial(tokens, at):
        return False
    if not token.cap:
        return True
    if at > 0 and lex.has("vietnamese", tokens[at - 1].fold):
        return False  # "Nguyên Van Son"
    return at > 0 or lex.has("foreign_particles", token.fold)


def is_east_asian(words: Sequence[str]) -> bool:
    """Whether a name has its family name first, judged by the family name and the syllables."""
    lex = lexicon()
    if len(words) < 2 or not lex.has("east_asian", words[0]):
        return False
    if lex.first_names.get(words[-1]) and "-" not in words[-1] and len(words[-1]) > 4:
        return False
    rest = [part for word in words[1:] for part in word.split("-")]
    return all(len(part) <= _LONGEST_SYLLABLES and _SYLLABLES.match(part) for part in rest)


def is_patronymic(word: str) -> bool:
    """Whether a folded word ends as a Russian patronymic does."""
    return len(word) >= _SHORTEST_PATRONYMIC and word.endswith(DAUGHTER + _SON)


def _split(words: tuple[str, ...], particle_at: int | None, called: Collection[str]) -> int:
    """Return how many words are given names when they stand first; negative when last."""
    lex = lexicon()
    if len(words) == 1:
        return 0
    if particle_at:
        return particle_at
    first, last = words[0], words[-1]
    reversed_ = first in called and last not in called and first not in lex.first_names
    if is_east_asian(words) or reversed_:
        return 1 - len(words)
    if last in lex.first_names and first not in lex.first_names and last not in called:
        return -1
    count = 1
    while count < len(words) - 1 and (
        words[count] in lex.first_names or is_patronymic(words[count])
    ):
        count += 1
    return count


def parse_name(text: str, called: Collection[str] = ()) -> NameForm:
    """Take a full name apart.

    `called` has the folded words that stand after courtesy titles in the article: they tell
    the family name from the given name where the name alone does not.
    """
    lex = lexicon()
    tokens = tokenize(text)
    # "Cheikh Hasina" and "abbé Pierre" are called so: a name is never one word of two.
    while len(tokens) > 2 and tokens[0].fold in lex.courtesy and tokens[0].fold != "don":
        tokens = tokens[1:]
    suffix = ""
    if len(tokens) > 1 and lex.has("suffixes", tokens[-1].fold):
        suffix, tokens = tokens[-1].fold, tokens[:-1]
    flags = [
        i < len(tokens) - 1 and (i > 0 or not t.cap) and is_particle(tokens, i)
        for i, t in enumerate(tokens)
    ]
    words = tuple(t.fold for t, flag in zip(tokens, flags, strict=True) if not flag)
    particle_at = next((flags[:i].count(False) for i, flag in enumerate(flags) if flag), None)
    given_count = _split(words, particle_at, called)
    if given_count >= 0:
        given = tuple(range(given_count))
        surname = tuple(range(given_count, len(words)))
    else:
        surname = tuple(range(len(words) + given_count))
        given = tuple(range(len(words) + given_count, len(words)))
    vietnamese = lex.has("vietnamese", words[0]) and len(words) > 2 and given_count < 0
    start = _display_start(tokens, flags, surname)
    return NameForm(
        words=words,
        given=given,
        surname=surname,
        alternates=(len(words) - 1,) if vietnamese else (),
        particles=frozenset(t.fold for t, flag in zip(tokens, flags, strict=True) if flag),
        suffix=suffix,
        display_surname=text[start[0] : start[1]],
    )


def called_by(form: NameForm, given: str) -> NameForm:
    """Return the name with another given name: "Bill Tanner" for William Tanner."""
    surname = tuple(form.words[i] for i in form.surname)
    return replace(
        form,
        words=(given, *surname),
        given=(0,),
        surname=tuple(range(1, len(surname) + 1)),
        alternates=(),
    )


def _display_start(
    tokens: Sequence[Token], flags: Sequence[bool], surname: tuple[int, ...]
) -> tuple[int, int]:
    """Return the span of the family name, particles before it included."""
    places = [i for i, flag in enumerate(flags) if not flag]
    if not surname:
        return (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    first, last = places[surname[0]], places[surname[-1]]
    while first > 0 and flags[first - 1]:
        first -= 1
    return tokens[first].start, tokens[last].end


def _same(word: str, name_word: str) -> float:
    """Return how well a word stands for a word of a name: 1 equal, less for a part of a pair."""
    if word == name_word:
        return 1.0
    return 0.8 if "-" in name_word and len(word) > 1 and word in name_word.split("-") else 0.0


def _initial(word: str, name_word: str) -> bool:
    return len(word.replace("-", "")) <= 2 and [p[:1] for p in name_word.split("-")] == list(
        word.replace("-", "")
    )


def _subsequence(words: Sequence[str], form: NameForm) -> tuple[tuple[int, ...], float] | None:
    """Find `words` in the name in order; return positions and strength."""
    at, places, strength = 0, [], 1.0
    for word in words:
        while at < len(form.words) and not _same(word, form.words[at]):
            at += 1
        if at == len(form.words):
            return None
        strength = min(strength, _same(word, form.words[at]))
        places.append(at)
        at += 1
    return tuple(places), strength


def _particle_strength(particles: frozenset[str], form: NameForm) -> float:
    """Return 0 when the mention has particles the name lacks, less than 1 when it drops some."""
    # The Arabic article is written in too many ways to tell names apart.
    own = form.particles - {"al", "el"}
    if not particles - {"al", "el"} <= own:
        return 0.0
    foreign = own & lexicon().words["foreign_particles"]
    return 0.55 if foreign and not particles else 1.0


def fit(words: Sequence[str], particles: frozenset[str], form: NameForm) -> Fit | None:
    """Return how the folded `words` of a mention fit a name, None if they do not."""
    scale = _particle_strength(particles, form)
    if not scale or not words:
        return None
    mention = tuple(words)
    if mention == form.words:
        return Fit(kind=MentionKind.FULL, strength=scale)
    if len(mention) > 1 and sorted(mention) == sorted(form.words):
        return Fit(kind=MentionKind.REORDERED, strength=1.0)
    if 1 < len(form.words) < len(mention) and _has_middle(mention, form):
        return Fit(kind=MentionKind.FULL, strength=0.9)
    found = _subsequence(mention, form)
    if found is None:
        return _fit_initials(mention, form)
    places, strength = found
    strength *= scale
    if places[0] > 0 and lexicon().has("kunya", form.words[places[0] - 1]):
        return None  # "Ziad" is not "Abou Ziad".
    if all(place in form.surname for place in places):
        part = 1.0 if len(places) == len(form.surname) else 0.95
        return Fit(kind=MentionKind.BARE, strength=strength * part)
    if all(place in form.alternates for place in places):
        return Fit(kind=MentionKind.BARE, strength=strength * 0.95)
    half = any(w != form.words[p] for w, p in zip(mention, places, strict=True) if p in form.given)
    if half and len(mention) > 1:
        return None  # "Jean Sarlat" is not Jean-Pierre Sarlat.
    if all(place in form.given for place in places):
        return Fit(kind=MentionKind.FIRST, strength=strength * 0.5)
    return Fit(kind=MentionKind.FULL, strength=strength * 0.9)


def _has_middle(mention: Sequence[str], form: NameForm) -> bool:
    """Whether a longer mention is the name with a middle name or patronymic put in."""
    if mention[0] != form.words[0] or mention[-1] != form.words[-1] or is_east_asian(form.words):
        return False
    rest = iter(mention)
    return all(word in rest for word in form.words)


def _fit_initials(mention: tuple[str, ...], form: NameForm) -> Fit | None:
    """Fit "J. Daskal", "Daskal J." and "J. D."; the whole name must be covered, in an order."""
    if len(mention) < 2:
        return None
    given = tuple(form.words[i] for i in form.given)
    surname = tuple(form.words[i] for i in form.surname)
    orders = dict.fromkeys((form.words, (*given, *surname), (*surname, *given)))
    fits = (_covers(mention, order, usual=order == form.words) for order in orders)
    return next((found for found in fits if found), None)


def _covers(mention: tuple[str, ...], name: tuple[str, ...], *, usual: bool) -> Fit | None:
    """Fit words and initials one by one; in an unusual order a whole word must be among them."""
    if len(mention) > len(name):
        name = tuple(part for word in name for part in word.split("-"))
    if len(mention) != len(name):
        return None
    pairs = list(zip(mention, name, strict=True))
    full = any(word == own for word, own in pairs)
    if not all(word == own or _initial(word, own) for word, own in pairs) or not (full or usual):
        return None
    return Fit(kind=MentionKind.INITIALS, strength=0.9 if full else 0.7)
