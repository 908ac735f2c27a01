"""Hyphens at line ends: whether they belong to the word or to the wrapping."""

from __future__ import annotations

import re

_KEEPING_LEFT = frozenset(
    """après avant arrière sous vice ex non demi mi semi quasi contre entre porte garde grand grande
    sud nord est ouest celui celle ceux celles peut au par saint sainte st ste nouveau nouvelle tiers
    quatre vingt trente quarante cinquante soixante septante huitante nonante cent dix mille
    vingts chef compte rendez prêt tout avoir bien haut bas libre sage sans lui elle eux
    elles nous vous moi toi soi grand grands grandes petit petite petits petites franco
    anglo sino russo américano germano italo hispano euro afro néo post pro anti mini maxi méga
    ultra super extra inter auto micro socio poisson vis tête face corps nez bouche dos c'est
    aujourd moyen outre rez bric mot main mort quote taxi timbre centre week best e""".split()
)
_KEEPING_RIGHT = frozenset(
    """dire vis même mêmes ci là delà dessus dessous il elle on ils elles je tu nous vous t y en
    huit neuf deux trois quatre cinq six sept dix onze douze treize quatorze quinze seize vingt
    vingts un une moi toi lui leur être chaussée bas parole""".split()
)
_LAST = re.compile(r"([^\W\d_][\w'’]*)-$")
_FIRST = re.compile(r"[\w'’]+")


def ends_with_hyphen(text: str) -> bool:
    """Whether a line ends with a hyphen right after a letter."""
    return len(text) > 1 and text[-1] in "-‐\u00ad" and text[-2].isalpha()


def joins_without_hyphen(left: str, right: str) -> bool:
    """Whether the hyphen at the end of `left` was put there by wrapping.

    It stays before capitals and figures, inside compounds that are already hyphenated, and
    after or before the parts that French compounds are made of.
    """
    last = _LAST.search(left.replace("‐", "-"))
    first = _FIRST.match(right)
    if last is None or first is None or not right[:1].islower():
        return False
    word, follower = last[1].lower().replace("’", "'"), first[0].lower()
    before = left[: last.start()]
    if before.endswith("-") and follower in _KEEPING_RIGHT:
        return False
    tail = word.rsplit("'", 1)[-1]
    return not (word in _KEEPING_LEFT or tail in _KEEPING_LEFT or follower in _KEEPING_RIGHT)
