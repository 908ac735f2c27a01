"""How the pages put names and terms into English, and terms they put in several ways.

The English of a place of the French is the shortest run of words that holds all links of its
content words and no link of another word: a phrase pair that is consistent with the word links
(Koehn, Och and Marcu 2003).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from glossary import Kind
from glossary.names.lexicon import lexicon
from translate.checks.lexicon import translations
from translate.checks.numerals import classes
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, fold, plain, words
from translate.suggest.linking import Linked, link
from translate.suggest.singular import singular_en, singular_fr
from translate.suggest.spans import touched
from translate.suggest.values import Candidate, Line, Place, Reason, Source, Way

_MOST_WORDS = 3  # content words of a term
_LONGEST = 6  # words of a term, links included
_LINKS = frozenset(["de", "du", "des", "la", "le", "les", "a", "au", "aux", "en"])
_PLAIN = re.compile(r"[\w'’ \u00a0-]+")
_JOINED = re.compile(r" (?:[dl]')?\Z")
_DETERMINERS = frozenset(["du", "des", "la", "le", "les", "un", "une", "ce", "cet", "cette", "ces",
                          "son", "sa", "ses", "leur", "leurs", "au", "aux", "deux", "trois",
                          "plusieurs", "notre", "nos", "votre", "vos", "aucun", "aucune", "chaque",
                          "quelques"])  # fmt: skip
_PREPOSITIONS = frozenset(["de", "en", "par", "sans"])
_NOUN_SHARE = 0.6  # of its places where a determiner or preposition tells a noun
_DETERMINED = 0.3  # of its places where it is a determiner: verbs follow prepositions too
_SHARED = 5  # letters by which forms of one English word are known ("success", "successful")
_OTHER_SHARE = 0.15  # of the places that must be rendered otherwise than most
_EDITED = 2  # corrections that make a word of general vocabulary worth an entry
_MOST_WAYS = 50  # distinct renderings of one term that are compared
_STEM, _ENDING = 4, 3  # letters of a word and of an ending that makes no other word of it
_SHORT = 4  # letters of words that keep a final s or x
_FEWEST = 3  # places with English from which ways of rendering can be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The English of one place: as written, and what its inflections share.

    Attributes:
        opens: whether it opens its sentence, so that its capital may be the sentence's.
        edited: whether a person changed the sentence.
    """

    text: str
    key: tuple[str, ...]
    opens: bool = False
    edited: bool = False


