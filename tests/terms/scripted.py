"""An engine whose answers a test writes down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.engines.base import (
    Alignment,
    Decoding,
    EngineInfo,
    Hypothesis,
    Progress,
    Request,
)
from translate.values import Span


class ScriptedEngine:
    """Answers by source text; with marks, by source text and the wanted English."""

    def __init__(
        self,
        plain: Mapping[str, str],
        marked: Mapping[tuple[str, ...], str] | None = None,
        links: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.info = EngineInfo(engine="scripted", model="none", digest="0" * 64)
        self.reads_marks = marked is not None
        self._plain = plain
        self._marked = marked or {}
        self._links = links
        self.requests: list[Request] = []

    def translate(
        self, requests: Sequence[Request], *, decoding: Decoding, progress: Progress | None = None
    ) -> list[Hypothesis]:
        del decoding, progress
        self.requests += requests
        return [self._answer(request) for request in requests]

    def _answer(self, request: Request) -> Hypothesis:
        key = tuple(term.en for term in request.terms)
        plain = self._plain[request.text]
        text = self._marked.get(key, plain) if key else plain
        return Hypothesis(text=text, score=-0.3)

    def align(self, source: str, target: str) -> Alignment:
        """Align the words that `links` pairs."""
        pairs = [
            (_find(source, french), _find(target, english))
            for french, english in self._links
            if french in source and english in target
        ]
        rows = tuple(
            tuple(1.0 if row == column else 0.0 for column in range(len(pairs)))
            for row in range(len(pairs))
        )
        return Alignment(
            source=tuple(pair[0] for pair in pairs),
            target=tuple(pair[1] for pair in pairs),
            weights=rows,
        )


def _find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))
