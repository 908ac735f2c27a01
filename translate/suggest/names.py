"""Names of organisations and places that no glossary knows.

Which capitals are a name's is decided over all articles together: a word that opens a sentence is
one only if it has its capital inside a sentence elsewhere (Mikheev 2002, "Periods, capitalized
words, etc."). How far a name reaches into lower case ("Conseil national de la transition") is
told by an acronym in brackets behind it (Schwartz and Hearst 2003) or by repetition.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from glossary import Kind
from glossary.names.lexicon import lexicon
from translate.checks.acronyms import known as known_acronyms
from translate.checks.exonyms import bare
from translate.checks.exonyms import table as exonyms
from translate.checks.lexicon import is_french, is_nationality
from translate.checks.numerals import classes
from translate.checks.quantity import roman
from translate.checks.text import Word, fold, plain, words
from translate.suggest.people import People
from translate.suggest.spans import Spans, inside
from translate.suggest.values import Candidate, Place, Reason, Source

_LONGEST = 9  # words of a name
_STARTS = re.compile(r"(?:^|[.!?…:;•«“”\"(\[–—]|\s-)\s*$")
_JOINED = re.compile(r" (?:[dl]')?\Z")
_BRACKET = re.compile(r" \(\Z")
_DEMONYM = re.compile(r"(?:ais|aises?|ois|oises?|iens?|iennes?|ains?|aines?|éens?|éennes?)\Z")
_LINKS = frozenset(["de", "du", "des", "la", "le", "les", "a", "au", "aux", "pour", "contre",
                    "en", "sur", "et"])  # fmt: skip
_INNER_LINKS = frozenset(["de", "du", "des", "la", "le", "les"])
_PLURALS = frozenset(["les", "des", "aux", "ces", "deux", "trois"])
#: Capitals that name nothing: titles, marks of bookkeeping and editing.
_NO_NAMES = frozenset(["MM", "HT", "TTC", "NDLR", "TV", "PS", "NB", "CFA", "FCFA", "DR", "PR"])

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """A capital that may begin a name: where it stands and the ways in which the name may end."""

    source: int
    line: int
    first: int
    core: int
    ends: tuple[int, ...]
    sure: bool


@dataclass(slots=True)
class _Found:
    surfaces: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    sure: bool = False
    located: int = 0
    governed: int = 0
    several: int = 0


def find_names(
    sources: Sequence[Source], known: Sequence[Sequence[Spans]], people: People
) -> tuple[Candidate, ...]:
    """Return the names of bodies and places, without those in `known` and without `people`."""
    scan = _Scan(sources, known, people.places)
    return tuple(
        _candidate(key, found, scan.long_forms.get(key, ""))
        for key, found in scan.names().items()
        if found.sure
        and not (len(key) == 1 and key[0] in people.words)
        and bare("-".join(max(found.surfaces).split())) not in exonyms()
    )


class _Scan:
    """One pass that counts how names may end, one that takes the best end of each."""

    def __init__(
        self, sources: Sequence[Source], known: Sequence[Sequence[Spans]], people: Sequence[Place]
    ) -> None:
        self._sources, self._known = sources, known
        self._people: dict[tuple[int, int], Spans] = defaultdict(list)
        for place in people:
            self._people[place.source, place.line].append((place.start, place.end))
        self._inside: dict[tuple[int, int], set[int]] = {}
        self._counts: Counter[Key] = Counter()
        self._defined: set[Key] = set()
        self._starts: list[_Start] = []
        self.long_forms: dict[Key, str] = {}
        for number, source in enumerate(sources):
            for at, line in enumerate(source.lines):
                if not _shouting(line.french):
                    self._read(number, at, line.french)

    def _read(self, number: int, at: int, text: str) -> None:
        found = words(text, french=True)
        blocked = inside(found, self._people[number, at])
        known = self._inside[number, at] = inside(found, self._known[number][at])
        for first, last in _definitions(text, found):
            key = _key(found, first, last)
            self._defined.add(key)
            self.long_forms[_key(found, last + 1, last + 1)] = text[
                found[first].start : found[last].end
            ]
        free = 0
        for first, word in enumerate(found):
            if first < free or first in blocked or not _may_begin(text, found, first):
                continue
            core = _core(text, found, first, blocked)
            ends = tuple(_ends(text, found, first, core, blocked))
            if known.issuperset(range(first, ends[-1] + 1)):
                continue
            free = core + 1
            sure = not _opens(text, word)
            self._starts.append(_Start(number, at, first, core, ends, sure))
            for end in ends:
                self._counts[_key(found, first, end)] += 1

    def names(self) -> dict[Key, _Found]:
        """Return what stands at the starts, each with its best end."""
        names: dict[Key, _Found] = defaultdict(_Found)
        for start in self._starts:
            line = self._sources[start.source].lines[start.line]
            found = words(line.french, french=True)
            end = self._best(found, start)
            known = self._inside[start.source, start.line]
            if known.issuperset(range(start.first, end + 1)):
                continue
            if end == start.first and not _stands_alone(line.french, found, end):
                continue
            entry = names[_key(found, start.first, end)]
            begin, stop = found[start.first].start, found[end].end
            entry.surfaces[plain(line.french[begin:stop])] += 1
            entry.places.append(Place(source=start.source, line=start.line, start=begin, end=stop))
            entry.sure |= start.sure
            entry.located += _is_located(line.french, found, start.first)
            entry.governed += _is_governed(line.french, found, start.first)
            entry.several += start.first > 0 and found[start.first - 1].fold in _PLURALS
        return names

    def _best(self, found: Sequence[Word], start: _Start) -> int:
        core = self._counts[_key(found, start.first, start.core)]
        for end in reversed(start.ends):
            key = _key(found, start.first, end)
            count = self._counts[key]
            if key in self._defined or (count > 1 and 2 * count >= core):
                return end
        return start.core


def _key(found: Sequence[Word], first: int, last: int) -> Key:
    return tuple(word.fold for word in found[first : last + 1])


def _shouting(text: str) -> bool:
    long = [word for word in words(text, french=True) if len(word.surface) > 3]
    return 2 * sum(word.surface.isupper() for word in long) > len(long)


def _opens(text: str, word: Word) -> bool:
    """Whether the capital is the sentence's; after an elided article it is the word's own."""
    return bool(_STARTS.search(plain(text[max(0, word.start - 6) : word.start])))


def _is_acronym(word: Word) -> bool:
    return len(word.surface) > 1 and word.surface.removesuffix("s").isupper()


def _is_common(word: Word) -> bool:
    """Whether it is a French common word with a capital, which may lack its accent ("Etats")."""
    lower = plain(word.surface).lower()
    return any(map(is_french, (lower, lower.removesuffix("s")))) or (
        lower[:1] == "e" and any(map(is_french, ("é" + lower[1:], "é" + lower[1:-1])))
    )


def _stands_alone(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether one capitalised word is a name: no common word, no group ("les Khmers rouges")."""
    word = found[at]
    if _is_acronym(word):
        return True
    before = found[at - 1] if at else None
    group = (
        before is not None
        and before.fold in _PLURALS
        and word.fold.endswith("s")
        and plain(text[before.end : word.start]) == " "
    )
    return not group and not _is_common(word)