class Aligned:
    """The word links of every line that has English."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        places = [
            (number, at)
            for number, source in enumerate(sources)
            for at, line in enumerate(source.lines)
            if line.english
        ]
        rows = [
            (sources[number].lines[at].french, sources[number].lines[at].english)
            for number, at in places
        ]
        self._links = dict(zip(places, link(rows), strict=True))

    def rendering(self, place: Place) -> Rendering | None:
        """Return the English of `place`, None where it cannot be told."""
        linked = self._links.get((place.source, place.line))
        if linked is None:
            return None
        own = {
            at
            for at, word in enumerate(linked.french)
            if place.start <= word.start and word.end <= place.end
        }
        to = {linked.links[at] for at in own if at in linked.links}
        if not own or len(to) < len(own):
            return None
        to |= {beside for beside, at in linked.beside.items() if at in own}
        if len(to) > 2 * len(own) or to != set(range(min(to), max(to) + 1)):
            return None  # other words stand between
        line = self._sources[place.source].lines[place.line]
        return _rendering(linked, min(to), max(to), line)


def _rendering(linked: Linked, first: int, last: int, line: Line) -> Rendering | None:
    english = line.english
    text = english[linked.english[first].start : linked.english[last].end]
    if not _PLAIN.fullmatch(text):
        return None
    return Rendering(
        text=text,
        key=tuple(english_stem(w.fold)[:_SHARED] for w in linked.english[first : last + 1]),
        opens=not re.search(r"\w", english[: linked.english[first].start]),
        edited=line.edited,
    )


@dataclass(slots=True)
class _Term:
    surfaces: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    nouns: int = 0
    determined: int = 0

    @property
    def is_noun(self) -> bool:
        """Whether what stands before it tells a noun or a noun phrase."""
        count = len(self.places)
        return self.nouns >= _NOUN_SHARE * count and self.determined >= _DETERMINED * count


def find_varied(
    sources: Sequence[Source], aligned: Aligned, taken: Sequence[Place]
) -> tuple[Candidate, ...]:
    """Return terms whose English differs; places in `taken` (names, entries) are left out."""
    found = []
    for key, term in _terms(sources, taken).items():
        if len(term.places) < _FEWEST or not term.is_noun:
            continue
        base = (replace(way, text=singular_en(way.text)) for way in ways_of(term.places, aligned))
        ways = _trusted(merged(base), single=len(key) == 1, french=key[0])
        if len(key) == 1 and key[0] in _common() and ways and ways[0].edited < _EDITED:
            continue
        if _varies(ways):
            found.append((key, _candidate(term, ways)))
    return tuple(_without_nested(found))


def ways_of(places: Sequence[Place], aligned: Aligned) -> tuple[Way, ...]:
    """Return how `places` are rendered, the most frequent way first."""
    found: dict[tuple[str, ...], list[tuple[Rendering, Place]]] = defaultdict(list)
    for place in places:
        rendering = aligned.rendering(place)
        if rendering:
            found[rendering.key].append((rendering, place))
    return merged(
        Way(
            text=_written([one for one, _ in own]),
            count=len(own),
            place=own[0][1],
            edited=sum(one.edited for one, _ in own),
        )
        for own in found.values()
    )


def _written(renderings: Sequence[Rendering]) -> str:
    """Return the most frequent form; at the start of a sentence a capital proves nothing."""
    inside = Counter(one.text for one in renderings if not one.opens)
    if inside:
        return most_frequent(inside)
    text = most_frequent(Counter(one.text for one in renderings))
    return text.lower() if text[1:].islower() else text


def most_frequent(texts: Counter[str]) -> str:
    """Return the most frequent text, the first by letters among equals."""
    return min(texts, key=lambda text: (-texts[text], text))


def _trusted(ways: Sequence[Way], *, single: bool, french: str) -> tuple[Way, ...]:
    """Return the ways that are no chance: what occurs once must be known for a single word."""
    return tuple(
        way
        for way in ways
        if way.count > 1
        or way.edited
        or not single
        or english_stem(fold(way.text)) in translations(french)
    )


def _varies(ways: Sequence[Way]) -> bool:
    total = sum(way.count for way in ways)
    if len(ways) < 2 or total < _FEWEST or (ways[0].count < 2 and not ways[0].edited):
        return False
    return total - ways[0].count >= _OTHER_SHARE * total


def merged(ways: Iterable[Way], own: str = "") -> tuple[Way, ...]:
    """Return `ways` without those that hold a more frequent one's words: they count as that one.

    So do those that differ from it in accents and capitals alone. An editor's way comes first, then
    the most frequent, among equals `own`.
    """

    def rank(way: Way) -> tuple[int, int, bool, str]:
        return -way.edited, -way.count, way.text != own, way.text

    out: list[Way] = []
    for way in sorted(ways, key=rank)[:_MOST_WAYS]:
        for at, other in enumerate(out):
            if _is_form(fold(way.text), fold(other.text)):
                count, edited = other.count + way.count, other.edited + way.edited
                out[at] = replace(other, count=count, edited=edited)
                break
        else:
            out.append(way)
    return tuple(sorted(out, key=rank))


def _is_form(one: str, other: str) -> bool:
    """Whether one holds the words of the other, or is it with an ending ("west", "western")."""
    short, long = sorted((one, other), key=len)
    if f" {short} " in f" {long} ":
        return True
    return long.startswith(short) and len(short) >= _STEM and len(long) - len(short) <= _ENDING


def _candidate(term: _Term, ways: Sequence[Way]) -> Candidate:
    return Candidate(
        fr=singular_fr(most_frequent(term.surfaces)),
        kind=Kind.TERM,
        reason=Reason.VARIES,
        places=tuple(term.places),
        en=ways[0].text,
        ways=tuple(ways),
        lost=sum(way.count for way in ways[1:]),
    )


def _terms(sources: Sequence[Source], taken: Sequence[Place]) -> dict[tuple[str, ...], _Term]:
    """Return the runs of words that may be terms, by what their inflections share."""
    spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for place in taken:
        spans[place.source, place.line].append((place.start, place.end))
    terms: dict[tuple[str, ...], _Term] = defaultdict(_Term)
    for number, source in enumerate(sources):
        for at, line in enumerate(source.lines):
            if not line.english:
                continue
            text = line.french
            found = words(text, french=True)
            taken_words = touched(found, spans[number, at])
            free = [index not in taken_words for index in range(len(found))]
            for first, last in _runs(text, found, free):
                start, end = found[first].start, found[last].end
                term = terms[tuple(_bare(word.fold) for word in found[first : last + 1])]
                term.surfaces[plain(text[start:end]).lower()] += 1
                term.places.append(Place(source=number, line=at, start=start, end=end))
                determined, governed = _before(text, found, first)
                term.determined += determined
                term.nouns += determined or governed
    return terms


@cache
def _empty() -> frozenset[str]:
    return items("french_function.txt") | items("french_light.txt")


@cache
def _common() -> frozenset[str]:
    """Return the words of general vocabulary, whose English varies by nature."""
    text = resources.files("translate.suggest").joinpath("data", "common.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and line[0] != "#")


def _bare(folded: str) -> str:
    """Return a folded word without the ending of the plural; short words keep theirs ("prix")."""
    return folded[:-1] if folded[-1:] in {"s", "x"} and len(folded) > _SHORT else folded


def _carries(word: Word) -> bool:
    """Whether a word may begin or end a term."""
    return (
        len(word.fold) > 2
        and not {word.fold, _bare(word.fold)} & _empty()
        and not lexicon().has("function", word.fold)
        and word.fold not in classes(True)
    )


def _runs(text: str, found: Sequence[Word], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of runs that begin and end in content words, small links between."""
    for first, word in enumerate(found):
        if not free[first] or not _carries(word) or (word.capital and word.start):
            continue
        yield first, first
        content = 1
        for last in range(first + 1, min(len(found), first + _LONGEST)):
            gap = plain(text[found[last - 1].end : found[last].start])
            if not free[last] or found[last].capital or not _JOINED.match(gap):
                break
            if found[last].fold in _LINKS:
                continue
            if not _carries(found[last]) or content == _MOST_WORDS:
                break
            content += 1
            yield first, last


