"""A line under construction: text with the inline markup that is open over it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from translate.reading.units import Role, Unit, slice_inlines
from translate.values import Inline, InlineKind, Span

_BLANKS = re.compile(r"[ \n\r\f\v]+|[ \n]*\t[ \t\n]*")
_MOST_OPEN = 30
_STRONG = {InlineKind.STRONG, InlineKind.EMPHASIS}


@dataclass(slots=True)
class InlineText:
    """Collects text; `open` and `close` put inline markup over what is added between them."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    inlines: list[Inline] = field(default_factory=list)
    opened: list[tuple[InlineKind, int, str]] = field(default_factory=list)
    linked: bool = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def add(self, text: str) -> None:
        """Add text, blanks folded; no blank at the start and none after another."""
        text = _BLANKS.sub(lambda match: "\t" if "\t" in match[0] else " ", text)
        if text[:1] in {" ", "\t"} and (not self.parts or self.parts[-1][-1:].isspace()):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.size += len(text)

    def open(self, kind: InlineKind, href: str = "") -> None:
        """Begin inline markup; what a page leaves open beyond measure is left out."""
        if len(self.opened) < _MOST_OPEN:
            self.opened.append((kind, self.size, href))

    def close(self, kind: InlineKind) -> None:
        """End the innermost open markup of a kind; an end without a beginning is left alone."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] is kind:
                _, start, href = self.opened.pop(index)
                self._over(kind, start, href)
                return

    def _over(self, kind: InlineKind, start: int, href: str) -> None:
        if start < self.size:
            self.inlines.append(Inline(kind=kind, span=Span(start=start, end=self.size), href=href))

    def is_open(self, kind: InlineKind) -> bool:
        """Whether markup of a kind is open."""
        return any(one[0] is kind for one in self.opened)

    def continued(self) -> InlineText:
        """Close what is open and return the next line with the same markup open."""
        following = InlineText(opened=[(kind, 0, href) for kind, _, href in self.opened])
        for kind, start, href in self.opened:
            self._over(kind, start, href)
        self.opened.clear()
        return following

    def extend(self, other: InlineText) -> None:
        """Add another line with its markup."""
        offset = self.size
        text = other.text
        self.parts.append(text)
        self.size += len(text)
        self.inlines += [
            Inline(
                kind=one.kind,
                span=Span(start=one.span.start + offset, end=one.span.end + offset),
                href=one.href,
            )
            for one in other.inlines
        ]

    def drop(self, count: int) -> None:
        """Drop characters at the start."""
        text = self.text[count:]
        self.inlines = list(slice_inlines(self.inlines, count, self.size))
        self.parts, self.size = [text], len(text)

    def unit(
        self, *, role: Role = Role.NONE, gap: int = 0, reason: str = "", level: int = 0
    ) -> Unit | None:
        """Return the line as a unit, None when it is blank."""
        raw = self.text
        text = raw.strip()
        if not text:
            return None
        start = len(raw) - len(raw.lstrip())
        inlines = []
        for one in slice_inlines(self.inlines, start, start + len(text)):
            covered = one.span.of(text)
            low = one.span.start + len(covered) - len(covered.lstrip())
            high = one.span.end - (len(covered) - len(covered.rstrip()))
            if low < high:
                inlines.append(Inline(kind=one.kind, span=Span(start=low, end=high), href=one.href))
        strong = any(
            i.kind in _STRONG and i.span.end - i.span.start >= len(text) - 1 for i in inlines
        )
        linked = sum(i.span.end - i.span.start for i in inlines if i.kind is InlineKind.LINK)
        return Unit(
            text=text,
            gap=gap,
            role=role,
            reason=reason,
            level=level,
            strong=strong,
            linked=1.0 if self.linked else min(1.0, linked / len(text)),
            inlines=tuple(sorted(inlines, key=lambda i: (i.span.start, -i.span.end))),
        )
