"""The model before and after on the same sentences, and whether the new one may be kept."""

from __future__ import annotations

from collections.abc import Sequence

import glossary
from translate.adapting.marking import asking
from translate.adapting.values import Comparison, Marked, Pair
from translate.engines.base import Decoding, Engine
from translate.evaluating import Corpus, TermCounts, evaluate, translated_plain
from translate.evaluating.terms import count_terms, term_matches

#: How sure an improvement must be: the paired bootstrap's p-value (Koehn 2004) lies below this. At
#: 0.05 twenty-four held-out sentences of newstest2011 passed that 300 others did not bear out.
SURE = 0.01
#: And how large, in chrF: pairs that belong to other sentences still teach a desk's usual words,
#: which is worth about 1. A style that is followed is worth 10 and more.
WORTH = 2.0
#: And a fall on general text, where doubt speaks against the new model.
SURE_FALL = 0.05
#: By how much chrF may fall on general text.
TOLERANCE = 0.5


def corpus_of(name: str, pairs: Sequence[Pair]) -> Corpus:
    """Return pairs as a test set."""
    return Corpus(
        name=name,
        sources=tuple(pair.source for pair in pairs),
        references=(tuple(pair.target for pair in pairs),),
    )


def compare(
    corpus: Corpus, engines: tuple[Engine, Engine], words: glossary.Glossary, decoding: Decoding
) -> Comparison:
    """Return how the bare decodes of `engines` (before, after) compare on `corpus`."""
    before, after = (
        translated_plain(name, engine, corpus.sources, decoding=decoding)
        for name, engine in zip(("before", "after"), engines, strict=True)
    )
    marked = None
    if all(engine.reads_marks for engine in engines):
        counts = [asked(engine, corpus.sources, words, decoding) for engine in engines]
        marked = Marked(before=counts[0], after=counts[1])
    return Comparison(evaluation=evaluate(corpus, after, before, words=words), marked=marked)


def asked(
    engine: Engine, sources: Sequence[str], words: glossary.Glossary, decoding: Decoding
) -> TermCounts:
    """Return what becomes of the terms of `sources` when they are asked for by marks."""
    pairs = zip(asking(sources, words), term_matches(words, sources), strict=True)
    chosen = [(request, matches) for request, matches in pairs if request.terms]
    found = engine.translate([request for request, _ in chosen], decoding=decoding)
    matches = [own for _, own in chosen]
    verdicts = [glossary.verify(own, one.text) for own, one in zip(matches, found, strict=True)]
    return count_terms(matches, verdicts)


def refusals(held_out: Comparison, general: Comparison) -> tuple[str, ...]:
    """Return why the adapted model must not be kept; empty when it may."""
    found = []
    if held_out.gain <= 0:
        found.append(
            f"chrF on the held-out pairs did not rise ({held_out.gain:+.2f}): it learned nothing "
            "that holds for pairs it has not seen"
        )
    elif held_out.p_value >= SURE:
        found.append(
            f"chrF on the held-out pairs rose by {held_out.gain:.2f}, but that may be chance "
            f"(p = {held_out.p_value:.3f}, must be below {SURE}); give more pairs, or more alike"
        )
    elif held_out.gain < WORTH:
        found.append(
            f"chrF on the held-out pairs rose by {held_out.gain:.2f} only: less than {WORTH:.0f} "
            "is not worth a model of its own; give more pairs, or more alike"
        )
    if general.gain < -TOLERANCE:
        found.append(
            f"chrF on general text fell by {-general.gain:.2f}, more than {TOLERANCE}: "
            "it forgets; give more --replay sentences"
        )
    elif general.gain < 0 and general.p_value < SURE_FALL:
        found.append(
            f"chrF on general text fell by {-general.gain:.2f}, and that is no chance "
            f"(p = {general.p_value:.3f}): it forgets; give more --replay sentences"
        )
    return tuple(found)
