"""French "son" has the gender of the thing: "his" and "her" are put right after the one person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.names.lexicon import lexicon
from glossary.values import PersonMention
from translate.terms.spelling import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_OWN = {"m": ("her", "his"), "f": ("his", "her")}
_REFLEXIVE = {"m": ("herself", "himself"), "f": ("himself", "herself")}
_OTHERS = {"m": "elle", "f": "il"}
_PLURAL_OTHERS = frozenset(["elles", "celle", "celui", "quelqu", "chacun", "chacune"])
#: Who is named after these is not the subject: "Selon M. Sarn", "le point de vue de M. Sarn".
_PREPOSITIONS = frozenset(
    """de d du a au par pour avec chez sur contre sans et ou selon pres vers""".split()  # noqa: SIM905
)
#: How many words may stand before the person who is the subject.
_LEAD = 8
#: Of the list of roles for "Premier ministre" only, where the second word tells.
_ORDINALS = frozenset(["premier", "premiere"])
#: After these, "her" is no possessive: "told her that", "saw her in".
_NO_NOUN = frozenset(
    """a an the that which who whom when where why how if whether and or but as at by for from in
    into of off on out over to under up with without about after again all before because not then
    through until while is was be been being has had will would this these those there here back
    away down so than too very just only once twice yesterday today tomorrow""".split()  # noqa: SIM905
)


def repair(source: str, mentions: Sequence[PersonMention], text: str, name_end: int) -> str:
    """Return `text` with "his", "her", "himself", "herself" in the gender of the one person named.

    Only where the French opens with that person and speaks of nobody of another gender, and not
    inside quotation marks.

    Args:
        source: the French sentence. mentions: its people. text: its English.
        name_end: where the person's name ends in the English.
    """
    gender = _only_gender(source, mentions)
    if not gender or name_end < 0:
        return text
    (wrong, right), (self_wrong, self_right) = _OWN[gender], _REFLEXIVE[gender]
    pattern = re.compile(rf"\b(?:({wrong})(?= ([a-z][\w-]+))|({self_wrong})\b)")

    def mended(hit: re.Match[str]) -> str:
        if hit.start() < name_end or hit.string.count('"', 0, hit.start()) % 2:
            return hit[0]
        if hit[3]:
            return self_right
        return hit[1] if hit[2] in _NO_NOUN else right

    return pattern.sub(mended, text)


def _only_gender(source: str, mentions: Sequence[PersonMention]) -> str:
    """Return the gender of the only person a sentence speaks of, at its start, else ""."""
    people = {person.id: person for mention in mentions for person in mention.people}
    if len(people) != 1 or any(len(mention.people) != 1 for mention in mentions):
        return ""
    gender = next(iter(people.values())).gender
    first = min(mention.start for mention in mentions)
    before = _WORD.findall(source[:first])
    joined = bool(before) and source[:first].rstrip()[-1:] not in {",", ":"}
    led = joined and fold(before[-1]) in _PREPOSITIONS
    if gender not in _OWN or led or len(before) > _LEAD:
        return ""
    spans = [(mention.start, mention.end) for mention in mentions]
    words = [
        (fold(hit[0]), hit[0])
        for hit in _WORD.finditer(source)
        if not any(start <= hit.start() < end for start, end in spans)
    ]
    return "" if any(_is_another(*word, gender) for word in words) else gender


def _is_another(word: str, written: str, gender: str) -> bool:
    """Whether a word speaks of somebody else of another gender, or of one left open."""
    lex = lexicon()
    if word == _OTHERS[gender] or word in _PLURAL_OTHERS or word in lex.courtesy:
        return True
    named = written[:1].isupper() and word in lex.first_names
    if named:
        return lex.first_names[word] != gender
    return word in lex.roles and word not in _ORDINALS and lex.roles[word] != gender