def _may_begin(text: str, found: Sequence[Word], at: int) -> bool:
    word = found[at]
    if not word.capital or len(word.surface) < 2 or roman(plain(word.surface)):
        return False
    if text[word.start - 1 : word.start].isdigit() or word.fold in classes(True):
        return False
    if _is_acronym(word):
        return word.surface not in _NO_NAMES and word.surface not in known_acronyms()
    lex = lexicon()
    if word.fold in lex.courtesy or is_nationality(word.fold) or lex.has("function", word.fold):
        return False
    before = found[at - 1] if at else None
    joined = before is not None and plain(text[before.end : word.start]) == " "
    if joined and before is not None:
        if before.fold in _PLURALS and _DEMONYM.search(word.surface):
            return False  # "les Valmériens"
        if before.fold in lex.roles:
            return False  # a bare surname: no entry can be made of it
    return True


def _core(text: str, found: Sequence[Word], first: int, blocked: set[int]) -> int:
    """Return the last word of a name as far as capitals go; small links only after a noun."""
    last = at = first
    linking = _is_common(found[first]) and not _is_acronym(found[first])
    while at + 1 < len(found) and at + 1 not in blocked and at - first < _LONGEST - 1:
        gap = plain(text[found[at].end : found[at + 1].start])
        word = found[at + 1]
        if not (gap == " " or (linking and _JOINED.match(gap))):
            break
        if word.capital:
            last = at + 1
        elif not linking or word.fold not in _INNER_LINKS:
            break
        at += 1
    return last


