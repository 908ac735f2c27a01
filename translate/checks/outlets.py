"""Newspapers whose name is a common word: "Le Courrier" is no post, "La Croix" no cross.

At the start of a sentence a capital article proves nothing, but the noun behind it has a capital
only in a name. Nouns that name much else too count only where something is reported by them. The
article is part of the name: "The Monde" is "Le Monde".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from translate.checks import names
from translate.checks.lexicon import is_english, translations
from translate.checks.tables import items, listed, rows
from translate.checks.text import Word, english_stem, fold, plain, words
from translate.values import Finding, Level

_REPORTS = (
    r"(?:(?:a|ont|avait|avaient) )?(?:écri(?:t|vent|vait)|affirm|rapport|révél|révèl|titr|publi|cit"
    r"|assur|estim|soulign|évoqu|racont|indiqu|précis|expliqu|dénonc|relèv|relev|annonc"
    r"|croit savoir|croyait savoir|consacr|not|interrog|dévoil)(?:e|ent|é|ait|aient)?\b"
)
_MORE = r"(?: (?:(?:de la |de l'|du |des |de |d'|et )[\w-]+|[A-ZÀ-Ý][\w-]+)){0,2}(?: [a-zà-ÿ]+)?"
_SOURCES = r"(?:[Ss]elon|[Dd]'après|[Dd]ans|[Rr]apporte|[Ii]ndique|[Ee]stime|[Éé]crit) "
_HEAD = r"(?P<article>Le |La |Les |L')"
#: What follows a name without complement: "Le Courrier a écrit", not "Le Courrier du soir".
_ENDS = re.compile(rf" ?(?:[,.;:!?)»]|$)| {_REPORTS}")
_PLACE = re.compile(r" (?:de la |de l'|du |des |de |d')[A-ZÀ-Ý][\w-]+")
#: English that stands for a newspaper named before.
_PAPER = re.compile(r"\b(?:newspapers?|paper|daily|weekly|magazine|outlet|tabloid|broadsheet)\b")
#: Letters of a name that must be there where it is altered: "Courrie", "Equip".
_ENOUGH = 5
_SPORTS = r"(?! (?:de France|nationale|olympique))"
_OPENS = re.compile(r'[,.;:!?"“(–—] ?$')
#: Words after which a name may stand without its article.
_BEFORE = frozenset({"to", "by", "in", "from", "with", "and", "told"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """A newspaper of the French.

    Attributes:
        article: as written, with its blank or apostrophe; "" where it is not part of the name.
        start: where the noun stands. end: where the name ends, with a place ("La Voix du Nord").
        opens: whether the sentence begins with it. plain: whether nothing completes the name.
        own: whether English has a name of its own for it.
        sure: whether it stands where only a newspaper does, else its capitals alone tell.
    """

    article: str
    noun: str
    start: int
    end: int
    opens: bool
    plain: bool
    own: bool
    sure: bool = True


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    return {row[0]: listed(row[1]) if len(row) > 1 else () for row in rows("outlets.tsv")}


def nouns() -> tuple[str, ...]:
    """Return the common words that newspapers are called by, the longest of a beginning first."""
    return tuple(sorted(_marks(), reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    alone = "|".join(re.escape(one) for one in nouns() if "alone" in _marks()[one])
    rest = "|".join(re.escape(one) for one in nouns() if "alone" not in _marks()[one])
    small = r"(?:[Ll]e |[Ll]a |[Ll]es |[Ll]'|du |au |des |aux )"
    return (
        re.compile(rf"(?<![\w'-])(?:{_HEAD}|{small})(?P<noun>{alone})(?![\w-])"),
        re.compile(rf"(?<![\w'-]){_HEAD}(?P<noun>{rest})(?![\w-]){_SPORTS}{_MORE} {_REPORTS}"),
        re.compile(rf"{_SOURCES}{_HEAD}(?P<noun>{rest})(?![\w-]){_SPORTS}"),
    )


@cache
def _headed() -> re.Pattern[str]:
    """Return a pattern for a capital article within the sentence: it belongs to a name."""
    every = "|".join(map(re.escape, nouns()))
    return re.compile(rf"(?<=[a-zà-ÿ,;] ){_HEAD}(?P<noun>{every})(?![\w-]){_SPORTS}")


def _papers(source: str) -> Iterator[_Paper]:
    """Yield the newspapers of the French; one may come twice."""
    french = plain(source)
    for pattern in (*_patterns(), _headed()):
        for hit in pattern.finditer(french):
            place = _PLACE.match(french, hit.end("noun"))
            yield _Paper(
                article=hit["article"] or "",
                noun=hit["noun"],
                start=hit.start("noun"),
                end=place.end() if place else hit.end("noun"),
                opens=hit.start() == 0,
                plain=bool(_ENDS.match(french, hit.end("noun"))),
                own=any(french.startswith(one, hit.start("noun")) for one in _english_names()),
                sure=pattern is not _headed(),
            )


def _english_names() -> frozenset[str]:
    return items("outlets_english.txt")


def _takes(paper: _Paper, mark: str) -> bool:
    return mark in _marks()[paper.noun]


def _is_there(paper: _Paper, found: Sequence[Word]) -> bool:
    """Whether the noun stands in the English, perhaps altered; "Humanity" is no "Humanité"."""
    noun = fold(paper.noun).split(" ")[0]
    for word in found:
        for part in word.fold.split("'") if word.capital else ():
            if part == noun:
                return True
            other_word = is_english(part) and not _takes(paper, "person")
            if part.startswith(noun[:_ENOUGH]) and not other_word:
                return True
    return False


def _kept(paper: _Paper, found: Sequence[Word]) -> list[int]:
    """Return where the noun stands in the English as it is, but for accents."""
    noun = fold(paper.noun)
    return [at for at, word in enumerate(found) if word.capital and word.fold == noun]


def _translated(paper: _Paper, found: Sequence[Word], target: str) -> list[int]:
    """Return where a capital word of the English translates the noun and is no longer name."""
    if not (paper.sure and paper.plain) or _takes(paper, "person"):
        return []
    stems = translations(fold(paper.noun))
    return [
        at
        for at, word in enumerate(found)
        if word.capital
        and english_stem(word.fold) in stems
        and (at or paper.opens)
        and not any(
            0 <= near < len(found) and found[near].capital and found[near].surface != "The"
            and target[found[min(at, near)].end : found[max(at, near)].start] in {" ", "-"}
            for near in (at - 1, at + 1)
        )
    ]  # fmt: skip


def _before(found: Sequence[Word], at: int, target: str) -> str | None:
    """Return the word that stands right before word `at`, "" where it opens a clause."""
    gap = target[found[at - 1].end if at else 0 : found[at].start]
    if at and gap == " ":
        return found[at - 1].surface
    return "" if not at or _OPENS.search(gap) else None


def _misheaded(source: str, target: str) -> Iterator[tuple[_Paper, str]]:
    """Yield newspapers whose noun is kept behind an English article, as the English has them."""
    found = words(target)
    for paper in _papers(source):
        if not paper.article or paper.own or _takes(paper, "the"):
            continue
        for at in _kept(paper, found):
            first = at
            while first and _before(found, first, target) and found[first - 1].capital:
                first -= 1  # "The North Voix"
            first -= first > 0 and _before(found, first, target) == "the"
            if found[first].fold == "the":
                yield paper, target[found[first].start : found[at].end]


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find newspapers that have become English words, in whole or by their article."""
    papers = list(_papers(source))
    if not papers or _PAPER.search(target.lower()):
        return []
    # The rule of names knows some of them by its table, and says so first.
    told = " ".join(finding.message for finding in names.check(source, target, segment))
    found = words(target)
    messages: dict[str, str] = {}
    for paper in papers:
        if paper.sure and not paper.own and paper.noun not in told and not _is_there(paper, found):
            told_so = "of the French seems to name a newspaper; it is not in the English"
            messages[f'"{paper.noun}" {told_so}'] = ""
    for paper, english in _misheaded(source, target):
        name = f"{paper.article}{paper.noun}"
        messages[f'"{name}" of the French reads "{english}" in the English'] = name
    return [
        Finding(
            rule="name", level=Level.WARNING, segment=segment, message=message, suggestion=name
        )
        for message, name in messages.items()
    ]  # fmt: skip


