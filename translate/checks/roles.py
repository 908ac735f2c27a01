"""Who did it to whom: subject and object of one verb that have changed places.

The agent is looked for on either side, by the voice of the verb between two names: "X a remplacé Y"
and "Y was replaced by X" have one agent, "Y replaced X" has another. Nothing is said where a side
is no plain clause or where the verb of the English does not translate the verb of the French.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.checks.exonyms import find
from translate.checks.french_names import Reader, is_common
from translate.checks.lexicon import translations
from translate.checks.tables import listed, rows
from translate.checks.text import english_stem, flat, fold, french_stem, plain, words

_NEAR = 60  # code points before a name, and between two of them
_MOST = 200  # words of either side that are looked at
_OWN = r"(?:la |le |les |l'|un |une |son |sa |leur )"
_ARTICLE = rf"(?:{_OWN}|au |aux |a {_OWN}?)"
_NOT_THERE = (
    r"(?!(?:a|au|aux|d|de|du|des|et|ou|ni|par|que|qui|dont|avec|contre|pour|sur|dans|en|chez|comme|sans|se|s"
    r"|lui|leur|y|pas|jamais|plus|entre|vers|apres|avant|selon)\b)"
)
_ROLE = rf"(?:{_NOT_THERE}[\w-]+ ){{0,3}}"  # "le défenseur", "la ministre polonaise"
_ACTIVE = re.compile(
    rf"^ (?:(?:a|ont|avait|avaient|aura|auront|va|vont) )?(?:(?:\w+ment|aussi|deja|ensuite|alors"
    rf"|enfin|vite|bien) )?{_NOT_THERE}(?P<verb>(?!(?:est|sont|etait|etaient|fut|sera|ete|a|ont)\b)"
    rf"\w{{3,}}) {_ARTICLE}?{_ROLE}$"
)
_PASSIVE = re.compile(
    r"^ (?:(?:a|ont|avait|avaient|aura) ete|est|sont|etait|etaient|fut|furent|sera|seront)"
    rf" (?:\w+ment )?(?P<verb>\w{{3,}}) par {_ARTICLE}?{_ROLE}$"
)
#: What may stand before a subject: an article and the words of an office.
_SUBJECT = re.compile(rf"(?:^|[.!?:;,«\"“–—] ?|\b(?:et|mais|puis) ){_OWN}?{_ROLE}$")
_ENGLISH_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|got)\b.* by\b")
_ENGLISH_OTHER = re.compile(
    r"[,;:()\"“”.]|\b(?:by|from|with|between|and|was|were|been|being|is|are|who|whom|that|which|than"
    r"|but|not|when|while|as|after|before|against)\b|'s\b"
)
_SHORT = re.compile(r"\b(?:sen|gen|mr|ms|mrs|dr|rep|gov|lt|col|sgt|capt|rev|st)\.")
_GOVERNED = re.compile(r"\b(?:of|to|for|from|by|with|in|at|against|on|between|than) (?:the )?$")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the French, the folded forms that may stand for it, and where it is."""

    surface: str
    forms: tuple[str, ...]
    start: int
    end: int


def exchanged(source: str, target: str) -> list[str]:
    """Return messages where the English turns round who does something to whom."""
    return _names(source, target) or _nouns(source, target)


def _names(source: str, target: str) -> list[str]:
    french, english = flat(source), flat(target)
    there = frozenset(word.fold for word in words(target) if word.capital)
    for one, other in itertools.pairwise(_found(source, there)):
        agent = _agent_is_first(french, one, other)
        if agent is None:
            continue
        first, second = _spot_of(target, one), _spot_of(target, other)
        if first is None or second is None:
            continue
        said = _english_agent(english, first, second, agent[1])
        if said is not None and said != agent[0]:
            return [f"{one.surface} and {other.surface} have changed places in the English"]
    return []


