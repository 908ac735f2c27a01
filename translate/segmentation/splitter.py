"""Split French text into sentences.

One pass over the sites where a sentence may end. A site is judged by the words around it
(`decisions`) and by what encloses it: brackets that open within a sentence hold it together, and
so does a short quotation inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.segmentation import decisions, sites
from translate.segmentation.pairs import Pair, match
from translate.segmentation.rules import load
from translate.values import Span

_PARAGRAPH = re.compile(r"\n\s*\n|\u2029")
#: A quotation inside a sentence that holds one limit stays whole up to this length (code points).
_SHORT_QUOTE = 200


def split(text: str) -> list[Span]:
    """Split `text` into sentences.

    Spans stand in order, do not overlap, neither begin nor end with a blank, and only blanks lie
    between them. A blank line always ends a sentence; a single line break is a blank. Time is
    linear in the length of the text.
    """
    spans: list[Span] = []
    start = 0
    for end in [*(found.end() for found in _PARAGRAPH.finditer(text)), len(text)]:
        spans += _split_paragraph(text[start:end], start)
        start = end
    return spans


def spans_between(text: str, cuts: Iterable[int], offset: int = 0) -> list[Span]:
    """Return the spans of `text` between cuts (ascending), blanks stripped, empty ones left out."""
    spans: list[Span] = []
    start = 0
    for cut in [*cuts, len(text)]:
        piece = text[start:cut]
        body = piece.strip()
        if body:
            first = offset + start + len(piece) - len(piece.lstrip())
            spans.append(Span(start=first, end=first + len(body)))
        start = cut
    return spans


def _split_paragraph(text: str, offset: int) -> list[Span]:
    rules = load()
    pairs = match(text)
    state = _State(text=text, pairs=pairs.pairs)
    for site in sites.find(text, pairs):
        if site.next >= len(text):
            break
        state.advance(site.start)
        if not state.has_content(site.start) or state.shielded(site):
            continue
        sentence = decisions.Sentence(start=state.start, first=not state.ends, item=state.item)
        if decisions.ends(text, site, sentence, rules):
            state.end_at(site)
        else:
            state.item = decisions.item_number(text, site, sentence) or state.item
    return spans_between(text, state.limits(), offset)


@dataclass(slots=True)
class _State:
    """Where the pass over one paragraph stands."""

    text: str
    pairs: tuple[Pair, ...]
    ends: list[tuple[int, int]] = field(default_factory=list)
    start: int = -1
    item: int = 0
    _content: int = -1
    _from: int = 0
    _pair: int = 0
    _bracket_until: int = 0
    _quote: int = -1
    _quote_until: int = 0

    def has_content(self, at: int) -> bool:
        """Whether the running sentence has a letter or digit before `at`."""
        self._find_content()
        return self._content < at

    def _find_content(self) -> None:
        if self._content >= self._from:
            return
        at = sites.skip(self.text, self._from)
        self.start = at
        while at < len(self.text) and not self.text[at].isalnum():
            at += 1
        self._content = at

    def advance(self, at: int) -> None:
        """Take in the brackets and quotations that open before `at`."""
        while self._pair < len(self.pairs) and self.pairs[self._pair].start < at:
            pair = self.pairs[self._pair]
            self._pair += 1
            if not self.has_content(pair.start):
                continue
            if not pair.quote:
                self._bracket_until = max(self._bracket_until, pair.end)
            elif pair.end > self._quote_until and self._embedded(pair):
                self._quote, self._quote_until = pair.start, pair.end

    def _embedded(self, pair: Pair) -> bool:
        """Whether a quotation is a short part of its sentence, not speech after a colon."""
        before = self.text[max(0, pair.start - 3) : pair.start].rstrip()
        return pair.end - pair.start <= _SHORT_QUOTE and not before.endswith(":")

    def shielded(self, site: sites.Site) -> bool:
        """Whether a bracket holds the sentence together at `site`."""
        return site.end <= self._bracket_until

    def end_at(self, site: sites.Site) -> None:
        """End the running sentence at `site`."""
        inside = self._quote if site.end < self._quote_until else -1
        self.ends.append((site.end, inside))
        self._from = site.end

    def limits(self) -> list[int]:
        """Return the ends of sentences, without those that a short quotation holds together."""
        self._find_content()
        if self.ends and self._content >= len(self.text):
            self.ends.pop()
        count = Counter(inside for _, inside in self.ends)
        return [end for end, inside in self.ends if inside < 0 or count[inside] > 1]