def lost(source: str, target: str) -> list[tuple[int, int]]:
    """Return the places of newspapers, article and noun, that the English lacks or misnames.

    Those that `repair` can put right are not among them.
    """
    papers = [paper for paper in _papers(source) if paper.article and paper.sure]
    if not papers or _PAPER.search(target.lower()):
        return []
    mended = repair(source, target) or target
    misheaded = [paper for paper, _ in _misheaded(source, mended)]
    found = words(mended)
    return [
        (paper.start - len(paper.article), paper.end)
        for paper in papers
        if not (paper.own or _takes(paper, "person"))
        and (paper in misheaded or not _is_there(paper, found))
    ]


def repair(source: str, target: str) -> str | None:
    """Return `target` with newspapers called as in the French, None when nothing is to be mended.

    Only where one place of the English can be meant, and where the article before it is English or
    none: "The Monde", "according to Echos", "The Cross reports" for a name without complement.
    """
    mended = target
    for paper in _papers(source):
        if not paper.article or paper.own or _takes(paper, "the"):
            continue
        found = words(mended)
        told = _PAPER.search(mended.lower())  # "the Courrier newspaper", "the newspaper"
        places = _kept(paper, found) or ([] if told else _translated(paper, found, mended))
        if len(places) != 1:
            continue
        word, before = found[places[0]], _before(found, places[0], mended)
        if _PAPER.match(mended[word.end :].strip().lower()):
            continue
        ends = not re.match(r"\s[a-z]", mended[word.end :])
        if before == "The" or (before == "the" and ends):
            start = found[places[0] - 1].start
        elif before == "" or before in _BEFORE:
            start = word.start
        else:
            continue
        mended = f"{mended[:start]}{paper.article}{paper.noun}{mended[word.end :]}"
    return mended if mended != target else None
