"""Other names of a person: the English one, the name of birth, given name and patronymic."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from glossary.names.folding import Token, tokenize
from glossary.names.forms import DAUGHTER, is_patronymic
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile, likely_gender
from glossary.names.roles import role_after, role_before
from glossary.names.spans import Found, run_from
from glossary.values import MentionKind

Words = tuple[str, ...]
T = TypeVar("T")
_MOST = 8
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_BORN = re.compile(rf"\b(?:born|née|né)\s+((?:{_CAPITAL}\s+){{0,3}}{_CAPITAL})")


def with_birth_names(
    profiles: Sequence[Profile], founds: Iterable[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Add the names made of the given name and the name of birth.

    The entry's note says it ("born El Amrani"), or the article after the full name ("née X").
    """
    out = [_with_names(p, _names_of_note(p)) for p in profiles]
    for found in founds:
        whole = [p for p, f in found.fits.items() if f.kind is MentionKind.FULL]
        if len(whole) == 1 and len(found.words) > 1:
            born = _born_after(sentences[found.sentence], found.last + 1)
            out[whole[0]] = _with_names(out[whole[0]], [born] if born else [])
    return out


def _names_of_note(profile: Profile) -> list[Words]:
    note = profile.entry.note if profile.entry else ""
    return [tuple(t.fold for t in tokenize(found.group(1))) for found in _BORN.finditer(note)]


def _born_after(tokens: Sequence[Token], at: int) -> Words:
    if at + 1 >= len(tokens) or tokens[at].text not in {"née", "né"} or not tokens[at + 1].cap:
        return ()
    if tokens[at].gap.strip() not in {"", ",", "("} or tokens[at + 1].gap.strip():
        return ()
    places = run_from(tokens, at + 1)
    return tuple(t.fold for t in tokens[places[0] : places[-1] + 1])


def _with_names(profile: Profile, born: Sequence[Words]) -> Profile:
    form = profile.forms[0]
    given = tuple(form.words[i] for i in form.given)
    names = lexicon().first_names
    whole = [w if len(w) > 1 and w[0] in names else (*given, *w) for w in born if given]
    new = tuple(words for words in whole if words not in profile.nicknames)
    return replace(profile, nicknames=(*profile.nicknames, *new)) if new else profile


def with_patronymics(
    profiles: Sequence[Profile], unknown: Iterable[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Add "Lioudmila Arkadievna" to whom the article knows as Lioudmila; the last name is none.

    A patronymic alone means everybody of the family whose father may be the same.
    """
    runs = [f for f in unknown if len(f.words) == 2 and f.words[1].endswith(DAUGHTER)]
    presented = {f.words for f in runs if _is_presented(f, sentences[f.sentence])}
    called = {f.words for f in runs} - presented
    profiles = _without(profiles, called)
    by_given: dict[str, set[Words]] = {}
    for words in sorted(called):
        by_given.setdefault(words[0], set()).add(words)
    surnames = {surname for profile in profiles for surname in _surnames(profile)}
    own = [_patronymics(profile) for profile in profiles]
    families: dict[str, set[str]] = {}
    for profile, mine in zip(profiles, own, strict=True):
        for surname in _surnames(profile):
            families.setdefault(surname, set()).update(mine)
    out = []
    for profile, mine in zip(profiles, own, strict=True):
        form = profile.forms[0]
        given = form.words[0] if form.given[:1] == (0,) else ""
        full = sorted(w for w in _few(by_given.get(given, ())) if not mine or w[1] in mine)
        of_family = {w for s in _surnames(profile) for w in _few(families[s])}
        shared = mine or {w for w in of_family if _fits(profile, w)}
        alone = sorted((word,) for word in shared - surnames)
        out.append(replace(profile, nicknames=(*profile.nicknames, *full, *alone)))
    return out


def _is_presented(found: Found, tokens: Sequence[Token]) -> bool:
    """Whether a role beside the name tells of somebody new: "une retraitée, Nina Grigorievna"."""
    before, after = role_before(tokens, found.lead), role_after(tokens, found.last + 1)
    return before is not None or after is not None


def _without(profiles: Sequence[Profile], called: Collection[Words]) -> list[Profile]:
    """Drop people known by given name and patronymic alone, where others bear the given name."""
    givens = {p.forms[0].words[0] for p in profiles if p.forms[0].words not in called}
    return [
        p
        for p in profiles
        if p.entry or p.forms[0].words not in called or p.forms[0].words[0] not in givens
    ]


def _few(found: Collection[T]) -> Collection[T]:
    """Return what was found, nothing of too much to tell by; the time stays linear."""
    return found if len(found) <= _MOST else ()


def _patronymics(profile: Profile) -> set[str]:
    """Return the middle words of a person's names that are patronymics."""
    return {w for form in profile.forms for w in form.words[1:-1] if is_patronymic(w)}


def _surnames(profile: Profile) -> set[str]:
    return {form.words[i] for form in profile.forms for i in form.surname}


def _fits(profile: Profile, patronymic: str) -> bool:
    return likely_gender(profile) in {"f" if patronymic.endswith(DAUGHTER) else "m", ""}
