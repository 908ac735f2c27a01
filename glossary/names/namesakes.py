"""People whom the article itself calls namesakes of somebody known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile
from glossary.names.roles import role_after, role_before
from glossary.names.spans import Found
from glossary.names.topics import related
from glossary.values import MentionKind

_WHOLE = frozenset([MentionKind.FULL, MentionKind.REORDERED])


def without_namesakes(
    profiles: Sequence[Profile], founds: Iterable[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Make a person of the article's own of who only bears the full name of an entry.

    That is where "homonyme" or "sans lien" stands in the sentence of the full name or in the
    next, unless some full name has a role of the entry beside it, or somebody else of the
    surname is there.
    """
    said = [any(_says_so(tokens, at) for at in range(len(tokens))) for tokens in sentences]
    if not any(said):
        return list(profiles)
    namesakes, real = set[int](), set[int]()
    for found in founds:
        whole = [p for p, f in found.fits.items() if f.kind in _WHOLE and len(found.words) > 1]
        if len(whole) != 1:
            continue
        if _has_role(profiles[whole[0]], found, sentences[found.sentence]):
            real.add(whole[0])
        alone = len([p for p in profiles if _surname(p) == _surname(profiles[whole[0]])]) == 1
        if alone and any(said[found.sentence : found.sentence + 2]):
            namesakes.add(whole[0])
    return [
        replace(p, entry=None, cues=(), texts=(), nicknames=(), gender="", name_en=p.name_fr)
        if number in namesakes - real
        else p
        for number, p in enumerate(profiles)
    ]


def _says_so(tokens: Sequence[Token], at: int) -> bool:
    """Whether "homonyme" or "sans lien" ends at `at`."""
    denied = at > 0 and tokens[at - 1].fold in {"sans", "aucun"} and tokens[at].fold == "lien"
    return denied or lexicon().has("namesake", tokens[at].fold)


def _surname(profile: Profile) -> tuple[str, ...]:
    form = profile.forms[0]
    return tuple(form.words[i] for i in form.surname)


def _has_role(profile: Profile, found: Found, tokens: Sequence[Token]) -> bool:
    roles = (role_before(tokens, found.lead), role_after(tokens, found.last + 1))
    words = [t.fold for role in roles if role for t in tokens[role.start : role.end]]
    if any(lexicon().has("namesake", word) for word in words):
        return False  # ", homonyme du ministre,"
    return any(related(word, known) for cue in profile.cues for known in cue for word in words)