def _ends(
    text: str, found: Sequence[Word], first: int, core: int, blocked: set[int]
) -> Iterator[int]:
    """Yield where a name may end, the shortest first: after its capitals, then in small words."""
    yield core
    if not _is_common(found[first]) or _is_acronym(found[first]):
        return
    lex = lexicon()
    for at in range(core + 1, min(len(found), first + _LONGEST)):
        gap = plain(text[found[at - 1].end : found[at].start])
        word = found[at]
        if at in blocked or not _JOINED.match(gap):
            return
        if word.fold in _LINKS:
            continue
        if lex.has("function", word.fold) or lex.has("speech", word.fold):
            return
        yield at


def _definitions(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield (first, last word) of the long forms of acronyms in brackets."""
    for at in range(1, len(found)):
        word = found[at]
        gap = plain(text[found[at - 1].end : word.start])
        if not _BRACKET.match(gap) or not _is_acronym(word):
            continue
        letters = fold(word.surface)
        left = len(letters) - 1
        for first in range(at - 1, max(-1, at - 2 * len(letters) - 4), -1):
            if found[first].fold[0] == letters[left] and found[first].fold not in _LINKS:
                left -= 1
                if left < 0:
                    if found[first].capital:
                        yield first, at - 1
                    break
            elif not _JOINED.match(plain(text[found[first - 1].end : found[first].start])):
                break


def _is_located(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether what stands before a name makes it a place: "à X", "le port de X", "le fleuve X"."""
    if not at:
        return False
    gap = plain(text[found[at - 1].end : found[at].start])
    if gap == " l'" and found[at - 1].fold == "dans":
        return True
    if gap == " (" and _is_town(found[at - 1]) and text[found[at].end : found[at].end + 1] == ")":
        return True  # "Sète (Hérault)"
    if gap != " ":
        return False
    before, lex = found[at - 1], lexicon()
    if lex.has("place_heads", before.fold) and not before.capital:
        return True
    if plain(before.surface).lower() in {"à", "en", "vers", "depuis"}:
        return True
    if at > 1 and before.fold in {"le", "la"} and found[at - 2].fold == "dans":
        return True
    head = found[at - 2].fold if at > 1 else ""
    return before.fold in {"de", "du"} and (
        lex.has("heads_of_places", head) or lex.has("place_heads", head)
    )


def _is_town(word: Word) -> bool:
    return word.capital and not _is_common(word) and word.surface not in known_acronyms()


def _is_governed(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether an article or "de" stands before a name: firms are the ones that take none."""
    begin = found[at].start
    if plain(text[max(0, begin - 2) : begin]).lower() in {"l'", "d'"}:
        return True
    if not at or plain(text[found[at - 1].end : begin]) != " ":
        return False
    return found[at - 1].fold in {"de", "du", "le", "la", "les", "au", "aux", "fleuve"}


def _candidate(key: Key, found: _Found, long_form: str) -> Candidate:
    surfaces = sorted(
        found.surfaces, key=lambda text: (text.isupper(), -found.surfaces[text], text)
    )
    spelled = {text.casefold(): text for text in reversed(surfaces)}
    return Candidate(
        fr=surfaces[0],
        kind=_kind(key, found, acronym=surfaces[0].isupper(), defined=bool(long_form)),
        reason=Reason.UNKNOWN,
        places=tuple(found.places),
        variants=tuple(text for text in spelled.values() if text != surfaces[0]),
        note=long_form,
    )


def _kind(key: Key, found: _Found, *, acronym: bool, defined: bool) -> Kind:
    lex = lexicon()
    if acronym:
        return Kind.TERM if found.several and not defined else Kind.ORGANISATION
    if lex.has("body_words", key[0]) and (is_french(key[0]) or not found.located):
        return Kind.ORGANISATION
    if found.located or (lex.has("place_heads", key[0]) and len(key) > 1):
        return Kind.PLACE
    named = not is_french(key[0]) and found.governed == len(found.places)
    return Kind.PLACE if named else Kind.ORGANISATION
