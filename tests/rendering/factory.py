"""Documents for the tests of rendering, built from pairs of sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translate.values import (
    Article,
    BilingualDocument,
    Block,
    BlockKind,
    Finding,
    HitStatus,
    Inline,
    InlineKind,
    Level,
    Mention,
    Segment,
    Signature,
    Span,
    Status,
    Summary,
    SummaryPoint,
    TermHit,
    Translation,
)

SIGNATURE = Signature(
    engine="ctranslate2",
    model="visavis-fr-en",
    model_digest="5f0c" * 16,
    decoding="beam:4|int8",
    glossary_digest="a1b2" * 16,
    version="0.1.0",
)


@dataclass(frozen=True)
class Part:
    """One block: pairs of French and English sentences, or the text of an omitted block."""

    kind: BlockKind
    pairs: Sequence[tuple[str, str]] = ()
    text: str = ""
    level: int = 0
    marker: str = ""
    reason: str = ""
    gap: str = " "


def paragraph(*pairs: tuple[str, str], kind: BlockKind = BlockKind.PARAGRAPH, **more: Any) -> Part:
    """A translated block."""
    return Part(kind, pairs=pairs, **more)


def left_out(kind: BlockKind, text: str, reason: str = "") -> Part:
    """A block that is not translated."""
    return Part(kind, text=text, reason=reason)


def build(
    *parts: Part,
    article: dict[str, Any] | None = None,
    scores: Sequence[float | None] = (),
    reviewed: Sequence[str] = (),
    **annotations: Any,
) -> BilingualDocument:
    """A document of these parts; segments are numbered s1, s2, ... in reading order."""
    text = ""
    blocks, segments, translations = [], [], []
    for index, part in enumerate(parts):
        start = len(text)
        for position, (french, english) in enumerate(part.pairs):
            text += part.gap if position else ""
            span = Span(start=len(text), end=len(text) + len(french))
            text += french
            id_ = f"s{len(segments) + 1}"
            segments.append(Segment(id=id_, block=index, span=span, text=french))
            score = scores[len(translations)] if len(translations) < len(scores) else None
            status = Status.REVIEWED if id_ in reviewed else Status.UNREVIEWED
            translations.append(Translation(segment=id_, text=english, score=score, status=status))
        text += part.text
        blocks.append(
            Block(
                kind=part.kind,
                text=text[start:],
                span=Span(start=start, end=len(text)),
                level=part.level,
                marker=part.marker,
                reason=part.reason,
            )
        )
        text += "\n\n"
    fields = {"source": "essai.txt", "digest": "0" * 64, **(article or {})}
    return BilingualDocument(
        article=Article(text=text, blocks=tuple(blocks), **fields),
        segments=tuple(segments),
        translations=tuple(translations),
        signature=SIGNATURE,
        **annotations,
    )


def span_in(text: str, part: str) -> Span:
    """Where `part` first stands in `text`."""
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def mention(
    document: BilingualDocument, segment: str, surface: str, english: str, person: str, **more: Any
) -> Mention:
    """A mention of `person` where the French has `surface` and the English has `english`."""
    source, target = _texts(document, segment)
    return Mention(
        segment=segment,
        span=span_in(source, surface),
        surface=surface,
        person=person,
        target_span=span_in(target, english) if english else None,
        **more,
    )


def hit(
    document: BilingualDocument,
    segment: str,
    surface: str,
    english: str,
    status: HitStatus = HitStatus.USED,
    **more: Any,
) -> TermHit:
    """A term hit where the French has `surface` and the English has `english`."""
    source, target = _texts(document, segment)
    fields = {"entry_id": surface, "fr": surface, "en": english, "kind": "term", **more}
    return TermHit(
        segment=segment,
        source_span=span_in(source, surface),
        target_span=span_in(target, english) if english in target else None,
        status=status,
        **fields,
    )


def _texts(document: BilingualDocument, segment: str) -> tuple[str, str]:
    """French and English of a segment."""
    ids = [item.id for item in document.segments]
    at = ids.index(segment)
    return document.segments[at].text, document.translations[at].text


_PARTS = (
    left_out(BlockKind.METADATA, "Courrier de Vaubrun – Économie", "line of the page, no sentence"),
    paragraph(
        (
            "Le port de Vaubrun suspend ses exportations d’engrais",
            "Port of Vaubrun suspends fertilizer exports",
        ),
        kind=BlockKind.TITLE,
        level=1,
    ),
    left_out(BlockKind.BYLINE, "Par Hélène Marchand, envoyée spéciale", "name of the author"),
    paragraph(
        (
            "La ministre Lin Mei a annoncé mardi un contrôle de six mois sur les précurseurs.",
            "Minister Lin Mei announced on Tuesday a six-month check on precursors.",
        ),
        kind=BlockKind.STANDFIRST,
    ),
    paragraph(
        (
            "« Nous n’avons pas d’autre choix », a déclaré Mme Lin devant les dockers réunis.",
            "“We have no other choice,” Ms. Lin told the assembled dockworkers.",
        ),
        (
            "La mesure touche 8 milliards d’euros d’échanges, soit 12 % du trafic du port.",
            "The measure affects 8 million euros of trade, or 12% of the port’s traffic.",
        ),
        (
            "Elle entrera en vigueur le 1er mars, sauf accord avec les armateurs.",
            "It will take effect on March 1, unless the shipowners agree.",
        ),
    ),
    left_out(BlockKind.BOILERPLATE, "À lire aussi : notre dossier sur les engrais", "link box"),
    paragraph(("Une riposte attendue", "An expected response"), kind=BlockKind.HEADING, level=2),
    paragraph(
        (
            "M. Wang, chargé du commerce, a promis une réponse « proportionnée ».",
            "Mr. Wang, in charge of trade, promised a “proportionate” response.",
        ),
        (
            "Selon Duval, le groupe de travail se réunira de nouveau à Saint-Aubert.",
            "According to Duval, the task force will meet again in Saint-Aubert.",
        ),
    ),
    paragraph(
        ("Trois demandes restent sur la table :", "Three requests remain on the table:"),
    ),
    paragraph(
        ("la levée du contrôle avant l’été ;", "lifting the check before summer;"),
        kind=BlockKind.LIST_ITEM,
        marker="-",
    ),
    paragraph(
        ("un fonds d’aide aux dockers.", "an aid fund for dockworkers."),
        kind=BlockKind.LIST_ITEM,
        marker="-",
    ),
    paragraph(
        ("Pourquoi ce contrôle vient-il si tard ?", "Why does this check come so late?"),
        kind=BlockKind.QUESTION,
    ),
    paragraph(
        (
            "Parce que les stocks étaient pleins, répond Mme Lin.",
            "Because stocks were full, Ms. Lin answers.",
        ),
    ),
    paragraph(("Trafic | 2022 | 2023", "Traffic | 2022 | 2023"), kind=BlockKind.TABLE_ROW),
    paragraph(
        ("Le quai nord de Vaubrun, lundi soir.", "Vaubrun’s north quay, Monday evening."),
        kind=BlockKind.CAPTION,
    ),
    left_out(BlockKind.CREDIT, "Photo : agence Littoral", "picture credit"),
)


def sample() -> BilingualDocument:
    """A whole article, invented, with every kind of annotation."""
    bare = build(*_PARTS)
    emphasis = span_in(bare.article.text, "proportionnée")
    return build(
        *_PARTS,
        article={
            "source": "vaubrun.html",
            "title": "Le port de Vaubrun suspend ses exportations d’engrais",
            "outlet": "Courrier de Vaubrun",
            "author": "Hélène Marchand",
            "url": "https://courrier.example/economie/port_vaubrun?page=1",
            "published": dt.date(2024, 2, 6),
            "inlines": (Inline(kind=InlineKind.EMPHASIS, span=emphasis),),
            "notes": ("The encoding is not declared; windows-1252 was taken.",),
        },
        scores=(-0.2, -0.31, -0.5, -0.9, -0.4, -0.15, -1.2, -0.35, -0.2, -0.3, -0.3, -0.2, -0.4),
        mentions=_mentions(bare),
        hits=(
            hit(
                bare,
                "s2",
                "précurseurs",
                "precursors",
                entry_id="precurseur",
                evidence="plain decode",
                note="chemicals from which a drug is made; not “forerunners”",
            ),
            hit(
                bare,
                "s8",
                "groupe de travail",
                "working group",
                HitStatus.MISSING,
                evidence="no way kept the sentence whole",
            ),
        ),
        summary=Summary(
            points=(
                SummaryPoint(
                    fr="La ministre Lin Mei a annoncé mardi un contrôle de six mois.",
                    en="Minister Lin Mei announced on Tuesday a six-month check.",
                    segments=("s2",),
                ),
                SummaryPoint(
                    fr="La mesure touche 8 milliards d’euros d’échanges.",
                    en="The measure affects 8 million euros of trade.",
                    segments=("s4", "s5"),
                ),
            )
        ),
        findings=(
            Finding(
                rule="term",
                level=Level.WARNING,
                segment="s8",
                message="“groupe de travail” is not rendered as “working group”.",
                suggestion="working group",
            ),
            Finding(
                rule="number",
                level=Level.ERROR,
                segment="s4",
                message="The French has 8 milliards, the English 8 million.",
                suggestion="8 billion",
            ),
            Finding(
                rule="quotation",
                level=Level.INFO,
                segment="s3",
                message="The speaker’s language is Chinese: the words are a back-translation.",
            ),
        ),
    )


def _mentions(bare: BilingualDocument) -> tuple[Mention, ...]:
    """The people of the sample: settled, inferred and ambiguous."""
    lin = {"person": "Lin Mei", "entry_id": "lin-mei", "gender": "f"}
    lin |= {"note": "Minister of Industry since 2021"}
    settled = {"evidence": ("introduced in sentence 2",)}
    return (
        mention(bare, "s2", "Lin Mei", "Lin Mei", evidence=("full name",), **lin),
        mention(bare, "s3", "Mme Lin", "Ms. Lin", **settled, **lin),
        mention(
            bare,
            "s7",
            "M. Wang",
            "Mr. Wang",
            "Wang Yi",
            inferred=True,
            confidence=0.7,
            evidence=("cue “commerce” stands near",),
        ),
        mention(
            bare,
            "s8",
            "Duval",
            "Duval",
            "",
            candidates=("Marc Duval", "Anne Duval"),
            confidence=0.5,
            evidence=("two people of that name",),
        ),
        mention(bare, "s13", "Mme Lin", "Ms. Lin", **settled, **lin),
    )
