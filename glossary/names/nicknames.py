"""Nicknames that the article itself gives: "dit « Berto »", "X, de son vrai nom Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.names.folding import Token
from glossary.names.forms import called_by
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile
from glossary.names.spans import Found, linked, run_from
from glossary.values import MentionKind

_LEAD = 9


def nickname_after(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the folded nickname that follows a full name ending at `last`, () if none."""
    lex, at = lexicon(), last + 1
    named = (
        at < len(tokens) and tokens[at].cap and tokens[at].gap.strip() in {", «", "«", ",«", "(«"}
    )
    while at < len(tokens) and at - last <= _LEAD:
        word = tokens[at].fold
        if lex.has("nickname_verbs", word) or word in {"nom", "surnom", "pseudonyme"}:
            named = True
        elif tokens[at].cap:
            break
        elif not lex.has("nickname_bridge", word):
            return ()
        at += 1
    if not named or at >= len(tokens) or not tokens[at].cap:
        return ()
    start = at
    if lex.has("function", tokens[start].fold) and start + 1 < len(tokens):
        start += 1
    places = run_from(tokens, start)
    closed = [i for i in places if "»" in tokens[i].gap or ('"' in tokens[i].gap and i > start)]
    end = closed[0] - 1 if closed else places[-1]
    if at == last + 1 and not _closes(tokens, end + 1):
        return ()  # NAME, « a sentence that he says »
    return tuple(t.fold for t in tokens[start : end + 1])


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and "»" in tokens[at].gap


def nickname_before(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the folded nickname of "X, de son vrai nom Y" before a full name at `first`."""
    if quoted := _quoted_before(tokens, first):
        return quoted
    at = first - 1
    marked = False
    while at >= 0 and first - at <= _LEAD and not tokens[at].cap:
        marked |= lexicon().has("nickname_marks", tokens[at].fold)
        at -= 1
    if not marked or at < 0 or not tokens[at].cap:
        return ()
    start = at
    while start > 0 and linked(tokens, start) and tokens[start - 1].cap:
        start -= 1
    return tuple(t.fold for t in tokens[start : at + 1])


def _quoted_before(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the nickname of "Surnommé « le Tigre de Sfax », le lutteur Y", () if there is none."""
    end = first
    while end > 0 and first - end < _LEAD and not _closing(tokens[end]):
        end -= 1
        if tokens[end].cap and end > 0:
            return ()
    start = end - 1
    while start > 0 and end - start < _LEAD and not _opening(tokens[start]):
        start -= 1
    if start < 1 or not _closing(tokens[end]) or not _opening(tokens[start]):
        return ()
    if not lexicon().has("nickname_verbs", tokens[start - 1].fold):
        return ()
    if lexicon().has("function", tokens[start].fold):
        start += 1
    own = tuple(t.fold for t in tokens[start:end])
    return own if start < end and tokens[start].cap else ()


def _closing(token: Token) -> bool:
    return any(mark in token.gap for mark in "»”")


def _opening(token: Token) -> bool:
    return any(mark in token.gap for mark in "«“")


def _shortened(nickname: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the nickname, and its noun alone: "le Tigre" of "le Tigre de Sfax"."""
    noun = len(nickname) > 2 and nickname[1] in {"de", "du", "d", "des"}
    return [nickname, nickname[:1]] if noun and len(nickname[0]) > 2 else [nickname]


def with_nicknames(
    profiles: Sequence[Profile], founds: Sequence[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Add to each profile the nicknames that follow its full name in the article."""
    out = list(profiles)
    for found in founds:
        whole = [p for p, f in found.fits.items() if f.kind is MentionKind.FULL]
        if len(whole) != 1 or found.courtesy is not None:
            continue
        tokens, profile = sentences[found.sentence], out[whole[0]]
        names = (nickname_after(tokens, found.last), nickname_before(tokens, found.first))
        forms = [form for name in names if name for form in _shortened(name)]
        new = tuple(form for form in forms if form not in profile.nicknames)
        out[whole[0]] = replace(profile, nicknames=(*profile.nicknames, *new))
    return [with_short_forms(profile) for profile in out]


def with_short_forms(profile: Profile) -> Profile:
    """Add the full names made of a nickname or a short given name: "Bill Tanner"."""
    first, short = profile.forms[0], lexicon().short_names
    if not first.surname or not first.given:
        return profile
    given = {name for i in first.given for name in short.get(first.words[i], ())}
    given |= {words[0] for words in profile.nicknames if len(words) == 1}
    forms = (called_by(first, name) for name in sorted(given - {*first.words}))
    known = {form.words for form in profile.forms}
    return replace(
        profile, forms=(*profile.forms, *(form for form in forms if form.words not in known))
    )


def merge_nicknames(profiles: Sequence[Profile]) -> list[Profile]:
    """Drop people without entry whose whole name is somebody's nickname ("Vera Dast")."""
    nicknames = {
        words
        for profile in profiles
        for name in profile.nicknames
        for words in (name, tuple(w for w in name if not lexicon().has("particles", w)))
    }
    return [p for p in profiles if p.entry or p.forms[0].words not in nicknames]
