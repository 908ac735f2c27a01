"""Terms that the model's own English speaks against: it read the French word in another sense.

The plain English shows how the model read a homograph. A small model gives most words in their
usual sense whatever the sentence, and correcting that is what a glossary is for: so a reading only
counts where the model departs from what it says for the word alone, as far as that is a sense that
is known: for some words it only babbles. Within an article one sense
holds (Gale, Church & Yarowsky, *One Sense Per Discourse*, 1992): an entry whose sense one of its
sentences shows is not doubted in the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary import locate
from glossary.english import stem
from glossary.senses import Readings, readings
from translate.engines.base import Decoding, Engine, Request
from translate.terms.wants import Origin, Want
from translate.values import Span

#: Share of an English word's attention that must lie on the French one for it to render it.
_ALIGNED = 0.3
_WORD = re.compile(r"\w+(?:['’]\w+)*", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A want that is not asked for.

    Attributes:
        shown: the English word that shows another sense.
        known: the English of all senses of its French, in stems.
    """

    want: Want
    shown: str
    known: frozenset[str]


def doubts_of(
    engine: Engine,
    sources: Sequence[str],
    wants: Sequence[tuple[Want, ...]],
    texts: Sequence[str],
    *,
    decoding: Decoding,
) -> list[tuple[Doubt, ...]]:
    """Return for each sentence of one article the wants that its plain English speaks against.

    Args:
        engine: aligns, and decodes the doubtful words by themselves.
        sources: the French. wants: what is wanted of each. texts: their plain English.
    """
    suspects: list[list[Doubt]] = []
    settled: set[str] = set()
    for source, own, text in zip(sources, wants, texts, strict=True):
        suspects.append([])
        stems = {found for _, found in _stems(text)}
        for want in own:
            known = readings(source, want.match) if want.origin is Origin.TERM else None
            if not known:
                continue
            if known.cued or known.wanted & stems or _has(text, want):
                settled.add(want.match.entry.id)
            elif known.other & stems:
                suspects[-1] += _shown(engine, source, text, want, known)
    open_ = [
        [doubt for doubt in found if doubt.want.match.entry.id not in settled] for found in suspects
    ]
    usual = _alone(engine, [doubt for found in open_ for doubt in found], decoding)
    return [tuple(doubt for doubt in found if _departs(doubt, usual)) for found in open_]


def without(wants: Sequence[Want], doubts: Sequence[Doubt]) -> tuple[Want, ...]:
    """Return `wants` less those that are doubted."""
    return tuple(want for want in wants if all(want is not doubt.want for doubt in doubts))


def _departs(doubt: Doubt, usual: Mapping[str, frozenset[str]]) -> bool:
    """Whether the word alone has a sense for the model, and not the one that is shown."""
    alone = usual[doubt.want.match.surface.lower()] & doubt.known
    return bool(alone) and not alone & {found for _, found in _stems(doubt.shown)}


def _has(text: str, want: Want) -> bool:
    entry = want.match.entry
    return bool(locate((want.english, entry.en, *entry.forms_en), text))


def _shown(engine: Engine, source: str, text: str, want: Want, known: Readings) -> Iterator[Doubt]:
    """Yield the want as doubtful if an English word of another sense is aligned with it."""
    alignment = engine.align(source, text)
    there = Span(start=want.start, end=want.end)
    masses = [
        (alignment.mass(span, there), span.of(text))
        for span, found in _stems(text)
        if found in known.other
    ]
    mass, word = max(masses)
    if mass >= _ALIGNED:
        yield Doubt(want=want, shown=word, known=known.wanted | known.other)


def _alone(
    engine: Engine, doubts: Sequence[Doubt], decoding: Decoding
) -> dict[str, frozenset[str]]:
    """Return what the engine says for each doubtful word by itself, in stems.

    Two requests for each, as a word and as a sentence: a model says either now and then amiss.
    """
    words = list(dict.fromkeys(doubt.want.match.surface.lower() for doubt in doubts))
    asked = [Request(text=text) for word in words for text in (word, f"{word.capitalize()}.")]
    given = engine.translate(asked, decoding=decoding) if asked else []
    stems = [{found for _, found in _stems(hypothesis.text)} for hypothesis in given]
    return {word: frozenset(stems[2 * at] | stems[2 * at + 1]) for at, word in enumerate(words)}


def _stems(text: str) -> list[tuple[Span, str]]:
    """Return the words of an English text with their stems, possessives as the noun."""
    return [
        (Span(start=hit.start(), end=hit.end()), stem(re.sub(r"['’]s$", "", hit[0])))
        for hit in _WORD.finditer(text)
    ]
