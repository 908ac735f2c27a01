"""Walks a sentence once and yields the names of known people and unknown runs of capitals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from glossary.names.filters import (
    Traits,
    bare_is_person,
    explained,
    is_shouting,
    is_thing,
    street_head,
)
from glossary.names.folding import Token
from glossary.names.forms import Fit, is_initial, is_particle
from glossary.names.lexicon import Courtesy, lexicon
from glossary.names.resumption import is_resumed
from glossary.names.spans import (
    Found,
    NameIndex,
    between,
    courtesy_at,
    is_french_link,
    linked,
    next_listed,
    particles_before,
    run_from,
    suffix_after,
    windows,
)
from glossary.values import MentionKind

#: As many names with commas alone are a list too: "MM. X, Y, Z".
_UNENDED = 3


class Scanner:
    """Finds names in the sentences of one article.

    `known` holds the mentions of indexed people, `unknown` other runs that may be names.
    """

    def __init__(self, index: NameIndex, traits: Traits, genders: Sequence[str] = ()) -> None:
        self.index = index
        self.traits = traits
        self.genders = genders
        self.known: list[Found] = []
        self.unknown: list[Found] = []
        self._shouting = False
        self._before: Sequence[Token] = ()

    def scan(self, sentence: int, tokens: Sequence[Token]) -> None:
        """Add the names of one sentence, in linear time."""
        self._shouting = is_shouting(tokens)
        at = 0
        while at < len(tokens):
            at = self._step(sentence, tokens, at)
        self._before = tokens

    def _step(self, sentence: int, tokens: Sequence[Token], at: int) -> int:
        title = courtesy_at(tokens, at)
        if self._shouting and lexicon().has("word_titles", tokens[at].fold):
            title = None
        if title is not None and not street_head(tokens, at):
            whole = self._full(sentence, tokens, at) if tokens[at].cap else 0
            end = whole or self._courtesy(sentence, tokens, at, title)
            if end:
                return end
        if not tokens[at].cap:
            return at + 1
        return (
            self._full(sentence, tokens, at)
            or self._acronym(sentence, tokens, at)
            or self._bare(sentence, tokens, at)
            or at + 1
        )

    # -- courtesy titles -------------------------------------------------------------------

    def _name_after(self, tokens: Sequence[Token], at: int) -> int:
        """Return where the first capital word of a name after a title stands, -1 if nowhere."""
        here = at
        while here < len(tokens) and here - at < 4 and is_particle(tokens, here):
            here += 1
        if here >= len(tokens) or not tokens[here].cap or tokens[here].gap.strip() not in {"", "."}:
            return -1
        if here > at and not tokens[at].cap and tokens[at].fold in {"le", "la", "l"}:
            return -1
        word, lex = tokens[here].fold, lexicon()
        ordinary = lex.has("function", word) and not lex.has("ambiguous_words", word)
        if ordinary and not linked(tokens, here + 1):
            return -1
        return here

    def _courtesy(self, sentence: int, tokens: Sequence[Token], at: int, title: Courtesy) -> int:
        second = tokens[at + 1]
        other = courtesy_at(tokens, at + 2) if at + 2 < len(tokens) else None
        pair = second.fold == "et" and other is not None
        here = self._name_after(tokens, at + 3 if pair else at + 1)
        if here < 0:
            return 0
        if pair and title.plural:
            title = replace(title, gender="")  # "Mmes et MM. X, Y et Z"
        found = self._after_title(sentence, tokens, at, here, title)
        group = "pair" if pair else "plural" if title.plural else ""
        found = replace(found, group=group)
        if not title.plural:
            self._add(found)
            return found.last + 1
        return self._halves(sentence, tokens, found, title)

    def _after_title(
        self, sentence: int, tokens: Sequence[Token], lead: int, here: int, title: Courtesy
    ) -> Found:
        places = run_from(tokens, here)
        start = here
        while start > lead + 1 and is_particle(tokens, start - 1):
            start -= 1
        before = frozenset(t.fold for t in tokens[start:here])
        for size in range(len(places), 0, -1):
            window = places[:size]
            words = tuple(tokens[i].fold for i in window)
            fits = self.index.fits(words, before | between(tokens, window))
            if fits and self._nothing_left(tokens, places, size):
                return self._found(sentence, tokens, lead, window, fits, title, before)
        window = self._own_words(tokens, places)
        return self._found(sentence, tokens, lead, window, {}, title, before)

    def _own_words(self, tokens: Sequence[Token], places: list[int]) -> list[int]:
        """Cut an unknown run at a lower-case French preposition ("M. Lopez de Madrid")."""
        for i, (left, right) in enumerate(pairwise(places), start=1):
            if is_french_link(tokens[left + 1 : right]):
                return places[:i]
        return places

    def _halves(self, sentence: int, tokens: Sequence[Token], first: Found, title: Courtesy) -> int:
        """Read "MM. X, Y et Z": each name is a mention."""
        halves, ended = [first], False
        while not ended:
            here, ended = next_listed(tokens, halves[-1].last + 1)
            name = here
            while 0 <= name < len(tokens) and is_particle(tokens, name):
                name += 1
            if not 0 <= name < len(tokens) or not tokens[name].cap:
                break
            half = self._after_title(sentence, tokens, here - 1, name, title)
            halves.append(replace(half, lead=here))
        if not ended and len(halves) < _UNENDED:
            halves = halves[:1]
        for half, following in zip_longest(halves, halves[1:]):
            self._add(replace(half, group="half" if len(halves) > 1 else "plural"))
            told = half.last + 1
            while following and told < following.lead - 1:  # "MM. X, beau-frère de Y, et Z"
                told = self._step(sentence, tokens[: following.lead], told)
        return halves[-1].last + 1

    # -- names without a title -------------------------------------------------------------

    def _full(self, sentence: int, tokens: Sequence[Token], at: int) -> int:
        """Match a whole name or a nickname at `at`."""
        places = run_from(tokens, at)
        for size in range(len(places), 0, -1):
            window = places[:size]
            words = tuple(tokens[i].fold for i in window)
            people = self.index.full(words) if size > 1 else []
            nick = self.index.nick(words) or self.index.nick(
                tuple(t.fold for t in tokens[window[0] : window[-1] + 1])
            )
            if not (people or nick) or not self._nothing_left(tokens, places, size):
                continue
            if not people and size == 1 < len(places):
                continue  # "le Lion" is no part of "le Lion de Belfort".
            if people:
                fits = self.index.fits(words, between(tokens, window))
                fits = {p: f for p, f in fits.items() if p in people and f.strength >= 0.9} or {
                    p: Fit(kind=MentionKind.FULL, strength=1.0) for p in people
                }
            else:
                fits = {p: Fit(kind=MentionKind.NICKNAME, strength=1.0) for p in nick}
            if not is_thing(tokens, at, window[-1], full=True):
                found = self._found(sentence, tokens, at, window, fits)
                self._add(replace(found, nickname=not people))
            return window[-1] + 1
        return 0

    def _acronym(self, sentence: int, tokens: Sequence[Token], at: int) -> int:
        """Match initials: "NKM", "C. O.-B."."""
        places = [at]
        if is_initial(tokens, at):
            places = run_from(tokens, at)
            if any(len(tokens[i].fold) > 1 for i in places):
                return 0
        letters = "".join(tokens[i].fold for i in places)
        if (
            self._shouting
            or not tokens[at].text.isupper()
            or (len(places) == 1 and len(letters) < 3)
        ):
            return 0
        people = self.index.acronym(letters)
        if not people:
            return 0
        fits = {p: Fit(kind=MentionKind.INITIALS, strength=0.8) for p in people}
        self._add(self._found(sentence, tokens, at, places, fits))
        return places[-1] + 1

    def _bare(self, sentence: int, tokens: Sequence[Token], at: int) -> int:
        if self._is_function(tokens, at):
            return 0
        places = run_from(tokens, at)
        for start, end in windows(places):
            window = places[start:end]
            words = tuple(tokens[i].fold for i in window)
            first, before = particles_before(tokens, window[0], any_french=False)
            fits = self.index.fits(words, before | between(tokens, window))
            if not fits and before:
                first, before = window[0], frozenset()
                fits = self.index.fits(words, between(tokens, window))
            if not fits or not self._nothing_left(tokens, places, end):
                continue
            if self._is_cut(tokens, places, end, fits):
                continue
            lead = [tokens[i] for i in places[:start] if i < first]
            whole = end - start > 1 and any(f.strength == 1.0 for f in fits.values())
            if not (self._shouting or whole or all(map(explained, lead))):
                continue
            genders = {self.genders[p] for p in fits} if self.genders else set()
            resumed = is_resumed(tokens, first, window[-1], self._before, genders)
            if resumed or bare_is_person(
                tokens, first, window[-1], self.traits, shouting=self._shouting
            ):
                found = self._found(sentence, tokens, first, window, fits, None, before)
                self._add(found)
            return window[-1] + 1
        if len(places) > 1 and not self._shouting:
            self.unknown.append(self._found(sentence, tokens, at, places, {}))
        return places[-1] + 1

    def _is_function(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital word is a function word; "Grace" before a name is none."""
        lex, word = lexicon(), tokens[at].fold
        named = word in lex.first_names and linked(tokens, at + 1) and tokens[at + 1].cap
        return lex.has("function", word) and not named and not is_initial(tokens, at)

    def _is_cut(
        self, tokens: Sequence[Token], places: Sequence[int], end: int, fits: dict[int, Fit]
    ) -> bool:
        """Whether given names alone stand before a further name: "Luc" of "Luc Ferrand"."""
        if end == len(places) or places[end] > places[end - 1] + 1 or self._shouting:
            return False
        given = all(fit.kind is MentionKind.FIRST for fit in fits.values())
        return given and not suffix_after(tokens, places[end - 1])

    def _nothing_left(self, tokens: Sequence[Token], places: Sequence[int], size: int) -> bool:
        """Whether no further name word follows a window of `size` words of a run."""
        if size == len(places) or self._shouting:
            return True
        left, right = places[size - 1], places[size]
        if right > left + 1:
            # A preposition stands between: "Macron de France", but not "Van der Meulen".
            inside = tokens[left + 1 : right]
            french = {"de", "du", "d", "des", "la", "le", "l"}
            return not inside[-1].cap and all(t.fold in french for t in inside)
        if tokens[right].text.isupper() and lexicon().has("company_forms", tokens[right].fold):
            return False
        return explained(tokens[right]) or bool(suffix_after(tokens, left))

    # -- results ---------------------------------------------------------------------------

    def _found(
        self,
        sentence: int,
        tokens: Sequence[Token],
        lead: int,
        window: Sequence[int],
        fits: dict[int, Fit],
        title: Courtesy | None = None,
        before: frozenset[str] = frozenset(),
    ) -> Found:
        suffix = suffix_after(tokens, window[-1])
        return Found(
            sentence=sentence,
            lead=lead,
            first=window[0],
            last=window[-1] + 1 if suffix else window[-1],
            words=tuple(tokens[i].fold for i in window),
            particles=before | between(tokens, window),
            suffix=suffix,
            courtesy=title,
            fits=fits,
        )

    def _add(self, found: Found) -> None:
        (self.known if found.fits else self.unknown).append(found)
