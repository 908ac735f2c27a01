"""French that English keeps on purpose: names of works and groups, slogans in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.tables import items
from translate.checks.text import flat, plain

_QUOTE = re.compile(r"[«“\"]\s?(?P<name>[^«»“”\"]{2,90}?)\s?[»”\"]")
# "le collectif Sauvons la plaine", without the verb that follows it
_VERB = r"(?:a|ont|est|sont|avait|avaient|était|étaient|sera|va|vont|se|qui|que|n'|s')"
_BARE = re.compile(
    r"(?P<noun>[^\W\d_]+) (?P<name>[A-ZÀ-Ý][\w'-]*"
    rf"(?: (?!{_VERB}\b)[a-zà-ÿ][\w'-]*){{1,4}})"
)
_BEFORE = 70  # code points before the quotation in which a noun says what it names
_AFTER = 50  # and after it: « X », le nouveau film de
_SUBJECT = re.compile(r"(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ca) |[jc]'")
_GLOSS = re.compile(r"[\"”»’',]{0,3}\s?\(")  # what follows: a translation in brackets
_IN_BRACKETS = re.compile(r"\([\"“«]?\s?$")


@cache
def _nouns() -> re.Pattern[str]:
    """Return a pattern for the nouns that stand beside names kept as they are."""
    listed = sorted(items("named_works.txt"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w-])")


def names(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the English that are names of works and groups in French, word for word.

    « La Nuit des sauterelles » is the title of a work where a noun beside it says so; any quotation
    may stay that has its translation in brackets. What somebody says is translated.
    """
    yield from _quoted(source, target)
    yield from _bare(source, target)


def _quoted(source: str, target: str) -> Iterator[tuple[int, int]]:
    english = plain(target)
    for match in _QUOTE.finditer(source):
        name = plain(match["name"])
        at = english.find(name)
        if at < 0 or not name[:1].isupper():
            continue
        end = at + len(name)
        glossed = _GLOSS.match(english, end) or _IN_BRACKETS.search(english, max(0, at - 3), at)
        if glossed or _named(source, match):
            yield at, end


def _bare(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Yield names without marks, as far as the English has them: "le collectif Sauvons la vie"."""
    english = plain(target)
    for match in _BARE.finditer(plain(source)):
        if not _nouns().fullmatch(flat(match["noun"])):
            continue
        name = match["name"]
        while " " in name and name not in english:
            name = name.rpartition(" ")[0]
        if " " in name:
            at = english.find(name)
            yield at, at + len(name)


def spoken(quotation: str) -> bool:
    """Whether a French quotation begins like something said: "Nous irons jusqu'au bout"."""
    return bool(_SUBJECT.match(flat(quotation)))


def _named(source: str, match: re.Match[str]) -> bool:
    """Whether a noun beside the quotation says that it is a name, in the same sentence."""
    folded = flat(source)
    before = re.split(r"[.!?;»”]\s", folded[max(0, match.start() - _BEFORE) : match.start()])[-1]
    if not before.strip() and spoken(match["name"]):
        return False  # « Nous irons », a promis la maire de la liste
    if before.rstrip().endswith(":"):
        # What a colon opens is said, unless by "une pancarte verte : « X »".
        before = " ".join(before.rstrip(" :").split()[-2:])
        return "," not in before and bool(_nouns().search(before))
    after = re.split(r"[.!?;«\"“]", folded[match.end() : match.end() + _AFTER])[0]
    return bool(_nouns().search(before) or _nouns().search(after))