def _before(text: str, found: Sequence[Word], at: int) -> tuple[bool, bool]:
    """Return whether a determiner, and whether a preposition, stands before a word."""
    elided = plain(text[max(0, found[at].start - 2) : found[at].start]).lower()
    before = found[at - 1].fold if at else ""
    determined = elided == "l'" or (elided[-1:] != "'" and before in _DETERMINERS)
    return determined, elided == "d'" or before in _PREPOSITIONS


def _without_nested(
    found: Sequence[tuple[tuple[str, ...], Candidate]],
) -> Iterator[Candidate]:
    """Yield terms; of two that hold each other the one with more places, else the longer."""
    chosen: set[tuple[str, ...]] = set()
    inner: set[tuple[str, ...]] = set()
    for key, candidate in sorted(found, key=lambda item: (-len(item[1].places), -len(item[0]))):
        runs = {key[i:j] for i in range(len(key)) for j in range(i + 1, len(key) + 1)}
        if key in inner or not chosen.isdisjoint(runs):
            continue
        chosen.add(key)
        inner |= runs
        yield candidate


def copied(places: Sequence[Place], sources: Sequence[Source]) -> tuple[Place, ...]:
    """Return the places of a name whose English line has it as the French writes it."""

    @cache
    def has(source: int, line: int, name: str) -> bool:
        english = plain(sources[source].lines[line].english)
        return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", english))

    kept = []
    for place in places:
        french = sources[place.source].lines[place.line].french
        if has(place.source, place.line, plain(french[place.start : place.end])):
            kept.append(place)
    return tuple(kept)
