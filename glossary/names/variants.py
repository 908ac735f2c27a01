"""One name in two romanisations: "Haïdar al-Joubouri" and "Haydar al-Jibouri".

Only what the systems of romanisation write differently is set aside, never a whole vowel of a
given name: Hassan and Hussein are two people, Louis and Luis too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from glossary.names.folding import Token
from glossary.names.forms import NameForm, parse_name
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile
from glossary.names.spans import Found

_ALIKE = (
    ("tch", "c"), ("ch", "c"), ("sh", "c"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("zh", "j"),
    ("gue", "ge"), ("gui", "gi"), ("ph", "f"), ("oo", "u"), ("ou", "u"), ("w", "u"), ("y", "i"),
    ("ie", "e"), ("q", "k"),
)  # fmt: skip
#: Letters that French and English romanise in different ways.
_DIGRAPHS = ("tch", "sh", "kh", "dj", "zh", "gue", "gui")
_VOWELS = "aeiou"
_SHORTEST_SKELETON = 3
#: Of so many people with one key the name is nobody's; the time stays linear.
_MOST_ALIKE = 8
_ARABIC = ("al-", "el-", "al‑", "el‑")


def with_variants(
    profiles: Sequence[Profile],
    unknown: Iterable[Found],
    sentences: Sequence[Sequence[Token]],
) -> list[Profile]:
    """Add to each profile the other spellings of its full name that the article has.

    People of the article's own who are another spelling of somebody are dropped.
    """
    owners: dict[tuple[str, ...], set[int]] = {}
    for person, profile in enumerate(profiles):
        for key in _keys(profile.forms[0], profile.name_fr):
            owners.setdefault(key, set()).add(person)
    out, dropped = list(profiles), set[int]()
    taken = {form.words for profile in profiles for form in profile.forms}
    spelt = {f.words: f for f in unknown if len(f.words) > 1 and f.courtesy is None}
    for words, found in sorted(spelt.items()):
        tokens = sentences[found.sentence]
        text = " ".join(t.text for t in tokens[found.first : found.last + 1])
        owner = _owner(parse_name(text), text, owners, profiles)
        if owner is not None and words not in taken:
            out[owner] = replace(out[owner], forms=(*out[owner].forms, parse_name(text)))
    for person, profile in enumerate(profiles):
        if profile.entry is None:
            other = _owner(profile.forms[0], profile.name_fr, owners, profiles)
            if other is not None and (profiles[other].entry or other < person):
                out[other] = replace(out[other], forms=(*out[other].forms, profile.forms[0]))
                dropped.add(person)
    return [profile for person, profile in enumerate(out) if person not in dropped]


def _owner(
    form: NameForm,
    text: str,
    owners: dict[tuple[str, ...], set[int]],
    profiles: Sequence[Profile],
) -> int | None:
    """Return the one person of whose name this is another spelling, None if there is none."""
    found = {
        person
        for key in _keys(form, text)
        for person in islice(owners.get(key, ()), _MOST_ALIKE)
        if _is_variant(form, text, profiles[person])
    }
    return found.pop() if len(found) == 1 else None


def _is_variant(form: NameForm, text: str, profile: Profile) -> bool:
    own, names = profile.forms[0], lexicon().first_names
    if form.words == own.words or len(form.words) != len(own.words):
        return False
    pairs = list(zip(form.words, own.words, strict=True))
    if any(a.count(sign) != b.count(sign) for a, b in pairs for sign in _DIGRAPHS):
        return True
    given = [pairs[i] for i in form.given]
    if form.words[-1] == own.words[-1] and any(
        a in names and b in names for a, b in given if a != b
    ):
        return False  # "Louis" and "Luis" of one surname are two people.
    if _is_arabic(text) or _is_arabic(profile.name_fr):
        return True
    # "Bouchard" and "Buchard" are two French names: "ou" alone tells nothing.
    other_given = any(a != b for a, b in given)
    return other_given and any(a.count(s) != b.count(s) for a, b in pairs for s in ("ou", "oo"))


def _is_arabic(text: str) -> bool:
    return any(word.lower().startswith(_ARABIC) for word in text.split())


def _keys(form: NameForm, text: str) -> list[tuple[str, ...]]:
    """Return what the spellings of a name have in common; vowels go from Arabic surnames."""
    if len(form.words) < 2 or form.given[:1] != (0,):
        return []
    plain = (*map(_plain, form.words[:-1]), _surname(form.words[-1]))
    skeleton = "".join(c for c in plain[-1][:-1] if c not in _VOWELS) + plain[-1][-1:]
    keys = [plain]
    if _is_arabic(text) and len(skeleton) > _SHORTEST_SKELETON:
        keys.append((*plain[:-1], "al-" + skeleton))
    return keys


def _surname(word: str) -> str:
    """Return a surname as all romanisations have it: "Routchine" is "Ruchin"."""
    return _plain(word.removesuffix("e") if word.endswith("ine") else word)


def _plain(word: str) -> str:
    """Return a folded word as all romanisations have it."""
    for written, common in _ALIKE:
        word = word.replace(written, common)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
