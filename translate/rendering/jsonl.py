"""JSON Lines for other programs: one object for the article, then one for each block's piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from translate.rendering.frontmatter import GENERATOR
from translate.rendering.status import draft_status
from translate.values import BilingualDocument, Finding, Mention, TermHit


def to_jsonl(document: BilingualDocument) -> str:
    """Return one JSON object a line, ASCII, told apart by ``type``.

    First ``article``; then, in reading order, ``segment`` for each sentence with all that is known
    of it and ``omitted`` for each block that was not translated. Spans are half open, in code
    points: of the article's text for ``span``, of the sentence for the annotations.
    """
    return "".join(json.dumps(record) + "\n" for record in _records(document))


def _records(document: BilingualDocument) -> Iterator[dict[str, Any]]:
    """Yield the objects, made of what JSON knows."""
    yield _article(document)
    hits = _by_segment(document.hits)
    mentions = _by_segment(document.mentions)
    findings = _by_segment(document.findings)
    pairs: dict[int, list[dict[str, Any]]] = {}
    for segment, translation in zip(document.segments, document.translations, strict=True):
        record = {
            "type": "segment",
            "id": segment.id,
            "block": segment.block,
            "kind": document.article.blocks[segment.block].kind,
            "span": asdict(segment.span),
            "fr": segment.text,
            "en": translation.text,
            "score": translation.score,
            "origin": translation.origin,
            "status": translation.status,
            "hits": hits.get(segment.id, []),
            "mentions": mentions.get(segment.id, []),
            "findings": findings.get(segment.id, []),
        }
        pairs.setdefault(segment.block, []).append(record)
    for index, block in enumerate(document.article.blocks):
        yield from pairs.get(index, [])
        if not block.translated:
            yield {
                "type": "omitted",
                "block": index,
                "kind": block.kind,
                "span": asdict(block.span),
                "fr": block.text,
                "reason": block.reason,
            }


def _article(document: BilingualDocument) -> dict[str, Any]:
    """Return the object of the article as a whole."""
    article = document.article
    return {
        "type": "article",
        "generator": f"{GENERATOR} {document.signature.version}",
        "status": draft_status(document),
        "source": article.source,
        "source_sha256": article.digest,
        "lang": article.lang,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "dateline": article.dateline,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "notes": article.notes,
        "signature": asdict(document.signature),
        "summary": asdict(document.summary),
        "findings": _by_segment(document.findings).get("", []),
    }


def _by_segment(
    items: Iterable[TermHit] | Iterable[Mention] | Iterable[Finding],
) -> dict[str, list[dict[str, Any]]]:
    """Return annotations as plain objects under the id of their segment."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        record = asdict(item)
        groups.setdefault(record.pop("segment"), []).append(record)
    return groups
