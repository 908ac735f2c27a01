"""The English of a corpus: made by the whole pipeline, by the bare model, or given.

Each line is one sentence and an article of its own: test sets tell nothing of where articles begin,
and whatever is known of the sentence before would be a guess.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from time import perf_counter

from translate.engines.base import Decoding, Engine, Progress, Request
from translate.evaluating.values import System
from translate.pipeline import Translator
from translate.reading.normal import normalize
from translate.values import UNTRANSLATED, Article, Block, BlockKind, Signature, Span

WHOLE = "whole pipeline"
BARE = "bare decode"
GIVEN = "given text"
#: Sentences translated together: batches are full, and memory stays flat.
WINDOW = 1000


def translated(
    name: str, translator: Translator, sources: Sequence[str], *, progress: Progress | None = None
) -> System:
    """Return `sources` translated by the whole pipeline: glossary, names, repairs, typography."""

    def work(window: Sequence[str]) -> Iterator[str]:
        articles = [_article(line, str(at)) for at, line in enumerate(window)]
        for document in translator.translate(articles, progress=progress):
            text = " ".join(one.text for one in document.translations)
            yield "" if text == UNTRANSLATED else text

    return _timed(name, WHOLE, work, sources, str(translator.signature))


def translated_plain(
    name: str,
    engine: Engine,
    sources: Sequence[str],
    *,
    decoding: Decoding,
    progress: Progress | None = None,
) -> System:
    """Return `sources` as the model decodes them, with nothing done before or after."""

    def work(window: Sequence[str]) -> Iterator[str]:
        requests = [Request(text=line) for line in window]
        for hypothesis in engine.translate(requests, decoding=decoding, progress=progress):
            yield hypothesis.text

    info = engine.info
    signature = Signature(
        engine=f"{info.engine}-{info.precision}" if info.precision else info.engine,
        model=info.model,
        model_digest=info.digest,
        decoding=str(decoding),
        glossary_digest="",
        version=version("visavis"),
    )
    return _timed(name, BARE, work, sources, str(signature))


def given(name: str, hypotheses: Sequence[str]) -> System:
    """Return a system from its English alone; its signature is a digest of that."""
    digest = hashlib.sha256("\n".join(hypotheses).encode("utf-8", "surrogatepass")).hexdigest()
    return System(
        name=name, how=GIVEN, hypotheses=tuple(hypotheses), signature=f"text:{digest[:12]}"
    )


def _article(line: str, source: str) -> Article:
    """Return one sentence as an article; a table row is a block that is never split."""
    text = " ".join(normalize(line).split("\n")).strip()
    block = Block(kind=BlockKind.TABLE_ROW, text=text, span=Span(start=0, end=len(text)))
    return Article(source=source, text=text, blocks=(block,))


def _timed(
    name: str,
    how: str,
    work: Callable[[Sequence[str]], Iterator[str]],
    sources: Sequence[str],
    signature: str,
) -> System:
    begun = perf_counter()
    made = [
        " ".join(text.split())
        for start in range(0, len(sources), WINDOW)
        for text in work(sources[start : start + WINDOW])
    ]
    return System(
        name=name,
        how=how,
        hypotheses=tuple(made),
        signature=signature,
        seconds=perf_counter() - begun,
    )
