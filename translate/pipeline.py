"""The only place where the steps meet: articles in, bilingual documents out.

read -> [segment -> resolve names, match terms -> translate -> verify and repair -> check ->
summarize -> assemble] -> render. What is in brackets is here; each step returns a new value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from itertools import islice

from glossary.values import Glossary
from translate import annotate, terms
from translate.assembly import (
    Prepared,
    annotated,
    checked_pairs,
    decoding_findings,
    in_order,
    mended,
    with_doubts,
    with_lost,
    with_summary_checked,
)
from translate.checks import check_document
from translate.engines.base import Decoding, Engine, Hypothesis, Progress, Request
from translate.lookup import Lookup
from translate.memory.recall import Recall, Recalled, Remembered
from translate.segments import segment
from translate.style import Style
from translate.style.article import restyle, with_notes_respelt
from translate.summary import summary_of
from translate.typography import Quotes, english
from translate.values import (
    UNTRANSLATED,
    Article,
    BilingualDocument,
    Finding,
    Signature,
    Translation,
)
from translate.withheld import single_words, withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a call can choose; part of the signature.

    Attributes:
        summary_sentences: length of the summary, 0 for none.
        style: the desk's house style.
    """

    decoding: Decoding = field(default_factory=Decoding)
    quotes: Quotes = Quotes.STRAIGHT
    summary_sentences: int = 3
    style: Style = field(default_factory=Style)

    def __str__(self) -> str:
        shown = f"{self.decoding}-{self.quotes}-sum{self.summary_sentences}"
        return f"{shown}-{self.style}" if self.style else shown


