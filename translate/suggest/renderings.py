"""How the pages put names and terms into English, and terms they put in several ways.

The English of a place of the French is the shortest run of words that holds all links of its
content words and no link of another word: a phrase pair that is consistent with the word links
(Koehn, Och and Marcu 2003).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from glossary import Kind
from glossary.names.lexicon import lexicon
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, plain, words
from translate.suggest.linking import Linked, link
from translate.suggest.singular import singular_en, singular_fr
from translate.suggest.values import Candidate, Place, Reason, Source, Way

_MOST_WORDS = 3  # content words of a term
_LONGEST = 6  # words of a term, links included
_LINKS = frozenset(["de", "du", "des", "la", "le", "les", "a", "au", "aux", "en"])
_JOINED = re.compile(r" (?:[dl]')?\Z")
_BEFORE_NOUNS = frozenset(["de", "du", "des", "la", "le", "les", "un", "une", "ce", "cet", "cette",
                           "ces", "son", "sa", "ses", "leur", "leurs", "au", "aux", "en", "par",
                           "sans", "deux", "trois", "plusieurs", "notre", "nos", "votre",
                           "aucun", "aucune", "chaque", "quelques"])  # fmt: skip
_NOUN_SHARE = 0.6  # of its places where a determiner or preposition tells a noun
_FEWEST = 3  # places with English from which ways of rendering can be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The English of one place: as written, and what its inflections share.

    Attributes:
        opens: whether it opens its sentence, so that its capital may be the sentence's.
    """

    text: str
    key: tuple[str, ...]
    opens: bool = False


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
        own = [
            at
            for at, word in enumerate(linked.french)
            if place.start <= word.start and word.end <= place.end
        ]
        to = sorted(linked.links[at] for at in own if at in linked.links)
        if not own or len(to) < len(own):
            return None
        return _rendering(linked, set(own), to[0], to[-1], self._english(place))

    def _english(self, place: Place) -> str:
        return self._sources[place.source].lines[place.line].english


def _rendering(
    linked: Linked, own: set[int], first: int, last: int, english: str
) -> Rendering | None:
    foreign = {to for at, to in linked.links.items() if at not in own}
    if last - first > 2 * len(own) or not foreign.isdisjoint(range(first, last + 1)):
        return None
    text = english[linked.english[first].start : linked.english[last].end]
    if re.search(r"[.,;:!?()\"]", text):
        return None
    return Rendering(
        text=text,
        key=tuple(english_stem(word.fold) for word in linked.english[first : last + 1]),
        opens=not re.search(r"\w", english[: linked.english[first].start]),
    )


@dataclass(slots=True)
class _Term:
    surfaces: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    nouns: int = 0


def find_varied(
    sources: Sequence[Source], aligned: Aligned, taken: Sequence[Place]
) -> tuple[Candidate, ...]:
    """Return terms whose English differs; places in `taken` (names, entries) are left out."""
    found = []
    for key, term in _terms(sources, taken).items():
        if len(key) == 1 and key[0] in _common():
            continue
        if len(term.places) < _FEWEST or term.nouns < _NOUN_SHARE * len(term.places):
            continue
        ways = ways_of(term.places, aligned)
        if _varies(ways):
            found.append((key, _candidate(term, ways)))
    return tuple(_without_nested(found))


def ways_of(places: Sequence[Place], aligned: Aligned) -> tuple[Way, ...]:
    """Return how `places` are rendered, the most frequent way first."""
    texts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, ...], Place] = {}
    inside: set[tuple[str, ...]] = set()
    for place in places:
        rendering = aligned.rendering(place)
        if rendering:
            texts[rendering.key][rendering.text] += 1
            first.setdefault(rendering.key, place)
            if not rendering.opens:
                inside.add(rendering.key)
    ways = []
    for key, counts in texts.items():
        text = most_frequent(counts)
        if key not in inside and text[1:].islower():
            text = text.lower()
        ways.append(Way(text=text, count=counts.total(), place=first[key]))
    return tuple(sorted(ways, key=lambda way: (-way.count, way.text)))


def most_frequent(texts: Counter[str]) -> str:
    """Return the most frequent text, the first by letters among equals."""
    return min(texts, key=lambda text: (-texts[text], text))


def _varies(ways: Sequence[Way]) -> bool:
    return len(ways) > 1 and sum(way.count for way in ways) >= _FEWEST and ways[0].count > 1


def _candidate(term: _Term, ways: Sequence[Way]) -> Candidate:
    ways = tuple(replace(way, text=singular_en(way.text)) for way in ways)
    return Candidate(
        fr=singular_fr(most_frequent(term.surfaces)),
        kind=Kind.TERM,
        reason=Reason.VARIES,
        places=tuple(term.places),
        en=ways[0].text,
        ways=ways,
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
            free = [_is_free(word, spans[number, at]) for word in found]
            for first, last in _runs(text, found, free):
                start, end = found[first].start, found[last].end
                term = terms[tuple(_bare(word.fold) for word in found[first : last + 1])]
                term.surfaces[plain(text[start:end]).lower()] += 1
                term.places.append(Place(source=number, line=at, start=start, end=end))
                term.nouns += _after_determiner(text, found, first)
    return terms


def _is_free(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return not any(start < word.end and word.start < end for start, end in spans)


@cache
def _common() -> frozenset[str]:
    """Return the words of general vocabulary, whose English varies by nature."""
    text = resources.files("translate.suggest").joinpath("data", "common.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and line[0] != "#")


def _bare(folded: str) -> str:
    return folded[:-1] if folded[-1:] in {"s", "x"} else folded


def _carries(word: Word) -> bool:
    """Whether a word may begin or end a term."""
    return (
        len(word.fold) > 2
        and word.fold not in items("french_function.txt") | items("french_light.txt")
        and not lexicon().has("function", word.fold)
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


def _after_determiner(text: str, found: Sequence[Word], at: int) -> bool:
    before = plain(text[max(0, found[at].start - 2) : found[at].start]).lower()
    if before in {"l'", "d'"}:
        return True
    return at > 0 and found[at - 1].fold in _BEFORE_NOUNS


def _without_nested(
    found: Sequence[tuple[tuple[str, ...], Candidate]],
) -> Iterator[Candidate]:
    """Yield terms; of two that hold each other the one with more places, else the longer."""
    chosen: list[str] = []
    for key, candidate in sorted(found, key=lambda item: (-len(item[1].places), -len(item[0]))):
        own = f" {' '.join(key)} "
        if any(own in other or other in own for other in chosen):
            continue
        chosen.append(own)
        yield candidate


def copied(places: Sequence[Place], sources: Sequence[Source]) -> tuple[Place, ...]:
    """Return the places of a name whose English line has it as the French writes it."""
    kept = []
    for place in places:
        line = sources[place.source].lines[place.line]
        name = re.escape(plain(line.french[place.start : place.end]))
        if re.search(rf"(?<![\w-]){name}(?![\w-])", plain(line.english)):
            kept.append(place)
    return tuple(kept)
