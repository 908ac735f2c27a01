"""A briefing from items: events, what each item says, what they share and where figures differ."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarize import lexicon
from summarize.briefing.claims import claims
from summarize.briefing.clusters import (
    Vector,
    added,
    average_link,
    copies,
    gist,
    vectors,
    whole,
)
from summarize.briefing.figures import differences
from summarize.briefing.threads import threads
from summarize.briefing.values import Briefing, Event, Item, LeftOut, Ref, Theme
from summarize.budget import Candidate, fill
from summarize.duplicates import groups
from summarize.errors import SummarizeError
from summarize.selection import SUMMARY_KINDS, ranked
from summarize.values import Limit
from summarize.vectors import content_stems
from summarize.words import fold, stem, words_as_written

#: By item id, the sentences that may be chosen with their scores.
Scored = Mapping[str, Sequence[Candidate]]

_TERMS = 4
#: Items are one event if their gists are this similar on average (cosine), events one theme if
#: their items are.
_SAME_EVENT = 0.145
_SAME_THEME = 0.155
#: Sentences of an item that, with its title, give its gist.
_GIST = Limit(sentences=4)
_ONE_SENTENCE = Limit(sentences=1)
ITEM_LIMIT = Limit(words=60, enough=40)


def brief(items: Sequence[Item], *, limit: Limit = ITEM_LIMIT) -> Briefing:
    """Return the selection a briefing is made of; the order of `items` makes no difference.

    Args:
        limit: length of the summary of each item.

    Raises:
        SummarizeError: when two items share an id.
    """
    ordered = sorted(items, key=lambda item: item.id)
    _check_ids(ordered)
    scored = {item.id: ranked(item.sentences) for item in ordered}
    leads = {id_: fill(own, _ONE_SENTENCE) for id_, own in scored.items()}
    usable = [item for item in ordered if leads[item.id]]
    copied = copies(usable)
    kept = [item for index, item in enumerate(usable) if index not in copied]
    left_out = [LeftOut(item=item.id) for item in ordered if not leads[item.id]]
    left_out += [LeftOut(item=usable[i].id, copy_of=usable[j].id) for i, j in copied.items()]
    weights = dict(zip((item.id for item in kept), vectors(list(map(whole, kept))), strict=True))
    first = {item.id: leads[item.id][0] for item in kept}
    found = [_event(group, limit, first, weights, scored) for group in _same_event(kept, scored)]
    found.sort(key=lambda event: (-len(event.items), event.items))
    return Briefing(
        events=tuple(found),
        themes=_themes(found, {item.id: item for item in kept}, weights),
        left_out=tuple(sorted(left_out, key=lambda out: out.item)),
    )


def _check_ids(items: Sequence[Item]) -> None:
    counts = Counter(item.id for item in items)
    for id_, count in counts.items():
        if count > 1:
            raise SummarizeError(
                f"{count} items of a briefing have the id {id_!r}: give each its own"
            )


def _same_event(items: Sequence[Item], scored: Scored) -> list[list[Item]]:
    """Group items whose summaries speak of the same."""
    bags = [gist(item, fill(scored[item.id], _GIST)) for item in items]
    grouped = average_link(vectors(bags), [1] * len(items), _SAME_EVENT)
    return [[items[i] for i in group] for group in grouped]


def _themes(
    found: Sequence[Event], items: Mapping[str, Item], weights: Mapping[str, Vector]
) -> tuple[Theme, ...]:
    """Group events whose items, as wholes, speak of the same."""
    sums = [added([weights[id_] for id_ in event.items]) for event in found]
    themes = []
    for group in average_link(sums, [len(event.items) for event in found], _SAME_THEME):
        members = [items[id_] for index in group for id_ in found[index].items]
        themes.append(Theme(terms=_terms(members, weights), events=tuple(group)))
    return tuple(themes)


def _event(
    items: Sequence[Item],
    limit: Limit,
    leads: Mapping[str, int],
    weights: Mapping[str, Vector],
    scored: Scored,
) -> Event:
    in_time = sorted(items, key=lambda item: (item.date is None, item.date or dt.date.min, item.id))
    dated = [item for item in in_time if item.date is not None]
    newest = dated[-1] if dated else _most_central(in_time, leads)
    several = len(in_time) > 1
    shared = _shared(in_time)
    alike = {ref for group in shared for ref in group}
    chosen = [fill(scored[item.id], limit) for item in in_time]
    differing = differences(in_time) if several else ()
    elsewhere = {*alike, *(figure.ref for each in differing for figure in each.figures)}
    told = [
        {*indices, *(ref.sentence for ref in elsewhere if ref.item == item.id)}
        for item, indices in zip(in_time, chosen, strict=True)
    ]
    return Event(
        items=tuple(item.id for item in in_time),
        terms=_terms(in_time, weights),
        lead=Ref(item=newest.id, sentence=leads[newest.id]),
        summaries=tuple(
            tuple(Ref(item=item.id, sentence=i) for i in indices)
            for item, indices in zip(in_time, chosen, strict=True)
        ),
        shared=shared,
        differences=differing,
        claims=claims(in_time, told) if several else (),
        threads=threads(in_time, alike) if several else (),
    )


def _most_central(items: Sequence[Item], leads: Mapping[str, int]) -> Item:
    """Return the item whose first news sentence shares most words with those of the others."""
    stems = [frozenset(content_stems(item.sentences[leads[item.id]].text)) for item in items]
    frequency = Counter(word for own in stems for word in own)
    shared = [sum(frequency[word] - 1 for word in own) for own in stems]
    return items[shared.index(max(shared))]


def _terms(items: Sequence[Item], weights: Mapping[str, Vector]) -> tuple[str, ...]:
    """Return the words that weigh most over the items, as they are most often written."""
    total = added([weights[item.id] for item in items])
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    stop = lexicon.words("stopwords")
    for item in items:
        for sentence in item.sentences:
            for word in words_as_written(sentence.text):
                if fold(word) not in stop:
                    spellings[stem(fold(word))][word] += 1
    heaviest = sorted(total, key=lambda term: (-total[term], term))
    named = [term for term in heaviest if term in spellings][:_TERMS]
    return tuple(
        min(spellings[term], key=lambda word: (-spellings[term][word], word)) for term in named
    )


def _shared(items: Sequence[Item]) -> tuple[tuple[Ref, ...], ...]:
    """Return groups of nearly equal sentences that stand in two items or more."""
    refs = [
        Ref(item=item.id, sentence=index)
        for item in items
        for index, sentence in enumerate(item.sentences)
        if sentence.kind in SUMMARY_KINDS
    ]
    texts = {item.id: item.sentences for item in items}
    stems = [content_stems(texts[ref.item][ref.sentence].text) for ref in refs]
    found = ([refs[i] for i in group] for group in groups(stems))
    return tuple(tuple(group) for group in found if len({ref.item for ref in group}) > 1)