def _found(source: str, there: frozenset[str]) -> Iterator[_Name]:
    """Yield the names of the French in order: places of the table, and persons.

    `there` are the capitalised words of the English: they tell that "Morvel", which begins a
    sentence, is a name.
    """
    found = words(source, french=True)[:_MOST]
    reader = Reader(source, found)
    known = {first: (last, forms) for first, last, forms in find(source, found)}
    at = 0
    while at < len(found):
        last, forms = known.get(at, (at, ()))
        if last == at or reader.follows_given(at):
            last = _end(reader, at, there)
            forms = (found[last - 1].surface,)
        if last > at:
            start, end = found[at].start, found[last - 1].end
            yield _Name(source[start:end], tuple(fold(f) for f in forms if f != "*"), start, end)
        at = max(last, at + 1)


def _end(reader: Reader, at: int, there: frozenset[str]) -> int:
    """Return the word after the last of the person's name that begins with word `at`."""
    last = at
    while last < len(reader.words) and reader.words[last].capital:
        word = reader.words[last]
        if not reader.certain(last) and (is_common(word) or word.fold not in there):
            break
        reader.hard.add(last)
        last += 1
        if last < len(reader.words) and not reader.adjacent(last - 1):
            break
    return last


def _agent_is_first(french: str, one: _Name, other: _Name) -> tuple[bool, str] | None:
    """Return whether the first of two names is the agent, and the verb; None: no plain clause."""
    if other.start - one.end > 60 or not _SUBJECT.search(
        french[max(0, one.start - 60) : one.start]
    ):
        return None
    between = french[one.end : other.start]
    if passive := _PASSIVE.match(between):
        return False, passive["verb"]
    active = _ACTIVE.match(between)
    if not active or active["verb"].startswith(_no_agents()):
        return None
    return True, active["verb"]


@cache
def _no_agents() -> tuple[str, ...]:
    return tuple(verb for row in rows("verb_roles.tsv") for verb in listed(row[1]))


def _spot_of(target: str, name: _Name) -> tuple[int, int] | None:
    """Return where a name stands in the English, None unless it does so once."""
    folded = flat(target)
    spots = {
        (match.start(), match.end())
        for form in name.forms
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", folded)
        if target[match.start()].isupper()
    }
    return spots.pop() if len(spots) == 1 else None


def _english_agent(
    english: str, one: tuple[int, int], other: tuple[int, int], verb: str
) -> bool | None:
    """Return whether the first of the French names is the agent of the English, None if unclear."""
    first, second = sorted((one, other))
    between = _SHORT.sub(" ", english[first[1] : second[0]])
    if len(between) > 90 or _GOVERNED.search(english[max(0, first[0] - 40) : first[0]]):
        return None
    known = translations(verb)
    if not any(english_stem(word.fold) in known for word in words(between)):
        return None
    if _ENGLISH_PASSIVE.search(between):
        return second == one
    return None if _ENGLISH_OTHER.search(between) else first == one


def _nouns(source: str, target: str) -> list[str]:
    """Judge "Le chien a mordu le facteur" by the lexicon: det noun verb det noun."""
    match = re.match(
        r"^(?:un|une|le|la|les|des|l'|deux|trois) ?(?P<one>[^\W\d_]+) (?:a|ont|avait"
        r"|avaient) (?P<verb>[^\W\d_]+) "
        r"(?:un|une|le|la|les|des|l')? ?(?P<other>[^\W\d_]+)",
        fold(plain(source)),
    )
    if not match:
        return []
    found = words(target)
    stems = [english_stem(word.fold) for word in found]
    one, verb, other = (_place(stems, match[part]) for part in ("one", "verb", "other"))
    if min(one, verb, other) < 0 or not other < verb < one:
        return []
    if _ENGLISH_OTHER.search(" ".join(word.fold for word in found[other : one + 1])):
        return []
    return [f'"{match["one"]}" and "{match["other"]}" have changed places in the English']


def _place(english: list[str], folded: str) -> int:
    known = translations(folded) | {french_stem(folded)}
    return next((at for at, stem in enumerate(english) if stem in known), -1)
