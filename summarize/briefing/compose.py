"""A briefing from items: events, what each item says, what they share and where figures differ."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarize import lexicon
from summarize.briefing.clusters import copies, events, vectors
from summarize.briefing.figures import differences
from summarize.briefing.values import Briefing, Event, Item, LeftOut, Ref
from summarize.duplicates import groups
from summarize.errors import SummarizeError
from summarize.selection import SUMMARY_KINDS, select
from summarize.values import Limit
from summarize.vectors import content_stems
from summarize.words import fold, stem, words_as_written

_TERMS = 4
ONE_SENTENCE = Limit(sentences=1)
ITEM_LIMIT = Limit(words=60)


def brief(items: Sequence[Item], *, limit: Limit = ITEM_LIMIT) -> Briefing:
    """Return the selection a briefing is made of; the order of `items` makes no difference.

    Args:
        limit: length of the summary of each item.

    Raises:
        SummarizeError: when two items share an id.
    """
    ordered = sorted(items, key=lambda item: item.id)
    ids = [item.id for item in ordered]
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_, count in Counter(ids).items() if count > 1)
        raise SummarizeError(f"two items of a briefing have the id {twice!r}: give each its own")
    leads = {item.id: select(item.sentences, limit=ONE_SENTENCE) for item in ordered}
    usable = [item for item in ordered if leads[item.id]]
    copied = copies(usable)
    kept = [item for index, item in enumerate(usable) if index not in copied]
    left_out = [LeftOut(item=item.id) for item in ordered if not leads[item.id]]
    left_out += [LeftOut(item=usable[i].id, copy_of=usable[j].id) for i, j in copied.items()]
    weights = dict(zip((item.id for item in kept), vectors(kept), strict=True))
    found = [
        _event(
            [kept[i] for i in group], limit, {i: leads[i][0] for i in leads if leads[i]}, weights
        )
        for group in events(kept)
    ]
    found.sort(key=lambda event: (-len(event.items), event.items))
    return Briefing(events=tuple(found), left_out=tuple(sorted(left_out, key=lambda x: x.item)))


def _event(
    items: Sequence[Item],
    limit: Limit,
    leads: Mapping[str, int],
    weights: Mapping[str, Mapping[str, float]],
) -> Event:
    in_time = sorted(items, key=lambda item: (item.date is None, item.date or dt.date.min, item.id))
    dated = [item for item in in_time if item.date is not None]
    newest = dated[-1] if dated else in_time[0]
    return Event(
        items=tuple(item.id for item in in_time),
        terms=_terms(in_time, weights),
        lead=Ref(item=newest.id, sentence=leads[newest.id]),
        summaries=tuple(
            tuple(Ref(item=item.id, sentence=i) for i in select(item.sentences, limit=limit))
            for item in in_time
        ),
        shared=_shared(in_time),
        differences=differences(in_time) if len(in_time) > 1 else (),
    )


def _terms(items: Sequence[Item], weights: Mapping[str, Mapping[str, float]]) -> tuple[str, ...]:
    """Return the words that weigh most over the items, as they are most often written."""
    total: Counter[str] = Counter()
    for item in items:
        total.update(weights[item.id])
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    stop = lexicon.words("stopwords")
    for item in items:
        for sentence in item.sentences:
            for word in words_as_written(sentence.text):
                if fold(word) not in stop:
                    spellings[stem(fold(word))][word] += 1
    ranked = sorted(total, key=lambda term: (-total[term], term))
    named = [term for term in ranked if term in spellings][:_TERMS]
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
