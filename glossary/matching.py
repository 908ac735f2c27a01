"""Finding the places of a French text where glossary entries apply.

A trie over folded tokens gives candidates in time linear in the text; each candidate is then
compared letter by letter (accents, capitals, what stands between the words) and judged by its
surroundings (see `glossary.context`). Longest match first, from left to right, no overlap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from glossary import context, senses
from glossary.english import feminine
from glossary.folding import Tokens, composed, fold_gap, key, tokenize
from glossary.french import Form, forms, only_plural
from glossary.lettering import Lettering, compare
from glossary.place import Place
from glossary.values import Entry, EntryStatus, Glossary, Kind, Match

#: Forms longer than this many tokens are not looked for; it bounds the work at each position.
MAX_TOKENS = 40


@dataclass(slots=True)
class _Pattern:
    """A form, cut into tokens. `skip` tokens of a contracted article precede the match.

    `hers` is the entry with its English for a woman, `many` tells that the form is a plural by
    itself.
    """

    entry: Entry
    hers: Entry
    order: int
    form: Form
    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    skip: int
    many: bool


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    patterns: list[_Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A pattern that fits letter by letter on tokens `first` to `last`, inclusive."""

    pattern: _Pattern
    first: int
    last: int
    lettering: Lettering


class Matcher:
    """Finds the entries of one glossary; build it once, use it for many texts.

    Only approved entries are looked for.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._root = _Node()
        for order, entry in enumerate(glossary.entries):
            if entry.status is EntryStatus.APPROVED:
                self._add(entry, order)

    def find(
        self, text: str, on: dt.date | None = None, meant: Collection[str] = frozenset()
    ) -> tuple[Match, ...]:
        """Return the matches in `text`, in order: leftmost, longest, without overlap.

        Entries with different English that claim the same place are named as rivals of the
        first of them in the glossary. With `on`, the date of the text, entries that were not
        valid on that day are left out. The entries with the ids `meant` are known to be meant in
        their own sense, however rare it is. Where the French names a woman, the entry of a match
        has the English for a woman ("femme d'affaires": "businesswoman").
        """
        tokens = tokenize(text)
        found: list[Match] = []
        root = self._root.children
        free = 0
        for at in [index for index, folded in enumerate(tokens.keys) if folded in root]:
            if at < free:
                continue
            match, last = self._longest(tokens, at, root[tokens.keys[at]], on, meant)
            if match:
                found.append(match)
                free = last + 1
        return tuple(found)

    def _add(self, entry: Entry, order: int) -> None:
        seen: set[tuple[str, str]] = set()
        hers = feminine(entry)
        for written in (entry.fr, *entry.forms_fr):
            for form in forms(written, entry.kind):
                if (form.contraction, form.text) not in seen:
                    seen.add((form.contraction, form.text))
                    self._insert(entry, hers, order, form)

    def _insert(self, entry: Entry, hers: Entry, order: int, form: Form) -> None:
        cut = tokenize(form.text)
        count = len(cut.keys)
        if not 0 < count <= MAX_TOKENS:
            return
        pattern = _Pattern(
            entry=entry,
            hers=hers,
            order=order,
            form=form,
            tokens=tuple(composed(cut.raw(index)) for index in range(count)),
            gaps=tuple(fold_gap(cut.gap(index)) for index in range(1, count)),
            tail=form.text[cut.ends[-1] :].strip(),
            skip=1 if form.contraction else 0,
            many=not form.plural and only_plural(form.text),
        )
        node = self._root
        for step in ([key(form.contraction)] if form.contraction else []) + cut.keys:
            node = node.children.setdefault(step, _Node())
        node.patterns.append(pattern)

    def _longest(
        self, tokens: Tokens, at: int, node: _Node, on: dt.date | None, meant: Collection[str]
    ) -> tuple[Match | None, int]:
        """Try the patterns that begin at token `at`, the longest first."""
        reached: list[tuple[int, list[_Pattern]]] = []
        here, last = node, at
        while True:
            if here.patterns:
                reached.append((last, here.patterns))
            if last + 1 >= len(tokens.keys):
                break
            step = here.children.get(tokens.keys[last + 1])
            if step is None:
                break
            here, last = step, last + 1
        for end, patterns in reversed(reached):
            hits = [
                hit
                for hit in _fitting(tokens, at, end, patterns)
                if _valid(hit.pattern.entry, on) and self._applies(tokens, hit, meant)
            ]
            if hits:
                return _match(tokens, hits), end
        return None, at

    def _applies(self, tokens: Tokens, hit: _Hit, meant: Collection[str]) -> bool:
        settled = hit.pattern.entry.id in meant
        place = Place(tokens=tokens, first=hit.first, last=hit.last, settled=settled)
        return context.applies(place, hit.pattern.entry, hit.lettering, self._is_name)

    def _is_name(self, folded: str) -> bool:
        """Whether a token is by itself a name that the glossary knows."""
        node = self._root.children.get(folded)
        named = {Kind.PLACE, Kind.ORGANISATION}
        return node is not None and any(item.entry.kind in named for item in node.patterns)


def _valid(entry: Entry, on: dt.date | None) -> bool:
    """Whether an entry holds on a day; without a day every entry does."""
    if on is None:
        return True
    return (entry.valid_from or on) <= on <= (entry.valid_to or on)


def _fitting(tokens: Tokens, first: int, last: int, patterns: Iterable[_Pattern]) -> Iterable[_Hit]:
    """Yield the patterns that agree with the text in gaps, accents, capitals and tail."""
    for pattern in patterns:
        begin = first + pattern.skip
        written = tuple(composed(tokens.raw(index)) for index in range(begin, last + 1))
        lettering = compare(pattern.tokens, written, pattern.entry)
        if lettering is None or not _joined(tokens, begin, last, pattern):
            continue
        yield _Hit(pattern, begin, last, lettering)


def _joined(tokens: Tokens, begin: int, last: int, pattern: _Pattern) -> bool:
    """Whether what stands between and after the words agrees with the form."""
    if pattern.skip and fold_gap(tokens.gap(begin)) != " ":
        return False
    gaps = (fold_gap(tokens.gap(index)) for index in range(begin + 1, last + 1))
    if any(given != wanted for given, wanted in zip(gaps, pattern.gaps, strict=True)):
        return False
    return not pattern.tail or tokens.text.startswith(pattern.tail, tokens.ends[last])


def _match(tokens: Tokens, hits: Sequence[_Hit]) -> Match:
    """Make one match of all hits on one span: the best, and its rivals with other English."""
    ranked = sorted(hits, key=lambda hit: (not hit.lettering.exact, hit.pattern.order))
    best = ranked[0]
    rivals: dict[str, Entry] = {}
    for hit in ranked[1:]:
        entry = hit.pattern.entry
        if entry.id != best.pattern.entry.id and entry.en != best.pattern.entry.en:
            rivals.setdefault(entry.id, entry)
    start = tokens.starts[best.first]
    end = tokens.ends[best.last] + len(best.pattern.tail)
    entry = best.pattern.entry
    return Match(
        entry=best.pattern.hers if _is_feminine(tokens, best) else entry,
        start=start,
        end=end,
        surface=tokens.text[start:end],
        plural=_is_plural(tokens, best),
        rivals=tuple(rivals.values()),
    )


def _is_feminine(tokens: Tokens, hit: _Hit) -> bool:
    """Whether the French names a woman: by the form or, where it does not show, the determiner."""
    entry = hit.pattern.entry
    if hit.pattern.hers is entry or entry.kind not in {Kind.TITLE, Kind.TERM}:
        return False
    return hit.pattern.form.feminine or senses.gender_before(tokens, hit.first) == "f"


def _is_plural(tokens: Tokens, hit: _Hit) -> bool:
    """Number by the form, or by the determiner where the form does not show it.

    Adjectives of nations ("des soldats ukrainiens") take no plural in English.
    """
    entry = hit.pattern.entry
    if hit.pattern.form.plural and entry.kind is Kind.ORGANISATION and not hit.lettering.common:
        # A name keeps its number; a common word for an institution is written small.
        return tokens.raw(hit.first)[:1].islower()
    if hit.pattern.form.plural:
        nation = hit.lettering.common and len(hit.pattern.tokens) == 1 and entry.en[:1].isupper()
        return not nation or entry.kind is not Kind.TERM or context.plural_before(tokens, hit.first)
    named = entry.kind in {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION}
    acronym = len(hit.pattern.tokens) == 1 and hit.pattern.form.text.isupper()
    if named and not acronym and not hit.lettering.common:
        return False
    if hit.pattern.many:
        return False
    return context.plural_before(tokens, hit.first)