class Translator:
    """An engine with a glossary and settings, ready for any number of articles.

    Args:
        engine: decodes and aligns.
        words: the glossary; only approved entries are applied.
        settings: see `Settings`.
        memory: gives what people wrote before, and keeps what the engine decodes; None for none.
    """

    def __init__(
        self, engine: Engine, words: Glossary, settings: Settings, memory: Recall | None = None
    ) -> None:
        self._engine = memory.engine(engine) if memory else engine
        self._memory = memory
        self._settings = settings
        self._lookup = Lookup(words)
        self._single = single_words(words.entries)
        info = engine.info
        self.signature = Signature(
            engine=f"{info.engine}-{info.precision}" if info.precision else info.engine,
            model=info.model,
            model_digest=info.digest,
            decoding=str(settings),
            glossary_digest=words.digest if words.entries else "",
            version=version("visavis"),
        )

    def translate(
        self, articles: Sequence[Article], *, progress: Progress | None = None
    ) -> list[BilingualDocument]:
        """Translate `articles` together, so that batches are full; one document each, in order."""
        prepared = [self.prepare(article) for article in articles]
        sources = [item.text for each in prepared for item in each.segments]
        known = [found for item in prepared for found in item.remembered]
        decoded = self._decode(sources, known, progress)
        prepared = with_lost(self._doubted(prepared, decoded), decoded)
        wants = [want for item in prepared for want in item.wants]
        outcomes = self._apply(sources, wants, decoded, known)
        documents = []
        at = 0
        for item in prepared:
            end = at + len(item.segments)
            documents.append(self._assemble(item, decoded[at:end], outcomes[at:end]))
            at = end
        return documents

    def signature_of(self, article: Article) -> Signature:
        """Return the signature that a document of `article` would have now."""
        if self._memory is None or self._memory.is_empty:
            return self.signature
        digest = self._memory.exact(article, segment(article)).digest
        return replace(self.signature, memory=digest)

    def prepare(self, article: Article) -> Prepared:
        """Cut `article` into segments, look up its people, its terms and what is remembered."""
        segments = segment(article)
        found = self._lookup.find([item.text for item in segments], article.published)
        return Prepared(
            article=article,
            segments=segments,
            people=found.people,
            matches=found.matches,
            wants=found.wants,
            recalled=self._memory.exact(article, segments) if self._memory else Recalled(),
        )

    def _decode(
        self,
        sources: Sequence[str],
        known: Sequence[Remembered | None],
        progress: Progress | None,
    ) -> list[Hypothesis]:
        """Decode each distinct source once; a sentence that stands twice reads the same twice.

        What is `known` from people is not decoded; it counts as certain.
        """
        open_ = (source for source, found in zip(sources, known, strict=True) if not found)
        distinct = list(dict.fromkeys(open_))
        hypotheses = self._engine.translate(
            [Request(text=text) for text in distinct],
            decoding=self._settings.decoding,
            progress=progress,
        )
        by_text = dict(zip(distinct, hypotheses, strict=True))
        return [
            Hypothesis(text=found.entry.target, score=0.0) if found else by_text[source]
            for source, found in zip(sources, known, strict=True)
        ]

    def _doubted(
        self, prepared: Sequence[Prepared], decoded: Sequence[Hypothesis]
    ) -> list[Prepared]:
        """Take from each article the terms that its plain English speaks against."""
        texts = iter(decoded)
        return [
            with_doubts(
                item,
                list(islice(texts, len(item.segments))),
                self._engine,
                self._settings.decoding,
            )
            for item in prepared
        ]

    def _apply(
        self,
        sources: Sequence[str],
        wants: Sequence[tuple[terms.Want, ...]],
        decoded: Sequence[Hypothesis],
        known: Sequence[Remembered | None],
    ) -> list[terms.Outcome]:
        """Bring what is wanted into the English; what people wrote is verified, never altered."""
        open_ = [index for index, found in enumerate(known) if not found]
        applied = terms.apply(
            self._engine,
            [sources[index] for index in open_],
            [wants[index] for index in open_],
            [decoded[index] for index in open_],
            decoding=self._settings.decoding,
            polish=partial(english, quotes=Quotes.STRAIGHT),
        )
        by_index = dict(zip(open_, applied, strict=True))
        return [
            by_index[index] if index in by_index else terms.remembered(source, want, item.text)
            for index, (source, want, item) in enumerate(zip(sources, wants, decoded, strict=True))
        ]

    def _assemble(
        self, item: Prepared, decoded: Sequence[Hypothesis], outcomes: Sequence[terms.Outcome]
    ) -> BilingualDocument:
        """Mend, annotate, check and summarize one article."""
        style = self._settings.style
        plain = mended(item, outcomes)
        # The checks read the English before its style: their word lists are American.
        texts = [outcome.final.text or UNTRANSLATED for outcome in plain]
        checks = check_document(checked_pairs(item, texts, plain))
        outcomes, off_style = restyle(
            item.article, item.segments, item.wants, item.people, plain, style
        )
        texts = [outcome.final.text or UNTRANSLATED for outcome in outcomes]
        sides = annotated(item, outcomes)
        wants = {one.id: own for one, own in zip(item.segments, item.wants, strict=True)}
        findings = [
            *annotate.without_echoes(sides.findings, checks, wants),
            *self._left_alone(item),
            *(
                found
                for segment_, hypothesis in zip(item.segments, decoded, strict=True)
                for found in decoding_findings(segment_, hypothesis)
            ),
            *checks,
            *off_style,
        ]
        translations = self._translations(item, outcomes, texts)
        texts = [translation.text for translation in translations]
        document = BilingualDocument(
            article=item.article,
            segments=item.segments,
            translations=translations,
            signature=replace(self.signature, memory=item.recalled.digest),
            hits=with_notes_respelt(sides.hits, style),
            mentions=with_notes_respelt(sides.mentions, style),
            summary=summary_of(
                item.article,
                item.segments,
                texts,
                mentions=sides.mentions,
                findings=findings,
                count=self._settings.summary_sentences,
            ),
            findings=in_order([*findings, *self._recollections(item)], item.segments),
        )
        return with_summary_checked(document)

    def _translations(
        self, item: Prepared, outcomes: Sequence[terms.Outcome], texts: Sequence[str]
    ) -> tuple[Translation, ...]:
        """Return the English of each segment; what people wrote has no score and stays as it is."""
        return tuple(
            Translation(segment=segment_.id, text=text, origin=found.origin, status=found.status)
            if found
            else Translation(
                segment=segment_.id,
                text=english(text, quotes=self._settings.quotes),
                score=outcome.final.score,
            )
            for segment_, found, outcome, text in zip(
                item.segments, item.remembered, outcomes, texts, strict=True
            )
        )

    def _left_alone(self, item: Prepared) -> Iterator[Finding]:
        """Yield what of a desk's own terms was not asked for."""
        for segment_, matches, doubts in zip(item.segments, item.matches, item.doubts, strict=True):
            yield from withheld(segment_, matches, self._single, doubts)

    def _recollections(self, item: Prepared) -> Iterator[Finding]:
        """Yield what the memory has to say about an article."""
        if self._memory:
            yield from self._memory.findings(item.segments, item.recalled)
